package com.trackingmcp.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before a read is tried again: a pure function of the attempt and of what the carrier asked for.
 * Immutable.
 *
 * @param retries how often a failed read is tried again; 0 switches retries off
 * @param base the wait before the first retry; each further one doubles it
 * @param jitter a number from 0 (inclusive) to 1 (exclusive): half of every wait is left to it
 */
public record Backoff(int retries, Duration base, DoubleSupplier jitter) {
    private static final int MOST_DOUBLINGS = 16;

    public Backoff {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative: " + retries);
        }
        if (base.isNegative()) {
            throw new IllegalArgumentException("base must not be negative: " + base);
        }
    }

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the attempt that failed, from 1
     * @param retryAfter what the carrier asked for; wins over the computed wait
     */
    public Duration delay(int attempt, Optional<Duration> retryAfter) {
        if (retryAfter.isPresent()) {
            return retryAfter.get();
        }
        double full = (double) base.toNanos() * (1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return Duration.ofNanos((long) (full * (0.5 + jitter.getAsDouble() / 2)));
    }
}
