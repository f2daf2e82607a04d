package com.trackingmcp.reliability;

import java.io.IOException;
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
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client whose answers are told to it, without a network of its own: its heirs say which. As safe for use by many threads
 * as they are.
 */
public abstract class HandMadeHttpClient extends HttpClient {
    /** As large as the JDK's. */
    private static final int BUFFER = 16 * 1024;

    /** Answers a request. */
    protected static <T> void answer(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            CompletableFuture<HttpResponse<T>> answer,
            int status,
            String json) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("content-type", List.of("application/json")), (name, value) -> true);
        answered(request, handler, status, headers, json.getBytes(StandardCharsets.UTF_8))
                .thenAccept(answer::complete);
    }

    /** The answer to a request: read at once and on the caller's thread, until its reader has had enough. */
    protected static <T> CompletableFuture<HttpResponse<T>> answered(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, int status, HttpHeaders headers, byte[] body) {
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Head(status, headers));
        Delivery delivery = new Delivery();
        subscriber.onSubscribe(delivery);
        for (int at = 0; at < body.length && !delivery.cancelled.get(); at += BUFFER) {
            byte[] copy = Arrays.copyOfRange(body, at, Math.min(body.length, at + BUFFER));
            subscriber.onNext(List.of(ByteBuffer.wrap(copy).asReadOnlyBuffer()));
        }
        if (!delivery.cancelled.get()) {
            subscriber.onComplete();
        }
        return subscriber
                .getBody()
                .toCompletableFuture()
                .thenApply(read -> new Answered<>(request, status, headers, read));
    }

    private static final class Delivery implements Flow.Subscription {
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {
            cancelled.set(true);
        }
    }

    private record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    /** What came. */
    private record Answered<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
            implements HttpResponse<T> {
        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
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
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        throw new IOException("nobody waits here");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushPromiseHandler) {
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
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
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
