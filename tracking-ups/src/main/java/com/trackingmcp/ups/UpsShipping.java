package com.trackingmcp.ups;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Labels of UPS. Safe for use by many threads; never blocks.
 *
 * <p>UPS sells to an account only, which the settings or the request must name. A label is sent for once; its answer lost,
 * it is looked for by its first reference. The caller's idempotency key rides along as UPS's customer context: UPS gives it
 * back and stores it, but does not keep from selling twice.
 */
final class UpsShipping implements ShippingCapability {
    private static final String SHIP = "/api/shipments/v2409/ship";
    private final CarrierHttp http;
    private final Clock clock;
    private final Optional<String> accountNumber;
    private final UpsShipmentMapper mapper;
    private final UpsVoids voids;
    private final UpsRecovery recovery;

    UpsShipping(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("ship");
        this.clock = doors.clock();
        this.accountNumber = doors.accountNumber();
        this.mapper = new UpsShipmentMapper(profile);
        this.voids = new UpsVoids(http, profile);
        this.recovery = new UpsRecovery(http, mapper, accountNumber);
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        UpsChecks.forShipping(request, LocalDate.now(clock), check);
        if (UpsPayments.shipperNumber(request, accountNumber).isEmpty()) {
            check.missing("payment", "with an account of the sender's while UPS_ACCOUNT_NUMBER is not set");
        }
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        String account = UpsPayments.shipperNumber(request, accountNumber).orElseThrow();
        CarrierRequest asked = UpsTracking.identified(
                CarrierRequest.post("ship")
                        .path(SHIP)
                        .json(WireJson.write(UpsShipEncoder.order(request, account, LocalDate.now(clock)))),
                call);
        return http.send(asked, call).thenApply(response -> mapper.bought(response, request, clock.instant()));
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return voids.cancel(query, call);
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
