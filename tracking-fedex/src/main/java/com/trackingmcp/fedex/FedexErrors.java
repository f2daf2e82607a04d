package com.trackingmcp.fedex;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.ErrorReader;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How FedEx says no. Safe for use by many threads.
 *
 * <p>The usual body lists {@code errors} with a code and a message each; some gateways send a flat {@code error} and
 * {@code error_detail} instead, and others a page of HTML, of which the HTTP status is all there is to say.
 */
final class FedexErrors implements ErrorReader {
    /** FedEx counts requests in windows of ten seconds and refuses the rest of a window once its limit is reached. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Clock clock;

    FedexErrors(Clock clock) {
        this.clock = clock;
    }

    record Body(
            @Nullable String transactionId,
            @Nullable List<@Nullable Fault> errors,
            @Nullable String error,
            @Nullable String error_detail) {
        Optional<Fault> fault() {
            return WireJson.list(errors).stream()
                    .filter(fault -> !fault.isEmpty())
                    .findFirst()
                    .or(() -> Optional.of(new Fault(error, error_detail)).filter(fault -> !fault.isEmpty()));
        }
    }

    @Override
    public ErrorDetails.Builder read(CarrierResponse response, ErrorDetails.Builder guess) {
        Optional<Body> body = WireJson.tryRead(response, Body.class);
        Optional<Fault> fault = body.flatMap(Body::fault);
        ErrorDetails said = guess.build();
        ErrorDetails.Builder error = fault.filter(told -> isAboutTheQuestion(response.status()))
                .map(told -> recoded(said, code(told, said.code())))
                .orElse(guess)
                .requestId(body.flatMap(told -> WireText.text(told.transactionId()))
                        .or(said::requestId)
                        .orElse(null));
        fault.ifPresent(told -> error.carrierCode(WireText.text(told.code()).orElse(null))
                .carrierText(WireText.first(told.message(), told.code()).orElse(null)));
        if (said.code() == ErrorCode.RATE_LIMITED) {
            error.retryAfter(said.retryAfter().orElseGet(() -> untilNextTry(fault, response)));
        }
        return error;
    }

    /** Only the message tells the quota of a day, which ends at midnight GMT, from the limit of a moment. */
    private Duration untilNextTry(Optional<Fault> fault, CarrierResponse response) {
        String text = fault.flatMap(told -> WireText.first(told.message(), told.code()))
                .orElse("")
                .toUpperCase(Locale.ROOT);
        if (!text.contains("DAILY") && !text.contains("QUOTA") && !text.contains("12:00AM")) {
            return WINDOW;
        }
        Instant now = response.date().orElseGet(clock::instant);
        Instant midnight = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return Duration.between(now, midnight);
    }

    /** What an error inside an answer with HTTP 200 means. */
    static ErrorCode code(Fault fault) {
        return code(fault, ErrorCode.REQUEST_REFUSED);
    }

    static boolean isNotFound(@Nullable String code) {
        return code != null && code.strip().toUpperCase(Locale.ROOT).endsWith(".NOTFOUND");
    }

    /** Who may not ask, asks too often or meets a broken server learns nothing about what was asked for. */
    private static boolean isAboutTheQuestion(int status) {
        return status < 500 && status != 401 && status != 403 && status != 429;
    }

    private static ErrorCode code(Fault fault, ErrorCode otherwise) {
        String code = WireText.text(fault.code()).orElse("").toUpperCase(Locale.ROOT);
        if (isNotFound(code)) {
            return ErrorCode.TRACKING_NUMBER_NOT_FOUND;
        }
        return switch (code) {
            case "NOT.AUTHORIZED.ERROR" -> ErrorCode.AUTHENTICATION_FAILED;
            case "FORBIDDEN.ERROR" -> ErrorCode.ACCESS_DENIED;
            case "INTERNAL.SERVER.ERROR", "SERVICE.UNAVAILABLE.ERROR", "SYSTEM.GENERAL.ERROR" ->
                ErrorCode.CARRIER_UNAVAILABLE;
            case "TRACKING.TRACKINGNUMBER.INVALID", "TRACKING.TRACKINGNUMBER.EMPTY" ->
                ErrorCode.INVALID_TRACKING_NUMBER;
            default -> otherwise;
        };
    }

    /** The same facts under another code. */
    static ErrorDetails.Builder recoded(ErrorDetails said, ErrorCode code) {
        return said.toBuilder(code).retryable(code == ErrorCode.CARRIER_UNAVAILABLE || code == ErrorCode.RATE_LIMITED);
    }
}
