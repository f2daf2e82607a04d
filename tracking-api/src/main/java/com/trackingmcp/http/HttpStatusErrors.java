package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an HTTP status says where nothing else is known. */
final class HttpStatusErrors {
    /** Headers in which servers and gateways name a request; carriers publish none of their own. */
    private static final List<String> REQUEST_ID_HEADERS = List.of(
            "x-request-id", "x-correlation-id", "transid", "message-reference", "apigw-requestid", "invocation-id");

    private HttpStatusErrors() {}

    static ErrorCode code(CarrierRequest request, CarrierResponse response) {
        int status = response.status();
        return switch (status) {
            case 401 -> ErrorCode.AUTHENTICATION_FAILED;
            case 403 -> Throttling.isThrottled(response) ? ErrorCode.RATE_LIMITED : ErrorCode.ACCESS_DENIED;
            case 429 -> ErrorCode.RATE_LIMITED;
            default -> {
                if (status < 500) {
                    yield request.isRead() || !mayBeDone(status)
                            ? ErrorCode.REQUEST_REFUSED
                            : ErrorCode.OUTCOME_UNKNOWN;
                }
                yield request.isRead() || isSurelyUndone(response)
                        ? ErrorCode.CARRIER_UNAVAILABLE
                        : ErrorCode.OUTCOME_UNKNOWN;
            }
        };
    }

    /**
     * What is done is often answered with the way to its result: by a 303 as RFC 9110 has it, by a 302 as it is used. An
     * interim answer says nothing yet.
     */
    private static boolean mayBeDone(int status) {
        return status < 200 || status == 302 || status == 303;
    }

    /** A server or gateway that fails halfway may have carried out a purchase; one that names a later time has not. */
    private static boolean isSurelyUndone(CarrierResponse response) {
        return response.status() == 501 || response.status() == 503 && Throttling.namesATime(response);
    }

    /**
     * What the status says.
     *
     * @param now the time where the carrier lives
     */
    static ErrorDetails.Builder guess(ErrorCode code, CarrierResponse response, Instant now) {
        return response.fault(code)
                .carrierText("HTTP " + response.status())
                .requestId(requestId(response))
                .retryable(code == ErrorCode.RATE_LIMITED || code == ErrorCode.CARRIER_UNAVAILABLE)
                .retryAfter(retryAfter(response, now).orElse(null));
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

    /**
     * How long the carrier asks to wait: seconds or an HTTP date, RFC 9110 section 10.2.3. A date is one by the carrier's
     * clock, so it is measured from the date of the answer.
     *
     * @param now what the date of the answer is where it has none
     */
    static Optional<Duration> retryAfter(CarrierResponse response, Instant now) {
        return response.header("retry-after")
                .flatMap(value -> retryAfter(value, response.date().orElse(now)));
    }

    static Optional<Duration> retryAfter(String value, Instant now) {
        Optional<Integer> seconds = WireText.integer(value);
        if (seconds.isPresent()) {
            return seconds.filter(count -> count >= 0).map(Duration::ofSeconds);
        }
        return CarrierResponse.httpDate(value)
                .map(until -> until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    }
}
