package com.trackingmcp.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that moves when a test says so.
 *
 * <p>Safe for use by many threads; lives as long as whoever holds it. A clock made by {@link #fixed} stands still
 * between two calls of {@link #advance}; one made by {@link #running} follows the machine's clock and can be put
 * further ahead. Zone is UTC unless changed by {@link #withZone}; a clock and its zoned views share one time.
 */
public final class TestClock extends Clock {

    private final Clock base;
    private final AtomicReference<Duration> ahead;

    private TestClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    /** A clock that stands at {@code now} until it is advanced. */
    public static TestClock fixed(Instant now) {
        return new TestClock(Clock.fixed(now, ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO));
    }

    /** A clock that runs with the machine's and can be put further ahead. */
    public static TestClock running() {
        return new TestClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    /**
     * Moves the time forward.
     *
     * @throws IllegalArgumentException if {@code step} is negative: scans already told cannot be untold
     */
    public TestClock advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A test clock goes forward only, asked for " + step);
        }
        ahead.updateAndGet(before -> before.plus(step));
        return this;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(base.withZone(zone), ahead);
    }
}
