package com.trackingmcp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a form body of parts (RFC 7578). Immutable.
 *
 * @param name the name of the form's field; empty where it has none
 * @param contentType its media type
 * @param bytes its content, a character for each byte
 */
record FormPart(String name, String contentType, String bytes) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final String BREAK = "\r\n";

    /** The parts of a request, in their order; none where it is no such form. */
    static List<FormPart> read(SandboxRequest request) {
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (!request.speaks("multipart/form-data") || !boundary.find()) {
            return List.of();
        }
        List<FormPart> parts = new ArrayList<>();
        String[] pieces = request.body().split(Pattern.quote("--" + boundary.group(1)), -1);
        for (String piece : pieces) {
            int end = piece.indexOf(BREAK + BREAK);
            if (piece.startsWith(BREAK) && end > 0) {
                parts.add(part(piece.substring(0, end), piece.substring(end + 4)));
            }
        }
        return List.copyOf(parts);
    }

    private static FormPart part(String head, String rest) {
        Matcher name = NAME.matcher(head);
        String type = "";
        for (String line : head.split(BREAK, -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-type:")) {
                type = line.substring("content-type:".length()).strip();
            }
        }
        String content = rest.endsWith(BREAK) ? rest.substring(0, rest.length() - BREAK.length()) : rest;
        return new FormPart(name.find() ? name.group(1) : "", type, content);
    }

    int size() {
        return bytes.length();
    }

    String text() {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
