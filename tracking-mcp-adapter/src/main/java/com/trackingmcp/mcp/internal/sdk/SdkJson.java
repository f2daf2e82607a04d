package com.trackingmcp.mcp.internal.sdk;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ListPromptsResult;
import io.modelcontextprotocol.spec.McpSchema.ListResourceTemplatesResult;
import io.modelcontextprotocol.spec.McpSchema.ListResourcesResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * JSON as it goes over the wire. What comes in is bounded in depth and digits; what goes out tells of an error its code and a
 * message that was meant for the client, and never an exception. Stateless.
 */
final class SdkJson {
    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    private SdkJson() {}

    /** An error that answers no request in particular, which the SDK has no word for. */
    record Refusal(JSONRPCError error) {}

    static ObjectMapper newMapper() {
        JsonFactoryBuilder settings = new JsonFactoryBuilder();
        settings.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .build());
        SimpleModule words = new SimpleModule("words");
        words.addSerializer(JSONRPCError.class, new ErrorWriter());
        words.addSerializer(Refusal.class, new RefusalWriter());
        words.addSerializer(McpError.class, new BodyWriter());
        // the SDK keeps these by hash; a list that is the same each time is kept by clients
        addSorted(words, ListResourcesResult.class, "resources", ListResourcesResult::resources, Resource::uri);
        addSorted(
                words,
                ListResourceTemplatesResult.class,
                "resourceTemplates",
                ListResourceTemplatesResult::resourceTemplates,
                ResourceTemplate::uriTemplate);
        addSorted(words, ListPromptsResult.class, "prompts", ListPromptsResult::prompts, Prompt::name);
        return new ObjectMapper(new BoundedNumbers(settings))
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .registerModule(words);
    }

    private static <R, E> void addSorted(
            SimpleModule module, Class<R> type, String name, Function<R, List<E>> list, Function<E, String> key) {
        module.addSerializer(type, new StdDelegatingSerializer(type, new StdConverter<R, Map<String, List<E>>>() {
            @Override
            public Map<String, List<E>> convert(R result) {
                return Map.of(
                        name,
                        list.apply(result).stream()
                                .sorted(Comparator.comparing(key))
                                .toList());
            }

            @Override
            public JavaType getInputType(TypeFactory types) {
                return types.constructType(type);
            }

            @Override
            public JavaType getOutputType(TypeFactory types) {
                return types.constructType(Map.class);
            }
        }));
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
