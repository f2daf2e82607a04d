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
 * @param throttled whether the carrier asked to slow down: 429, a 403 or 503 that says so, or a {@code Retry-After}
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
    /** Whether the carrier answered with a 2xx status. */
    public boolean isSuccess() {
        return error.isEmpty();
    }
}
