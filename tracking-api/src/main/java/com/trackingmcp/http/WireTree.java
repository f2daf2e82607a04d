package com.trackingmcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads answers as trees. A class of its own, so that whoever wants no raw JSON never loads what it takes. Stateless. */
final class WireTree {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WireTree() {}

    static @Nullable JsonNode read(InputStream body) throws IOException {
        return MAPPER.readTree(body);
    }
}
