package com.trackingmcp.mcp.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One session over two streams: what breaks other servers is answered here. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GuardedStdioTest {
    private static final String DETECT = "{'tracking_number':'1ZTK00010310070084'}";
    private static final String NOTHING = "{}";

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CompletableFuture<CarrierException> failure = new CompletableFuture<>();
    private final ServerCore core = Cores.over(sandbox, this::slowTool);

    @AfterEach
    void close() {
        released.countDown();
        core.close();
        sandbox.close();
    }

    private ServerCore core() {
        return core;
    }

    /** Tools that wait, and that throw. */
    private void slowTool(SyncSpecification<?> server) {
        server.toolCall(Tool.builder("test_slow", Map.of("type", "object")).build(), (exchange, request) -> {
            started.countDown();
            try {
                released.await();
                return CallToolResult.builder().addTextContent("done").build();
            } catch (InterruptedException e) {
                interrupted.countDown();
                return CallToolResult.builder().addTextContent("late").build();
            }
        });
        server.toolCall(Tool.builder("test_track", Map.of("type", "object")).build(), (exchange, request) -> {
            try {
                core().connection()
                        .get()
                        .track(request.arguments().get("number").toString());
                return CallToolResult.builder().addTextContent("tracked").build();
            } catch (CarrierException e) {
                failure.complete(e);
                throw e;
            }
        });
        server.toolCall(Tool.builder("test_throws", Map.of("type", "object")).build(), (exchange, request) -> {
            throw new IllegalStateException("secret=abc");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "   ", "{\"jsonrpc\":\"2.0\"} x", "\u0000", "\"\\ud800"})
    void a_line_that_is_no_JSON_is_answered_and_the_next_one_too(String line) {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.sendRaw(line + "\n");
            JsonNode error = peer.next();
            assertThat(error.at("/error/code").asInt()).isEqualTo(-32700);
            assertThat(error.get("id").isNull()).isTrue();
            peer.request(5, "ping", "{}");
            assertThat(peer.answer(5).path("result").isObject()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}]",
                "[]",
                "7",
                "{'id':1,'method':'ping'}",
                "{'jsonrpc':'1.0','id':1,'method':'ping'}",
                "{'jsonrpc':'2.0','id':null,'method':'ping'}",
                "{'jsonrpc':'2.0','id':1.5,'method':'ping'}",
                "{'jsonrpc':'2.0','id':1,'method':7}",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[1]}",
                "{'jsonrpc':'2.0','id':1}"
            })
    void a_line_that_is_no_request_is_answered_and_the_next_one_too(String line) {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.send(line);
            assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32600);
            peer.request(5, "ping", "{}");
            assertThat(peer.answer(5).path("result").isObject()).isTrue();
        }
    }

    @Test
    void a_line_without_end_is_thrown_away() {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.sendRaw("\"" + "x".repeat(3 << 20) + "\"\n");
            assertThat(peer.next().at("/error/message").asText()).contains("longer than 1048576 bytes");
            peer.call(5, "detect_carrier", DETECT);
            assertThat(peer.answer(5)
                            .at("/result/structuredContent/matches/0/carrier")
                            .asText())
                    .isEqualTo("ups");
        }
    }

    @Test
    void a_line_of_endless_depth_is_thrown_away() {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.sendRaw("[".repeat(200_000) + "\n");
            assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32700);
            peer.request(5, "ping", "{}");
            assertThat(peer.answer(5).path("result").isObject()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-2147483648", "1e2147483648", "1e99999999999", "-1e-99999999999"})
    void a_number_that_no_program_holds_is_thrown_away(String number) {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.send("{'jsonrpc':'2.0','id':4,'method':'tools/call','params':{'name':'detect_carrier','arguments':"
                    + "{'tracking_number':" + number + "}}}");
            assertThat(peer.next().at("/error/code").asInt()).isEqualTo(-32700);
            peer.request(5, "ping", "{}");
            assertThat(peer.answer(5).path("result").isObject()).isTrue();
        }
    }

    @Test
    void what_was_asked_before_the_end_is_answered() throws Exception {
        StdioPeer peer = StdioPeer.initialized(core, NOTHING);
        peer.call(1, "test_slow", "{}");
        peer.call(2, "detect_carrier", DETECT);
        peer.sendRaw("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}");
        peer.end();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        released.countDown();
        peer.awaitEnd();
        assertThat(peer.unread()).hasSize(3).anyMatch(line -> line.contains("\"done\""));
    }

    @Test
    void the_end_waits_for_nobody_longer_than_five_seconds() throws Exception {
        StdioPeer peer = StdioPeer.initialized(core, NOTHING);
        peer.call(1, "test_slow", "{}");
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        long start = System.nanoTime();
        peer.end();
        peer.awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "tools/call", "resources/list", "no/such"})
    void a_request_before_the_greeting_is_refused_at_once(String method) {
        try (StdioPeer peer = new StdioPeer(core)) {
            peer.request(1, method, "{}");
            assertThat(peer.answer(1).at("/error/message").asText()).contains("initialize");
            peer.request(2, "ping", "{}");
            assertThat(peer.answer(2).path("result").isObject()).isTrue();
            peer.send(StdioPeer.initialize("{}"));
            peer.answer(0);
            peer.request(3, method, "{}");
            assertThat(peer.answer(3).at("/error/message").asText()).contains("notifications/initialized");
        }
    }

    @Test
    void a_cancelled_call_stops_and_is_not_answered() throws Exception {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.call(1, "test_slow", "{}");
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1,'reason':'no'}}");
            assertThat(interrupted.await(1, TimeUnit.SECONDS)).isTrue();
            peer.call(2, "detect_carrier", DETECT);
            assertThat(peer.next().path("id").asInt()).isEqualTo(2);
        }
        assertThat(core.binding().calls().count()).isZero();
    }

    @Test
    void a_cancelled_call_stops_waiting_for_the_carrier() throws Exception {
        String number = sandbox.parcel("ups").number();
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING);
                SandboxHold hold = sandbox.hold("ups").on("track")) {
            peer.call(1, "test_track", "{'number':'" + number + "'}");
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
            peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
            assertThat(failure.get(1, TimeUnit.SECONDS).code()).isEqualTo(ErrorCode.CALL_CANCELLED);
            peer.request(2, "ping", "{}");
            assertThat(peer.next().path("id").asInt()).isEqualTo(2);
        }
    }

    @Test
    void what_waits_has_a_bound() {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            for (int id = 1; id <= 1_033; id++) {
                peer.call(id, "test_slow", "{}");
            }
            JsonNode refused = peer.next();
            assertThat(refused.path("id").asInt()).isEqualTo(1_033);
            assertThat(refused.at("/error/message").asText()).contains("Too many requests");
            released.countDown();
            for (int i = 1; i <= 1_032; i++) {
                assertThat(peer.next().has("result")).isTrue();
            }
        }
        assertThat(core.binding().calls().count()).isZero();
    }

    @Test
    void two_sessions_of_one_server_do_not_share_their_ids() throws Exception {
        try (StdioPeer one = StdioPeer.initialized(core, NOTHING);
                StdioPeer two = StdioPeer.initialized(core, NOTHING)) {
            one.call(1, "test_slow", "{}");
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            two.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1}}");
            two.call(1, "detect_carrier", DETECT);
            assertThat(two.answer(1).has("result")).isTrue();
            released.countDown();
            assertThat(one.answer(1).at("/result/content/0/text").asText()).isEqualTo("done");
        }
    }

    @Test
    void a_cancellation_of_what_is_not_running_stops_nothing() throws Exception {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.call(1, "test_slow", "{}");
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            for (String other : new String[] {"2", "'1'", "null", "{}"}) {
                peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':" + other + "}}");
            }
            peer.send("{'jsonrpc':'2.0','method':'notifications/cancelled'}");
            released.countDown();
            assertThat(peer.answer(1).at("/result/content/0/text").asText()).isEqualTo("done");
        }
    }

    @Test
    void an_id_that_is_in_use_is_refused() throws Exception {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.call(1, "test_slow", "{}");
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            peer.call(1, "detect_carrier", DETECT);
            assertThat(peer.next().at("/error/message").asText()).contains("in use");
            released.countDown();
            assertThat(peer.answer(1).at("/result/content/0/text").asText()).isEqualTo("done");
        }
    }

    @Test
    void the_text_of_an_exception_stays_here() {
        try (StdioPeer peer = StdioPeer.initialized(core, NOTHING)) {
            peer.call(1, "test_throws", "{}");
            JsonNode answer = peer.answer(1);
            assertThat(answer.at("/error/code").asInt()).isEqualTo(-32603);
            assertThat(answer.toString()).doesNotContain("secret");
            peer.request(2, "tools/call", "{'name':7,'arguments':'x'}");
            assertThat(peer.answer(2).at("/error/message").asText()).isEqualTo("Invalid params: wrong at arguments");
            peer.request(3, "tools/call", "{}");
            assertThat(peer.answer(3).at("/error/code").asInt()).isEqualTo(-32602);
            peer.send("{'jsonrpc':'2.0','id':4,'method':'resources/read'}");
            assertThat(peer.answer(4).at("/error/code").asInt()).isEqualTo(-32602);
        }
    }
}
