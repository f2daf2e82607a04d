package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Why the gateway refuses a request, with the answer that says so. Its two envelopes are {@code errors} and {@code messages}. */
final class KarrioRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String NOT_FOUND_PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <title>Not Found</title>
            </head>
            <body>
              <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
            </body>
            </html>
            """;

    private final transient SandboxResponse answer;

    private KarrioRefusal(SandboxResponse answer) {
        super(answer.status() + " " + answer.body(), null, false, false);
        this.answer = answer;
    }

    SandboxResponse answer() {
        return answer;
    }

    static KarrioRefusal of(SandboxResponse answer) {
        return new KarrioRefusal(answer);
    }

    /** One error of the server's own. */
    static KarrioRefusal error(int status, String code, String message, String level) {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message)
                .put("level", level);
        return of(SandboxResponse.json(status, body));
    }

    /** One complaint for each field: {@code shipper.country_code: This field is required.} */
    static KarrioRefusal invalid(List<String> complaints) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putArray("errors");
        complaints.forEach(complaint -> errors.addObject()
                .put("code", "validation")
                .put("message", complaint)
                .put("level", "error"));
        return of(SandboxResponse.json(400, body));
    }

    static KarrioRefusal invalid(String complaint) {
        return invalid(List.of(complaint));
    }

    /** Nothing has the id; {@code what} is the word for it, {@code Shipment}. */
    static KarrioRefusal notFound(String what) {
        return error(404, "not_found", what + " not found", "warning");
    }

    /** No connection fits what was asked for. */
    static KarrioRefusal noConnection() {
        return error(404, "not_found", "No active carrier connection found to process the request", "error");
    }

    /** The thing is in a state in which this cannot be done to it. */
    static KarrioRefusal state(String message) {
        return error(409, "state_error", message, "error");
    }

    /** What carriers said, under the other envelope. */
    static KarrioRefusal messages(int status, List<ObjectNode> messages) {
        ObjectNode body = Json.object();
        body.putArray("messages").addAll(messages);
        return of(SandboxResponse.json(status, body));
    }

    /** What one carrier said. */
    static ObjectNode message(KarrioConnection connection, String code, String message) {
        return Json.object()
                .put("message", message)
                .put("code", code)
                .put("level", "error")
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label());
    }

    /** The framework below the server knows no such address, and says so in its own way: a page. */
    static SandboxResponse page404() {
        return SandboxResponse.of(404, "text/html; charset=utf-8", NOT_FOUND_PAGE);
    }
}
