package com.trackingmcp.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One host, as far as its connections matter. Safe for use by many threads.
 *
 * <p>The JDK's HTTP client opens a connection for each HTTP/2 request that starts before the first connection stands,
 * hundreds where one would do. So while none is known to stand, one request goes ahead and the others wait for it: for
 * two seconds at most, for they need the connection and not its answer. A host that speaks HTTP/1.1 needs one for each
 * request anyway, and is not waited for again.
 */
final class Origin {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final long IDLE_NANOS = Duration.ofSeconds(20).toNanos();

    private final HttpTransport transport;
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private volatile boolean http1;
    private volatile long lastAnswer = System.nanoTime() - IDLE_NANOS;
    private volatile @Nullable CompletableFuture<Void> leader;

    /**
     * A host.
     *
     * @param http1 whether it is known to be asked in HTTP/1.1
     */
    Origin(HttpTransport transport, boolean http1) {
        this.transport = transport;
        this.http1 = http1;
    }

    /** What to wait for before sending; null where there is nothing to wait for. Each turn ends with {@link #ended}. */
    @Nullable
    CompletableFuture<Void> turn() {
        int others = onTheirWay.getAndIncrement();
        if (http1 || System.nanoTime() - lastAnswer < IDLE_NANOS) {
            return null;
        }
        synchronized (this) {
            CompletableFuture<Void> ahead = leader;
            if (ahead == null || ahead.isDone() && others == 0) {
                leader = new CompletableFuture<>();
                return null;
            }
            return ahead.isDone() ? null : transport.bounded(ahead.copy(), LONGEST_WAIT);
        }
    }

    /** An exchange is over: with an answer of that version, or without one. */
    void ended(HttpClient.@Nullable Version version) {
        onTheirWay.decrementAndGet();
        if (version != null) {
            lastAnswer = System.nanoTime();
            if (version == HttpClient.Version.HTTP_1_1 && !http1) {
                http1 = true;
            }
        }
        CompletableFuture<Void> ahead = leader;
        if (ahead != null && !ahead.isDone()) {
            ahead.complete(null);
        }
    }
}
