package com.trackingmcp.mcp.internal.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Schemas as JSON Schema, its keys always in the same order, and as much of it as the reader needs: every word of a
 * tool's definition fills the head of every agent that has the tool. What is not said here is told by the answer to a
 * call that breaks it.
 */
enum JsonSchemas {
    /** What a tool takes: types, choices, defaults, and bounds of numbers that an agent could break. */
    INPUT,
    /** What a tool answers: names, types and choices. */
    OUTPUT,
    /** What a person fills in: only what the protocol allows there. */
    FORM,
    /** Everything. */
    FULL;

    /** A bound beyond which nobody goes by accident. */
    private static final long FAR = 10_000;

    Map<String, Object> of(Schema schema) {
        return object(schema);
    }

    private Map<String, Object> object(Schema schema) {
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        schema.fields().stream()
                .filter(field -> this != INPUT || !field.isUnlisted())
                .forEach(field -> properties.put(field.name(), of(field)));
        map.put("type", "object");
        map.put("properties", properties);
        List<String> required = schema.fields().stream()
                .filter(Field::isRequired)
                .map(Field::name)
                .toList();
        if (!required.isEmpty() && this != OUTPUT) {
            map.put("required", required);
        }
        if (this == FULL) {
            map.put("additionalProperties", false);
        }
        return map;
    }

    private Map<String, Object> of(Field field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", field.type().jsonName());
        if (!field.description().isEmpty()) {
            map.put("description", field.description());
        } else if (field.isTime() && this != OUTPUT) {
            map.put("description", "HH:MM");
        }
        switch (field.type()) {
            case TEXT -> putText(map, field);
            case WHOLE, NUMBER -> putBounds(map, field);
            case TEXTS -> putTexts(map, field);
            case OBJECTS -> putList(map, field, object(field.objects()));
            case OBJECT -> {
                if (!field.isForeign()) {
                    map.putAll(object(field.objects()));
                }
            }
            case FLAG -> {}
        }
        if (field.standard() != null && !Integer.valueOf(0).equals(field.standard())) {
            map.put("default", field.standard());
        }
        return map;
    }

    private void putTexts(Map<String, Object> map, Field field) {
        if (this != OUTPUT) {
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("type", "string");
            if (this == FULL && field.pattern() != null) {
                text.put("pattern", anchored(field.pattern()));
            }
            putList(map, field, text);
        }
    }

    private static String anchored(Pattern pattern) {
        return "^" + pattern.pattern() + "$";
    }

    private void putText(Map<String, Object> map, Field field) {
        if (!field.choices().isEmpty()) {
            map.put("enum", new ArrayList<>(field.choices()));
            return;
        }
        if (field.isDate()) {
            map.put("format", "date");
        } else if (this == FULL && field.pattern() != null) {
            map.put("pattern", anchored(field.pattern()));
        }
        if (this == FULL || this == FORM) {
            map.put("maxLength", field.longest());
        }
        if (this == FULL && field.shortest() > 0) {
            map.put("minLength", field.shortest());
        }
    }

    private void putBounds(Map<String, Object> map, Field field) {
        if (this == OUTPUT) {
            return;
        }
        if (field.least() != null && (this != INPUT || field.least().doubleValue() > 1)) {
            map.put("minimum", field.least());
        }
        if (field.most() != null && (this != INPUT || field.most().doubleValue() < FAR)) {
            map.put("maximum", field.most());
        }
    }

    private void putList(Map<String, Object> map, Field field, Map<String, Object> items) {
        map.put("items", items);
        if (this == FULL && field.shortest() > 0) {
            map.put("minItems", field.shortest());
        }
        if (this == FULL && field.most() != null) {
            map.put("maxItems", field.most());
        }
    }
}
