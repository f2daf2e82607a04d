package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Buys labels, and what has to do with labels that were bought. Safe for use by many threads; blocks none.
 *
 * <p>What buys or cancels is sent at most once: a lost answer is
 * {@link com.trackingmcp.error.OutcomeUnknownException}, never a second try. Only an order that was refused because of its
 * papers, and so surely bought nothing, may be sent once more without them.
 */
public interface ShippingCapability extends Capability {
    /** Tells everything that keeps this carrier from shipping it; what the client checks itself need not be told. */
    void check(ShipmentRequest request, RequestCheck check);

    /**
     * Buys the labels of one shipment.
     *
     * @param request checked, with a service, and at least one reference: the first is what the shipment is to be found by
     */
    CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call);

    /** Whether {@link #cancel} can be asked. */
    default boolean cancels() {
        return false;
    }

    /** Cancels a shipment, or some parcels of it. */
    default CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("cancelling a shipment"));
    }

    /** Whether {@link #recover} can be asked. */
    default boolean recovers() {
        return false;
    }

    /**
     * Finds shipments that were bought, with their labels where the carrier gives them again; none where it knows none.
     */
    default CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("recovering a shipment"));
    }
}
