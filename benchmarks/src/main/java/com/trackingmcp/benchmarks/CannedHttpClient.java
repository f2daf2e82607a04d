package com.trackingmcp.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * An HTTP client without a network: it gives one answer to everything, in buffers as large as the JDK's, at once and on
 * the caller's thread. It notes when it began to, so that what comes after can be measured alone.
 */
final class CannedHttpClient extends HttpClient {
    private static final int BUFFER = 16 * 1024;
    private static final byte[] TOKEN =
            "{\"access_token\":\"test-token\",\"expires_in\":\"14399\"}".getBytes(StandardCharsets.UTF_8);
    private static final HttpHeaders HEADERS = HttpHeaders.of(
            Map.of(
                    "content-type", List.of("application/json;charset=UTF-8"),
                    "date", List.of("Sun, 01 Mar 2026 12:00:00 GMT"),
                    "server", List.of("test"),
                    "cache-control", List.of("no-cache, no-store"),
                    "x-request-id", List.of("test-request")),
            (name, value) -> true);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final byte[] answer;
    private long bytesBefore;
    private long nanosBefore;

    CannedHttpClient(String answer) {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
    }

    /** What this thread has allocated since the answer began to arrive. */
    long bytesSince() {
        return THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    }

    /** What this thread has worked since the answer began to arrive, in nanoseconds. */
    long nanosSince() {
        return THREADS.getCurrentThreadCpuTime() - nanosBefore;
    }

    int size() {
        return answer.length;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        byte[] body = request.uri().getPath().endsWith("/token") ? TOKEN : answer;
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int at = 0; at < body.length; at += BUFFER) {
            byte[] copy = Arrays.copyOfRange(body, at, Math.min(body.length, at + BUFFER));
            buffers.add(ByteBuffer.wrap(copy).asReadOnlyBuffer());
        }
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Head());
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        nanosBefore = THREADS.getCurrentThreadCpuTime();
        subscriber.onSubscribe(new Unbounded());
        for (ByteBuffer buffer : buffers) {
            subscriber.onNext(List.of(buffer));
        }
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture().thenApply(read -> new Answer<>(request, read));
    }

    private static final class Unbounded implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    private static final class Head implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public HttpHeaders headers() {
            return HEADERS;
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private record Answer<T>(HttpRequest request, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return 200;
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HEADERS;
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
