package com.trackingmcp.internal.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A clock for who looks often: a look at the system's takes longer than all the rest of an answer from the cache. Safe
 * for use by many threads; starts none.
 *
 * <p>Once two looks fall into one millisecond a timer keeps the time, which is then up to a tick, a fiftieth of a
 * second, behind. After a tick without a look, and once the timer is shut down, every look is at the clock itself again.
 */
public final class CoarseClock extends Clock {
    private static final long TICK_MILLIS = 20;
    private static final long UNKEPT = Long.MIN_VALUE;

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private volatile long kept = UNKEPT;
    private volatile boolean looked;
    private volatile long lastLook = UNKEPT;

    /** The time of a clock, kept by a timer. */
    public CoarseClock(Clock clock, ScheduledExecutorService timer) {
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public long millis() {
        long time = kept;
        if (time == UNKEPT || timer.isShutdown()) {
            return look();
        }
        if (!looked) {
            looked = true;
        }
        return time;
    }

    private long look() {
        long time = clock.millis();
        if (time == lastLook) {
            startTicking();
        }
        lastLook = time;
        return time;
    }

    private synchronized void startTicking() {
        if (kept == UNKEPT && !timer.isShutdown()) {
            looked = true;
            keepTime();
        }
    }

    private synchronized void keepTime() {
        if (looked) {
            looked = false;
            kept = clock.millis();
            timer.schedule(this::keepTime, TICK_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            kept = UNKEPT;
        }
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}
