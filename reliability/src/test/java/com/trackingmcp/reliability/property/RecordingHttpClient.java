package com.trackingmcp.reliability.property;

import com.trackingmcp.reliability.HandMadeHttpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/** The JDK's client, which writes down what is sent with a body. Safe for use by many threads. */
final class RecordingHttpClient extends HandMadeHttpClient {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();

    /** Method, path, kind and body of what was sent, in this order. */
    List<String> takeBodies() {
        List<String> taken = List.copyOf(bodies);
        bodies.clear();
        return taken;
    }

    private void note(HttpRequest request) {
        request.bodyPublisher().filter(body -> body.contentLength() != 0).ifPresent(body -> {
            Collector collector = new Collector();
            body.subscribe(collector);
            bodies.add(request.method() + " " + request.uri().getRawPath() + "\n"
                    + request.headers().firstValue("Content-Type").orElse("") + "\n" + collector.whole.join());
        });
    }

    /** Puts a body together; the JDK's own publishers of bytes give it at once. */
    private static final class Collector implements Flow.Subscriber<ByteBuffer> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<String> whole = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer item) {
            byte[] part = new byte[item.remaining()];
            item.get(part);
            bytes.writeBytes(part);
        }

        @Override
        public void onError(Throwable throwable) {
            whole.completeExceptionally(throwable);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toString(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        note(request);
        return client.send(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        note(request);
        return client.sendAsync(request, handler);
    }
}
