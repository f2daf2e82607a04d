package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The requests that hold a thread, by who sent them: nobody may hold them all. Safe for use by many threads. */
final class Underway {
    private final int mostEach;
    private final Map<String, Integer> each = new HashMap<>();
    private boolean stopping;

    Underway(int mostEach) {
        this.mostEach = mostEach;
    }

    /** Whether one more may go on; then it is to be {@linkplain #end ended}. */
    synchronized boolean begin(Caller caller) {
        if (each.getOrDefault(caller.subject(), 0) >= mostEach) {
            return false;
        }
        each.merge(caller.subject(), 1, Integer::sum);
        return true;
    }

    synchronized void end(Caller caller) {
        each.computeIfPresent(caller.subject(), (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Lets none begin any more, and waits until those that go on have ended; for a bounded time. */
    synchronized void stop(Duration most) {
        stopping = true;
        long end = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toMillis(); !each.isEmpty() && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
