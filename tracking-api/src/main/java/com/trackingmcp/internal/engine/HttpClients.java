package com.trackingmcp.internal.engine;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.observe.CallListener;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Makes the client's own HTTP clients. Stateless. */
public final class HttpClients {
    private HttpClients() {}

    /**
     * A transport whose HTTP clients and threads end when it is closed.
     *
     * <p>The client's own work is done where it comes up: on the caller's thread or on the one that reads the network.
     * The JDK's default is a pool without bound, hundreds of threads for hundreds of requests, and handing over between
     * them costs more than reading the answers.
     */
    public static HttpTransport own(
            Duration connectTimeout,
            @Nullable SSLContext sslContext,
            @Nullable ProxySelector proxy,
            Clock clock,
            HttpTransport.Limits limits,
            QuotaStorage quotas,
            CallListener listener) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .executor(Runnable::run)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        if (proxy != null) {
            builder.proxy(proxy);
        }
        return new HttpTransport(builder::build, clock, limits, quotas, listener);
    }
}
