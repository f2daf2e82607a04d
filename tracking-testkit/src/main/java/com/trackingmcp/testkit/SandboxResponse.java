package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of the sandbox, free of any HTTP library.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param status the HTTP status; 0 for no answer at all
 * @param headers the headers to send, content type among them
 * @param body the body as text; of a picture or a PDF a character for each byte
 * @param cut whether the connection is to break in the middle of the body
 */
public record SandboxResponse(int status, Map<String, String> headers, String body, boolean cut) {
    /** No answer at all: the connection breaks. */
    static final SandboxResponse NONE = new SandboxResponse(0, Map.of(), "", true);

    public SandboxResponse {
        TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    static SandboxResponse json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }

    /** An answer without a body. */
    static SandboxResponse empty(int status) {
        return new SandboxResponse(status, Map.of(), "", false);
    }

    static SandboxResponse of(int status, String contentType, String body) {
        return new SandboxResponse(status, Map.of("Content-Type", contentType), body, false);
    }

    /** The body as it goes over the wire: in UTF-8, but for pictures and PDFs, of which it has a character for each byte. */
    byte[] bytes() {
        String type = headers.getOrDefault("Content-Type", "");
        boolean binary = type.startsWith("image/") || type.equals("application/pdf");
        return body.getBytes(binary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    SandboxResponse with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new SandboxResponse(status, more, body, cut);
    }

    /** What has no body cannot break in the middle of it: it is not sent at all. */
    SandboxResponse breaking() {
        return body.isEmpty() ? NONE : new SandboxResponse(status, headers, body, true);
    }
}
