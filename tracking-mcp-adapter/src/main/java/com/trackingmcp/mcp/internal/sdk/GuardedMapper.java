package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SDK's mapper, which says of parameters that do not fit that it was they. Safe for use by many threads. */
final class GuardedMapper implements McpJsonMapper {
    private final McpJsonMapper json;

    GuardedMapper(ObjectMapper json) {
        this.json = new JacksonMcpJsonMapper(json);
    }

    @Override
    public <T> T convertValue(@Nullable Object value, Class<T> type) {
        return converted(value, type, () -> json.convertValue(value, type));
    }

    @Override
    public <T> T convertValue(@Nullable Object value, TypeRef<T> type) {
        return converted(value, type.getType(), () -> json.convertValue(value, type));
    }

    private interface Conversion<T> {
        T get();
    }

    private static <T> T converted(@Nullable Object value, Type type, Conversion<T> conversion) {
        if (value == null && isRequest(type)) {
            throw invalid("params are missing");
        }
        T converted;
        try {
            converted = conversion.get();
        } catch (IllegalArgumentException e) {
            throw invalid(e.getCause() instanceof JsonMappingException where ? "wrong at " + path(where) : "");
        }
        if (converted instanceof McpSchema.CallToolRequest request && request.name() == null
                || converted instanceof McpSchema.GetPromptRequest prompt && prompt.name() == null) {
            throw invalid("name is missing");
        }
        if (converted instanceof McpSchema.ReadResourceRequest request && request.uri() == null) {
            throw invalid("uri is missing");
        }
        return converted;
    }

    /** One that has parameters; the lists have none that are required. */
    private static boolean isRequest(Type type) {
        return type instanceof Class<?> request
                && McpSchema.Request.class.isAssignableFrom(request)
                && request != McpSchema.PaginatedRequest.class;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static McpError invalid(String what) {
        return McpError.builder(ErrorCodes.INVALID_PARAMS)
                .message(what.isEmpty() ? "Invalid params" : "Invalid params: " + what)
                .build();
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(value);
    }
}
