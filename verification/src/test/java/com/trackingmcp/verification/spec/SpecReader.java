package com.trackingmcp.verification.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a description as JSON. YAML is read by the rules of YAML 1.2, where {@code NO}, {@code ON} and {@code 14:00} are
 * text.
 */
final class SpecReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SpecReader() {}

    /** The description in a file, as JSON text. */
    static String json(Path file) {
        try {
            String text = Files.readString(file);
            return completed(file.toString().endsWith(".json") ? mended(text) : yamlToJson(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** FedEx puts what the elements of some lists are into a {@code schema} of their own, where OpenAPI knows none. */
    static String mended(String json) throws JsonProcessingException {
        JsonNode description = JSON.readTree(json);
        for (JsonNode items : description.findValues("items")) {
            if (items instanceof ObjectNode elements && elements.path("schema") instanceof ObjectNode meant) {
                elements.removeAll();
                elements.setAll(meant);
            }
        }
        return JSON.writeValueAsString(description);
    }

    /** Fills in what some carriers leave out, and without which a description is not read: its version, what lists hold. */
    static String completed(String json) throws JsonProcessingException {
        JsonNode description = JSON.readTree(json);
        if (description.path("info") instanceof ObjectNode info
                && info.path("version").asText("").isBlank()) {
            info.put("version", "untold");
        }
        for (JsonNode list : description.findParents("type")) {
            if (list.path("type").asText().equals("array") && !list.has("items")) {
                ((ObjectNode) list).putObject("items");
            }
        }
        return JSON.writeValueAsString(description);
    }

    /** YAML text as JSON text. */
    static String yamlToJson(String yaml) throws JsonProcessingException {
        // Some carriers left tabs where YAML forbids them.
        String mended = yaml.replace("\t", "  ");
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(mended.length())
                .build();
        return JSON.writeValueAsString(withoutTwins(JSON.valueToTree(new Load(settings).loadFromString(mended))));
    }

    /** MyDHL lists some values twice, for which validators refuse the whole schema. */
    private static JsonNode withoutTwins(JsonNode description) {
        for (JsonNode node : description.findValues("enum")) {
            if (node instanceof ArrayNode values) {
                Set<JsonNode> each = new LinkedHashSet<>();
                values.forEach(each::add);
                values.removeAll().addAll(each);
            }
        }
        return description;
    }
}
