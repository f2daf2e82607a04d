package com.trackingmcp.reliability.fuzz;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/**
 * An HTTP client without a network: what a function answers comes in buffers as large as the JDK's, at once and on the
 * caller's thread. As safe for use by many threads as the function.
 */
final class InProcessHttp extends HttpClient {
    private static final int BUFFER = 16 * 1024;

    private final Function<HttpRequest, Reply> answers;

    InProcessHttp(Function<HttpRequest, Reply> answers) {
        this.answers = answers;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Reply reply = answers.apply(request);
        HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Head(reply));
        Delivery delivery = new Delivery();
        subscriber.onSubscribe(delivery);
        byte[] body = reply.body();
        for (int at = 0; at < body.length && !delivery.cancelled.get(); at += BUFFER) {
            byte[] copy = Arrays.copyOfRange(body, at, Math.min(body.length, at + BUFFER));
            subscriber.onNext(List.of(ByteBuffer.wrap(copy).asReadOnlyBuffer()));
        }
        if (!delivery.cancelled.get()) {
            subscriber.onComplete();
        }
        return subscriber.getBody().toCompletableFuture().thenApply(read -> new Answer<>(request, reply, read));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws java.io.IOException {
        try {
            return sendAsync(request, handler).join();
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof java.io.IOException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
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

    private record Head(Reply reply) implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return reply.status();
        }

        @Override
        public HttpHeaders headers() {
            return reply.httpHeaders();
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private record Answer<T>(HttpRequest request, Reply reply, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return reply.status();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return reply.httpHeaders();
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
