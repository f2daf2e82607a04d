package com.trackingmcp.reliability.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.sdk.ServerCore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A way to a server. For one thread at a time; lives until it is closed. */
interface McpDoor extends AutoCloseable {
    ObjectMapper MAPPER = new ObjectMapper();
    Duration LIMIT = Duration.ofSeconds(20);

    /** What is answered to a message, as it came. */
    String send(int id, ObjectNode message);

    @Override
    void close();

    /** A request. */
    static ObjectNode request(int id, String method, ObjectNode params) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0").put("id", id).put("method", method).set("params", params);
        return message;
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two streams, a message a line. */
    final class Stdio implements McpDoor {
        private final PipedOutputStream toServer = new PipedOutputStream();
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final FutureTask<Void> serving;

        Stdio(ServerCore core) throws IOException {
            PipedInputStream in = new PipedInputStream(toServer, 1 << 20);
            serving = new FutureTask<>(() -> {
                core.serve(in, new Lines(lines));
                return null;
            });
            new Thread(serving, "stdio").start();
            ObjectNode hello = (ObjectNode) read("{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
                    + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}");
            send(0, request(0, "initialize", hello));
            write("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        }

        private void write(String message) {
            try {
                toServer.write((message + "\n").getBytes(StandardCharsets.UTF_8));
                toServer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String send(int id, ObjectNode message) {
            write(message.toString());
            try {
                while (true) {
                    String line = lines.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
                    if (line == null) {
                        throw new AssertionError("no answer to " + message);
                    }
                    JsonNode answer = read(line);
                    if (!answer.has("method") && answer.path("id").asInt(-1) == id) {
                        return line;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            try {
                toServer.close();
                serving.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Passes on each line that was written. */
    final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final BlockingQueue<String> lines;

        Lines(BlockingQueue<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void write(int octet) {
            if (octet == '\n') {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(octet);
            }
        }
    }

    /** HTTP with a bearer key; each message stands alone. */
    final class Http implements McpDoor {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final URI root;
        private final String key;

        Http(URI root, String key) {
            this.root = root;
            this.key = key;
        }

        @Override
        public String send(int id, ObjectNode message) {
            HttpResponse<String> answer = exchange("/mcp", key, message.toString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.startsWith("text/event-stream")) {
                return answer.body();
            }
            return answer.body()
                    .lines()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new AssertionError(answer.body()));
        }

        /** All of an answer, its head among it. */
        String page(String path, String with) {
            HttpResponse<String> answer = exchange(path, with, "");
            return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
        }

        private HttpResponse<String> exchange(String path, String with, String body) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(root.resolve(path)).timeout(LIMIT);
            if (!with.isEmpty()) {
                request.header("Authorization", "Bearer " + with);
            }
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
            }
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {}
    }
}
