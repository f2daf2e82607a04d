package com.trackingmcp.mcp.internal.resource;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A URI with variables, each a whole segment, as RFC 6570 writes it. Immutable.
 *
 * @param template such as {@code tracking://carriers/{carrier}}
 */
record UriPattern(String template) {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:";
    private static final int LONGEST = 500;

    /** The values of its variables in a URI; empty where that is another. */
    Optional<Map<String, String>> match(String uri) {
        String[] expected = template.split("/", -1);
        String[] given = uri.length() > LONGEST ? new String[0] : uri.split("/", -1);
        if (expected.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                Optional<String> value = decode(given[i]).filter(text -> !text.isEmpty());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(expected[i].substring(1, expected[i].length() - 1), value.get());
            } else if (!expected[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** A URI with these values, in their order. */
    String with(String... values) {
        String uri = template;
        for (String value : values) {
            int start = uri.indexOf('{');
            uri = uri.substring(0, start) + encode(value) + uri.substring(uri.indexOf('}') + 1);
        }
        return uri;
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one > 0 && PLAIN.indexOf(one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append(String.format("%%%02X", one));
            }
        }
        return encoded.toString();
    }

    private static Optional<String> decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int size = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                decoded[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                decoded[size++] = bytes[i];
            }
        }
        return Optional.of(new String(decoded, 0, size, StandardCharsets.UTF_8));
    }
}
