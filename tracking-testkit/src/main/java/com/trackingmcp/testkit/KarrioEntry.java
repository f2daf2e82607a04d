package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Something a Karrio server keeps: what it shows of it, and what lists are filtered by. The JSON is changed in place; the wire
 * lets one request in at a time.
 */
record KarrioEntry(String id, Instant created, boolean testMode, ObjectNode json) {

    /** The id of the request that made it, as the server keeps it in {@code meta}. */
    String requestId() {
        return json.path("meta").path("request_id").asText();
    }

    String text(String member) {
        return json.path(member).asText("");
    }
}
