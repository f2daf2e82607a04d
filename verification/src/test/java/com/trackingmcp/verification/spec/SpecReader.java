package com.trackingmcp.verification.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            return file.toString().endsWith(".json") ? text : yamlToJson(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** YAML text as JSON text. */
    static String yamlToJson(String yaml) throws JsonProcessingException {
        // Some carriers left tabs where YAML forbids them.
        String mended = yaml.replace("\t", "  ");
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(mended.length())
                .build();
        return JSON.writeValueAsString(new Load(settings).loadFromString(mended));
    }
}
