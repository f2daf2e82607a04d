package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.Purchases;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What can be done with shipments that were bought. Safe for use by many threads; lives as long as its client.
 */
public final class Shipments {
    private final Purchases purchases;
    private final Supplier<CallContext> calls;

    Shipments(Purchases purchases, Supplier<CallContext> calls) {
        this.purchases = purchases;
        this.calls = calls;
    }

    /**
     * Cancels a shipment with all its parcels. Sent once; withdrawn where the thread is interrupted before it is sent.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier cannot, such as DHL Express: a label
     *     that is not handed over is not charged there, and ends by itself
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: asking again tells
     * @throws CarrierException for whatever else went wrong; with
     *     {@link com.trackingmcp.error.ErrorCode#SHIPMENT_NOT_CANCELLED} where the carrier would not
     */
    public Cancellation cancel(Shipment shipment) {
        return cancel(ShipmentQuery.of(Async.required("shipment", shipment)));
    }

    /** Cancels a shipment, or only the {@link ShipmentQuery#parcels()} named; throws as {@link #cancel(Shipment)} does. */
    public Cancellation cancel(ShipmentQuery query) {
        return cancelling(query).await();
    }

    /** The twin of {@link #cancel(ShipmentQuery)}; cancelling the future withdraws it where it was not sent yet. */
    public CompletableFuture<Cancellation> cancelAsync(ShipmentQuery query) {
        return Async.attempt(() -> cancelling(query).handedOver());
    }

    private Pending<Cancellation> cancelling(ShipmentQuery query) {
        return purchases.cancel(Async.required("query", query), calls.get());
    }

    /**
     * Finds shipments that were bought, with their labels where the carrier gives them again (UPS); DHL Express
     * gives its copy of the waybill where it has filed one, and FedEx tells that they exist, and under which numbers.
     *
     * @return none where the carrier knows none
     * @throws CarrierException for whatever went wrong
     */
    public List<Shipment> recover(ShipmentQuery query) {
        return recovering(query).await();
    }

    /** The twin of {@link #recover(ShipmentQuery)}. */
    public CompletableFuture<List<Shipment>> recoverAsync(ShipmentQuery query) {
        return Async.attempt(() -> recovering(query).handedOver());
    }

    private Pending<List<Shipment>> recovering(ShipmentQuery query) {
        CallContext call = calls.get();
        return new Pending<>(purchases.recover(Async.required("query", query), call), call::cancel);
    }
}
