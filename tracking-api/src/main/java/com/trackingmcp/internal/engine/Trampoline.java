package com.trackingmcp.internal.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work once more for whoever asks for it: in a loop, and not by recursion, for the work itself may ask
 * for more of it before it returns. Safe for use by many threads; blocks none, for one of them works for all.
 */
final class Trampoline {
    private static final Logger LOG = LoggerFactory.getLogger(Trampoline.class);

    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    Trampoline(Runnable work) {
        this.work = work;
    }

    /** Has the work done after this: by this thread, unless another one is about it. */
    void bounce() {
        if (asked.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            work();
            seen = asked.addAndGet(-seen);
        } while (seen != 0);
    }

    /** What goes wrong once must not end it for all who come later. */
    private void work() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A defect in this library: what was not started waits for its deadline", e);
        }
    }
}
