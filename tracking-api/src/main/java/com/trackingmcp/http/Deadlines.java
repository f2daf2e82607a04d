package com.trackingmcp.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cancels futures that are not done in time, or not by the time the client closes. Safe for use by many threads.
 *
 * <p>One tick looks after all of them: a timer for each would wake a thread for every request, only to be cancelled. So
 * a future may live up to one tick, a fiftieth of a second, longer than it was given.
 */
final class Deadlines {
    private static final long TICK_MILLIS = 20;
    private static final int IDLE_TICKS = 500;

    private final ScheduledExecutorService timer;
    private final Executor ending;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledFuture<?> ticking;
    private volatile boolean ticks;
    private volatile boolean closed;
    private int idle;

    /**
     * The deadlines of one client.
     *
     * @param timer for the tick
     * @param ending does what hangs on the futures that are cancelled
     */
    Deadlines(ScheduledExecutorService timer, Executor ending) {
        this.timer = timer;
        this.ending = ending;
    }

    /** A future and when it ends; told when the future is done. */
    private final class Watch implements BiConsumer<Object, Throwable> {
        private final CompletableFuture<?> future;
        private final long end;

        Watch(CompletableFuture<?> future, long end) {
            this.future = future;
            this.end = end;
        }

        @Override
        public void accept(@Nullable Object value, @Nullable Throwable failure) {
            watches.remove(this);
        }
    }

    /** The same future, cancelled once this long has passed, or the client is closed. */
    <T> CompletableFuture<T> bounded(CompletableFuture<T> future, Duration wait) {
        if (future.isDone()) {
            return future;
        }
        Watch watch = new Watch(future, System.nanoTime() + Math.max(0, wait.toNanos()));
        watches.add(watch);
        future.whenComplete(watch);
        if (closed) {
            future.cancel(true);
        } else if (!ticks) {
            startTicking();
        }
        return future;
    }

    private synchronized void startTicking() {
        if (!ticks && !closed) {
            idle = 0;
            ticking = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            ticks = true;
        }
    }

    private void tick() {
        long now = System.nanoTime();
        watches.removeIf(watch -> {
            boolean late = now - watch.end >= 0;
            if (late) {
                ending.execute(() -> watch.future.cancel(true));
            }
            return late;
        });
        idle = watches.isEmpty() ? idle + 1 : 0;
        if (idle > IDLE_TICKS) {
            stopTicking();
        }
    }

    private synchronized void stopTicking() {
        ticks = false;
        if (ticking != null) {
            ticking.cancel(false);
        }
        // whoever came since the last look found it still ticking
        if (!watches.isEmpty()) {
            startTicking();
        }
    }

    /** Cancels all, and whatever comes later. */
    void close() {
        closed = true;
        watches.forEach(watch -> watch.future.cancel(true));
    }
}
