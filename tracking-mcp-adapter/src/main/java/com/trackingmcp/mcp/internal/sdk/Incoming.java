package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was read, before the SDK sees it: a message, or what is wrong with it. */
sealed interface Incoming {
    /**
     * A message of the protocol.
     *
     * @param json as it was read
     */
    record Message(JSONRPCMessage message, JsonNode json) implements Incoming {}

    /**
     * None.
     *
     * @param id which it has nevertheless, where it has one
     */
    record Wrong(@Nullable Object id, JSONRPCError error) implements Incoming {}

    /** Reads one message. */
    static Incoming read(ObjectMapper mapper, byte[] bytes) {
        JsonNode json;
        try {
            json = mapper.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(bytes);
        } catch (JsonProcessingException e) {
            return wrong(null, ErrorCodes.PARSE_ERROR, "Parse error: not JSON, or nested too deeply");
        } catch (IOException e) {
            return wrong(null, ErrorCodes.PARSE_ERROR, "Parse error: not UTF-8");
        }
        if (json == null || json.isMissingNode()) {
            return wrong(null, ErrorCodes.PARSE_ERROR, "Parse error: nothing on the line");
        }
        return of(mapper, json);
    }

    private static Incoming of(ObjectMapper mapper, JsonNode json) {
        if (json.isArray()) {
            return wrong(null, ErrorCodes.INVALID_REQUEST, "Invalid request: batches are not part of the protocol");
        }
        JsonNode id = json.path("id");
        Object ownId = id.isTextual() ? id.textValue() : id.isIntegralNumber() ? id.numberValue() : null;
        if (!json.path("jsonrpc").asText().equals("2.0")) {
            return wrong(ownId, ErrorCodes.INVALID_REQUEST, "Invalid request: jsonrpc must be \"2.0\"");
        }
        if (ownId == null && !id.isMissingNode()) {
            return wrong(null, ErrorCodes.INVALID_REQUEST, "Invalid request: id must be a text or a whole number");
        }
        if (json.path("method").isTextual()) {
            return call(mapper, json, ownId);
        }
        if (ownId != null && (json.has("result") || json.path("error").isObject())) {
            return answer(mapper, json, ownId);
        }
        return wrong(ownId, ErrorCodes.INVALID_REQUEST, "Invalid request: no method");
    }

    private static Incoming call(ObjectMapper mapper, JsonNode json, @Nullable Object id) {
        JsonNode given = json.path("params");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            return wrong(id, ErrorCodes.INVALID_REQUEST, "Invalid request: params must be an object");
        }
        Object params = given.isObject() ? mapper.convertValue(given, Object.class) : null;
        String method = json.path("method").textValue();
        return new Message(
                id == null ? new JSONRPCNotification(method, params) : new JSONRPCRequest(method, id, params), json);
    }

    private static Incoming answer(ObjectMapper mapper, JsonNode json, Object id) {
        JsonNode error = json.path("error");
        return new Message(
                error.isObject()
                        ? JSONRPCResponse.error(
                                id,
                                new JSONRPCError(
                                        error.path("code").asInt(),
                                        error.path("message").asText(),
                                        null))
                        : JSONRPCResponse.result(id, mapper.convertValue(json.get("result"), Object.class)),
                json);
    }

    private static Incoming wrong(@Nullable Object id, int code, String what) {
        return new Wrong(id, new JSONRPCError(code, what));
    }
}
