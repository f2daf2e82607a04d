package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.SubscriptionDesk;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Has carriers tell of parcels as they move. Safe for use by many threads; lives as long as its client.
 */
public final class Subscriptions {
    private final SubscriptionDesk desk;
    private final Calls calls;

    Subscriptions(SubscriptionDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * Asks to be told of parcels. Sent once.
     *
     * @return one outcome for each number, in their order
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier does not, or only by agreement with it
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: some may be subscribed to
     * @throws CarrierException for whatever else went wrong
     */
    public List<Outcome<Subscription>> subscribe(SubscriptionRequest request) {
        return subscribing(request).await();
    }

    /** The twin of {@link #subscribe(SubscriptionRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<List<Outcome<Subscription>>> subscribeAsync(SubscriptionRequest request) {
        return Async.attempt(() -> subscribing(request).handedOver());
    }

    private Pending<List<Outcome<Subscription>>> subscribing(SubscriptionRequest request) {
        Async.required("request", request);
        return calls.have(request.carrier(), call -> desk.subscribe(request, call));
    }
}
