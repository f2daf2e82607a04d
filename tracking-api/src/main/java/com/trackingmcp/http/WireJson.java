package com.trackingmcp.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads carriers' JSON into records, leniently, and writes requests. Stateless and safe for use by many threads.
 *
 * <p>Unknown fields are ignored; one object where a list is declared is a list of one, and a list where an object is
 * declared is its first; numbers and booleans are read as text and text as numbers; a value of any other shape is null,
 * and left out where it is an element of a list. So one broken part never costs the rest of an answer: only what is no JSON at all cannot be read.
 */
public final class WireJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
            .addHandler(new NothingIsFatal())
            .addModule(numbers())
            .build();

    private WireJson() {}

    /**
     * An answer as a record of the carrier's wire format; every component may be null.
     *
     * @throws MalformedResponseException where the body is empty or no JSON
     */
    public static <T> T read(CarrierResponse response, Class<T> type) {
        try {
            T value = MAPPER.readValue(response.body(), type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            // not kept as the cause, for it repeats parts of the body: a token or a name may be among them
            String reason = response.text().isBlank()
                    ? "the body is empty"
                    : "it is not JSON but " + kindOf(response) + whereIn(e);
            throw malformed(response, reason);
        }
        throw malformed(response, "it holds no JSON object");
    }

    /** An answer as a record where it is JSON; empty for anything else: for error bodies. */
    public static <T> Optional<T> tryRead(CarrierResponse response, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(response.body(), type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** An answer as a tree, to keep parts of it as they came; empty where it is no JSON. */
    public static Optional<JsonNode> tree(CarrierResponse response) {
        try {
            return Optional.ofNullable(MAPPER.readTree(response.body()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A list that may be missing, without gaps. */
    public static <T> List<T> list(@Nullable List<@Nullable T> values) {
        List<T> present = new ArrayList<>();
        if (values != null) {
            for (T value : values) {
                if (value != null) {
                    present.add(value);
                }
            }
        }
        return Collections.unmodifiableList(present);
    }

    /** A request body. */
    public static byte[] write(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Not a request body: " + body.getClass().getName(), e);
        }
    }

    private static String kindOf(CarrierResponse response) {
        return response.header("content-type").map(type -> "'" + type + "'").orElse("of no stated type");
    }

    private static String whereIn(IOException failure) {
        JsonLocation where = failure instanceof JsonProcessingException json ? json.getLocation() : null;
        return where == null ? "" : ", line " + where.getLineNr() + ", column " + where.getColumnNr();
    }

    private static MalformedResponseException malformed(CarrierResponse response, String reason) {
        return new MalformedResponseException(
                response.fault(ErrorCode.MALFORMED_RESPONSE)
                        .argument("reason", reason)
                        .build(),
                null);
    }

    /** Numbers as leniently as in text: one that does not fit would cost the whole answer otherwise. */
    private static SimpleModule numbers() {
        return new SimpleModule("numbers")
                .addDeserializer(Integer.class, new Lenient<>(Integer.class, WireText::integer))
                .addDeserializer(BigDecimal.class, new Lenient<>(BigDecimal.class, WireText::decimal));
    }

    private static final class Lenient<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, Optional<T>> reading;

        Lenient(Class<T> type, Function<String, Optional<T>> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isScalarValue()) {
                return reading.apply(parser.getText()).orElse(null);
            }
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }

    /** Turns whatever does not fit into null, or into the first element where a list holds what was declared. */
    private static final class NothingIsFatal extends DeserializationProblemHandler {
        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context,
                JavaType target,
                JsonToken token,
                JsonParser parser,
                String failureMessage)
                throws IOException {
            if (token == JsonToken.START_ARRAY && !target.isCollectionLikeType()) {
                return firstOf(context, target, parser);
            }
            parser.skipChildren();
            return null;
        }

        private static @Nullable Object firstOf(DeserializationContext context, JavaType target, JsonParser parser)
                throws IOException {
            Object first = null;
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                if (next == null) {
                    return first;
                }
                if (first == null && next != JsonToken.VALUE_NULL) {
                    first = context.readValue(parser, target);
                } else {
                    parser.skipChildren();
                }
            }
            return first;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> target, String value, String failureMessage) {
            return null;
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> target, Number value, String failureMessage) {
            return null;
        }

        @Override
        public @Nullable Object handleMissingInstantiator(
                DeserializationContext context,
                Class<?> target,
                com.fasterxml.jackson.databind.deser.ValueInstantiator instantiator,
                JsonParser parser,
                String message)
                throws IOException {
            parser.skipChildren();
            return null;
        }
    }
}
