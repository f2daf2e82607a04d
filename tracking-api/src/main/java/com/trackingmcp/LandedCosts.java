package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.LandedCostDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Estimates duties and taxes. Safe for use by many threads; lives as long as its client.
 */
public final class LandedCosts {
    private final LandedCostDesk desk;
    private final Calls calls;

    LandedCosts(LandedCostDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * What it costs to get goods over a border, by the carrier named, or by the first that can tell in the order of the connections.
     * Nothing is bought.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where nobody can
     * @throws CarrierException for whatever else went wrong
     */
    public LandedCost quote(LandedCostRequest request) {
        return quoting(request).await();
    }

    /** The twin of {@link #quote(LandedCostRequest)}. */
    public CompletableFuture<LandedCost> quoteAsync(LandedCostRequest request) {
        return Async.attempt(() -> quoting(request).handedOver());
    }

    private Pending<LandedCost> quoting(LandedCostRequest request) {
        Async.required("request", request);
        return calls.ask(request.carrier(), call -> desk.quote(request, call));
    }
}
