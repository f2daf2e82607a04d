package com.trackingmcp.internal.engine;

import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the cache: a result, or that nobody knows the number. Immutable.
 *
 * <p>Of an error only its details are kept: its stack trace tells of another caller's thread, holds classes in memory,
 * and an exception that many callers throw collects what each of them suppresses.
 */
final class CachedAnswer {
    /** The cache's own: a node of its map, and Caffeine's node with its places in the queues. */
    private static final int NODES = 96;

    private final ResultCache.@Nullable Hit known;
    private final @Nullable ErrorDetails unknown;
    private final long freshUntil;
    private final int bytes;

    private CachedAnswer(ResultCache.@Nullable Hit known, @Nullable ErrorDetails unknown, long freshUntil, long bytes) {
        this.known = known;
        this.unknown = unknown;
        this.freshUntil = freshUntil;
        this.bytes = (int) Math.min(Integer.MAX_VALUE, bytes + NODES + HeapSize.object(5));
    }

    /**
     * A result.
     *
     * @param freshUntil when it grows old, in nanoseconds of the cache's clock
     */
    static CachedAnswer known(TrackingNumber asked, Outcome.Success<TrackingResult> outcome, long freshUntil) {
        long bytes = HeapSize.of(asked) + HeapSize.of(outcome.get()) + HeapSize.object(1) + HeapSize.object(2);
        return new CachedAnswer(new ResultCache.Hit(outcome, false), null, freshUntil, bytes);
    }

    /** That nobody knows the number. */
    static CachedAnswer unknown(TrackingNumber asked, TrackingNumberNotFoundException error, long freshUntil) {
        long bytes = HeapSize.of(asked) + HeapSize.of(error.details(), String.valueOf(error.getMessage()));
        return new CachedAnswer(null, error.details(), freshUntil, bytes);
    }

    /** The answer as it is given. */
    ResultCache.Hit hit() {
        return known != null
                ? known
                : new ResultCache.Hit(
                        Outcome.failure(new TrackingNumberNotFoundException(Objects.requireNonNull(unknown), null)),
                        false);
    }

    /** That nobody knew a number is no help to anyone once it is old. */
    boolean mayBeStale() {
        return known != null;
    }

    long freshUntil() {
        return freshUntil;
    }

    /** The memory it takes, its key included, by estimate. */
    int bytes() {
        return bytes;
    }

    /** Whether it is about this number, apart from the question it answers. */
    boolean mentions(String value) {
        return known != null
                && known.outcome()
                        .value()
                        .filter(result -> mentions(result, value))
                        .isPresent();
    }

    private static boolean mentions(TrackingResult result, String value) {
        return result.number().value().equals(value)
                || result.associatedNumbers().stream().anyMatch(other -> same(other.number(), value))
                || result.alternatives().stream().anyMatch(other -> mentions(other, value));
    }

    /** Carriers write the other numbers as they like; what cannot be a tracking number is compared as it is. */
    private static boolean same(String written, String value) {
        if (written.equals(value) || written.length() < value.length()) {
            return written.equals(value);
        }
        try {
            return TrackingNumber.of(written).value().equals(value);
        } catch (InvalidRequestException e) {
            return false;
        }
    }
}
