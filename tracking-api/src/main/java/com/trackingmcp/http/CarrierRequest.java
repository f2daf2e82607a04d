package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One request to a carrier, before authorisation. Immutable.
 *
 * <p>Path segments and query values are percent-encoded here, so nothing a caller passed reaches a URL unescaped.
 */
public final class CarrierRequest {
    private final String operation;
    private final String method;
    private final String target;
    private final List<String> headers;
    private final byte @Nullable [] body;
    private final boolean read;
    private final boolean secret;

    private CarrierRequest(Builder builder) {
        this.operation = builder.operation;
        this.method = builder.method;
        this.target = builder.path.toString() + builder.query;
        this.headers = List.copyOf(builder.headers);
        this.body = builder.body;
        this.read = builder.read;
        this.secret = builder.secret;
    }

    /** A GET: a read, tried again when it fails. */
    public static Builder get(String operation) {
        return new Builder(operation, "GET", true);
    }

    /** A POST that only asks: tried again when it fails. */
    public static Builder postToRead(String operation) {
        return new Builder(operation, "POST", true);
    }

    /** A POST that buys, books or changes: sent at most once. */
    public static Builder post(String operation) {
        return new Builder(operation, "POST", false);
    }

    /** A PUT that changes something: sent at most once. */
    public static Builder put(String operation) {
        return new Builder(operation, "PUT", false);
    }

    /** A PATCH that changes something: sent at most once. */
    public static Builder patch(String operation) {
        return new Builder(operation, "PATCH", false);
    }

    /** A DELETE: sent at most once. */
    public static Builder delete(String operation) {
        return new Builder(operation, "DELETE", false);
    }

    /**
     * One part of a {@link Builder#multipart} body. Immutable.
     *
     * @param name the name of the form's field
     * @param fileName the name of the file; empty where the part is none
     * @param contentType its media type
     * @param content its bytes, which nobody changes any more
     */
    public record Part(String name, Optional<String> fileName, String contentType, byte[] content) {
        public Part {
            Objects.requireNonNull(content, "content");
            if (contentType.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("contentType is no media type");
            }
        }

        /** Its header, in which nothing of a caller's can end a line or a quoted text: percent-encoded as browsers do. */
        private String head() {
            String file =
                    fileName.map(text -> "; filename=\"" + quoted(text) + "\"").orElse("");
            return "Content-Disposition: form-data; name=\"" + quoted(name) + "\"" + file + "\r\nContent-Type: "
                    + contentType + "\r\n\r\n";
        }

        private static String quoted(String text) {
            StringBuilder quoted = new StringBuilder(text.length());
            text.chars().forEach(character -> {
                if (character < ' ' || character == '"' || character == 0x7F) {
                    quoted.append(String.format("%%%02X", character));
                } else {
                    quoted.append((char) character);
                }
            });
            return quoted.toString();
        }

        /** How much there is; never the content. */
        @Override
        public String toString() {
            return "Part[" + name + ", " + content.length + " bytes]";
        }
    }

    /** What it does, such as {@code track}: for log and errors. */
    public String operation() {
        return operation;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }

    /** Path and query, encoded, to append to the connection's base URL. */
    public String target() {
        return target;
    }

    /** The path alone, encoded: what may be logged. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The headers, authorisation excepted. */
    public Map<String, String> headers() {
        Map<String, String> map = new LinkedHashMap<>();
        forEachHeader(map::put);
        return Collections.unmodifiableMap(map);
    }

    /** Each header with its value; of two with one name, the later counts. */
    void forEachHeader(BiConsumer<String, String> action) {
        for (int i = 0; i < headers.size(); i += 2) {
            action.accept(headers.get(i), headers.get(i + 1));
        }
    }

    /** The body. */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /** Whether it changes nothing at the carrier and may be sent again. */
    public boolean isRead() {
        return read;
    }

    /** Whether neither its body nor its answer is fit for a log, whatever their fields are named. */
    boolean isSecret() {
        return secret;
    }

    /** Collects one request; not safe for use by several threads. */
    public static final class Builder {
        private final String operation;
        private final String method;
        private final boolean read;
        private final StringBuilder path = new StringBuilder();
        private final StringBuilder query = new StringBuilder();
        /** Name after value after name: two maps would cost more than the request. */
        private final List<String> headers = new ArrayList<>(10);

        private byte @Nullable [] body;
        private boolean secret;

        private Builder(String operation, String method, boolean read) {
            this.operation = operation;
            this.method = method;
            this.read = read;
            header("Accept", "application/json");
        }

        /** Appends to the path as it is, such as {@code /track/v1/trackingnumbers}: for constants only. */
        public Builder path(String constant) {
            path.append(constant);
            return this;
        }

        /**
         * Appends one path segment, percent-encoded.
         *
         * @throws com.trackingmcp.error.InvalidRequestException where it is empty, {@code .} or {@code ..}: servers would
         *     resolve these to another resource, encoded or not
         */
        public Builder segment(String value) {
            return segment("", value);
        }

        /**
         * Appends one path segment that a caller passed, percent-encoded.
         *
         * @param field the field it was passed in, for the error, such as {@code shipment.tracking_number}
         * @throws com.trackingmcp.error.InvalidRequestException naming the field where the value is empty, {@code .} or
         *     {@code ..}
         */
        public Builder segment(String field, String value) {
            if (value.isEmpty() || value.equals(".") || value.equals("..")) {
                String problem = "'" + value + "' cannot name anything in a URL";
                ErrorDetails.Builder error =
                        ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST).operation(operation);
                if (field.isEmpty()) {
                    throw error.argument("reason", problem).toException();
                }
                FieldProblem named = new FieldProblem(field, problem);
                throw error.argument("reason", named.toString()).field(named).toException();
            }
            path.append('/').append(encode(value));
            return this;
        }

        /** Appends one query parameter, percent-encoded; the same name may be given several times. */
        public Builder query(String name, String value) {
            query.append(query.length() == 0 ? '?' : '&')
                    .append(encode(name))
                    .append('=')
                    .append(encode(value));
            return this;
        }

        /** Appends a query parameter where there is a value. */
        public Builder query(String name, Optional<String> value) {
            value.ifPresent(text -> query(name, text));
            return this;
        }

        /** Sets a header, in place of one of that name. */
        public Builder header(String name, String value) {
            headers.add(name);
            headers.add(value);
            return this;
        }

        /** A JSON body. */
        public Builder json(byte[] utf8) {
            header("Content-Type", "application/json");
            body = utf8.clone();
            return this;
        }

        /** A form body of name and value pairs, percent-encoded. */
        public Builder form(Map<String, String> fields) {
            StringBuilder text = new StringBuilder();
            fields.forEach((name, value) -> text.append(text.length() == 0 ? "" : "&")
                    .append(encode(name))
                    .append('=')
                    .append(encode(value)));
            header("Content-Type", "application/x-www-form-urlencoded");
            body = text.toString().getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /** A form body of parts, in this order, as {@code multipart/form-data} (RFC 7578). */
        public Builder multipart(List<Part> parts) {
            String boundary = "part-" + UUID.randomUUID();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (Part part : parts) {
                bytes.writeBytes(("--" + boundary + "\r\n" + part.head()).getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(part.content());
                bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            bytes.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            header("Content-Type", "multipart/form-data; boundary=" + boundary);
            body = bytes.toByteArray();
            return this;
        }

        /** Keeps its body and the answer out of the log, whatever their fields are named: for tokens. */
        public Builder secret() {
            secret = true;
            return this;
        }

        public CarrierRequest build() {
            return new CarrierRequest(this);
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
        }
    }
}
