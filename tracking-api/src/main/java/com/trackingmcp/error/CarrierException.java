package com.trackingmcp.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything this library throws. Immutable and safe to share between threads. Catch this one, or one of its kinds.
 *
 * <p>{@link #code()} is stable; {@link #carrierCode()} and {@link #carrierText()} are what the carrier said, kept as
 * they came. No message ever holds a credential, a token or a person's full address.
 */
public class CarrierException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");

    private final ErrorDetails details;

    public CarrierException(ErrorDetails details, @Nullable Throwable cause) {
        super(describe(details), cause);
        this.details = details;
    }

    /** The exception of the kind that fits the code of these details. */
    public static CarrierException of(ErrorDetails details, @Nullable Throwable cause) {
        return switch (details.code()) {
            case NO_CARRIER_ON_CLASS_PATH,
                    NO_CREDENTIALS,
                    INCOMPLETE_CREDENTIALS,
                    DUPLICATE_CONNECTION,
                    INVALID_SETTING,
                    UNKNOWN_CARRIER,
                    BROKEN_CARRIER_MODULE -> new ConfigurationException(details, cause);
            case AUTHENTICATION_FAILED, ACCESS_DENIED -> new AuthenticationException(details, cause);
            case INVALID_TRACKING_NUMBER,
                    CARRIER_NOT_DETECTED,
                    REQUEST_REFUSED,
                    MISSING_REQUIRED_FIELDS,
                    MALFORMED_REQUEST,
                    AMBIGUOUS_BILLING,
                    ALREADY_REQUESTED,
                    NOT_TRIED,
                    UNTRUSTED_MESSAGE,
                    PICKUP_TIMING -> new InvalidRequestException(details, cause);
            case CAPABILITY_NOT_SUPPORTED -> new CapabilityNotSupportedException(details, cause);
            case TRACKING_NUMBER_NOT_FOUND -> new TrackingNumberNotFoundException(details, cause);
            case RATE_LIMITED -> new RateLimitedException(details, cause);
            case CARRIER_UNAVAILABLE, DEADLINE_EXCEEDED -> new CarrierUnavailableException(details, cause);
            case MALFORMED_RESPONSE -> new MalformedResponseException(details, cause);
            case OUTCOME_UNKNOWN -> new OutcomeUnknownException(details, cause);
            case DOCUMENT_NOT_FOUND,
                    SHIPMENT_NOT_CANCELLED,
                    PICKUP_NOT_CANCELLED,
                    OBJECT_NOT_FOUND,
                    NO_LOCATIONS_FOUND,
                    CLIENT_CLOSED,
                    CALL_CANCELLED,
                    UNEXPECTED,
                    ELICITATION_DECLINED,
                    ELICITATION_CANCELLED,
                    CONFIRMATION_REFUSED,
                    CONFIRMATION_IMPOSSIBLE,
                    QUOTE_GONE -> new CarrierException(details, cause);
        };
    }

    /** Everything this error says. */
    public ErrorDetails details() {
        return details;
    }

    /** The registered code, such as {@code E-3001}. */
    public ErrorCode code() {
        return details.code();
    }

    /** The carrier's id, such as {@code fedex}. */
    public Optional<String> carrier() {
        return details.carrier();
    }

    /** The carrier's own code, untranslated. */
    public Optional<String> carrierCode() {
        return details.carrierCode();
    }

    /** The carrier's own words. */
    public Optional<String> carrierText() {
        return details.carrierText();
    }

    /** The HTTP status of the answer, where there was one. */
    public OptionalInt httpStatus() {
        return details.httpStatus();
    }

    /** The carrier's id of the request: what its support asks for. */
    public Optional<String> requestId() {
        return details.requestId();
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return details.retryable();
    }

    /** How long the carrier asks to wait. */
    public Optional<Duration> retryAfter() {
        return details.retryAfter();
    }

    /** Every missing or wrong field; empty where the error is not about fields. */
    public List<FieldProblem> fields() {
        return details.fields();
    }

    /** What a purchase is to be looked for by at the carrier, where its answer was lost. */
    public Optional<String> reference() {
        return details.reference();
    }

    /** What the others said that were asked for the same thing; empty where one was asked. */
    public List<ErrorDetails> others() {
        return details.others();
    }

    /** What to do about it. */
    public String remediation() {
        return code().remediation();
    }

    private static String describe(ErrorDetails details) {
        StringBuilder text = new StringBuilder(details.code().id()).append(' ').append(details.message());
        details.fields().forEach(field -> text.append(" [").append(field).append(']'));
        StringBuilder facts = new StringBuilder();
        fact(
                facts,
                "connection",
                details.connection().filter(id -> !id.equals(details.carrier().orElse(""))));
        fact(facts, "operation", details.operation());
        fact(facts, "for", details.subject());
        fact(
                facts,
                "HTTP",
                details.httpStatus().isPresent()
                        ? Optional.of(Integer.toString(details.httpStatus().getAsInt()))
                        : Optional.empty());
        fact(facts, "carrier code", details.carrierCode());
        if (!details.code().template().contains("{reason}")) {
            fact(facts, "carrier text", details.carrierText());
        }
        fact(facts, "retry after", details.retryAfter().map(Duration::toString));
        details.others().forEach(other -> fact(facts, "also asked", Optional.of(asked(other))));
        fact(facts, "look for", details.reference());
        fact(facts, "request id", details.requestId());
        if (facts.length() > 0) {
            text.append(" (").append(facts).append(')');
        }
        text.append(' ').append(details.code().remediation());
        // what a carrier or a caller writes must not start a line of the log, nor turn one around
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    private static String asked(ErrorDetails other) {
        String whom = other.connection().or(other::carrier).orElse("another");
        return whom + ": " + other.code().id() + " " + other.message();
    }

    private static void fact(StringBuilder facts, String name, Optional<String> value) {
        value.ifPresent(text -> facts.append(facts.length() == 0 ? "" : ", ")
                .append(name)
                .append(' ')
                .append(text));
    }
}
