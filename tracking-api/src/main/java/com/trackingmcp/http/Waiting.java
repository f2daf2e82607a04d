package com.trackingmcp.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one request waits for, one thing after the other, each no longer than its call has time. Used by one thread after
 * the other; may be cancelled by any.
 */
final class Waiting {
    private final HttpTransport transport;
    private final CallContext call;
    private volatile @Nullable CompletableFuture<?> current;

    Waiting(HttpTransport transport, CallContext call) {
        this.transport = transport;
        this.call = call;
    }

    /** How much time its call has left; zero or less where that is over. */
    Duration left() {
        return Duration.between(transport.clock().instant(), call.deadline());
    }

    /** It waits for this, which is cancelled once the call's time is over. */
    <T> CompletableFuture<T> bounded(CompletableFuture<T> future) {
        current = future;
        return transport.bounded(future, left());
    }

    /** It waits for what is bounded already, and whose end others see to. */
    void on(CompletableFuture<?> bounded) {
        current = bounded;
    }

    /** It waits for an exchange; one that is over must not be cancelled, for its connection may carry another request. */
    void onExchange(CompletableFuture<?> exchange) {
        current = exchange;
        if (call.isCancelled() && !exchange.isDone()) {
            exchange.cancel(true);
        }
    }

    /** The exchange is over. */
    void exchangeEnded() {
        current = null;
    }

    /** It waits for a while; cancelled where the call's time is over before, or the client is closed. */
    CompletableFuture<Void> pause(Duration length) {
        CompletableFuture<Void> pause = bounded(new CompletableFuture<>());
        transport.scheduler().schedule(() -> pause.complete(null), length.toNanos(), TimeUnit.NANOSECONDS);
        return pause;
    }

    /** Ends what it waits for now. */
    void cancel() {
        CompletableFuture<?> waitedFor = current;
        if (waitedFor != null) {
            waitedFor.cancel(true);
        }
    }
}
