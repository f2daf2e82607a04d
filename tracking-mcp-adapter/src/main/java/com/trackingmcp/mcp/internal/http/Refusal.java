package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Why a request is not let through, as a small JSON body that tells nothing of the server. Immutable.
 *
 * @param status the HTTP status
 * @param code the code of JSON-RPC
 * @param message one sentence
 */
record Refusal(int status, int code, String message) {
    static final int PARSE_ERROR = -32_700;
    static final int INVALID_REQUEST = -32_600;
    static final int INVALID_PARAMS = -32_602;
    /** The first of the codes that are left to servers. */
    static final int REFUSED = -32_000;

    static Refusal of(int status, String message) {
        return new Refusal(status, REFUSED, message);
    }

    static Refusal invalid(String message) {
        return new Refusal(HttpServletResponse.SC_BAD_REQUEST, INVALID_REQUEST, message);
    }

    byte[] body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("jsonrpc", "2.0").putNull("id");
        body.putObject("error").put("code", code).put("message", message);
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Ends the connection too: what still comes on it is not read, and a client must not send its next request there. */
    void send(HttpServletResponse response) throws IOException {
        byte[] body = body();
        response.setHeader("Connection", "close");
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The same, and how long to wait. */
    void send(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        send(response);
    }
}
