package com.trackingmcp.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads carriers' JSON into records, leniently, and writes requests. Stateless and safe for use by many threads.
 *
 * <p>A component of a record has the name of its field; one underscore at its end is left out, for names that Java
 * keeps for itself ({@code package_}). Components are texts, {@link Integer}, {@link java.math.BigDecimal},
 * {@link Boolean}, enums, records, lists of these, or {@link Object} for what comes in several shapes: a text (numbers
 * too), a {@link Boolean}, a list or a map of these.
 *
 * <p>Unknown fields are ignored; one object where a list is declared is a list of one, and a list where an object is
 * declared is its first; numbers and booleans are read as text and text as numbers; a value of any other shape is null,
 * and left out where it is an element of a list. Of two equal names the last counts. So one broken part never costs the
 * rest of an answer: only what is no JSON at all cannot be read, nor what is nested a thousand deep.
 */
public final class WireJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private WireJson() {}

    /**
     * An answer as a record of the carrier's wire format; every component may be null.
     *
     * @throws MalformedResponseException where the body is empty or no JSON
     * @throws IllegalArgumentException where the type is no record, or one that cannot be read
     */
    public static <T> T read(CarrierResponse response, Class<T> type) {
        try {
            T value = parse(response.body(), type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            // not kept as the cause, for it repeats parts of the body: a token or a name may be among them
            throw malformed(response, "it is not JSON but " + kindOf(response) + whereIn(e));
        }
        throw malformed(response, "it holds no JSON object");
    }

    /** An answer as a record where it is JSON; empty for anything else: for error bodies. */
    public static <T> Optional<T> tryRead(CarrierResponse response, Class<T> type) {
        return tryRead(response.body(), type);
    }

    /** What a carrier sent unasked as a record where it is JSON; empty for anything else. */
    public static <T> Optional<T> tryRead(CarrierBody body, Class<T> type) {
        try {
            return Optional.ofNullable(parse(body, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T parse(CarrierBody body, Class<T> type) throws IOException {
        try (JsonParser parser = JSON.createParser(body.stream())) {
            return type.cast(new WireReader(parser).read(type));
        }
    }

    /** An answer as a tree, to keep parts of it as they came; empty where it is no JSON. */
    public static Optional<JsonNode> tree(CarrierResponse response) {
        try {
            return Optional.ofNullable(WireTree.read(response.body().stream()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A list that may be missing, without gaps. Immutable; what {@link #read} made is not copied. */
    public static <T> List<T> list(@Nullable List<@Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        for (T value : values) {
            if (value == null) {
                return withoutGaps(values);
            }
        }
        return List.copyOf(values);
    }

    private static <T> List<T> withoutGaps(List<@Nullable T> values) {
        List<T> present = new ArrayList<>();
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return List.copyOf(present);
    }

    /**
     * A request body: records, maps, lists, texts, numbers, flags and enums. Components of records that are null are left
     * out.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static byte[] write(Object body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            WireWriter.write(body, out);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Not a request body: " + body.getClass().getName(), e);
        }
        return bytes.toByteArray();
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
                        .argument("reason", response.text().isBlank() ? "the body is empty" : reason)
                        .build(),
                null);
    }
}
