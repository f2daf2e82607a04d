package com.trackingmcp.http;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What all connections of one client share: the HTTP client, its threads, clock, limits and retries. Safe for use by
 * many threads; made and closed by the {@link com.trackingmcp.TrackingClient}.
 */
public final class HttpTransport implements AutoCloseable {
    private final HttpClient client;
    private final AutoCloseable threads;
    private final ScheduledThreadPoolExecutor scheduler;
    private final Clock clock;
    private final Limits limits;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<Object, Runnable> pending = new ConcurrentHashMap<>();

    /**
     * The bounds of every request.
     *
     * @param requestTimeout one attempt, from connecting to the last byte of the body
     * @param maxBodyBytes the largest body that is read, packed or unpacked
     * @param backoff when failed reads are tried again
     * @param tokenRefreshBuffer how long before its end a token is renewed
     */
    public record Limits(Duration requestTimeout, int maxBodyBytes, Backoff backoff, Duration tokenRefreshBuffer) {}

    /**
     * A transport over an HTTP client.
     *
     * @param threads what ends the client's own threads; closed with this transport
     */
    public HttpTransport(HttpClient client, AutoCloseable threads, Clock clock, Limits limits) {
        this.client = client;
        this.threads = threads;
        this.clock = clock;
        this.limits = limits;
        this.scheduler = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, "trackingmcp-timer");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
        scheduler.allowCoreThreadTimeOut(true);
        scheduler.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    HttpClient client() {
        return client;
    }

    ScheduledThreadPoolExecutor scheduler() {
        return scheduler;
    }

    Limits limits() {
        return limits;
    }

    /** The client's clock. */
    public Clock clock() {
        return clock;
    }

    /** Whether {@link #close()} was called. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Waits for a future no longer than this, and no longer than until {@link #close()}: then it is cancelled. */
    public <T> CompletableFuture<T> bounded(CompletableFuture<T> future, Duration wait) {
        keep(future, () -> future.cancel(true));
        return cancelAfter(future, wait);
    }

    /** Cancels a future that is not done in time; the timer goes when the future is done. */
    <T> CompletableFuture<T> cancelAfter(CompletableFuture<T> future, Duration wait) {
        ScheduledFuture<?> timer =
                scheduler.schedule(() -> future.cancel(true), Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        future.whenComplete((value, failure) -> timer.cancel(false));
        return future;
    }

    /** Keeps a future that nobody would complete once this is closed, with what completes it then. */
    void keep(CompletableFuture<?> future, Runnable onClose) {
        Object key = new Object();
        pending.put(key, onClose);
        future.whenComplete((value, failure) -> pending.remove(key));
        if (closed.get()) {
            onClose.run();
        }
    }

    /** Ends the timer thread and the HTTP client's threads; what is pending fails, saying so. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            scheduler.shutdownNow();
            List.copyOf(pending.values()).forEach(Runnable::run);
            try {
                threads.close();
            } catch (Exception e) {
                throw new IllegalStateException("The HTTP client's threads did not end", e);
            }
        }
    }
}
