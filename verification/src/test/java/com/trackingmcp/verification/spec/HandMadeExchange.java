package com.trackingmcp.verification.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds an exchange by hand, in JSON with single quotes. Not safe for use by several threads. */
final class HandMadeExchange {
    private final CarrierDocument document;
    private final String method;
    private final String path;
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private String body = "";

    private HandMadeExchange(CarrierDocument document, String method, String path) {
        this.document = document;
        this.method = method;
        this.path = path;
    }

    /** Begins with a path of the sandbox. */
    static HandMadeExchange of(String method, String sandboxPath) {
        CarrierDocument document =
                CarrierDocument.describing(sandboxPath).orElseThrow(() -> new AssertionError(sandboxPath));
        return new HandMadeExchange(document, method, document.carrierPath(sandboxPath));
    }

    HandMadeExchange query(String name, String value) {
        query.put(name, List.of(value));
        return this;
    }

    HandMadeExchange header(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    HandMadeExchange form(String form) {
        body = form;
        return header("Content-Type", "application/x-www-form-urlencoded");
    }

    HandMadeExchange json(String json) {
        body = json.replace('\'', '"');
        return header("Content-Type", "application/json");
    }

    Exchange answered(int status, String json) {
        Map<String, List<String>> answer = Map.of("Content-Type", List.of("application/json"));
        return new Exchange(document, method, path, query, headers, body, status, answer, json.replace('\'', '"'));
    }
}
