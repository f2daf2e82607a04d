package com.trackingmcp.reliability.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer as the sandbox gave it. Immutable.
 *
 * @param json the body as a tree; null where it is no JSON
 * @param values how many values that has
 */
record Exchange(
        String method, String path, Reply reply, @Nullable JsonNode json, int values) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Exchange of(String method, String path, Reply reply) {
        JsonNode json = tree(reply.body());
        return new Exchange(method, path, reply, json, json == null ? 0 : HostileJson.count(json));
    }

    static @Nullable JsonNode tree(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return json.isContainerNode() ? json : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
