package com.trackingmcp.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import com.trackingmcp.mcp.HttpOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** JSON Web Tokens of an issuer that publishes its keys. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokensTest {
    private static final String ISSUER = "https://login.example.com";
    private static final String AUDIENCE = "https://ship.example.com/mcp";
    private static final String LIST = "{'jsonrpc':'2.0','id':2,'method':'tools/list'}";

    private static RSAKey rsa;
    private static ECKey ec;
    private static HttpServer issuer;
    private static HttpBench bench;

    @BeforeAll
    static void open() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        byte[] keys = new JWKSet(List.of(rsa, ec)).toString(true).getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
        bench = open(issuer.getAddress().getPort());
    }

    private static HttpBench open(int port) {
        URI keys = URI.create("http://127.0.0.1:" + port + "/keys");
        return HttpBench.open(
                options -> options.stateless(true).oauth(new HttpOptions.OAuth(ISSUER, keys, Optional.of(AUDIENCE))),
                bounds -> bounds.withFailures(1_000));
    }

    @AfterAll
    static void close() {
        bench.close();
        issuer.stop(0);
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject("ann")
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("scope", "openid tracking.read"))
                .build();
    }

    private static String rsa(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return rsa(rsa, change);
    }

    private static String rsa(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), claims(change));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** A subject that is there, and is null: what JSON can say and the builder leaves out. */
    private static String withNullSubject() throws JOSEException {
        Map<String, Object> all = new HashMap<>(claims(claims -> claims).toJSONObject());
        all.put("sub", null);
        String payload = JSONObjectUtils.toJSONString(all);
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa").build(), new Payload(payload));
        token.sign(new RSASSASigner(rsa));
        return token.serialize();
    }

    private static HttpResponse<String> list(String token) {
        return bench.post(LIST, "Authorization", "Bearer " + token);
    }

    private static List<String> tools(String token) {
        JsonNode tools = HttpBench.message(list(token)).at("/result/tools");
        return tools.findValuesAsText("name");
    }

    private static void assertRefused(String token) {
        HttpResponse<String> answer = list(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"")
                .contains("/.well-known/oauth-protected-resource/mcp\"");
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void the_scope_decides_which_tools_exist() throws JOSEException {
        assertThat(tools(rsa(claims -> claims))).contains("detect_carrier").doesNotContain("spend");
        assertThat(tools(rsa(claims -> claims.claim("scope", "shipping.write"))))
                .contains("detect_carrier", "spend");
        assertThat(tools(rsa(claims -> claims.claim("scope", null).claim("scp", List.of("tracking.admin")))))
                .contains("spend");
    }

    @Test
    void a_tool_of_another_role_does_not_exist_whoever_knows_its_name() throws JOSEException {
        String track = rsa(claims -> claims);
        HttpResponse<String> answer = bench.post(HttpBench.call("spend", "{}"), "Authorization", "Bearer " + track);
        JsonNode message = HttpBench.message(answer);
        assertThat(message.at("/error/code").asInt()).isEqualTo(-32_602);
        assertThat(message.has("result")).isFalse();
        String ship = rsa(claims -> claims.claim("scope", "shipping.write"));
        assertThat(HttpBench.message(bench.post(HttpBench.call("spend", "{}"), "Authorization", "Bearer " + ship))
                        .at("/result/content/0/text")
                        .asText())
                .isEqualTo("spent");
    }

    @Test
    void tokens_on_elliptic_curves_and_of_the_newer_type_are_taken() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("ec")
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims(claims -> claims));
        token.sign(new ECDSASigner(ec));
        assertThat(list(token.serialize()).statusCode()).isEqualTo(200);
    }

    @Test
    void expired_tokens_are_refused_with_a_minute_of_patience() throws JOSEException {
        assertRefused(
                rsa(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(90)))));
        assertThat(list(rsa(claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(20)))))
                        .statusCode())
                .isEqualTo(200);
        assertRefused(rsa(claims -> claims.expirationTime(null)));
        assertRefused(rsa(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(90)))));
    }

    @Test
    void tokens_for_others_and_of_others_are_refused() throws JOSEException {
        assertRefused(rsa(claims -> claims.audience("https://other.example.com/mcp")));
        assertRefused(rsa(claims -> claims.audience((String) null)));
        assertRefused(rsa(claims -> claims.issuer("https://login.example.org")));
        assertRefused(rsa(claims -> claims.subject(null)));
        assertRefused(withNullSubject());
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("rsa").generate();
        assertRefused(rsa(stranger, claims -> claims));
    }

    @Test
    void a_key_that_the_issuer_does_not_publish_is_refused_however_often_it_is_tried() throws JOSEException {
        for (int i = 0; i < 4; i++) {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build(), claims(claims -> claims));
            token.sign(new RSASSASigner(rsa));
            assertRefused(token.serialize());
        }
        assertThat(list(rsa(claims -> claims)).statusCode()).isEqualTo(200);
    }

    @Test
    void only_signatures_whose_key_is_no_secret_count() throws JOSEException {
        assertRefused(new PlainJWT(claims(claims -> claims)).serialize());
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), claims(claims -> claims));
        confused.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        assertRefused(confused.serialize());
        assertRefused("not-a-token");
        assertRefused("a".repeat(10_000));
    }

    @Test
    void a_token_with_none_of_the_scopes_is_told_which_it_needs() throws JOSEException {
        HttpResponse<String> answer = list(rsa(claims -> claims.claim("scope", "openid")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("error=\"insufficient_scope\"", "scope=\"tracking.read\"");
    }

    @Test
    void no_token_is_told_where_to_get_one() {
        HttpResponse<String> answer = bench.post(LIST);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("resource_metadata=\"", "scope=\"tracking.read\"")
                .doesNotContain("error=");
    }

    @Test
    void everybody_may_read_where_tokens_come_from() {
        for (String path : List.of("", "/mcp")) {
            JsonNode metadata = HttpBench.message(bench.get("/.well-known/oauth-protected-resource" + path));
            assertThat(metadata.path("resource").asText()).endsWith("/mcp");
            assertThat(metadata.at("/authorization_servers/0").asText()).isEqualTo(ISSUER);
            assertThat(metadata.path("scopes_supported")).hasSize(3);
            assertThat(metadata.at("/bearer_methods_supported/0").asText()).isEqualTo("header");
        }
    }

    @Test
    void where_the_issuer_does_not_answer_nobody_is_called_a_liar() throws IOException, JOSEException {
        int free;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (HttpBench alone = open(free)) {
            for (int i = 0; i < 4; i++) {
                HttpResponse<String> answer = alone.post(LIST, "Authorization", "Bearer " + rsa(claims -> claims));
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
        }
    }
}
