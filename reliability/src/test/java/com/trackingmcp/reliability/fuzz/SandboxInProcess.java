package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxRequest;
import com.trackingmcp.testkit.SandboxResponse;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** The sandbox's answers without a socket between. Safe for use by many threads. */
final class SandboxInProcess implements Function<HttpRequest, Reply> {
    private final CarrierSandbox sandbox;

    SandboxInProcess(CarrierSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Reply apply(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = request.uri().getRawQuery();
        SandboxResponse response = sandbox.answer(new SandboxRequest(
                request.method(),
                request.uri().getPath(),
                SandboxRequest.parse(query == null ? "" : query),
                headers,
                body(request).toString(charset(headers, "multipart/"))));
        Map<String, List<String>> told = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> told.put(name, List.of(value)));
        Charset charset = charset(response.headers(), "image/");
        return new Reply(
                response.status(),
                told,
                response.body().getBytes(told.toString().contains("/pdf") ? StandardCharsets.ISO_8859_1 : charset));
    }

    /** Forms of parts and pictures are held as a character for each byte. */
    private static Charset charset(Map<String, String> headers, String binary) {
        boolean bytes = headers.entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("content-type")
                        && header.getValue().toLowerCase(Locale.ROOT).startsWith(binary));
        return bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static ByteArrayOutputStream body(HttpRequest request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new Collector(body)));
        return body;
    }

    private record Collector(ByteArrayOutputStream body) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onComplete() {}
    }
}
