package com.trackingmcp.http;

import com.trackingmcp.error.ErrorDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A request that waits at a {@link QuotaGate}. As safe for use by many threads as any future. */
final class QuotaWaiter extends CompletableFuture<Void> {
    private final Instant deadline;
    private final Supplier<ErrorDetails.Builder> fault;

    QuotaWaiter(Instant deadline, Supplier<ErrorDetails.Builder> fault) {
        this.deadline = deadline;
        this.fault = fault;
    }

    Instant deadline() {
        return deadline;
    }

    /**
     * It cannot go out in time.
     *
     * @param delay how long it would have taken
     * @param limit the window that is used up, where it is known
     * @param pause until when nothing goes out, where that is so
     */
    void refuse(Duration delay, Optional<Quota.Window> limit, Optional<Instant> pause) {
        String reason = limit.map(window -> "this client's own quota of " + window + " is used up")
                .or(() -> pause.map(until -> "the carrier asked for a pause, which lasts until " + until))
                .orElse("this client's own quota is used up");
        completeExceptionally(fault.get()
                .argument("reason", reason)
                .retryable(true)
                .retryAfter(delay)
                .toException());
    }
}
