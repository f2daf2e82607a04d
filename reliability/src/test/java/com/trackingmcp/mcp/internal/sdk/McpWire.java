package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Opens a door that is closed to other packages: how the server reads what comes in. Stateless. */
public final class McpWire {
    private McpWire() {}

    /** The server's own reader of JSON. */
    public static ObjectMapper newMapper() {
        return SdkJson.newMapper();
    }

    /** Reads a message as the server does, whatever it is. */
    public static Object read(ObjectMapper mapper, byte[] bytes) {
        return Incoming.read(mapper, bytes);
    }
}
