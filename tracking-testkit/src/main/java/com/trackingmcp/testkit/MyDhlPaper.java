package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What MyDHL has against a paper: that it is no base64, or that it begins as another format than the one it is said to be in.
 * Stateless.
 *
 * <p>Source: MyDHL API 3.1.1, documentImages, which says that a paper that is no base64 gets an error message. It tells neither
 * its words nor what else is looked at: both are the sandbox's.
 */
final class MyDhlPaper {
    /** How files of the formats begin, as ISO-8859-1. */
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "PDF", List.of("%PDF"),
            "PNG", List.of("\u0089PNG"),
            "GIF", List.of("GIF87a", "GIF89a"),
            "JPEG", List.of("\u00ff\u00d8\u00ff"),
            "TIFF", List.of("II*\0", "MM\0*"));

    private static final int LONGEST_BEGINNING = 6;

    private MyDhlPaper() {}

    /** What the first paper of a body that is none gets to hear; empty where all are in order. */
    static Optional<String> complaint(JsonNode body) {
        int number = 0;
        for (JsonNode paper : body.path("documentImages")) {
            String where = "The content of #/documentImages/" + number++ + " ";
            Optional<byte[]> content = content(paper);
            if (content.isEmpty()) {
                return Optional.of(where + "is not a valid base64 encoded string.");
            }
            String format = paper.path("imageFormat").asText("PDF");
            if (isOther(format, content.get())) {
                return Optional.of(where + "is not a valid " + format + " document image.");
            }
        }
        return Optional.empty();
    }

    private static boolean isOther(String format, byte[] content) {
        String beginning = new String(
                Arrays.copyOf(content, Math.min(content.length, LONGEST_BEGINNING)), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .anyMatch(one ->
                        !one.getKey().equals(format) && one.getValue().stream().anyMatch(beginning::startsWith));
    }

    /** How many bytes a paper has that nothing was found against. */
    static int size(JsonNode paper) {
        return content(paper).orElseThrow().length;
    }

    private static Optional<byte[]> content(JsonNode paper) {
        try {
            return Optional.of(Base64.getDecoder().decode(paper.path("content").asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
