package com.trackingmcp.mcp.internal.http;

import com.trackingmcp.mcp.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What goes on, by whose it is: nobody may take all the room. Safe for use by many threads. */
final class Underway {
    private final int most;
    private final int mostEach;
    private final Map<String, Integer> each = new HashMap<>();
    private int all;

    Underway(int most, int mostEach) {
        this.most = most;
        this.mostEach = mostEach;
    }

    /** Whether one more may go on; then it is to be {@linkplain #end ended}. */
    synchronized boolean begin(Caller caller) {
        if (all >= most || each.getOrDefault(caller.subject(), 0) >= mostEach) {
            return false;
        }
        all++;
        each.merge(caller.subject(), 1, Integer::sum);
        return true;
    }

    synchronized void end(Caller caller) {
        all--;
        each.computeIfPresent(caller.subject(), (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Waits until nothing goes on; for a bounded time. */
    synchronized void await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toMillis(); all > 0 && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
