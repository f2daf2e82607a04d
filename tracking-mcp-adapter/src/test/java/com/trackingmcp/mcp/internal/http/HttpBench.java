package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.TokenVerifier;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.audit.CallLog;
import com.trackingmcp.mcp.internal.sdk.SdkBinding;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Exposure;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.mcp.internal.tool.Toolbox;
import com.trackingmcp.mcp.internal.tools.Tools;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The server over HTTP on a free port, over a sandbox; called as any client could. */
final class HttpBench implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    /** Takes the name of a role for the token of somebody who has it, and {@code role:name} for one of that name. */
    static final TokenVerifier BY_NAME = token -> {
        String[] parts = token.split(":", 2);
        return List.of("track", "ship", "admin").contains(parts[0])
                ? Optional.of(new Caller(parts[parts.length - 1], Role.valueOf(parts[0].toUpperCase())))
                : Optional.empty();
    };

    static final String INITIALIZE = """
            {'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'2025-11-25','capabilities':{},\
            'clientInfo':{'name':'test','version':'1'}}}""";

    private final TestBench bench;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Waiting waiting = new Waiting();
    private final Metrics metrics = new Metrics();
    private final HttpServer server;
    private volatile Optional<TrackingClient> client;

    private HttpBench(TestBench over, UnaryOperator<HttpOptions.Builder> options, UnaryOperator<Bounds> bounds) {
        this.bench = over;
        this.client = Optional.of(bench.client());
        List<Tool> tools = new ArrayList<>(Tools.all(bench.bench()));
        tools.add(waiting);
        tools.add(new Spending());
        tools.add(new Asking());
        CallLog log = new CallLog();
        Toolbox toolbox = new Toolbox(tools, new Exposure(Toolset.ALL, false), List::of, event -> {
            log.accept(event);
            metrics.accept(event);
        });
        SdkBinding binding = new SdkBinding(
                new SdkBinding.Identity("test", "Test", "1", "none"),
                toolbox,
                List.of(),
                List.of(),
                CompletableFuture.completedStage(null),
                server -> {});
        this.server = HttpServer.start(
                new HttpServer.Parts(
                        binding,
                        new HttpServer.About("com.example/test", "Test", "1", "A test."),
                        () -> client,
                        metrics),
                options.apply(HttpOptions.builder().port(0)).build(),
                bounds.apply(Bounds.DEFAULT));
    }

    static HttpBench open() {
        return open(UnaryOperator.identity());
    }

    static HttpBench open(UnaryOperator<HttpOptions.Builder> options) {
        return open(options, UnaryOperator.identity());
    }

    static HttpBench open(UnaryOperator<HttpOptions.Builder> options, UnaryOperator<Bounds> bounds) {
        return new HttpBench(TestBench.open(), options, bounds);
    }

    static HttpBench open(Confirm confirm, UnaryOperator<HttpOptions.Builder> options) {
        return new HttpBench(TestBench.open(confirm), options, UnaryOperator.identity());
    }

    HttpServer server() {
        return server;
    }

    TestBench bench() {
        return bench;
    }

    Metrics metrics() {
        return metrics;
    }

    Waiting waiting() {
        return waiting;
    }

    /** As if the carriers were not connected yet. */
    void disconnect() {
        client = Optional.empty();
    }

    /** Another client than the bench's. */
    void connect(TrackingClient other) {
        client = Optional.of(other);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts a message; JSON with single quotes for double ones. */
    HttpResponse<String> post(String message, String... headers) {
        return send(messageRequest(message, headers));
    }

    CompletableFuture<HttpResponse<String>> postLater(String message, String... headers) {
        return http.sendAsync(messageRequest(message, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder messageRequest(String message, String... headers) {
        HttpRequest.Builder request = request("/mcp", headers)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        return request.POST(HttpRequest.BodyPublishers.ofString(message.replace('\'', '"')));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The lines of an answer that may have no end. */
    Stream<String> lines(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
    }

    /** Begins a session and tells its id. */
    String session(String... headers) {
        HttpResponse<String> answer = post(INITIALIZE, headers);
        String id = answer.headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
        List<String> more = new ArrayList<>(List.of(headers));
        more.addAll(List.of("Mcp-Session-Id", id));
        post("{'jsonrpc':'2.0','method':'notifications/initialized'}", more.toArray(String[]::new));
        return id;
    }

    static String call(String tool, String arguments) {
        return "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':{'name':'" + tool + "','arguments':" + arguments
                + "}}";
    }

    /** The message of an answer, whether it came alone or as an event. */
    static JsonNode message(HttpResponse<String> answer) {
        String text = answer.body();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
            text = text.lines()
                    .filter(line -> line.startsWith("data:"))
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new AssertionError(answer.body()))
                    .substring("data:".length());
        }
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        waiting.letGo();
        server.close();
        metrics.close();
        bench.close();
    }

    /** A tool that takes until it is let go or cancelled. */
    static final class Waiting implements Tool {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore cancelled = new Semaphore(0);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public ToolSpec spec() {
            return ToolSpec.tracking("wait", "Wait", "", Hints.ASKS, Schema.of(), Schema.of());
        }

        @Override
        public ToolAnswer call(ToolCall call) {
            begun.release();
            try {
                go.await();
                return ToolAnswer.of(Json.object(), "done");
            } catch (InterruptedException e) {
                cancelled.release();
                throw new IllegalStateException(e);
            }
        }

        Semaphore begun() {
            return begun;
        }

        Semaphore cancelled() {
            return cancelled;
        }

        void letGo() {
            go.countDown();
        }
    }

    /** A tool for those who ship. */
    private static final class Spending implements Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.shipping("spend", "Spend", "", Hints.SPENDS, Schema.of(), Schema.of());
        }

        @Override
        public ToolAnswer call(ToolCall call) {
            return ToolAnswer.of(Json.object(), "spent");
        }
    }

    /** A tool that asks the person. */
    private static final class Asking implements Tool {
        @Override
        public ToolSpec spec() {
            return ToolSpec.tracking("ask", "Ask", "", Hints.ASKS, Schema.of(), Schema.of());
        }

        @Override
        public ToolAnswer call(ToolCall call) {
            call.dialogue().progress(1, 2, "half of it");
            Dialogue.Reply reply = call.dialogue()
                    .ask("What is your name?", Schema.of(Field.text("name", "").required()));
            return ToolAnswer.of(
                    Json.object(), "Hello " + reply.content().path("name").asText());
        }
    }
}
