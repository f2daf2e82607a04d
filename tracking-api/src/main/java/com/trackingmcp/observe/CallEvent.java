package com.trackingmcp.observe;

import com.trackingmcp.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt at one request to a carrier. Immutable. Holds no secret, no tracking number and no person's data.
 *
 * @param at when it ended, by the client's clock
 * @param carrier the carrier's id, such as {@code dhl}
 * @param connection the connection's id, such as {@code dhl-eu}
 * @param api the API of the carrier that was asked, such as {@code unified}; the carrier's id where it has only one
 * @param operation what was asked, such as {@code track} or {@code token}
 * @param method the HTTP method
 * @param attempt the how-manieth try it was, from 1; 0 where the request was given up before it was sent
 * @param queueTime how long it waited for its turn: for a token, the quota, or the end of a pause; zero for most
 * @param wireTime from sending to the last byte of the answer, or to its failure; zero where it was not sent
 * @param status the HTTP status; empty where no answer came
 * @param bytesSent the size of the request's body
 * @param bytesReceived the size of the answer's body, as it came
 * @param error what was wrong; empty where the carrier answered with a 2xx status
 * @param throttled whether the carrier asked to slow down, so that its API is paused for all: a 429, a 403 or 5xx with a
 *     {@code Retry-After}, a 403 or 503 that says so in words, or a code of its own that means it
 * @param correlationId the id of the call, which is also in log and errors
 */
public record CallEvent(
        Instant at,
        String carrier,
        String connection,
        String api,
        String operation,
        String method,
        int attempt,
        Duration queueTime,
        Duration wireTime,
        OptionalInt status,
        long bytesSent,
        long bytesReceived,
        Optional<ErrorCode> error,
        boolean throttled,
        String correlationId) {
    /** The operation that fetches a token; whatever is wrong with it, the connection cannot be used. */
    private static final String TOKEN = "token";

    /** Whether the carrier answered with a 2xx status. */
    public boolean isSuccess() {
        return error.isEmpty();
    }

    /**
     * Whether the carrier gave a sensible answer: it was reached, let the connection in and did its work. That is a 2xx
     * status, and just as well a plain no: a number it does not know, a request that it refuses. A token that is not
     * given is never one.
     */
    public boolean isAnswered() {
        return attempt > 0
                && error.map(code -> !TOKEN.equals(operation) && isPlainNo(code))
                        .orElse(true);
    }

    /**
     * Whether this tells against the connection: it was sent, and no sensible answer came. That is no answer at all or
     * one that cannot be read, a failure of the carrier's own, credentials or access refused, too many requests. What
     * was given up before it was sent, or ended by closing the client, tells nothing: then this and
     * {@link #isAnswered()} are both {@code false}.
     */
    public boolean isConnectionFailure() {
        return attempt > 0
                && !isAnswered()
                && error.filter(code -> code != ErrorCode.CLIENT_CLOSED && code != ErrorCode.CALL_CANCELLED)
                        .isPresent();
    }

    private static boolean isPlainNo(ErrorCode code) {
        return switch (code) {
            case TRACKING_NUMBER_NOT_FOUND, DOCUMENT_NOT_FOUND, PICKUP_TIMING, NO_LOCATIONS_FOUND -> true;
            default -> code.category() == ErrorCode.Category.REQUEST;
        };
    }
}
