package com.trackingmcp.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as the sandbox sees it, free of any HTTP library.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param method GET, POST, ...
 * @param path the decoded path, from the sandbox's root or, for a {@link CarrierBehaviour}, from the carrier's
 * @param query every value of every query parameter, in the order sent
 * @param headers the first value of every header, looked up without regard to case
 * @param body the body as text; empty when there is none; of a form of parts a character for each byte
 */
public record SandboxRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    public SandboxRequest {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    /** A body as text: in UTF-8, but for forms of parts, in which anything may be. */
    static String text(byte[] body, Map<String, String> headers) {
        boolean parts = headers.entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Type")
                        && header.getValue().toLowerCase(Locale.ROOT).startsWith("multipart/"));
        return new String(body, parts ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** Reads the raw query of a URL, {@code a=1&b=2&a=3}. */
    public static Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException halfEscaped) {
            return text;
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    public List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    SandboxRequest below(String prefix) {
        return new SandboxRequest(method, path.substring(prefix.length()), query, headers, body);
    }

    boolean mentions(String text) {
        return path.contains(text)
                || body.contains(text)
                || query.values().stream().anyMatch(values -> values.stream().anyMatch(value -> value.contains(text)));
    }

    boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path.equals(wantedPath);
    }

    boolean speaks(String mediaType) {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith(mediaType);
    }

    /** The fields of a form body. */
    Map<String, List<String>> form() {
        return parse(body.strip());
    }

    String field(String name) {
        return form().getOrDefault(name, List.of("")).get(0);
    }

    /** Whether the request carries these credentials in a Basic header. */
    boolean hasBasic(String user, String password) {
        String expected = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return header("Authorization").orElse("").equals("Basic " + expected);
    }
}
