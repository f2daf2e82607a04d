package com.trackingmcp.reliability.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.testkit.SandboxNumbers;
import java.util.HashMap;
import java.util.Map;

/** Arguments for a tool, all that its schema names, each likely to be taken. Stateless. */
public final class SampleArguments {
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        party("from_", "1 Example Street", "Memphis", "TN", "38118");
        party("to_", "2 Example Avenue", "Seattle", "WA", "98101");
        party("", "1 Example Street", "Memphis", "TN", "38118");
        WORDS.put("tracking_number", SandboxNumbers.FEDEX_DELIVERED);
        WORDS.put("carrier", "fedex");
        WORDS.put("weight", "1.5");
        WORDS.put("length", "30");
        WORDS.put("width", "20");
        WORDS.put("height", "10");
        WORDS.put("currency", "USD");
        WORDS.put("service", "FEDEX_GROUND");
        WORDS.put("unit_price", "19.90");
        WORDS.put("quantity", "2");
        WORDS.put("origin_country", "US");
        WORDS.put("hs_code", "490199");
        WORDS.put("description", "Printed books");
    }

    private SampleArguments() {}

    private static void party(String prefix, String street, String city, String state, String code) {
        WORDS.put(prefix + "name", "Shipping Desk");
        WORDS.put(prefix + "company", "Example Books");
        WORDS.put(prefix + "street", street);
        WORDS.put(prefix + "city", city);
        WORDS.put(prefix + "state", state);
        WORDS.put(prefix + "postal_code", code);
        WORDS.put(prefix + "country", "US");
        WORDS.put(prefix + "phone", "9015550100");
    }

    static ObjectNode of(ToolSpec spec) {
        return ofSchema(Json.of(spec.input().inFull()));
    }

    /** The same for a schema as a server tells it. */
    public static ObjectNode ofSchema(JsonNode schema) {
        return object(schema);
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode sample = Json.object();
        schema.path("properties")
                .properties()
                .forEach(property -> sample.set(property.getKey(), value(property.getKey(), property.getValue())));
        return sample;
    }

    private static JsonNode value(String name, JsonNode schema) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema);
            case "array" -> json.arrayNode().add(value(name.replaceFirst("s$", ""), schema.path("items")));
            case "integer" -> json.numberNode(Math.max(1, schema.path("minimum").asInt()));
            case "number" -> json.numberNode(1.5);
            case "boolean" -> json.booleanNode(false);
            default -> json.textNode(text(name, schema));
        };
    }

    private static String text(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        if (WORDS.containsKey(name)) {
            return WORDS.get(name);
        }
        if (name.contains("date") || schema.path("format").asText().equals("date")) {
            return "2026-02-12";
        }
        return name.contains("time") ? "10:00" : "test-" + name;
    }
}
