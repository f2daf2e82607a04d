package com.trackingmcp.internal.engine;

import java.time.Duration;

/**
 * How many batches of one lane may be on their way at once: as many as the carrier bears. Not safe by itself: its lane
 * locks.
 *
 * <p>It begins with a few, and takes one more for each batch that comes back while others wait, so that the number
 * doubles with every round trip, up to a ceiling. When the carrier asks to slow down it is halved, once a second at
 * most, and from then on grows by one in each round trip only: the way TCP finds its window.
 */
final class Permits {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    private final int ceiling;
    private double limit;
    private int inFlight;
    private boolean throttledBefore;
    private long throttledAt;

    Permits(int start, int ceiling) {
        this.ceiling = ceiling;
        this.limit = Math.min(start, ceiling);
    }

    boolean isAnyLeft() {
        return inFlight < limit();
    }

    int inFlight() {
        return inFlight;
    }

    int limit() {
        return (int) limit;
    }

    void take() {
        inFlight++;
    }

    /**
     * A batch has come back.
     *
     * @param wanted whether others wait for its place
     */
    void giveBack(boolean wanted) {
        inFlight--;
        if (wanted) {
            limit = Math.min(ceiling, limit + (throttledBefore ? 1 / limit : 1));
        }
    }

    /** The carrier has asked to slow down. */
    void throttled(long nanoTime) {
        if (!throttledBefore || nanoTime - throttledAt > PATIENCE_NANOS) {
            throttledBefore = true;
            throttledAt = nanoTime;
            limit = Math.max(1, Math.floor(limit / 2));
        }
    }
}
