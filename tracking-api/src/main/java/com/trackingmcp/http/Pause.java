package com.trackingmcp.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which nothing goes through a {@link QuotaGate} because the carrier wants it so. Changed under the lock of its
 * gate; may be read by any thread.
 */
final class Pause {
    private static final Instant NONE = Instant.MIN;

    private final Clock clock;
    private volatile Instant until = NONE;

    Pause(Clock clock) {
        this.clock = clock;
    }

    /** Lasts at least so long from now on. */
    void extend(Duration length) {
        Instant end = clock.instant().plus(length);
        until = end.isAfter(until) ? end : until;
    }

    /** Whether there is none; one whose end nobody has noticed yet is one. */
    boolean isNone() {
        return until.equals(NONE);
    }

    /** Whether it lasts now. */
    boolean lasts() {
        return !isNone() && lasts(clock.instant());
    }

    boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    /** Notices its end. */
    void end() {
        if (!isNone()) {
            until = NONE;
        }
    }

    /** When it ends, which is over where it does not last. */
    Instant until() {
        return until;
    }

    /** How much of it is left; zero where it does not last. */
    Duration left(Instant now) {
        Instant end = until;
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** Until when nothing goes out; empty where it does not last now. */
    Optional<Instant> told() {
        Instant end = until;
        return clock.instant().isBefore(end) ? Optional.of(end) : Optional.empty();
    }
}
