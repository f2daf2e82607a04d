package com.trackingmcp.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Everything an error says, apart from its kind. Immutable and safe to share between threads; made with
 * {@link #builder(ErrorCode)}, copied with a change through {@link #toBuilder()}.
 *
 * <p>Nothing in here ever holds a credential or a token.
 */
public final class ErrorDetails implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Builder said;

    private ErrorDetails(Builder said) {
        this.said = said;
    }

    /** Details that say no more than the code. */
    public static ErrorDetails of(ErrorCode code) {
        return builder(code).build();
    }

    /** Starts the details of one error. */
    public static Builder builder(ErrorCode code) {
        return new Builder(code);
    }

    /** A copy to change. */
    public Builder toBuilder() {
        return new Builder(said.code, said);
    }

    /** A copy to change, with another code: where more is known of an error than its first teller knew. */
    public Builder toBuilder(ErrorCode code) {
        return new Builder(code, said);
    }

    /** The registered code. */
    public ErrorCode code() {
        return said.code;
    }

    /** The carrier's id, such as {@code fedex}. */
    public Optional<String> carrier() {
        return Optional.ofNullable(said.carrier);
    }

    /** The connection's id, such as {@code fedex-eu}; equal to the carrier's where there is only one. */
    public Optional<String> connection() {
        return Optional.ofNullable(said.connection);
    }

    /** What was being done, such as {@code track}. */
    public Optional<String> operation() {
        return Optional.ofNullable(said.operation);
    }

    /** What it was done to, such as the tracking number. */
    public Optional<String> subject() {
        return Optional.ofNullable(said.subject);
    }

    /** The carrier's own code, untranslated. */
    public Optional<String> carrierCode() {
        return Optional.ofNullable(said.carrierCode);
    }

    /** The carrier's own words, at most 500 characters. */
    public Optional<String> carrierText() {
        return Optional.ofNullable(said.carrierText);
    }

    /** The HTTP status of the answer, where there was one. */
    public OptionalInt httpStatus() {
        return said.httpStatus == 0 ? OptionalInt.empty() : OptionalInt.of(said.httpStatus);
    }

    /** The carrier's id of the request: what its support asks for. */
    public Optional<String> requestId() {
        return Optional.ofNullable(said.requestId);
    }

    /** This library's id of the call, as found in its log. */
    public Optional<String> correlationId() {
        return Optional.ofNullable(said.correlationId);
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return said.retryable;
    }

    /** How long the carrier asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(said.retryAfter);
    }

    /** What a purchase is to be looked for by at the carrier, where its answer was lost. */
    public Optional<String> reference() {
        return Optional.ofNullable(said.reference);
    }

    /** Every missing or wrong field, in the order of the request. */
    public List<FieldProblem> fields() {
        return List.copyOf(said.fields);
    }

    /**
     * What the others said that were asked for the same thing, such as a number that several carriers may know; in the order
     * of their connections, without others of their own. Empty where one was asked.
     */
    public List<ErrorDetails> others() {
        return List.copyOf(said.others);
    }

    /** The code's message with its placeholders filled: once, for what fills them is the carrier's or the caller's. */
    public String message() {
        return Template.fill(said.code.template(), this::filling);
    }

    private String filling(String placeholder) {
        String given = said.arguments.get(placeholder);
        if (given != null) {
            return given;
        }
        return switch (placeholder) {
            case "carrier" -> carrier().orElse("The carrier");
            case "reason" -> carrierText().orElse("no reason was given");
            default -> "(" + placeholder + " not told)";
        };
    }

    /** Collects the details of one error; not safe for use by several threads. */
    public static final class Builder implements Serializable {
        private static final long serialVersionUID = 1L;

        private final ErrorCode code;
        private final LinkedHashMap<String, String> arguments;
        private final ArrayList<FieldProblem> fields;
        private final ArrayList<ErrorDetails> others;
        private @Nullable String carrier;
        private @Nullable String connection;
        private @Nullable String operation;
        private @Nullable String subject;
        private @Nullable String carrierCode;
        private @Nullable String carrierText;
        private int httpStatus;
        private @Nullable String requestId;
        private @Nullable String correlationId;
        private boolean retryable;
        private @Nullable Duration retryAfter;
        private @Nullable String reference;

        private Builder(ErrorCode code) {
            this.code = code;
            this.arguments = new LinkedHashMap<>();
            this.fields = new ArrayList<>();
            this.others = new ArrayList<>();
        }

        private Builder(ErrorCode code, Builder other) {
            this.code = code;
            this.arguments = new LinkedHashMap<>(other.arguments);
            this.fields = new ArrayList<>(other.fields);
            this.others = new ArrayList<>(other.others);
            this.carrier = other.carrier;
            this.connection = other.connection;
            this.operation = other.operation;
            // here and not before: half a secret could not be masked any more
            arguments.replaceAll((placeholder, value) -> Told.shortly(value, Told.LONGEST_ARGUMENT));
            this.subject = Told.shortly(other.subject);
            this.carrierCode = Told.shortly(other.carrierCode);
            this.carrierText = Told.shortly(other.carrierText);
            this.httpStatus = other.httpStatus;
            this.requestId = Told.shortly(other.requestId);
            this.correlationId = other.correlationId;
            this.retryable = other.retryable;
            this.retryAfter = other.retryAfter;
            this.reference = other.reference;
        }

        /** Fills one {@code {placeholder}} of the code's message; cut after 2,000 characters, for callers may have sent it. */
        public Builder argument(String placeholder, String value) {
            arguments.put(placeholder, value);
            return this;
        }

        /** Adds one missing or wrong field. */
        public Builder field(FieldProblem problem) {
            fields.add(problem);
            return this;
        }

        /** Adds what another said that was asked for the same thing. */
        public Builder other(ErrorDetails details) {
            others.add(details);
            return this;
        }

        public Builder carrier(String id) {
            this.carrier = id;
            return this;
        }

        public Builder connection(String id) {
            this.connection = id;
            return this;
        }

        public Builder operation(String name) {
            this.operation = name;
            return this;
        }

        /** What it was done to; cut after 500 characters. */
        public Builder subject(String text) {
            this.subject = text;
            return this;
        }

        public Builder carrierCode(@Nullable String value) {
            this.carrierCode = value;
            return this;
        }

        /** The carrier's own words; cut after 500 characters. */
        public Builder carrierText(@Nullable String text) {
            this.carrierText = text;
            return this;
        }

        public Builder httpStatus(int status) {
            this.httpStatus = status;
            return this;
        }

        public Builder requestId(@Nullable String id) {
            this.requestId = id;
            return this;
        }

        public Builder correlationId(@Nullable String id) {
            this.correlationId = id;
            return this;
        }

        public Builder retryable(boolean value) {
            this.retryable = value;
            return this;
        }

        public Builder retryAfter(@Nullable Duration wait) {
            this.retryAfter = wait;
            return this;
        }

        public Builder reference(@Nullable String value) {
            this.reference = value;
            return this;
        }

        /** Masks a text in all that was said so far, for carriers may repeat what they were sent. */
        public Builder without(String secret) {
            Told without = new Told(secret);
            arguments.replaceAll((placeholder, value) -> without.in(value));
            fields.replaceAll(field -> new FieldProblem(without.in(field.path()), without.in(field.problem())));
            carrierCode = without.inAny(carrierCode);
            carrierText = without.inAny(carrierText);
            requestId = without.inAny(requestId);
            return this;
        }

        public ErrorDetails build() {
            return new ErrorDetails(new Builder(code, this));
        }

        /** The exception of the kind that fits the code. */
        public CarrierException toException() {
            return toException(null);
        }

        /** The exception of the kind that fits the code, with its cause. */
        public CarrierException toException(@Nullable Throwable cause) {
            return CarrierException.of(build(), cause);
        }
    }
}
