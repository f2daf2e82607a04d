package com.trackingmcp.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarrierExceptionTest {
    private static final Map<ErrorCode.Category, Class<?>> KINDS = Map.ofEntries(
            entry(ErrorCode.Category.CONFIGURATION, ConfigurationException.class),
            entry(ErrorCode.Category.AUTHENTICATION, AuthenticationException.class),
            entry(ErrorCode.Category.REQUEST, InvalidRequestException.class));

    private static final Map<ErrorCode, Class<?>> KINDS_OF_CODES = Map.ofEntries(
            entry(ErrorCode.CAPABILITY_NOT_SUPPORTED, CapabilityNotSupportedException.class),
            entry(ErrorCode.TRACKING_NUMBER_NOT_FOUND, TrackingNumberNotFoundException.class),
            entry(ErrorCode.RATE_LIMITED, RateLimitedException.class),
            entry(ErrorCode.CARRIER_UNAVAILABLE, CarrierUnavailableException.class),
            entry(ErrorCode.DEADLINE_EXCEEDED, CarrierUnavailableException.class),
            entry(ErrorCode.MALFORMED_RESPONSE, MalformedResponseException.class),
            entry(ErrorCode.OUTCOME_UNKNOWN, OutcomeUnknownException.class),
            entry(ErrorCode.PICKUP_TIMING, InvalidRequestException.class));

    @Test
    void whatCallersPassIsRepeatedInPartAtMost() {
        CarrierException error = ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                .argument("carrier", "x".repeat(70_000))
                .subject("y".repeat(70_000))
                .toException();
        assertThat(error.getMessage()).contains("xxx", "yyy").hasSizeLessThan(4_000);
    }

    @Test
    void noMessageEndsALineOfTheLogOrTurnsOneAround() {
        String text = ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                .argument("carrier", "a\u2028b\u2029c\u0085d\u202ee\u2066f\u200fg\u061ch")
                .toException()
                .getMessage();
        assertThat(text).contains("a b c d e f g h");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsKind(ErrorCode code) {
        Class<?> kind = KINDS_OF_CODES.getOrDefault(code, KINDS.getOrDefault(code.category(), CarrierException.class));
        assertThat(ErrorDetails.of(code).toBuilder().toException()).isExactlyInstanceOf(kind);
    }

    @ParameterizedTest
    @EnumSource
    void noMessageShowsAPlaceholderEvenWhereLittleIsKnown(ErrorCode code) {
        CarrierException bare = ErrorDetails.of(code).toBuilder().toException();
        assertThat(bare).hasMessageStartingWith(code.id() + " ").hasMessageEndingWith(code.remediation());
        assertThat(bare.getMessage()).doesNotContain("{").doesNotContain("}");
    }

    @Test
    void theMessageSaysWhatWasAskedAndWhatTheCarrierAnswered() {
        CarrierException error = ErrorDetails.builder(ErrorCode.REQUEST_REFUSED)
                .carrier("parcelpost")
                .connection("parcelpost-eu")
                .operation("track")
                .subject("PP0000000017")
                .carrierCode("PP.100")
                .carrierText("Postal code is missing.")
                .httpStatus(422)
                .requestId("req-7")
                .retryAfter(Duration.ofSeconds(3))
                .field(new FieldProblem("recipient.postal_code", "is missing"))
                .toException();
        assertThat(error)
                .hasMessage("E-2003 parcelpost refused the request: Postal code is missing."
                        + " [recipient.postal_code: is missing]"
                        + " (connection parcelpost-eu, operation track, for PP0000000017, HTTP 422,"
                        + " carrier code PP.100, retry after PT3S, request id req-7)"
                        + " Read the carrier's own code and text in this error.");
    }

    @Test
    void whatACarrierSaysIsTakenAsItIs() {
        String said = "use {carrier} or a..b, wait...";
        CarrierException error = ErrorDetails.builder(ErrorCode.REQUEST_REFUSED)
                .carrier("parcelpost")
                .carrierText(said)
                .toException();
        assertThat(error.getMessage()).contains("refused the request: " + said);
    }

    @Test
    void aCarrierCannotForgeLinesOfTheLogNorFloodIt() {
        CarrierException error = ErrorDetails.builder(ErrorCode.REQUEST_REFUSED)
                .carrierText("no\r\n2026-03-01 INFO all is well\u001b[31m" + "x".repeat(10_000))
                .carrierCode("c".repeat(10_000))
                .requestId("r".repeat(10_000))
                .toException();
        assertThat(error.getMessage()).doesNotContain("\n", "\r", "\u001b").hasSizeLessThan(2_500);
        assertThat(error.carrierText().orElseThrow()).hasSize(501).endsWith("…");
    }

    @ParameterizedTest
    @EnumSource
    void survivesJavaSerialization(ErrorCode code) throws Exception {
        CarrierException error = ErrorDetails.builder(code)
                .carrier("parcelpost")
                .argument("reason", "because")
                .carrierCode("PP.100")
                .carrierText("text")
                .httpStatus(500)
                .requestId("req-7")
                .correlationId("0af7651916cd43dd8448eb211c80319c")
                .retryable(true)
                .retryAfter(Duration.ofSeconds(3))
                .field(new FieldProblem("a.b", "is missing"))
                .toException(new IOException("broken pipe"));
        CarrierException copy = (CarrierException) throughBytes(error);
        assertThat(copy).isExactlyInstanceOf(error.getClass()).hasMessage(error.getMessage());
        assertThat(copy.getCause()).isInstanceOf(IOException.class).hasMessage("broken pipe");
        assertThat(copy.details()).usingRecursiveComparison().isEqualTo(error.details());
        assertThat(copy.code()).isSameAs(code);
        assertThat(copy.fields()).containsExactly(new FieldProblem("a.b", "is missing"));
    }

    @Test
    void detailsAreNotChangedByChangingTheirCopy() {
        ErrorDetails.Builder builder = ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST);
        ErrorDetails details = builder.build();
        builder.carrier("other").field(new FieldProblem("a", "b"));
        details.toBuilder().retryable(true).subject("other").build();
        assertThat(details.carrier()).isEmpty();
        assertThat(details.fields()).isEmpty();
        assertThat(details.retryable()).isFalse();
        assertThat(details.subject()).isEmpty();
        assertThat(details.httpStatus()).isEmpty();
    }

    private static Object throughBytes(Object value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
