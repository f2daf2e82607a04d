package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read with a plain GET. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class PagesTest {
    private static final String ADMIN = "Bearer admin:root";
    private static final String TRACK = "Bearer track:ann";

    private static HttpBench guarded() {
        return HttpBench.open(options -> options.verifier(HttpBench.BY_NAME).stateless(true));
    }

    @Test
    void the_server_card_says_where_to_connect_and_nothing_secret() {
        try (HttpBench bench = guarded()) {
            for (String path : List.of("/.well-known/mcp", "/.well-known/mcp.json", "/mcp/server-card")) {
                HttpResponse<String> answer = bench.get(path);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/mcp-server-card+json");
                JsonNode card = HttpBench.message(answer);
                assertThat(card.path("name").asText()).isEqualTo("com.example/test");
                assertThat(card.at("/remotes/0/type").asText()).isEqualTo("streamable-http");
                assertThat(card.at("/remotes/0/url").asText())
                        .isEqualTo(bench.server().uri() + "/mcp");
                assertThat(card.at("/remotes/0/headers/0/isSecret").asBoolean()).isTrue();
                assertThat(card.at("/remotes/0/supportedProtocolVersions").toString())
                        .contains("2025-11-25");
                assertThat(answer.body()).doesNotContain("detect_carrier", "admin");
            }
        }
    }

    @Test
    void the_public_address_stands_where_clients_read_it() {
        try (HttpBench bench = HttpBench.open(options ->
                options.publicUrl(URI.create("https://ship.example.com/")).allowHost("127.0.0.1"))) {
            assertThat(bench.server().uri()).isEqualTo(URI.create("https://ship.example.com"));
        }
    }

    @Test
    void it_lives_at_once_and_is_ready_when_the_carriers_are_connected() {
        try (HttpBench bench = guarded()) {
            assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(bench.get("/health/ready").statusCode()).isEqualTo(200);
            bench.disconnect();
            assertThat(bench.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(bench.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(HttpBench.message(bench.get("/health")).path("status").asText())
                    .isEqualTo("disconnected");
        }
    }

    @Test
    void each_connection_is_shown_to_who_may_see_it() {
        try (HttpBench bench = guarded()) {
            bench.bench().client().track(List.of("1ZTK00010310070084"));
            assertThat(HttpBench.message(bench.get("/health")).has("connections"))
                    .isFalse();
            assertThat(bench.get("/health", "Authorization", TRACK).statusCode())
                    .isEqualTo(403);
            assertThat(bench.get("/health", "Authorization", "Bearer guess").statusCode())
                    .isEqualTo(401);
            JsonNode health = HttpBench.message(bench.get("/health", "Authorization", ADMIN));
            assertThat(health.path("status").asText()).isEqualTo("up");
            JsonNode ups = connection(health, "ups");
            assertThat(ups.path("status").asText()).isEqualTo("up");
            assertThat(ups.has("last_success")).isTrue();
            assertThat(connection(health, "fedex").path("status").asText()).isEqualTo("unknown");
        }
    }

    @Test
    void a_connection_that_fails_is_told_with_its_error() {
        try (HttpBench bench = HttpBench.open()) {
            CarrierSandbox sandbox = bench.bench().sandbox();
            sandbox.fail("ups").on("track").with(503).untilCleared();
            bench.bench().client().track(List.of("1ZTK00010310070084"));
            JsonNode health = HttpBench.message(bench.get("/health"));
            assertThat(health.path("status").asText()).isEqualTo("degraded");
            JsonNode ups = connection(health, "ups");
            assertThat(ups.path("status").asText()).isEqualTo("failing");
            assertThat(ups.path("last_error").asText()).startsWith("E-");
        }
    }

    private static JsonNode connection(JsonNode health, String id) {
        for (JsonNode connection : health.path("connections")) {
            if (connection.path("connection").asText().equals(id)) {
                return connection;
            }
        }
        throw new AssertionError("no connection " + id + " in " + health);
    }

    @Test
    void metrics_count_calls_of_tools_by_their_outcome() {
        try (HttpBench bench = guarded()) {
            bench.post(HttpBench.call("detect_carrier", "{'tracking_number':'1'}"), "Authorization", TRACK);
            bench.post(HttpBench.call("detect_carrier", "{}"), "Authorization", TRACK);
            assertThat(bench.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(bench.get("/metrics", "Authorization", TRACK).statusCode())
                    .isEqualTo(403);
            HttpResponse<String> answer = bench.get("/metrics", "Authorization", ADMIN);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(
                            type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
            assertThat(answer.body())
                    .contains("trackingmcp_tool_seconds_count{outcome=\"ok\",tool=\"detect_carrier\"} 1")
                    .containsPattern("trackingmcp_tool_seconds_count\\{outcome=\"E-[0-9]+\",tool=\"detect_carrier\"} 1")
                    .contains("trackingmcp_tool_seconds_sum", "trackingmcp_tool_seconds_bucket", "le=\"+Inf\"")
                    .contains("# TYPE trackingmcp_tool_seconds histogram")
                    .contains("trackingmcp_sessions 0")
                    .contains("jvm_memory_used_bytes", "process_uptime_seconds")
                    .doesNotContain("1ZTK");
        }
    }

    @Test
    void metrics_tell_what_was_asked_of_carriers_and_what_is_left() {
        try (HttpBench bench = HttpBench.open();
                TrackingClient client = TrackingClient.builder()
                        .clock(bench.bench().sandbox().clock())
                        .config(ConfigSource.of(bench.bench().sandbox().settings()))
                        .listener(bench.metrics())
                        .build()) {
            client.track(List.of("1ZTK00010310070084"));
            bench.metrics().show(client);
            assertThat(bench.get("/metrics").body())
                    .containsPattern("trackingmcp_call_seconds_count\\{[^}]*carrier=\"ups\"[^}]*operation=\"track\"")
                    .contains("trackingmcp_lane_waiting");
        }
    }

    @Test
    void metrics_and_health_tell_what_is_left_of_each_quota() {
        Map<String, String> settings = new HashMap<>();
        try (HttpBench bench = HttpBench.open()) {
            CarrierSandbox sandbox = bench.bench().sandbox();
            settings.putAll(sandbox.settings());
            settings.put("UPS_QUOTA", "7/1h");
            try (TrackingClient client = TrackingClient.builder()
                    .clock(sandbox.clock())
                    .config(ConfigSource.of(settings))
                    .build()) {
                bench.connect(client);
                bench.metrics().show(client);
                assertThat(quota(bench, "limit")).isEqualTo(7);
                double before = quota(bench, "remaining");
                assertThat(before).isPositive();
                assertThat(quota(bench, "paused")).isZero();
                client.track(List.of("1ZTK00010310070084"));
                double left = changed(bench, "remaining", before);
                assertThat(left).isEqualTo(before - 1);
                JsonNode told = connection(HttpBench.message(bench.get("/health")), "ups")
                        .path("quotas");
                assertThat(told.at("/0/windows/0/limit").asInt()).isEqualTo(7);
                assertThat(told.at("/0/windows/0/remaining").asDouble()).isEqualTo(left);
            }
        }
    }

    /** The metrics are a second old at most. */
    private static double changed(HttpBench bench, String what, double from) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        double now = quota(bench, what);
        while (now == from && System.nanoTime() < end) {
            now = quota(bench, what);
        }
        return now;
    }

    /** What a line of the metrics says of the one quota of UPS. */
    private static double quota(HttpBench bench, String what) {
        String text = bench.get("/metrics").body();
        return text.lines()
                .filter(line ->
                        line.startsWith("trackingmcp_quota_" + what + "{") && line.contains("connection=\"ups\""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no quota of ups in " + text));
    }
}
