package com.trackingmcp.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxRequest;
import com.trackingmcp.testkit.SandboxResponse;
import com.trackingmcp.testkit.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The sandbox's prices as a process of its own, so that its work is not counted as the client's: each answer is worked out
 * once and given again from then on, after the latency that was asked for. Says on its output where it is and with which
 * settings; ends with its input, whose lines are commands.
 */
final class RatesServer {
    private final CarrierSandbox sandbox =
            CarrierSandbox.builder().clock(TestClock.running()).build();
    private final Map<String, SandboxResponse> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private volatile int latency;

    private RatesServer() {}

    /** A request as it came in. */
    record Asked(String method, String uri, Map<String, String> headers, String body) {}

    public static void main(String[] arguments) throws IOException {
        new RatesServer().run();
    }

    private void run() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        JsonMapper json = JsonMapper.builder().build();
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        System.out.println(json.writeValueAsString(sandbox.settings(root)));
        try (BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(json.writeValueAsString(obey(line)));
            }
        }
        System.exit(0);
    }

    /** {@code latency 250} sets the wait in milliseconds; {@code asked} tells what was asked since the last command. */
    private synchronized List<Asked> obey(String command) {
        List<Asked> since = List.copyOf(asked);
        asked.clear();
        if (command.startsWith("latency ")) {
            latency = Integer.parseInt(command.substring("latency ".length()));
        }
        return since;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            URI uri = exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            remember(new Asked(exchange.getRequestMethod(), uri.toString(), headers, body));
            SandboxResponse response = answers.computeIfAbsent(
                    exchange.getRequestMethod() + uri + body,
                    any -> sandbox.answer(new SandboxRequest(
                            exchange.getRequestMethod(),
                            uri.getPath(),
                            SandboxRequest.parse(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                            headers,
                            body)));
            sleep();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized void remember(Asked one) {
        if (asked.size() < 100) {
            asked.add(one);
        }
    }

    private void sleep() {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
