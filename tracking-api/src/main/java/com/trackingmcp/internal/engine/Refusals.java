package com.trackingmcp.internal.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a lane has learned from refused batches: whether one of them is being split, which others wait for what comes of
 * that, and whether the carrier refuses whatever it is sent. Safe for use by many threads; blocks none.
 */
final class Refusals {
    private static final long BELIEVED = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Deque<Runnable> waiting = new ArrayDeque<>(0);
    private boolean splitting;
    private long refusesAllUntil;

    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.refusesAllUntil = nanoTime.getAsLong();
    }

    /**
     * Has a refused batch split: after the first one's end, where another is being split and it is not known yet whether
     * the carrier refuses everything.
     */
    void split(Runnable split) {
        synchronized (this) {
            if (splitting) {
                waiting.add(split);
                return;
            }
            splitting = true;
        }
        try {
            split.run();
        } catch (RuntimeException | Error e) {
            splitEnded(false);
            throw e;
        }
    }

    /** A batch was split to the end: the others need not wait for each other now. */
    void splitEnded(boolean allRefused) {
        List<Runnable> next;
        synchronized (this) {
            refusesAllUntil = nanoTime.getAsLong() + (allRefused ? BELIEVED : 0);
            next = List.copyOf(waiting);
            waiting.clear();
            splitting = false;
        }
        next.forEach(Runnable::run);
    }

    /** The carrier has answered a batch: so it does not refuse everything. */
    synchronized void answered() {
        refusesAllUntil = nanoTime.getAsLong();
    }

    /** Whether the carrier refuses whatever it is sent: splitting batches would only ask it more often. */
    synchronized boolean isRefusingAll() {
        return refusesAllUntil - nanoTime.getAsLong() > 0;
    }
}
