package com.trackingmcp.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.trackingmcp.http.WireShape.Kind;
import com.trackingmcp.http.WireShape.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one answer into records, by the rules of {@link WireJson}. Not safe for use by several threads. */
final class WireReader {
    /** Texts that an answer repeats are kept once: as many as this at a time, none longer than that. */
    private static final int TEXTS_KEPT = 128;

    private static final int LONGEST_KEPT = 40;

    private final JsonParser parser;
    private final @Nullable String[] texts = new String[TEXTS_KEPT];

    WireReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The next value as a record; null where it is nothing that a record can be read from. */
    @Nullable
    Object read(Class<?> type) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            return object(WireShape.of(type));
        }
        if (token == JsonToken.START_ARRAY) {
            return first(Part.of(type));
        }
        parser.finishToken();
        return null;
    }

    private Object object(WireShape shape) throws IOException {
        Object[] components = new Object[shape.size()];
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            Part part = shape.part(field);
            if (part == null) {
                parser.skipChildren();
            } else {
                components[part.index] = part.element == null ? value(token, part) : list(token, part.element);
            }
        }
        return shape.make(components);
    }

    private @Nullable List<Object> list(JsonToken token, Part element) throws IOException {
        if (token == JsonToken.VALUE_NULL || token == JsonToken.VALUE_STRING && text().isBlank()) {
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            Object only = value(token, element);
            return only == null ? List.of() : List.of(only);
        }
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object value = value(next, element);
            if (value != null) {
                elements.add(value);
            }
        }
        return List.copyOf(elements);
    }

    private @Nullable Object value(JsonToken token, Part part) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case START_ARRAY -> part.kind == Kind.ANY ? anyList() : first(part);
            case START_OBJECT -> {
                if (part.kind == Kind.RECORD) {
                    yield object(part.shape());
                }
                if (part.kind == Kind.ANY) {
                    yield anyObject();
                }
                parser.skipChildren();
                yield null;
            }
            default -> scalar(token, part.kind, part.type);
        };
    }

    /** The first element of a list that can be read as what was declared. */
    private @Nullable Object first(Part part) throws IOException {
        Object first = null;
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (first == null) {
                first = value(next, part);
            } else {
                parser.skipChildren();
            }
        }
        return first;
    }

    private @Nullable Object scalar(JsonToken token, Kind kind, Class<?> type) throws IOException {
        return switch (kind) {
            case TEXT -> token == JsonToken.VALUE_STRING ? text() : parser.getText();
            case INTEGER -> WireText.integer(parser.getText()).orElse(null);
            case DECIMAL -> WireText.decimal(parser.getText()).orElse(null);
            case FLAG -> flag(token);
            case WORD -> token == JsonToken.VALUE_STRING ? word(parser.getText().strip(), type) : null;
            case ANY -> token.isBoolean() ? (Object) parser.getBooleanValue() : parser.getText();
            case RECORD, LIST -> null;
        };
    }

    /** Carriers repeat cities, codes and days in one answer: each is made once. */
    private String text() throws IOException {
        int length = parser.getTextLength();
        if (length > LONGEST_KEPT || length == 0) {
            return length == 0 ? "" : parser.getText();
        }
        char[] chars = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = (hash ^ hash >>> 15) & TEXTS_KEPT - 1;
        String kept = texts[place];
        if (kept == null || !isSame(kept, chars, start, length)) {
            kept = new String(chars, start, length);
            texts[place] = kept;
        }
        return kept;
    }

    private static boolean isSame(String text, char[] chars, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Boolean flag(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> !parser.getText().equals("0");
            case VALUE_STRING ->
                switch (parser.getText().strip()) {
                    case "true", "True", "TRUE" -> true;
                    case "false", "False", "FALSE" -> false;
                    default -> null;
                };
            default -> null;
        };
    }

    private static @Nullable Object word(String text, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        return null;
    }

    private List<Object> anyList() throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object value = value(next, Part.ANY);
            if (value != null) {
                elements.add(value);
            }
        }
        return elements;
    }

    private Map<String, Object> anyObject() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Object value = value(parser.nextToken(), Part.ANY);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }
}
