package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JSON web tokens of the gateway: an access token is good for 30 days and a refresh token for 3, as the server has it by
 * default. Safe for use by many threads.
 */
final class KarrioTokens implements KarrioResource {
    private static final Duration ACCESS = Duration.ofDays(30);
    private static final Duration REFRESH = Duration.ofDays(3);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Instant> access = new ConcurrentHashMap<>();
    private final Map<String, Instant> refresh = new ConcurrentHashMap<>();

    KarrioTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.open("token", "POST /api/token", this::obtain);
        routes.open("token", "POST /api/token/refresh", this::refresh);
        routes.open("token", "POST /api/token/verify", this::verify);
        routes.open(
                "token",
                "POST /api/logout",
                ask -> SandboxResponse.json(200, Json.object().put("detail", "Successfully logged out.")));
    }

    boolean accepts(String token) {
        return isGood(access, token);
    }

    void expireAll() {
        access.clear();
        refresh.clear();
    }

    private SandboxResponse obtain(KarrioAsk ask) {
        JsonNode body = ask.body();
        need(body, "email", "password");
        boolean known = body.path("email").asText().equals(SandboxSettings.KARRIO_EMAIL)
                && body.path("password").asText().equals(SandboxSettings.KARRIO_PASSWORD);
        if (!known) {
            throw KarrioRefusal.error(
                    401, "authentication_failed", "No active account found with the given credentials", "error");
        }
        String again = issue("refresh", REFRESH, refresh);
        return SandboxResponse.json(201, pair(again));
    }

    private SandboxResponse refresh(KarrioAsk ask) {
        need(ask.body(), "refresh");
        String token = ask.body().path("refresh").asText();
        if (!isGood(refresh, token)) {
            throw KarrioRefusal.error(401, "token_not_valid", "Token is invalid or expired", "error");
        }
        return SandboxResponse.json(201, pair(token));
    }

    private SandboxResponse verify(KarrioAsk ask) {
        need(ask.body(), "token");
        String token = ask.body().path("token").asText();
        if (!isGood(access, token) && !isGood(refresh, token)) {
            throw KarrioRefusal.error(401, "token_not_valid", "Token is invalid or expired", "error");
        }
        return SandboxResponse.json(200, Json.object());
    }

    private static void need(JsonNode body, String... fields) {
        List<String> missing = new ArrayList<>();
        for (String field : fields) {
            if (body.path(field).asText("").isEmpty()) {
                missing.add(field + ": This field is required.");
            }
        }
        if (!missing.isEmpty()) {
            throw KarrioRefusal.invalid(missing);
        }
    }

    private ObjectNode pair(String again) {
        return Json.object().put("access", issue("access", ACCESS, access)).put("refresh", again);
    }

    /** A token whose middle can be read, as that of every web token; nobody could check its signature. */
    private String issue(String type, Duration life, Map<String, Instant> goodUntil) {
        Instant until = clock.instant().plus(life);
        ObjectNode claims = Json.object()
                .put("token_type", type)
                .put("exp", until.getEpochSecond())
                .put("iat", clock.instant().getEpochSecond())
                .put("jti", "test-" + issued.incrementAndGet())
                .put("user_id", 1)
                .put("is_verified", true);
        String token = part(Json.object().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims) + "."
                + BASE64.encodeToString("test-signature".getBytes(StandardCharsets.US_ASCII));
        goodUntil.put(token, until);
        return token;
    }

    private static String part(ObjectNode node) {
        return BASE64.encodeToString(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private boolean isGood(Map<String, Instant> tokens, String token) {
        Instant until = tokens.get(token);
        return until != null && clock.instant().isBefore(until);
    }
}
