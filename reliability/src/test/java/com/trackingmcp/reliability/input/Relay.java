package com.trackingmcp.reliability.input;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxRequest;
import com.trackingmcp.testkit.SandboxResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * A server before the sandbox that keeps every request as it came, and may answer in its place. Safe for use by many
 * threads; lives until it is closed.
 */
public final class Relay implements AutoCloseable {
    /** What is answered for a request, given what the sandbox answers. */
    public interface Twist extends BiFunction<Heard, Answer, Answer> {}

    /** An answer; status 0 breaks the connection. Nobody changes the body. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        /** One of JSON. */
        public static Answer json(int status, String body) {
            return new Answer(
                    status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final Twist NONE = (heard, answer) -> answer;

    private final CarrierSandbox sandbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
    private volatile Twist twist = NONE;

    private Relay(CarrierSandbox sandbox) throws IOException {
        this.sandbox = sandbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One before this sandbox. */
    public static Relay before(CarrierSandbox sandbox) {
        try {
            return new Relay(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its root. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers so from now on. */
    public void answer(Twist other) {
        twist = other;
    }

    /** Answers as the sandbox does from now on. */
    public void answerTruly() {
        twist = NONE;
    }

    /** What came since it was asked last. */
    public List<Heard> take() {
        List<Heard> all = List.copyOf(heard);
        heard.removeAll(all);
        return all;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Heard request = new Heard(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    String.valueOf(exchange.getRequestURI().getRawQuery()).replaceFirst("^null$", ""),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            heard.add(request);
            Answer answer = twist.apply(request, truly(exchange, request));
            if (answer.status() == 0) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer truly(HttpExchange exchange, Heard request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
        boolean parts = request.header("Content-Type").orElse("").startsWith("multipart/");
        Charset charset = parts ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        SandboxResponse answer = sandbox.answer(new SandboxRequest(
                request.method(),
                exchange.getRequestURI().getPath(),
                SandboxRequest.parse(request.query()),
                headers,
                new String(request.body(), charset)));
        String type = answer.headers().getOrDefault("Content-Type", "");
        boolean binary = type.startsWith("image/") || type.equals("application/pdf");
        byte[] body = answer.body().getBytes(binary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        return new Answer(answer.cut() ? 0 : answer.status(), answer.headers(), body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
