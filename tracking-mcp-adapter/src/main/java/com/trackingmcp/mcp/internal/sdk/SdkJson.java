package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;

/**
 * JSON as it goes over the wire. What comes in is bounded in depth; what goes out tells of an error its code and a
 * message that was meant for the client, and never an exception. Stateless.
 */
final class SdkJson {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    private SdkJson() {}

    /** An error that answers no request in particular, which the SDK has no word for. */
    record Refusal(JSONRPCError error) {}

    static ObjectMapper newMapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
        SimpleModule errors = new SimpleModule("errors");
        errors.addSerializer(JSONRPCError.class, new ErrorWriter());
        errors.addSerializer(Refusal.class, new RefusalWriter());
        errors.addSerializer(McpError.class, new BodyWriter());
        return new ObjectMapper(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .registerModule(errors);
    }

    private static void write(JSONRPCError error, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("code", error.code());
        if (error.code() == ErrorCodes.INTERNAL_ERROR) {
            // the SDK puts the texts of exceptions here
            out.writeStringField(
                    "message",
                    error.data() instanceof Guard.LoggedError logged
                            ? "Internal error, id " + logged.id()
                            : "Internal error");
        } else {
            out.writeStringField("message", error.message());
            if (error.data() != null) {
                out.writePOJOField("data", error.data());
            }
        }
        out.writeEndObject();
    }

    /** An error within an answer. */
    private static final class ErrorWriter extends JsonSerializer<JSONRPCError> {
        @Override
        public void serialize(JSONRPCError error, JsonGenerator out, SerializerProvider provider) throws IOException {
            write(error, out);
        }
    }

    /** An error for nobody in particular. */
    private static final class RefusalWriter extends JsonSerializer<Refusal> {
        @Override
        public void serialize(Refusal refusal, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("jsonrpc", "2.0");
            out.writeNullField("id");
            out.writeFieldName("error");
            write(refusal.error(), out);
            out.writeEndObject();
        }
    }

    /** An error that is the whole body of an HTTP answer, which by default is an exception with its stack trace. */
    private static final class BodyWriter extends JsonSerializer<McpError> {
        @Override
        public void serialize(McpError error, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(
                    new Refusal(
                            error.getJsonRpcError() == null
                                    ? new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "")
                                    : error.getJsonRpcError()),
                    out);
        }
    }
}
