package com.trackingmcp.mcp.internal.tool;

import java.util.ArrayList;
import java.util.Collection;
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

    /** An object of all of these fields, one after the other. */
    @SafeVarargs
    public static Schema ofAll(Collection<Field>... parts) {
        List<Field> fields = new ArrayList<>();
        for (Collection<Field> part : parts) {
            fields.addAll(part);
        }
        return new Schema(fields);
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** As a client reads what a tool takes. */
    public Map<String, Object> asInput() {
        return JsonSchemas.INPUT.of(this);
    }

    /** As a client reads what a tool answers. */
    public Map<String, Object> asOutput() {
        return JsonSchemas.OUTPUT.of(this);
    }

    /** As a client shows it to a person who is to fill it in. */
    public Map<String, Object> asForm() {
        return JsonSchemas.FORM.of(this);
    }

    /** All that an answer must keep to, the absence of anything else included: what tests hold answers against. */
    public Map<String, Object> inFull() {
        return JsonSchemas.FULL.of(this);
    }
}
