package com.trackingmcp.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The JDK's HTTP server on the loopback address, with a bounded number of threads. */
final class SandboxServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int WAITING = 4096;

    /*
     * The JDK's server sends head and body of an answer apart; without this the body waits some 40 ms for the
     * caller's acknowledgement of the head, in every call. The server reads it once, when its classes are loaded.
     */
    static {
        String noDelay = "sun.net.httpserver.nodelay";
        if (System.getProperty(noDelay) == null) {
            System.setProperty(noDelay, "true");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Function<SandboxRequest, SandboxResponse> behaviour;

    SandboxServer(int port, Function<SandboxRequest, SandboxResponse> behaviour) {
        this.behaviour = behaviour;
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            server = HttpServer.create(new InetSocketAddress(loopback, port), WAITING);
        } catch (IOException taken) {
            throw new UncheckedIOException("The sandbox cannot listen on port " + port, taken);
        }
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), SandboxServer::thread);
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "carrier-sandbox");
        thread.setDaemon(true);
        return thread;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SandboxResponse response = answer(read(exchange));
            if (response.status() == 0) {
                // an exchange that is closed without an answer takes its connection with it
                return;
            }
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.bytes();
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                // Half of what was promised: closing the exchange then breaks the connection, and what newer JDKs
                // still hold back would be lost with it.
                exchange.getResponseBody().write(body, 0, response.cut() ? body.length / 2 : body.length);
                exchange.getResponseBody().flush();
            }
        }
    }

    /** A mistake of the sandbox's own must be seen in the test that met it, not end as a broken connection. */
    private SandboxResponse answer(SandboxRequest request) {
        try {
            return behaviour.apply(request);
        } catch (RuntimeException mistake) {
            return SandboxResponse.of(500, "text/plain", "The sandbox itself failed: " + mistake);
        }
    }

    private static SandboxRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        return new SandboxRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                SandboxRequest.parse(query == null ? "" : query),
                headers,
                SandboxRequest.text(exchange.getRequestBody().readAllBytes(), headers));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
