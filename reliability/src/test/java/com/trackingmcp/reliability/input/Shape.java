package com.trackingmcp.reliability.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a request is made of, apart from its values: method, segments of the path, names of query, headers and body. Who can
 * change it with a value has broken out of the value.
 *
 * @param parts each part, as a text
 * @param values the values, decoded
 */
record Shape(Set<String> parts, List<String> values) {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The shape of a request; throws where its body is not what its header says. */
    static Shape of(Heard heard) {
        Set<String> parts = new TreeSet<>();
        List<String> values = new ArrayList<>();
        String[] segments = heard.path().split("/", -1);
        parts.add(heard.method() + " of " + segments.length + " segments below " + segments[1]);
        for (String segment : segments) {
            String value = decoded(segment, false);
            if (value.equals("..") || value.equals(".")) {
                parts.add("segment " + value);
            }
            values.add(value);
        }
        form(heard.query(), "query ", parts, values);
        heard.headers().forEach((name, all) -> {
            parts.add("header " + name.toLowerCase(Locale.ROOT) + " x" + all.size());
            values.addAll(all);
        });
        body(heard, parts, values);
        return new Shape(parts, values);
    }

    private static void body(Heard heard, Set<String> parts, List<String> values) {
        String type = heard.header("Content-Type").orElse("");
        if (heard.body().length == 0) {
            return;
        }
        if (type.startsWith("multipart/")) {
            multipart(heard, type, parts, values);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            form(new String(heard.body(), StandardCharsets.UTF_8), "form ", parts, values);
        } else {
            json(heard.body(), parts, values);
        }
    }

    private static void json(byte[] body, Set<String> parts, List<String> values) {
        try {
            json(STRICT.readTree(body), "", parts, values);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static void json(JsonNode node, String path, Set<String> parts, List<String> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                parts.add("field " + path + "." + field.getKey());
                json(field.getValue(), path + "." + field.getKey(), parts, values);
            });
        } else if (node.isArray()) {
            node.forEach(element -> json(element, path + "[]", parts, values));
        } else {
            values.add(node.asText());
        }
    }

    private static void multipart(Heard heard, String type, Set<String> parts, List<String> values) {
        String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
        String body = new String(heard.body(), StandardCharsets.UTF_8);
        String[] sections = body.split("--" + java.util.regex.Pattern.quote(boundary), -1);
        parts.add("parts " + (sections.length - 2));
        for (int i = 1; i < sections.length - 1; i++) {
            String[] section = sections[i].split("\r\n\r\n", 2);
            for (String line : section[0].strip().split("\r\n", -1)) {
                parts.add("part header " + line.split(":", 2)[0]);
                if (line.startsWith("Content-Disposition")) {
                    parts.add("part names " + line.replaceAll("=\"[^\"]*\"", "="));
                }
            }
            String content = section[1].strip();
            if (content.startsWith("{")) {
                json(content.getBytes(StandardCharsets.UTF_8), parts, values);
            } else {
                values.add(content);
            }
        }
    }

    private static void form(String text, String kind, Set<String> parts, List<String> values) {
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parts.add(kind + decoded(equals < 0 ? pair : pair.substring(0, equals), true));
                values.add(equals < 0 ? "" : decoded(pair.substring(equals + 1), true));
            }
        }
    }

    private static String decoded(String text, boolean form) {
        return URLDecoder.decode(form ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
