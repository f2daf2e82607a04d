package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.auth.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the server listens and whom it lets in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoorTest {
    private static final String LIST = "{'jsonrpc':'2.0','id':2,'method':'tools/list'}";

    @TempDir
    Path folder;

    private Path keys(Keys.NewKey... keys) throws IOException {
        return Files.write(
                folder.resolve("keys"),
                List.of(keys).stream().map(Keys.NewKey::line).toList());
    }

    @Test
    void beyond_this_machine_nobody_is_let_in_without_a_token() {
        assertThatThrownBy(() -> HttpBench.open(options -> options.host("0.0.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--keys");
    }

    @Test
    void tokens_are_for_one_address() {
        HttpOptions.OAuth oauth = new HttpOptions.OAuth(
                "https://login.example.com", URI.create("https://k.example.com"), Optional.empty());
        assertThatThrownBy(
                        () -> HttpBench.open(options -> options.host("0.0.0.0").oauth(oauth)))
                .hasMessageContaining("--public-url");
    }

    @Test
    void keys_that_anybody_could_change_are_refused() {
        assertThatThrownBy(() -> new HttpOptions.OAuth("i", URI.create("http://keys.example.com/"), Optional.empty()))
                .hasMessageContaining("https://");
    }

    @Test
    void a_port_in_use_is_told() {
        try (HttpBench bench = HttpBench.open()) {
            int port = bench.server().port();
            assertThatThrownBy(() -> HttpBench.open(options -> options.port(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void a_key_opens_the_door_and_its_role_decides_what_is_there() throws IOException {
        Keys.NewKey track = Keys.create("desk", Role.TRACK);
        Keys.NewKey ship = Keys.create("shop", Role.SHIP);
        Path file = keys(track, ship);
        try (HttpBench bench = HttpBench.open(options -> options.keys(file).stateless(true))) {
            assertThat(bench.post(LIST, "Authorization", "Bearer " + ship.key()).body())
                    .contains("\"spend\"");
            HttpResponse<String> less = bench.post(LIST, "Authorization", "bearer " + track.key());
            assertThat(less.body()).contains("detect_carrier").doesNotContain("\"spend\"");
            assertThat(HttpBench.message(bench.post(
                                    HttpBench.call("create_shipment", "{}"), "Authorization", "Bearer " + track.key()))
                            .at("/error/code")
                            .asInt())
                    .isEqualTo(-32_602);
            assertThat(bench.post(LIST, "Authorization", "Bearer " + ship.key() + "x")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(bench.post(LIST, "Authorization", "Basic " + ship.key()).statusCode())
                    .isEqualTo(401);
            // without OAuth there is nowhere to get a token
            assertThat(bench.get("/.well-known/oauth-protected-resource").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_server_listens_beyond_this_machine_with_keys() throws IOException {
        Keys.NewKey key = Keys.create("desk", Role.TRACK);
        Path file = keys(key);
        try (HttpBench bench =
                HttpBench.open(options -> options.keys(file).host("0.0.0.0").stateless(true))) {
            assertThat(bench.post(LIST, "Authorization", "Bearer " + key.key()).statusCode())
                    .isEqualTo(200);
            assertThat(bench.post(LIST).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_caller_has_so_many_requests_a_minute() {
        try (HttpBench bench = HttpBench.open(
                options -> options.verifier(HttpBench.BY_NAME).rateLimit(3).stateless(true))) {
            for (int i = 0; i < 3; i++) {
                assertThat(bench.post(LIST, "Authorization", "Bearer track:ann").statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> fourth = bench.post(LIST, "Authorization", "Bearer track:ann");
            assertThat(fourth.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(
                            fourth.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 20);
            assertThat(bench.post(LIST, "Authorization", "Bearer track:bob").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_guesses_tokens_is_slowed_down_and_nobody_else() {
        try (HttpBench bench = HttpBench.open(
                options -> options.verifier(HttpBench.BY_NAME).stateless(true), bounds -> bounds.withFailures(2))) {
            assertThat(bench.post(LIST, "Authorization", "Bearer guess").statusCode())
                    .isEqualTo(401);
            assertThat(bench.post(LIST).statusCode()).isEqualTo(401);
            HttpResponse<String> third = bench.post(LIST, "Authorization", "Bearer guess");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            assertThat(bench.post(LIST, "Authorization", "Bearer track:ann").statusCode())
                    .isEqualTo(200);
        }
    }
}
