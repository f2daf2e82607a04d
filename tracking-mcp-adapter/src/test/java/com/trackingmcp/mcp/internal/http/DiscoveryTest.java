package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import com.trackingmcp.mcp.HttpOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An issuer whose keys are found by its own metadata. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class DiscoveryTest {
    private static final String AUDIENCE = "https://ship.example.com/mcp";
    private static final String LIST = "{'jsonrpc':'2.0','id':2,'method':'tools/list'}";
    private static RSAKey key;

    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer web;
    private String root;

    @BeforeAll
    static void makeKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("rsa").generate();
    }

    @BeforeEach
    void open() throws Exception {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = documents.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        root = "http://127.0.0.1:" + web.getAddress().getPort();
        documents.put("/the/keys", new JWKSet(key).toString(true));
    }

    @AfterEach
    void close() {
        web.stop(0);
    }

    private HttpBench trusting(String issuer) {
        return HttpBench.open(
                options -> options.oauth(new HttpOptions.OAuth(issuer, Optional.empty(), Optional.of(AUDIENCE))));
    }

    private void publish(String path, String issuer, String keys) {
        documents.put(path, "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + keys + "\"}");
    }

    private static int list(HttpBench bench, String issuer) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(AUDIENCE)
                        .subject("ann")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("scope", "tracking.read")
                        .build());
        token.sign(new RSASSASigner(key));
        return bench.post(LIST, "Authorization", "Bearer " + token.serialize()).statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "'', /.well-known/oauth-authorization-server",
        "'', /.well-known/openid-configuration",
        "/tenant/one, /.well-known/oauth-authorization-server/tenant/one",
        "/tenant/one, /.well-known/openid-configuration/tenant/one",
        "/tenant/one, /tenant/one/.well-known/openid-configuration"
    })
    void the_keys_are_found_where_the_metadata_of_the_issuer_says(String path, String place) throws Exception {
        String issuer = root + path;
        publish(place, issuer, root + "/the/keys");
        try (HttpBench bench = trusting(issuer)) {
            assertThat(asked).as("before a token comes").isEmpty();
            assertThat(list(bench, issuer)).isEqualTo(200);
            assertThat(list(bench, issuer)).isEqualTo(200);
            assertThat(asked).endsWith(place, "/the/keys").doesNotHaveDuplicates();
        }
    }

    @Test
    void the_metadata_of_another_issuer_is_not_believed() throws Exception {
        publish("/.well-known/oauth-authorization-server", "https://evil.example.com", root + "/the/keys");
        try (HttpBench bench = trusting(root)) {
            assertThat(list(bench, root)).isEqualTo(503);
            assertThat(asked).doesNotContain("/the/keys");
        }
    }

    @Test
    void keys_that_anybody_could_change_are_not_read() throws Exception {
        publish("/.well-known/oauth-authorization-server", root, "http://keys.example.com/keys");
        try (HttpBench bench = trusting(root)) {
            assertThat(list(bench, root)).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @CsvSource({"not json", "{}", "[]", "{\"issuer\":5}"})
    void metadata_that_is_none_calls_nobody_a_liar(String document) throws Exception {
        documents.put("/.well-known/oauth-authorization-server", document);
        try (HttpBench bench = trusting(root)) {
            assertThat(list(bench, root)).isEqualTo(503);
        }
    }

    @Test
    void an_issuer_that_tells_nothing_calls_nobody_a_liar() throws Exception {
        try (HttpBench bench = trusting(root)) {
            assertThat(list(bench, root)).isEqualTo(503);
            assertThat(asked).contains("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
        }
    }

    @Test
    void an_issuer_that_anybody_could_play_is_refused() {
        assertThatThrownBy(() -> new HttpOptions.OAuth("http://login.example.com", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
        assertThatThrownBy(() -> new HttpOptions.OAuth("my-issuer", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
