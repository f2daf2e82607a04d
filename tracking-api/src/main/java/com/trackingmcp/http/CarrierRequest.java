package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** A DELETE: sent at most once. */
    public static Builder delete(String operation) {
        return new Builder(operation, "DELETE", false);
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
            if (value.isEmpty() || value.equals(".") || value.equals("..")) {
                throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                        .operation(operation)
                        .argument("reason", "'" + value + "' cannot name anything in a URL")
                        .toException();
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

        Builder secret() {
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
