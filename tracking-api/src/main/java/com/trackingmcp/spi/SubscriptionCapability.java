package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Has the carrier tell of parcels as they move. Safe for use by many threads; blocks none. Sent at most once. */
public interface SubscriptionCapability extends Capability {
    /** Tells everything that keeps this carrier from it, but for numbers that it may refuse one by one. */
    void check(SubscriptionRequest request, RequestCheck check);

    /** One outcome for each number, in their order. */
    CompletableFuture<List<Outcome<Subscription>>> subscribe(SubscriptionRequest request, CallContext call);
}
