package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A page of a list: {@code count}, {@code next}, {@code previous} and {@code results}. Stateless. */
final class KarrioPage {
    /** As many as a page has unless asked for otherwise; webhooks have their own. */
    static final int USUAL = 20;

    /** The address the server believes to have: next and previous lead nowhere from outside. */
    static final String INTERNAL = "http://karrio.internal" + KarrioServer.BASE_PATH;

    private KarrioPage() {}

    static <T> SandboxResponse of(KarrioAsk ask, List<T> all, Function<T, ObjectNode> shown) {
        return of(ask, USUAL, all, shown);
    }

    static <T> SandboxResponse of(KarrioAsk ask, int usual, List<T> all, Function<T, ObjectNode> shown) {
        int asked = number(ask, "limit", usual);
        int limit = asked == 0 ? usual : asked;
        int offset = number(ask, "offset", 0);
        ObjectNode body = Json.object().put("count", all.size());
        body.put("next", offset + limit < all.size() ? link(ask, limit, offset + limit) : null);
        body.put("previous", offset > 0 ? link(ask, limit, Math.max(0, offset - limit)) : null);
        ArrayNode results = body.putArray("results");
        all.stream().skip(offset).limit(limit).map(shown).forEach(results::add);
        return SandboxResponse.json(200, body);
    }

    /** What is no number counts as not given, as in the framework below the server. */
    private static int number(KarrioAsk ask, String name, int otherwise) {
        return ask.parameter(name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    private static String link(KarrioAsk ask, int limit, int offset) {
        String others = ask.http().query().entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals("limit") && !entry.getKey().equals("offset"))
                .flatMap(entry -> entry.getValue().stream().map(value -> "&" + entry.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining());
        return INTERNAL + ask.http().path() + "?limit=" + limit + (offset == 0 ? "" : "&offset=" + offset) + others;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
