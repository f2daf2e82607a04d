package com.trackingmcp.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a carrier posts to a web address of its customer's, as {@code client.webhooks().parse(...)} takes it. Immutable.
 *
 * @param headers the HTTP headers, what the carrier proves itself by among them
 * @param body the body as text
 */
public record SandboxPush(Map<String, List<String>> headers, String body) {
    /** A copy of these. */
    public SandboxPush {
        headers = Map.copyOf(headers);
    }

    /** The body as it comes in. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
