package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose session is whose. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class SessionsTest {
    private static final String LIST = "{'jsonrpc':'2.0','id':2,'method':'tools/list'}";
    private static final String CANCEL =
            "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':7,'reason':'test'}}";
    private static final String ANN = "Bearer ship:ann";
    private static final String BOB = "Bearer ship:bob";

    private static HttpBench open() {
        return HttpBench.open(options -> options.verifier(HttpBench.BY_NAME));
    }

    @Test
    void nobody_may_use_the_session_of_another() {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            assertThat(bench.post(LIST, "Authorization", BOB, "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(404);
            HttpResponse<String> stream =
                    bench.get("/mcp", "Authorization", BOB, "Mcp-Session-Id", session, "Accept", "text/event-stream");
            assertThat(stream.statusCode()).isEqualTo(404);
            HttpRequest.Builder delete = bench.request("/mcp", "Authorization", BOB, "Mcp-Session-Id", session)
                    .DELETE();
            assertThat(bench.send(delete).statusCode()).isEqualTo(404);
            assertThat(bench.post(LIST, "Authorization", ANN, "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_session_needs_a_token_with_each_request() {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            assertThat(bench.post(LIST, "Mcp-Session-Id", session).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_cancelled_call_is_interrupted() throws Exception {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            CompletableFuture<HttpResponse<String>> call =
                    bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN, "Mcp-Session-Id", session);
            bench.waiting().begun().acquire();
            assertThat(bench.post(CANCEL, "Authorization", ANN, "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(202);
            assertThat(bench.waiting().cancelled().tryAcquire(1, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(call.get(5, TimeUnit.SECONDS).body()).doesNotContain("done");
        }
    }

    @Test
    void a_call_is_not_cancelled_by_another_session() throws Exception {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            String other = bench.session("Authorization", ANN);
            String stranger = bench.session("Authorization", BOB);
            CompletableFuture<HttpResponse<String>> call =
                    bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN, "Mcp-Session-Id", session);
            bench.waiting().begun().acquire();
            bench.post(CANCEL, "Authorization", ANN, "Mcp-Session-Id", other);
            bench.post(CANCEL, "Authorization", BOB, "Mcp-Session-Id", stranger);
            assertThat(bench.post(CANCEL, "Authorization", BOB, "Mcp-Session-Id", session)
                            .statusCode())
                    .isEqualTo(404);
            bench.waiting().letGo();
            assertThat(HttpBench.message(call.get(5, TimeUnit.SECONDS))
                            .at("/result/content/0/text")
                            .asText())
                    .isEqualTo("done");
        }
    }

    @Test
    void the_end_of_a_session_cancels_its_calls() throws Exception {
        try (HttpBench bench = open()) {
            String session = bench.session("Authorization", ANN);
            bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN, "Mcp-Session-Id", session);
            bench.waiting().begun().acquire();
            bench.send(bench.request("/mcp", "Authorization", ANN, "Mcp-Session-Id", session)
                    .DELETE());
            assertThat(bench.waiting().cancelled().tryAcquire(5, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void a_caller_has_a_bounded_number_of_sessions() {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME), bounds -> bounds.withSessions(3, 2))) {
            String first = bench.session("Authorization", ANN);
            bench.session("Authorization", ANN);
            HttpResponse<String> third = bench.post(HttpBench.INITIALIZE, "Authorization", ANN);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).contains("900");
            bench.session("Authorization", BOB);
            assertThat(bench.post(HttpBench.INITIALIZE, "Authorization", BOB).statusCode())
                    .isEqualTo(429);
            bench.send(bench.request("/mcp", "Authorization", ANN, "Mcp-Session-Id", first)
                    .DELETE());
            bench.session("Authorization", BOB);
        }
    }

    @Test
    void calls_of_one_caller_do_not_take_all_the_room_and_can_be_cancelled_all_the_same() throws Exception {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME), bounds -> bounds.withCalls(2, 1, 1))) {
            String session = bench.session("Authorization", ANN);
            String other = bench.session("Authorization", BOB);
            bench.postLater(HttpBench.call("wait", "{}"), "Authorization", ANN, "Mcp-Session-Id", session);
            bench.waiting().begun().acquire();
            HttpResponse<String> second = bench.post(LIST, "Authorization", ANN, "Mcp-Session-Id", session);
            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
            assertThat(bench.post(LIST, "Authorization", BOB, "Mcp-Session-Id", other)
                            .statusCode())
                    .isEqualTo(200);
            bench.post(CANCEL, "Authorization", ANN, "Mcp-Session-Id", session);
            assertThat(bench.waiting().cancelled().tryAcquire(1, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void who_listens_is_asked_now_and_then_whether_they_are_still_there() throws Exception {
        try (HttpBench bench = HttpBench.open(options -> options, bounds -> bounds.withPing(Duration.ofMillis(200)))) {
            HttpRequest.Builder stream =
                    bench.request("/mcp", "Mcp-Session-Id", bench.session(), "Accept", "text/event-stream");
            try (Stream<String> lines = bench.lines(stream.GET())) {
                assertThat(lines.anyMatch(line -> line.contains("\"method\":\"ping\"")))
                        .isTrue();
            }
        }
    }

    @Test
    void a_caller_has_a_bounded_number_of_streams() throws Exception {
        try (HttpBench bench =
                HttpBench.open(options -> options.verifier(HttpBench.BY_NAME), bounds -> bounds.withCalls(9, 9, 1))) {
            String session = bench.session("Authorization", ANN);
            HttpRequest.Builder stream = bench.request(
                    "/mcp", "Authorization", ANN, "Mcp-Session-Id", session, "Accept", "text/event-stream");
            try (Stream<String> open = bench.lines(stream.copy().GET())) {
                assertThat(open).isNotNull();
                assertThat(bench.send(stream.copy().GET()).statusCode()).isEqualTo(429);
            }
        }
    }

    @Test
    void an_initialization_that_fails_takes_no_room() {
        try (HttpBench bench = HttpBench.open(options -> options, bounds -> bounds.withSessions(1, 1))) {
            HttpRequest.Builder picky = bench.request("/mcp", "Content-Type", "application/json", "Accept", "image/png")
                    .POST(HttpRequest.BodyPublishers.ofString(HttpBench.INITIALIZE.replace('\'', '"')));
            assertThat(bench.send(picky).statusCode()).isEqualTo(400);
            bench.session();
        }
    }

    @Test
    void a_session_that_nobody_uses_is_forgotten_unless_a_request_goes_on() {
        Sessions sessions = new Sessions(10, 10, Duration.ZERO);
        Caller ann = new Caller("ann", Role.TRACK);
        begin(sessions, ann, "idle");
        begin(sessions, ann, "busy");
        assertThat(sessions.entered("busy", ann)).isTrue();
        sessions.sweep();
        assertThat(sessions.count()).isEqualTo(1);
        assertThat(sessions.entered("idle", ann)).isFalse();
        sessions.left("busy");
        sessions.sweep();
        assertThat(sessions.count()).isZero();
    }

    private static void begin(Sessions sessions, Caller caller, String id) {
        try (Sessions.Room room = sessions.room(caller).orElseThrow()) {
            room.begin(id);
        }
    }
}
