package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioTrackingWire.Tracker;
import com.trackingmcp.karrio.KarrioTrackingWire.Trackers;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Outcomes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Deletes what the server keeps of a parcel: the trackers of its number and carrier, archived ones too. Safe for use by many
 * threads; never blocks.
 *
 * <p>They are looked for in the list of one's own, for a tracker that is read by its number may be anybody's. Deleting does the
 * same however often it is done: where an answer was lost, they are looked for again.
 */
final class KarrioErasure {
    private static final String FIND = "erase";
    private static final int PART = 100;

    private final KarrioDoor door;
    private final KarrioConnection connection;

    KarrioErasure(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
    }

    /** Whether there was anything. */
    CompletableFuture<Boolean> erase(TrackingNumber number, CallContext call) {
        return found(number, call)
                .thenCompose(ids -> deleted(ids, call)
                        .exceptionallyCompose(failure -> again(number, Outcomes.carrierException(failure), call))
                        .thenApply(done -> !ids.isEmpty()));
    }

    private CompletableFuture<Void> again(TrackingNumber number, CarrierException error, CallContext call) {
        return error.code() == ErrorCode.OUTCOME_UNKNOWN
                ? found(number, call).thenCompose(left -> deleted(left, call))
                : CompletableFuture.failedFuture(error);
    }

    private CompletableFuture<Set<String>> found(TrackingNumber number, CallContext call) {
        return part(number, false, 0, new LinkedHashSet<>(), call)
                .thenCompose(shown -> part(number, true, 0, shown, call));
    }

    /** The server looks for a part of the number, so what only resembles it comes too. */
    private CompletableFuture<Set<String>> part(
            TrackingNumber number, boolean archived, int offset, Set<String> before, CallContext call) {
        CarrierRequest.Builder request = CarrierRequest.get(FIND)
                .path("/v1/trackers")
                .query("tracking_number", number.value())
                .query("carrier_name", connection.carrierName())
                .query("is_archived", String.valueOf(archived));
        return door.page(request, offset, PART, Trackers.class, tracker -> tracker, call)
                .thenCompose(page -> {
                    page.items().stream()
                            .filter(tracker -> isOf(number, tracker))
                            .flatMap(tracker -> WireText.text(tracker.id()).stream())
                            .forEach(before::add);
                    return page.hasMore()
                            ? part(number, archived, offset + page.items().size(), before, call)
                            : CompletableFuture.completedFuture(before);
                });
    }

    private boolean isOf(TrackingNumber number, Tracker tracker) {
        String told = WireText.text(tracker.tracking_number()).orElse("").replaceAll("[\\s-]", "");
        return told.equalsIgnoreCase(number.value().replace("-", ""))
                && connection.carrierName().equals(tracker.carrier_name());
    }

    private CompletableFuture<Void> deleted(Set<String> ids, CallContext call) {
        return CompletableFuture.allOf(ids.stream().map(id -> deleted(id, call)).toArray(CompletableFuture[]::new));
    }

    /** What is gone already is what was wanted. */
    private CompletableFuture<Void> deleted(String id, CallContext call) {
        return door.send(CarrierRequest.delete(FIND).path("/v1/trackers").segment(id), call)
                .handle((response, failure) -> {
                    CarrierException error = failure == null ? null : Outcomes.carrierException(failure);
                    if (error != null && error.code() != ErrorCode.OBJECT_NOT_FOUND) {
                        throw error;
                    }
                    return null;
                });
    }
}
