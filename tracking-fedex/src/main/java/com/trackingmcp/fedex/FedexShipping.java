package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's Ship API: labels for parcels by Express, Ground and Ground Economy. Safe for use by many threads.
 *
 * <p>All parcels of a shipment are bought in one call, and each has a number and a label of its own. FedEx has no field
 * for an idempotency key; the key rides along as the transaction id it repeats. It never sends a label again: a shipment
 * whose answer was lost is found through tracking, by its first reference, and without its labels.
 */
final class FedexShipping implements ShippingCapability {
    static final String SHIP = "ship";
    static final String CANCEL = "cancel_shipment";

    private final FedexSales sales;
    private final FedexSales.Door ship;
    private final FedexShipMapper mapper;
    private final FedexCancelling cancelling;
    private final FedexRecovery recovery;

    FedexShipping(FedexSales sales, FedexConfig config, FedexTracking tracking) {
        this.sales = sales;
        this.ship = sales.door("ship");
        this.mapper = new FedexShipMapper(sales.profile(), sales.context().clock());
        this.cancelling = new FedexCancelling(sales, ship);
        this.recovery = new FedexRecovery(sales.profile(), config, tracking);
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        FedexChecks.forShipping(request, FedexCatalog.get().labelStocks(), check);
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        CarrierRequest purchase = sales.request(
                CarrierRequest.post(SHIP),
                "/ship/v1/shipments",
                FedexShipEncoder.encode(request, sales.account(SHIP)),
                FedexSales.transactionId(request.idempotencyKey().orElse(null), call));
        return ship.http().send(purchase, call).thenApply(response -> sold(response, request));
    }

    private Shipment sold(CarrierResponse response, ShipmentRequest request) {
        FedexShipAnswer answer = WireJson.read(response, FedexShipAnswer.class);
        FedexShipAnswer.Output output = answer.output();
        if (output != null && output.transactionShipments() != null) {
            return mapper.shipment(output, request)
                    .orElseThrow(() -> unclear(response, answer, "it tells no tracking number"));
        }
        List<SellingFault> faults = FedexSellingErrors.faults(answer.errors());
        if (!faults.isEmpty()) {
            throw FedexSellingErrors.refusal(response, answer.transactionId(), faults)
                    .toException();
        }
        boolean later = output != null && WireText.text(output.jobId()).isPresent();
        throw unclear(response, answer, later ? "it was put off, though that was not asked for" : "it has no shipment");
    }

    /** It may have been bought. */
    static CarrierException unclear(CarrierResponse response, FedexShipAnswer answer, String reason) {
        ErrorDetails.Builder error = response.fault(ErrorCode.OUTCOME_UNKNOWN)
                .requestId(WireText.text(answer.transactionId()).orElse(null))
                .carrierText(reason)
                .argument("reason", reason);
        return error.toException();
    }

    @Override
    public boolean cancels() {
        return true;
    }

    /**
     * All parcels, or those named: one call each then, for FedEx deletes one parcel or all. What it refuses to cancel is an
     * error; where it cancels some of several and refuses others, the answer tells which.
     */
    @Override
    public CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return cancelling.cancel(query, call);
    }

    @Override
    public boolean recovers() {
        return true;
    }

    /** Through tracking: without labels, price and service codes of the purchase, and only once FedEx tracks the label. */
    @Override
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return recovery.recover(query, call);
    }
}
