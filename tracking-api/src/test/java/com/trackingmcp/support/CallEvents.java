package com.trackingmcp.support;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.observe.CallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Attempts at the connection {@code dhl-eu}, each as one would be told. */
public final class CallEvents {
    private CallEvents() {}

    public static CallEvent success(Instant at) {
        return event(at, "dhl-eu", "track", 1, 200, null);
    }

    public static CallEvent failure(Instant at, int status, ErrorCode error) {
        return event(at, "dhl-eu", "track", 1, status, error);
    }

    public static CallEvent lost(Instant at, ErrorCode error) {
        return event(at, "dhl-eu", "track", 1, 0, error);
    }

    public static CallEvent unsent(Instant at, ErrorCode error) {
        return event(at, "dhl-eu", "track", 0, 0, error);
    }

    public static CallEvent token(Instant at, int status, ErrorCode error) {
        return event(at, "dhl-eu", "token", 1, status, error);
    }

    /** An attempt that waited 20 ms and took 183 ms, 40 bytes there and 512 back, as far as it was sent. */
    public static CallEvent event(
            Instant at, String connection, String operation, int attempt, int status, ErrorCode error) {
        return new CallEvent(
                at,
                "dhl",
                connection,
                "unified",
                operation,
                "GET",
                attempt,
                Duration.ofMillis(20),
                attempt == 0 ? Duration.ZERO : Duration.ofMillis(183),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                attempt == 0 ? 0 : 40,
                status == 0 ? 0 : 512,
                Optional.ofNullable(error),
                error == ErrorCode.RATE_LIMITED,
                "0af7651916cd43dd8448eb211c80319c");
    }
}
