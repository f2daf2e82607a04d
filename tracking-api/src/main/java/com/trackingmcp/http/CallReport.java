package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.observe.CallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Notes how long one request waits and travels, and tells the client's listener of each attempt at it. Used by one
 * thread after the other.
 */
final class CallReport {
    private final CarrierHttp door;
    private final CarrierRequest request;
    private final CallContext call;

    private long queuedNanos;
    private long waitingSince = System.nanoTime();
    private long sentAt;
    private int exchanges;
    private boolean throttled;

    CallReport(CarrierHttp door, CarrierRequest request, CallContext call) {
        this.door = door;
        this.request = request;
        this.call = call;
        this.queuedNanos = call.takeQueuedNanos();
    }

    /** From now on it waits for its next attempt. */
    void waits() {
        waitingSince = System.nanoTime();
    }

    /** It goes out now. */
    void sends() {
        sentAt = System.nanoTime();
        exchanges++;
    }

    /** Whether it went out at all. */
    boolean wasSent() {
        return exchanges > 0;
    }

    /** The answer asks to slow down. */
    void throttled() {
        throttled = true;
    }

    /** Tells of the attempt that has ended; where it was never sent, of that. */
    void tell(@Nullable CarrierResponse response, @Nullable CarrierException error) {
        Instant now = door.transport().clock().instant();
        long nanos = System.nanoTime();
        boolean wire = wasSent();
        door.transport()
                .listener()
                .onCall(new CallEvent(
                        now,
                        door.failures().carrier(),
                        door.connection(),
                        door.api(),
                        request.operation(),
                        request.method(),
                        exchanges,
                        Duration.ofNanos(queuedNanos + (wire ? sentAt : nanos) - waitingSince),
                        wire ? Duration.ofNanos(nanos - sentAt) : Duration.ZERO,
                        response == null ? OptionalInt.empty() : OptionalInt.of(response.status()),
                        request.body().map(body -> body.length).orElse(0),
                        response == null ? 0 : response.body().size(),
                        error == null ? Optional.empty() : Optional.of(error.code()),
                        throttled,
                        call.correlationId()));
        queuedNanos = 0;
        throttled = false;
    }
}
