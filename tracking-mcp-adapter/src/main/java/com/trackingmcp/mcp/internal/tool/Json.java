package com.trackingmcp.mcp.internal.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** JSON for answers: absent values are left out, amounts and times are texts. Stateless. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What it makes of each, as a list. */
    public static <T> ArrayNode list(Collection<T> values, Function<? super T, ? extends JsonNode> view) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(value -> list.add(view.apply(value)));
        return list;
    }

    /** The texts of these, as a list. */
    public static ArrayNode texts(Collection<?> values) {
        return list(values, value -> JsonNodeFactory.instance.textNode(value.toString()));
    }

    /** Puts the text of a value, where there is one. */
    public static void put(ObjectNode object, String name, Optional<?> value) {
        value.ifPresent(there -> object.put(name, there.toString()));
    }

    /** Any JSON-like value (maps, lists, texts, numbers) as JSON. */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }
}
