package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What an HTTP status says where nothing else is known. */
final class HttpStatusErrors {
    /** Headers in which servers and gateways name a request; carriers publish none of their own. */
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("x-request-id", "x-correlation-id", "transid", "message-reference", "apigw-requestid");

    private HttpStatusErrors() {}

    static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.AUTHENTICATION_FAILED;
            case 403 -> ErrorCode.ACCESS_DENIED;
            case 429 -> ErrorCode.RATE_LIMITED;
            default -> status >= 500 ? ErrorCode.CARRIER_UNAVAILABLE : ErrorCode.REQUEST_REFUSED;
        };
    }

    static ErrorDetails.Builder guess(ErrorDetails.Builder error, CarrierResponse response, Instant now) {
        return error.httpStatus(response.status())
                .carrierText("HTTP " + response.status())
                .correlationId(response.correlationId())
                .requestId(requestId(response))
                .retryable(response.status() == 429 || response.status() >= 500)
                .retryAfter(response.header("retry-after")
                        .flatMap(value -> retryAfter(value, now))
                        .orElse(null));
    }

    private static @org.jspecify.annotations.Nullable String requestId(CarrierResponse response) {
        for (String name : REQUEST_ID_HEADERS) {
            Optional<String> value = response.header(name);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return null;
    }

    /** Seconds or an HTTP date, RFC 9110 section 10.2.3. */
    static Optional<Duration> retryAfter(String value, Instant now) {
        Optional<Integer> seconds = WireText.integer(value);
        if (seconds.isPresent()) {
            return seconds.filter(count -> count >= 0).map(Duration::ofSeconds);
        }
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
