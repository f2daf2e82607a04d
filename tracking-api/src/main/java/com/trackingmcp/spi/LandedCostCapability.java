package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import java.util.concurrent.CompletableFuture;

/** Estimates duties and taxes. Safe for use by many threads; blocks none. */
public interface LandedCostCapability extends Capability {
    /** Tells everything that keeps this carrier from an estimate; what the client checks itself need not be told. */
    void check(LandedCostRequest request, RequestCheck check);

    /** Estimates; goods that cannot be calculated are told as such, and do not keep the others from being calculated. */
    CompletableFuture<LandedCost> quote(LandedCostRequest request, CallContext call);
}
