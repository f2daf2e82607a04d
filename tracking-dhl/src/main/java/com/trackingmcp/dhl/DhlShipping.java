package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * MyDHL's shipments. Safe for use by many threads.
 *
 * <p>DHL Express has no way to cancel a shipment: a label whose parcel is never handed over is not charged, and ends by
 * itself. It has none for returns either: a return is a shipment from whom the parcel is with, on the account of the
 * connection, declared as a return; how long its label may lie is said by the option {@code dhl_data_staging}.
 *
 * <p>Papers for customs go with the purchase, for paperless trade. Where DHL does not offer that between two places, it is
 * asked to sell the label all the same: the papers are to be printed then. Where it refuses the order because of the papers,
 * which is sure to have bought nothing, the order is sent once more without them and the shipment tells so: a paper costs no
 * label. Of that one, too, nothing is sent again whose answer is lost.
 *
 * <p>The caller's idempotency key travels as the {@code Message-Reference}, by which DHL's support finds the request. DHL
 * does not refuse a second one.
 */
final class DhlShipping implements ShippingCapability {
    static final String SHIP = "ship";
    private static final int LONGEST_MESSAGE_REFERENCE = 36;

    private final CarrierHttp http;
    private final DhlOrigins origins;
    private final Optional<String> account;
    private final DhlShipmentCheck checks;
    private final DhlShipMapper mapper;
    private final DhlRecovery recovery;
    private final Clock clock;

    DhlShipping(
            CarrierHttp http,
            DhlOrigins origins,
            DhlShipmentCheck checks,
            DhlShipMapper mapper,
            DhlRecovery recovery,
            Clock clock) {
        this.http = http;
        this.origins = origins;
        this.account = mapper.account();
        this.checks = checks;
        this.mapper = mapper;
        this.recovery = recovery;
        this.clock = clock;
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        checks.forShipping(request, check);
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        return origins.planned(request, call).thenCompose(planned -> buy(request, planned, call));
    }

    private CompletableFuture<Shipment> buy(ShipmentRequest request, OffsetDateTime planned, CallContext call) {
        return order(request, planned, call).exceptionallyCompose(failure -> {
            CarrierException refusal = Outcomes.carrierException(failure);
            return DhlRefusedPapers.areWhy(refusal, request)
                    ? buyWithoutPapers(request, refusal, planned, call)
                    : CompletableFuture.failedFuture(refusal);
        });
    }

    /** The second and last time it is sent. */
    private CompletableFuture<Shipment> buyWithoutPapers(
            ShipmentRequest request, CarrierException refusal, OffsetDateTime planned, CallContext call) {
        return order(DhlRefusedPapers.without(request), planned, call)
                .thenApply(shipment -> DhlRefusedPapers.told(shipment, refusal))
                .exceptionallyCompose(failure -> {
                    CarrierException second = Outcomes.carrierException(failure);
                    second.addSuppressed(refusal);
                    return CompletableFuture.failedFuture(second);
                });
    }

    private CompletableFuture<Shipment> order(ShipmentRequest request, OffsetDateTime planned, CallContext call) {
        CarrierRequest.Builder order = DhlExpressDoor.headed(CarrierRequest.post(SHIP), messageReference(request, call))
                .path("/shipments")
                .json(WireJson.write(DhlShipEncoder.encode(request, account, planned)));
        if (!request.tradeDocuments().isEmpty()) {
            order.query("bypassPLTError", "true");
        }
        return http.send(order.build(), call)
                .thenApply(response -> mapper.map(response, request, planned.toLocalDate(), clock.instant()));
    }

    private static String messageReference(ShipmentRequest request, CallContext call) {
        return request.idempotencyKey()
                .filter(key -> key.length() <= LONGEST_MESSAGE_REFERENCE && key.matches("[!-~]+"))
                .orElseGet(() -> DhlExpressDoor.messageReference(call.correlationId()));
    }

    @Override
    public boolean recovers() {
        return true;
    }

    @Override
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return recovery.recover(query, call);
    }
}
