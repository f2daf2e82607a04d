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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
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
            return mended(file.toString().endsWith(".json") ? text : yamlToJson(text));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** JSON text without what keeps it from being read as a description at all. */
    static String mended(String json) throws JsonProcessingException {
        JsonNode description = JSON.readTree(json);
        elementsWhereTheyBelong(description);
        complete(description);
        withoutTwins(description);
        versionsOfServers(description);
        messagesAsPaths(description);
        oneValue(description);
        return JSON.writeValueAsString(description);
    }

    /** FedEx puts what the elements of some lists are into a {@code schema} of their own, where OpenAPI knows none. */
    private static void elementsWhereTheyBelong(JsonNode description) {
        for (JsonNode items : description.findValues("items")) {
            if (items instanceof ObjectNode elements && elements.path("schema") instanceof ObjectNode meant) {
                elements.removeAll();
                elements.setAll(meant);
            }
        }
    }

    /** UPS leaves out versions, and what some lists hold. */
    private static void complete(JsonNode description) {
        if (description.path("info") instanceof ObjectNode info
                && info.path("version").asText("").isBlank()) {
            info.put("version", "untold");
        }
        for (JsonNode list : description.findParents("type")) {
            if (list.path("type").asText().equals("array") && !list.has("items")) {
                ((ObjectNode) list).putObject("items");
            }
        }
    }

    /** UPS puts a version into the address of a server, and says which it is beside the path, where it does not stand. */
    private static void versionsOfServers(JsonNode description) {
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (JsonNode parameters : path.getValue().findValues("parameters")) {
                for (Iterator<JsonNode> each = parameters.elements(); each.hasNext(); ) {
                    JsonNode parameter = each.next();
                    String variable = "{" + parameter.path("name").asText() + "}";
                    boolean ofAServer = parameter.path("in").asText().equals("path")
                            && !path.getKey().contains(variable);
                    if (ofAServer) {
                        String value = parameter.at("/schema/default").asText();
                        description
                                .path("servers")
                                .forEach(server -> ((ObjectNode) server)
                                        .put("url", server.path("url").asText().replace(variable, value)));
                        each.remove();
                    }
                }
            }
        }
    }

    /** What a carrier posts itself stands beside the paths, where validators do not look: as paths below {@code /webhooks}. */
    private static void messagesAsPaths(JsonNode description) {
        if (description.path("paths") instanceof ObjectNode paths) {
            description
                    .path("webhooks")
                    .properties()
                    .forEach(message -> paths.set("/webhooks/" + message.getKey(), message.getValue()));
            ((ObjectNode) description).remove("webhooks");
        }
    }

    /** Validators do not look at {@code const}, which OpenAPI has since 3.1: as a list of one value. */
    private static void oneValue(JsonNode description) {
        for (JsonNode schema : description.findParents("const")) {
            if (schema.path("const").isTextual()) {
                ((ObjectNode) schema).putArray("enum").add(schema.path("const"));
                ((ObjectNode) schema).remove("const");
            }
        }
    }

    /** YAML text as JSON text. */
    static String yamlToJson(String yaml) throws JsonProcessingException {
        // Some carriers left tabs where YAML forbids them.
        String withoutTabs = yaml.replace("\t", "  ");
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(withoutTabs.length())
                .build();
        return JSON.writeValueAsString(new Load(settings).loadFromString(withoutTabs));
    }

    /** MyDHL lists some values twice, for which validators refuse the whole schema. */
    private static void withoutTwins(JsonNode description) {
        for (JsonNode node : description.findValues("enum")) {
            if (node instanceof ArrayNode values) {
                Set<JsonNode> each = new LinkedHashSet<>();
                values.forEach(each::add);
                values.removeAll().addAll(each);
            }
        }
    }
}
