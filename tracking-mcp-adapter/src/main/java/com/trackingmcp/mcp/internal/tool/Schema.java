package com.trackingmcp.mcp.internal.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an object holds: its fields in their order, and no others. Immutable.
 *
 * @param fields the fields
 */
public record Schema(List<Field> fields) {
    /** A schema. */
    public Schema {
        fields = List.copyOf(fields);
    }

    /** An object of these fields. */
    public static Schema of(Field... fields) {
        return new Schema(List.of(fields));
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** As JSON Schema, its keys always in the same order. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.toMap()));
        map.put("type", "object");
        map.put("properties", properties);
        List<String> required =
                fields.stream().filter(Field::isRequired).map(Field::name).toList();
        if (!required.isEmpty()) {
            map.put("required", required);
        }
        map.put("additionalProperties", false);
        return map;
    }
}
