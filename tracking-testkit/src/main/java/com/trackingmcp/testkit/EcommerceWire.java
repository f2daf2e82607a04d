package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** DHL eCommerce Americas, version 4: the access token and the tracking of up to ten packages by ids of one kind. */
final class EcommerceWire implements CarrierBehaviour {

    private static final String TOKEN = "/auth/v4/accesstoken";
    private static final Set<String> TRACK = Set.of("/tracking/v4/package/open", "/tracking/v4/package");
    private static final List<String> KINDS = List.of("trackingId", "packageId", "dhlPackageId");
    private static final String ERRORS = "https://api-sandbox.dhlecs.com/docs/errors/";
    private static final int MOST = 10;

    private final ParcelBook book;
    private final Tokens tokens;

    EcommerceWire(ParcelBook book, Clock clock) {
        this.book = book;
        this.tokens = new Tokens("dhl-ecommerce", clock, Duration.ofHours(1));
    }

    @Override
    public String wire() {
        return "dhl-ecommerce";
    }

    @Override
    public String operation(SandboxRequest request) {
        return request.path().equals(TOKEN) ? "token" : TRACK.contains(request.path()) ? "track" : "unknown";
    }

    @Override
    public int numbers(SandboxRequest request) {
        return ids(request).size();
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> invalid("query", "not understood");
            case 401 -> error(401, "401.0000002", "Access token invalid");
            case 404 -> error(404, "404.0000001", "Resource not found");
            case 405 -> error(405, "405.0000001", "Method not allowed");
            case 429 -> error(429, "429.0000001", "Too many requests");
            default -> error(status, status + ".0000999", "Unknown error");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        if (operation(request).equals("token")) {
            return request.method().equals("POST") ? token(request) : failure(405);
        }
        if (!tokens.accepts(request)) {
            return failure(401);
        }
        if (operation(request).equals("unknown")) {
            return failure(404);
        }
        if (!request.method().equals("GET")) {
            return failure(405);
        }
        return complaint(request).orElseGet(() -> track(request));
    }

    private SandboxResponse token(SandboxRequest request) {
        if (!request.field("grant_type").equals("client_credentials")) {
            return error(400, "400.0000004", "Invalid grant type");
        }
        boolean inForm = request.field("client_id").equals(SandboxSettings.DHL_ID)
                && request.field("client_secret").equals(SandboxSettings.DHL_SECRET);
        if (!inForm && !request.hasBasic(SandboxSettings.DHL_ID, SandboxSettings.DHL_SECRET)) {
            return error(401, "401.0000007", "Invalid credentials");
        }
        ObjectNode body = Json.object();
        body.put("access_token", tokens.issue()).put("client_id", SandboxSettings.DHL_ID);
        body.put("token_type", "Bearer").put("expires_in", tokens.life().toSeconds());
        return SandboxResponse.json(200, body);
    }

    private static Optional<SandboxResponse> complaint(SandboxRequest request) {
        long kinds = KINDS.stream()
                .filter(kind -> !request.parameters(kind).isEmpty())
                .count();
        if (kinds != 1) {
            return Optional.of(invalid(String.join("|", KINDS), "ids of exactly one kind are required"));
        }
        List<String> ids = ids(request);
        if (ids.isEmpty() || ids.size() > MOST) {
            return Optional.of(invalid("id", "1 to " + MOST + " ids are required, got " + ids.size()));
        }
        if (!request.parameters("packageId").isEmpty()
                && request.parameters("pickup").isEmpty()) {
            return Optional.of(invalid("pickup", "required together with packageId"));
        }
        String limit = request.parameter("limit").orElse("10");
        if (!limit.matches("[1-9]|10")) {
            return Optional.of(invalid("limit", "must be 1 to 10"));
        }
        return Optional.empty();
    }

    private static List<String> ids(SandboxRequest request) {
        return KINDS.stream()
                .flatMap(kind -> request.parameters(kind).stream())
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private SandboxResponse track(SandboxRequest request) {
        List<String> ids = ids(request);
        Set<SandboxParcel> found = new LinkedHashSet<>();
        ids.forEach(id -> book.find(id, Family.DHL_ECOMMERCE).ifPresent(found::add));
        if (found.isEmpty() && ids.size() == 1) {
            return error(404, "404.0300001", "No package found");
        }
        int limit = Integer.parseInt(request.parameter("limit").orElse("10"));
        ObjectNode body = Json.object();
        body.put("total", found.size()).put("limit", limit).put("offset", 0);
        body.put("timestamp", book.now().toString());
        body.putObject("links");
        ArrayNode packages = body.putArray("packages");
        found.stream().limit(limit).forEach(parcel -> packages.add(new EcommerceBody(parcel).render()));
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse invalid(String name, String reason) {
        ObjectNode body = body("400.0304003", "Static validation failed");
        body.putArray("invalidParams")
                .addObject()
                .put("name", name)
                .put("path", "query")
                .put("reason", reason);
        return SandboxResponse.json(400, body);
    }

    private static SandboxResponse error(int status, String code, String title) {
        return SandboxResponse.json(status, body(code, title));
    }

    private static ObjectNode body(String code, String title) {
        return Json.object().put("type", ERRORS + code).put("title", title);
    }
}
