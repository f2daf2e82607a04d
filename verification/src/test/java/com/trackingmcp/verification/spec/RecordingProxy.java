package com.trackingmcp.verification.spec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A loopback HTTP server that passes every request on to another and keeps what both sides said. Safe for use by many
 * threads; ends with {@link #close()}.
 *
 * <p>It stands between the carrier modules and the sandbox and knows neither: give the modules
 * {@code sandbox.settings(proxy.root())}.
 */
final class RecordingProxy implements AutoCloseable {
    /** Set by the HTTP client or the server themselves. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final URI target;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<Exchange> recorded = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> undescribed = new ConcurrentLinkedQueue<>();

    private RecordingProxy(URI target, HttpServer server) {
        this.target = target;
        this.server = server;
        server.setExecutor(workers);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Starts a proxy before a server. */
    static RecordingProxy before(URI target) throws IOException {
        return new RecordingProxy(
                target, HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** The address to use instead of the target's. */
    URI root() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** What was said so far under a published description. */
    List<Exchange> recorded() {
        return List.copyOf(recorded);
    }

    /** Method and path of what was said so far to systems that no published description covers. */
    List<String> undescribed() {
        return List.copyOf(undescribed);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> response = forward(exchange, body);
            record(exchange, body, response);
            response.headers().map().forEach((name, values) -> {
                if (isPassedOn(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] answer = response.body();
            exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
            if (answer.length > 0) {
                exchange.getResponseBody().write(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void record(HttpExchange exchange, byte[] body, HttpResponse<byte[]> response) {
        String path = exchange.getRequestURI().getRawPath();
        CarrierDocument.describing(path)
                .ifPresentOrElse(
                        document -> recorded.add(new Exchange(
                                document,
                                exchange.getRequestMethod(),
                                document.carrierPath(path),
                                query(exchange.getRequestURI().getRawQuery()),
                                exchange.getRequestHeaders(),
                                new String(body, StandardCharsets.UTF_8),
                                response.statusCode(),
                                response.headers().map(),
                                new String(response.body(), StandardCharsets.UTF_8))),
                        () -> undescribed.add(exchange.getRequestMethod() + " " + path));
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isPassedOn(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
