package com.trackingmcp.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A carrier's answer, whole and within its size limit. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers, names in lower case, the first value of each
 * @param body the body's bytes, decompressed; not to be changed
 * @param correlationId the id of the call this answers
 */
public record CarrierResponse(int status, Map<String, String> headers, byte[] body, String correlationId) {
    /** Whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** A header by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
