package com.trackingmcp.internal.engine;

import com.trackingmcp.http.HttpTransport;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Makes the client's own HTTP client, with a bounded number of threads. Stateless. */
public final class HttpClients {
    private HttpClients() {}

    /** A transport whose HTTP client and threads end when it is closed. */
    public static HttpTransport own(
            Duration connectTimeout,
            @Nullable SSLContext sslContext,
            @Nullable ProxySelector proxy,
            Clock clock,
            HttpTransport.Limits limits) {
        ThreadPoolExecutor threads = threads();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(threads)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        if (proxy != null) {
            builder.proxy(proxy);
        }
        HttpClient client = builder.build();
        return new HttpTransport(client, () -> close(client, threads), clock, limits);
    }

    /** The JDK's default is a pool without bound: hundreds of threads for hundreds of requests. */
    private static ThreadPoolExecutor threads() {
        int count = Math.max(2, Runtime.getRuntime().availableProcessors());
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = runnable -> {
            Thread thread = new Thread(runnable, "trackingmcp-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(count, count, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Since JDK 21 an HTTP client can be closed; before, its selector thread ends once the client is unreachable, which
     * it is when the transport is.
     */
    private static void close(HttpClient client, ThreadPoolExecutor threads) throws Exception {
        if ((Object) client instanceof AutoCloseable closeable) {
            closeable.close();
        }
        threads.shutdown();
    }
}
