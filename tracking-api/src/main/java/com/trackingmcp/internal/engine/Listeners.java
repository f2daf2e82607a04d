package com.trackingmcp.internal.engine;

import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several listeners, in the order given. What one throws costs neither the others nor the call anything. Safe for
 * use by many threads.
 */
public final class Listeners implements CallListener {
    /** The type's name that a user wrote a listener for: it is what users know, and switch on in their logs. */
    private static final Logger LOG = LoggerFactory.getLogger(CallListener.class);

    private static final int WARN_EVERY = 1_000;

    private final Guarded[] listeners;

    private Listeners(List<? extends CallListener> listeners) {
        this.listeners = listeners.stream().map(Guarded::new).toArray(Guarded[]::new);
    }

    public static Listeners of(List<? extends CallListener> listeners) {
        return new Listeners(listeners);
    }

    /** Whether nobody listens: then no event needs to be made. */
    public boolean isEmpty() {
        return listeners.length == 0;
    }

    @Override
    public void onCall(CallEvent event) {
        for (Guarded listener : listeners) {
            listener.onCall(event);
        }
    }

    private static final class Guarded {
        private final CallListener listener;
        private final AtomicLong failures = new AtomicLong();

        Guarded(CallListener listener) {
            this.listener = listener;
        }

        /** Of errors only those are passed on after which nothing works any more. */
        void onCall(CallEvent event) {
            try {
                listener.onCall(event);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                long count = failures.incrementAndGet();
                if (count == 1 || count % WARN_EVERY == 0) {
                    LOG.warn(
                            "The listener {} failed; failures so far: {}",
                            listener.getClass().getName(),
                            count,
                            e);
                }
            }
        }
    }
}
