package com.trackingmcp.reliability.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came over the wire. Immutable; nobody changes the body.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, encoded
 * @param query the query as it was sent, encoded; empty where there is none
 * @param headers every value of every header
 * @param body the body
 */
public record Heard(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    /** The first value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** Whether it asks for a token. */
    public boolean isToken() {
        return path.contains("/oauth") || path.endsWith("/token") || path.endsWith("/token/refresh");
    }
}
