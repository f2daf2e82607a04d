package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Messages over HTTP, with sessions and without them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class McpOverHttpTest {
    private static final String DETECT = "{'tracking_number':'1Z TK00 0103 1007 0084'}";

    @Test
    void the_clients_of_the_sdk_work_in_sessions() {
        try (HttpBench bench = HttpBench.open();
                McpSyncClient client = client(bench)) {
            client.initialize();
            assertThat(client.listTools().tools()).extracting("name").contains("detect_carrier");
            CallToolResult answer = client.callTool(CallToolRequest.builder("detect_carrier")
                    .arguments(Map.of("tracking_number", "1ZTK00010310070084"))
                    .build());
            assertThat(answer.structuredContent().toString()).contains("ups");
        }
    }

    @Test
    void they_work_without_sessions_too() {
        try (HttpBench bench = HttpBench.open(options -> options.stateless(true));
                McpSyncClient client = client(bench)) {
            client.initialize();
            assertThat(client.listTools().tools()).extracting("name").contains("detect_carrier");
        }
    }

    @Test
    void a_person_is_asked_and_progress_is_told_while_a_call_goes_on() {
        List<String> progress = new CopyOnWriteArrayList<>();
        try (HttpBench bench = HttpBench.open(options -> options, bounds -> bounds.withCalls(1, 1, 1));
                McpSyncClient client = McpClient.sync(transport(bench))
                        .capabilities(ClientCapabilities.builder().elicitation().build())
                        .elicitation(asked -> new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("name", "Ann")))
                        .progressConsumer(told -> progress.add(told.message()))
                        .build()) {
            client.initialize();
            CallToolResult answer = client.callTool(CallToolRequest.builder("ask")
                    .arguments(Map.of())
                    .meta(Map.of("progressToken", "t"))
                    .build());
            assertThat(answer.content().toString()).contains("Hello Ann");
            assertThat(progress).containsExactly("half of it");
        }
    }

    private static McpSyncClient client(HttpBench bench) {
        return McpClient.sync(transport(bench)).build();
    }

    private static HttpClientStreamableHttpTransport transport(HttpBench bench) {
        return HttpClientStreamableHttpTransport.builder(bench.server().uri().toString())
                .endpoint("/mcp")
                .build();
    }

    @Test
    void without_sessions_each_request_stands_alone_and_is_answered_as_json() {
        try (HttpBench bench = HttpBench.open(options -> options.stateless(true))) {
            HttpResponse<String> answer = bench.post(HttpBench.call("detect_carrier", DETECT));
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            assertThat(HttpBench.message(answer)
                            .at("/result/structuredContent/matches/0/carrier")
                            .asText())
                    .isEqualTo("ups");
            assertThat(bench.get("/mcp", "Accept", "text/event-stream").statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void a_session_ends_when_it_is_deleted() {
        try (HttpBench bench = HttpBench.open()) {
            String session = bench.session();
            assertThat(bench.post(HttpBench.call("detect_carrier", DETECT), "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(200);
            HttpRequest.Builder delete =
                    bench.request("/mcp", "Mcp-Session-Id", session).DELETE();
            assertThat(bench.send(delete).statusCode()).isEqualTo(200);
            assertThat(bench.post(HttpBench.call("detect_carrier", DETECT), "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bench.metrics().text()).contains("trackingmcp_sessions 0.0");
        }
    }

    @Test
    void a_stream_an_answer_and_an_end_are_always_of_a_session() {
        try (HttpBench bench = HttpBench.open()) {
            assertThat(bench.get("/mcp", "Accept", "text/event-stream").statusCode())
                    .isEqualTo(400);
            assertThat(bench.post("{'jsonrpc':'2.0','id':1,'result':{}}").statusCode())
                    .isEqualTo(400);
            assertThat(bench.send(bench.request("/mcp").DELETE()).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void calls_that_go_on_may_end_before_the_server_does() throws Exception {
        HttpBench bench = HttpBench.open();
        var answer = bench.postLater(HttpBench.call("wait", "{}"), "Mcp-Session-Id", bench.session());
        bench.waiting().begun().acquire();
        Thread stop = new Thread(bench.server()::close);
        stop.start();
        // the server has begun to stop once it refuses new requests
        while (bench.post(HttpBench.INITIALIZE).statusCode() != 503) {
            Thread.onSpinWait();
        }
        bench.waiting().letGo();
        assertThat(HttpBench.message(answer.get()).at("/result/content/0/text").asText())
                .isEqualTo("done");
        stop.join();
        bench.close();
    }
}
