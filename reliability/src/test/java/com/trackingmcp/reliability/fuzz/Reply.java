package com.trackingmcp.reliability.fuzz;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/**
 * An answer before anybody has read it. Immutable, as long as nobody changes its bytes.
 *
 * @param length how long its body is once it is unpacked
 */
record Reply(int status, Map<String, List<String>> headers, byte[] body, int length) {
    Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this(status, headers, body, body.length);
    }

    /** One of JSON, as it says itself. */
    static Reply json(int status, byte[] body) {
        return new Reply(status, Map.of("content-type", List.of("application/json")), body);
    }

    HttpHeaders httpHeaders() {
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
