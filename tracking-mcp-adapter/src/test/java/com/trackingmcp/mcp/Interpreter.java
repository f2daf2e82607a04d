package com.trackingmcp.mcp;

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
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a sandbox and puts other words into the mouths of its carriers. */
public final class Interpreter implements AutoCloseable {
    private final CarrierSandbox sandbox;
    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final HttpServer server;

    public Interpreter(CarrierSandbox sandbox) {
        this.sandbox = sandbox;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.start();
    }

    /** Says something else from now on; as JSON writes it. */
    public void say(String instead, String json) {
        words.put(instead, json);
    }

    public Map<String, String> settings() {
        return sandbox.settings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void pass(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SandboxResponse answer = sandbox.answer(new SandboxRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                SandboxRequest.parse(query == null ? "" : query),
                headers,
                asked));
        String body = answer.body();
        for (Map.Entry<String, String> word : words.entrySet()) {
            body = body.replace(word.getKey(), word.getValue());
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
