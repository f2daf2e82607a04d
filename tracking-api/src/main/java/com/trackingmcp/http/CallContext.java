package com.trackingmcp.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one call of a caller's, on all the requests it takes. Lives as long as the call; safe for use by many
 * threads.
 */
public final class CallContext {
    private final String correlationId;
    private final Instant deadline;
    private final boolean rawJson;
    private final AtomicLong queuedNanos;
    private final List<Runnable> hooks = new ArrayList<>(2);
    private boolean cancelled;
    private int purchases;
    private int purchasesOut;
    private @Nullable Thread lent;
    private @Nullable Runnable onFirstAnswer;
    private @Nullable Runnable onFirstCount;

    /**
     * A call that was not kept waiting.
     *
     * @param correlationId the id of the call in log and errors: 32 hexadecimal digits
     * @param deadline when the caller stops waiting, retries included
     * @param rawJson whether the caller wants the carrier's own JSON beside the models
     */
    public CallContext(String correlationId, Instant deadline, boolean rawJson) {
        this(correlationId, deadline, rawJson, Duration.ZERO);
    }

    /**
     * A call.
     *
     * @param queued how long it has waited for its turn already; told with the first request it sends
     */
    public CallContext(String correlationId, Instant deadline, boolean rawJson, Duration queued) {
        this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.rawJson = rawJson;
        this.queuedNanos = new AtomicLong(queued.toNanos());
    }

    /** The id of the call in log and errors: 32 hexadecimal digits. */
    public String correlationId() {
        return correlationId;
    }

    /** When the caller stops waiting, retries included. */
    public Instant deadline() {
        return deadline;
    }

    /** Whether the caller wants the carrier's own JSON beside the models. */
    public boolean rawJson() {
        return rawJson;
    }

    /** How long the call waited before its first request; the first to ask is told, for that wait happened once. */
    long takeQueuedNanos() {
        return queuedNanos.getAndSet(0);
    }

    /**
     * Lends this thread to the first request of the call, which is sent by it and keeps it until the answer is there:
     * for callers that wait for the answer anyway.
     */
    public void lendThread() {
        lent = Thread.currentThread();
    }

    /** Whether this very thread is lent; only once. */
    boolean takeThread() {
        boolean mine = lent == Thread.currentThread();
        if (mine) {
            lent = null;
        }
        return mine;
    }

    /**
     * Has something done as soon as the first good answer has arrived, before it is read: the way to the carrier is free
     * for others then. Mostly on the thread that reads everybody's answers: it must be short. To be set before the first request.
     */
    public void onFirstAnswer(Runnable hook) {
        onFirstAnswer = hook;
    }

    /**
     * Sets what is run once when the quota counts the first request of this call, or lets it wait for its turn. Set it
     * before the call is made.
     */
    public void onFirstCount(Runnable hook) {
        onFirstCount = hook;
    }

    /** The quota knows of a request. */
    void counted() {
        Runnable hook = onFirstCount;
        if (hook != null) {
            onFirstCount = null;
            hook.run();
        }
    }

    /** A good answer has arrived. */
    void answerArrived() {
        Runnable hook = onFirstAnswer;
        if (hook != null) {
            onFirstAnswer = null;
            hook.run();
        }
    }

    /** Tells that nobody waits for the answer any more: what is on its way is given up. */
    public void cancel() {
        List<Runnable> told;
        synchronized (hooks) {
            cancelled = true;
            told = List.copyOf(hooks);
            hooks.clear();
        }
        told.forEach(Runnable::run);
    }

    /** Whether nobody waits for the answer any more. */
    public boolean isCancelled() {
        synchronized (hooks) {
            return cancelled;
        }
    }

    /**
     * Whether the call was cancelled before what it was to buy or book was sent: it did not happen, and will not. Not known
     * of what is not sent through a {@link CarrierHttp}.
     */
    public boolean isWithdrawn() {
        synchronized (hooks) {
            return cancelled && purchases > 0 && purchasesOut == 0;
        }
    }

    /**
     * Whether what the call was to buy or book surely never reached the carrier, for none of it was sent: what went wrong
     * did so before, as with a token. Not known of what is not sent through a {@link CarrierHttp}.
     */
    public boolean isUnsent() {
        synchronized (hooks) {
            return purchases > 0 && purchasesOut == 0;
        }
    }

    /** Something that buys or books is to be sent. */
    void purchaseBegins() {
        synchronized (hooks) {
            purchases++;
        }
    }

    /** It goes out now, after which the carrier may have it. */
    void purchaseGoesOut() {
        synchronized (hooks) {
            purchasesOut++;
        }
    }

    /** The carrier has not got it after all, or refused it unread. */
    void purchaseIsBack() {
        synchronized (hooks) {
            purchasesOut--;
        }
    }

    /** Has something done when the call is cancelled: at once where it is already. */
    public void onCancel(Runnable hook) {
        synchronized (hooks) {
            if (!cancelled) {
                hooks.add(hook);
                return;
            }
        }
        hook.run();
    }

    /** Takes back what {@link #onCancel} was told: the hook's work has ended. */
    void forget(Runnable hook) {
        synchronized (hooks) {
            hooks.remove(hook);
        }
    }
}
