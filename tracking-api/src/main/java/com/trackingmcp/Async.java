package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.InvalidRequestException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What all verbs of the client share. Stateless. */
final class Async {
    private Async() {}

    interface Attempt<T> {
        CompletableFuture<T> run();
    }

    /** Nothing is thrown where a future is returned. */
    static <T> CompletableFuture<T> attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (CarrierException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What a caller passed, which may not be null. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidRequestException(
                    ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                            .argument("reason", name + " is null")
                            .build(),
                    null);
        }
        return value;
    }
}
