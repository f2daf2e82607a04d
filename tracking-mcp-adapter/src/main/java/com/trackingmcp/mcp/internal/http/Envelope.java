package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message is, read without keeping what it holds. Immutable.
 *
 * @param id of a request, or of the request that is answered
 * @param method of a request or a notification
 * @param cancelled the request that a notification cancels
 */
record Envelope(Optional<JsonNode> id, Optional<String> method, Optional<JsonNode> cancelled) {
    /** Reads a message to its end. */
    static Envelope read(String text, ObjectMapper json) throws RefusedException {
        try (JsonParser parser = json.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new RefusedException(new Refusal(400, Refusal.PARSE_ERROR, "The body is empty"));
            }
            if (first == JsonToken.START_ARRAY) {
                throw invalid("Batches are not taken: send one message at a time");
            }
            if (first != JsonToken.START_OBJECT) {
                throw invalid("A message is a JSON object");
            }
            Envelope envelope = new Reader(parser).read();
            if (parser.nextToken() != null) {
                throw new RefusedException(notJson());
            }
            return envelope;
        } catch (JsonProcessingException e) {
            throw new RefusedException(notJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal notJson() {
        return new Refusal(400, Refusal.PARSE_ERROR, "The body is not JSON, or nested too deep");
    }

    private static RefusedException invalid(String message) {
        return new RefusedException(Refusal.invalid(message));
    }

    boolean isRequest() {
        return id.isPresent() && method.isPresent();
    }

    boolean isCall(String name) {
        return isRequest() && method.get().equals(name);
    }

    /** Reads one. */
    private static final class Reader {
        private final JsonParser parser;
        private boolean versioned;
        private boolean answers;
        private @Nullable JsonNode id;
        private @Nullable String method;
        private @Nullable JsonNode cancelled;
        private @Nullable JsonNode version;

        Reader(JsonParser parser) {
            this.parser = parser;
        }

        Envelope read() throws IOException, RefusedException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "jsonrpc" -> versioned = value == JsonToken.VALUE_STRING && "2.0".equals(parser.getText());
                    case "id" -> id = id(value);
                    case "method" -> method = method(value);
                    case "params" -> params(value);
                    case "result", "error" -> answers = true;
                    default -> {}
                }
                parser.skipChildren();
            }
            if (!versioned || method == null && !(answers && id != null)) {
                throw invalid("The body is not a message of JSON-RPC 2.0");
            }
            if ("initialize".equals(method) && (version == null || !version.isTextual())) {
                throw new RefusedException(
                        new Refusal(400, Refusal.INVALID_PARAMS, "initialize needs a protocolVersion"));
            }
            return new Envelope(
                    Optional.ofNullable(id),
                    Optional.ofNullable(method),
                    Optional.ofNullable("notifications/cancelled".equals(method) ? cancelled : null));
        }

        private JsonNode id(JsonToken value) throws IOException, RefusedException {
            if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
                throw invalid("An id is a text or a whole number");
            }
            return parser.readValueAsTree();
        }

        private String method(JsonToken value) throws IOException, RefusedException {
            if (value != JsonToken.VALUE_STRING) {
                throw invalid("A method is a text");
            }
            return parser.getText();
        }

        private void params(JsonToken value) throws IOException, RefusedException {
            if (value != JsonToken.START_OBJECT) {
                throw invalid("params is an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token.isScalarValue() && name.equals("requestId")) {
                    cancelled = parser.readValueAsTree();
                } else if (token.isScalarValue() && name.equals("protocolVersion")) {
                    version = parser.readValueAsTree();
                } else {
                    parser.skipChildren();
                }
            }
        }
    }
}
