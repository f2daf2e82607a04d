package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Has parcels fetched. Safe for use by many threads; blocks none.
 *
 * <p>What books, changes or calls off is sent at most once: a lost answer is
 * {@link com.trackingmcp.error.OutcomeUnknownException}, never a second try. Where a carrier refuses the time, its error is
 * {@link com.trackingmcp.error.ErrorCode#PICKUP_TIMING}.
 */
public interface PickupCapability extends Capability {
    /**
     * Tells everything that keeps this carrier from booking the pickup, also a date outside of its window; what the client
     * checks itself need not be told.
     */
    void check(PickupRequest request, RequestCheck check);

    /**
     * Which of the carrier's drivers fetches parcels of a service, in a code of the carrier's: what different ones fetch needs
     * a pickup each. The same for all services where there is one driver.
     */
    default String fetchedBy(Optional<String> service) {
        return "";
    }

    /** Books a pickup. */
    CompletableFuture<PickupConfirmation> schedule(PickupRequest request, CallContext call);

    /** Whether {@link #quote} can be asked. */
    default boolean quotes() {
        return false;
    }

    /** Tells everything that keeps this carrier from quoting the pickup; what the client checks itself need not be told. */
    default void checkQuote(PickupRequest request, RequestCheck check) {}

    /** The windows in which it would come, and what that costs; none where it does not come there. */
    default CompletableFuture<List<PickupQuote>> quote(PickupRequest request, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("quoting pickups"));
    }

    /** Whether {@link #update} can be asked. */
    default boolean updates() {
        return false;
    }

    /** Changes a pickup that was booked; the number may be another afterwards. */
    default CompletableFuture<PickupConfirmation> update(PickupQuery pickup, PickupRequest request, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("changing pickups"));
    }

    /** Tells everything without which this carrier cannot call the pickup off, or tell of it. */
    default void checkQuery(PickupQuery pickup, RequestCheck check) {}

    /** Whether {@link #cancel} can be asked. */
    default boolean cancels() {
        return false;
    }

    /** Calls one off. */
    default CompletableFuture<Cancellation> cancel(PickupQuery pickup, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("cancelling pickups"));
    }

    /** Whether {@link #cancelAll} can be asked. */
    default boolean cancelsAll() {
        return false;
    }

    /** Calls all of the account off. */
    default CompletableFuture<Cancellation> cancelAll(CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("cancelling all pickups of an account"));
    }

    /** Whether {@link #pending} can be asked. */
    default boolean tellsPending() {
        return false;
    }

    /** The account's pickups that are booked, as far ahead as the carrier tells of; none where there are none. */
    default CompletableFuture<List<PickupConfirmation>> pending(CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("telling of pickups"));
    }
}
