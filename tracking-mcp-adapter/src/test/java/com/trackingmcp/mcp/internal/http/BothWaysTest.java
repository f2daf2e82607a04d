package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.testkit.SandboxOrders;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions, and messages that stand alone, at one address of one server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class BothWaysTest {
    private static final String LIST = "{'jsonrpc':'2.0','id':2,'method':'tools/list'}";
    private static final String DETECT = HttpBench.call("detect_carrier", "{'tracking_number':'1ZTK00010310070084'}");
    private static final String ANN = "Bearer ship:ann";
    private static final String BOB = "Bearer ship:bob";
    private static final String TRACKER = "Bearer track:tom";

    private static HttpBench open() {
        return HttpBench.open(options -> options.verifier(HttpBench.BY_NAME));
    }

    @Test
    void who_initializes_has_a_session_and_who_only_asks_is_answered_all_the_same() {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            HttpResponse<String> alone = bench.post(DETECT, "Authorization", ANN);
            assertThat(alone.statusCode()).isEqualTo(200);
            assertThat(alone.headers().firstValue("Mcp-Session-Id")).isEmpty();
            assertThat(alone.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
            JsonNode within = HttpBench.message(bench.post(DETECT, "Authorization", ANN, "Mcp-Session-Id", session));
            assertThat(HttpBench.message(alone)).isEqualTo(within);
            assertThat(within.at("/result/structuredContent/matches/0/carrier").asText())
                    .isEqualTo("ups");
        }
    }

    @Test
    void what_stands_alone_begins_no_session() {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME), bounds -> bounds.withSessions(1, 1))) {
            for (int i = 0; i < 5; i++) {
                assertThat(bench.post(LIST, "Authorization", ANN).statusCode()).isEqualTo(200);
            }
            assertThat(bench.metrics().text()).contains("trackingmcp_sessions 0.0");
            bench.session("Authorization", ANN);
        }
    }

    @Test
    void a_session_that_is_gone_is_told_rather_than_forgotten() {
        try (HttpBench bench = open()) {
            assertThat(bench.post(LIST, "Authorization", ANN, "Mcp-Session-Id", "gone")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bench.post(LIST, "Authorization", ANN, "Mcp-Session-Id", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_message_that_stands_alone_passes_the_same_guards() {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME).rateLimit(4))) {
            assertThat(bench.post(LIST).statusCode()).isEqualTo(401);
            assertThat(bench.post(LIST, "Authorization", "Bearer guess").statusCode())
                    .isEqualTo(401);
            assertThat(bench.post(LIST, "Authorization", TRACKER, "Origin", "https://evil.example.com")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(bench.post(LIST, "Authorization", TRACKER).body()).doesNotContain("\"spend\"");
            assertThat(HttpBench.message(bench.post(HttpBench.call("spend", "{}"), "Authorization", TRACKER))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32_602);
            assertThat(bench.post("[" + LIST + "]", "Authorization", TRACKER).statusCode())
                    .isEqualTo(400);
            assertThat(bench.post(LIST, "Authorization", TRACKER, "MCP-Protocol-Version", "1999-01-01")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(bench.post(LIST, "Authorization", TRACKER).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void calls_that_stand_alone_take_from_the_same_room() throws Exception {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME), bounds -> bounds.withCalls(2, 1, 1))) {
            CompletableFuture<HttpResponse<String>> call =
                    bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN);
            bench.waiting().begun().acquire();
            String session = bench.session("Authorization", BOB);
            assertThat(bench.post(LIST, "Authorization", ANN).statusCode()).isEqualTo(429);
            assertThat(bench.post(LIST, "Authorization", BOB, "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(200);
            bench.waiting().letGo();
            assertThat(call.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_call_that_stands_alone_is_cancelled_by_nobody() throws Exception {
        try (HttpBench bench = open()) {
            CompletableFuture<HttpResponse<String>> call =
                    bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN);
            bench.waiting().begun().acquire();
            String cancel =
                    "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':7,'reason':'test'}}";
            assertThat(bench.post(cancel, "Authorization", BOB).statusCode()).isEqualTo(202);
            assertThat(bench.post(cancel, "Authorization", ANN).statusCode()).isEqualTo(202);
            String session = bench.session("Authorization", ANN);
            bench.post(cancel, "Authorization", ANN, "Mcp-Session-Id", session);
            bench.waiting().letGo();
            assertThat(HttpBench.message(call.get(5, TimeUnit.SECONDS))
                            .at("/result/content/0/text")
                            .asText())
                    .isEqualTo("done");
            assertThat(bench.waiting().cancelled().availablePermits()).isZero();
        }
    }

    @Test
    void a_purchase_that_nobody_can_be_asked_about_takes_a_token_of_the_same_caller_either_way() {
        try (HttpBench bench = HttpBench.open(Confirm.TOKEN, options -> options.verifier(HttpBench.BY_NAME))) {
            String id = bench.bench()
                    .client()
                    .ship(SandboxOrders.domestic("ups").build())
                    .id();
            String arguments = "{'shipment_id':'ups:" + id + "'}";
            JsonNode first =
                    HttpBench.message(bench.post(HttpBench.call("cancel_shipment", arguments), "Authorization", ANN));
            String token =
                    first.at("/result/structuredContent/confirmation_token").asText();
            assertThat(token).as(first.toString()).isNotEmpty();
            String confirmed = arguments.replace("}", ",'confirmation_token':'" + token + "'}");
            JsonNode stranger =
                    HttpBench.message(bench.post(HttpBench.call("cancel_shipment", confirmed), "Authorization", BOB));
            assertThat(stranger.at("/result/isError").asBoolean()).isTrue();
            String session = bench.session("Authorization", ANN);
            JsonNode done = HttpBench.message(bench.post(
                    HttpBench.call("cancel_shipment", confirmed), "Authorization", ANN, "Mcp-Session-Id", session));
            assertThat(done.at("/result/structuredContent/cancelled").asBoolean())
                    .as(done.toString())
                    .isTrue();
            JsonNode again =
                    HttpBench.message(bench.post(HttpBench.call("cancel_shipment", confirmed), "Authorization", ANN));
            assertThat(again.at("/result/structuredContent/replayed").asBoolean())
                    .as(again.toString())
                    .isTrue();
        }
    }

    @Test
    void a_server_without_sessions_gives_none() {
        try (HttpBench bench = HttpBench.open(options -> options.stateless(true))) {
            assertThat(bench.post(HttpBench.INITIALIZE).headers().firstValue("Mcp-Session-Id"))
                    .isEmpty();
            assertThat(bench.post(DETECT, "Mcp-Session-Id", "any").statusCode()).isEqualTo(200);
        }
    }
}
