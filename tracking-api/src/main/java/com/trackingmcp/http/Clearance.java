package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a request needs before each attempt, in this order: time, what authorises it, room in the quota, and its turn at
 * the host. Used by one thread after the other; nobody blocks.
 *
 * <p>While the carrier wants a pause the order is another: the end of the pause is waited for first, so that not even a
 * token is asked for.
 */
final class Clearance {
    private final CarrierHttp door;
    private final CarrierRequest request;
    private final CallContext call;
    private final Waiting waiting;
    private final Applicant applicant;
    private final @Nullable Authorization authorization;
    private Authorization.@Nullable Header header;

    /** Who needs it. */
    interface Applicant {
        /** Takes a step of this; what it throws is the failure of the request. */
        void step(Runnable action);

        /** The request may be sent, now and on this thread; the quota and the host count it as sent. */
        void cleared(Authorization.@Nullable Header header);

        /** The request cannot be sent. */
        void refused(CarrierException error);
    }

    Clearance(CarrierHttp door, CarrierRequest request, CallContext call, Waiting waiting, Applicant applicant) {
        this.door = door;
        this.request = request;
        this.call = call;
        this.waiting = waiting;
        this.applicant = applicant;
        this.authorization = door.authorization();
    }

    /** Waits for all of it; the applicant is told once. Within a step. */
    void obtain() {
        Duration left = waiting.left();
        if (left.isNegative() || left.isZero()) {
            applicant.refused(door.failures().tooLate(request, call, left));
        } else if (authorization == null) {
            whenAdmitted(this::takeTurn);
        } else if (door.gate().isPaused()) {
            whenAdmitted(() -> authoriseAfterPause(authorization));
        } else {
            whenAuthorised(authorization.header(call));
        }
    }

    private void authoriseAfterPause(Authorization after) {
        CompletableFuture<Authorization.Header> proof = after.header(call);
        if (isThere(proof)) {
            header = proof.join();
            takeTurn();
        } else {
            // by the time it is there, others may have used up what the quota has now
            door.gate().giveBack();
            whenAuthorised(proof);
        }
    }

    private static boolean isThere(CompletableFuture<?> future) {
        return future.isDone() && !future.isCompletedExceptionally();
    }

    /** That it cannot be authorised is worth no retry of its own. */
    private void whenAuthorised(CompletableFuture<Authorization.Header> proof) {
        if (isThere(proof)) {
            header = proof.join();
            whenAdmitted(this::takeTurn);
            return;
        }
        // a copy: others may wait for the same
        waiting.bounded(proof.copy())
                .whenComplete((value, failure) -> applicant.step(() -> {
                    if (failure == null) {
                        header = value;
                        whenAdmitted(this::takeTurn);
                    } else {
                        applicant.refused(stopped(failure));
                    }
                }));
    }

    private void whenAdmitted(Runnable next) {
        CompletableFuture<Void> admitted = door.gate()
                .admit(
                        door.transport().pace().instant().plus(waiting.left()),
                        () -> door.fault(ErrorCode.RATE_LIMITED, request.operation())
                                .correlationId(call.correlationId()));
        call.counted();
        if (isThere(admitted)) {
            next.run();
            return;
        }
        // its place is freed by cancelling this future itself
        waiting.bounded(admitted);
        admitted.whenComplete((done, refused) -> door.transport()
                .workers()
                .execute(() -> applicant.step(() -> {
                    if (refused == null) {
                        next.run();
                    } else {
                        applicant.refused(stopped(refused));
                    }
                })));
    }

    /** Opening a connection may block, which no thread that others wait for must. */
    private void takeTurn() {
        HttpTransport transport = door.transport();
        Runnable go = () -> applicant.step(() -> applicant.cleared(header));
        CompletableFuture<Void> ahead = door.wire().origin().turn();
        if (ahead == null) {
            transport.send(go);
        } else {
            waiting.on(ahead);
            ahead.whenComplete((done, late) -> transport.send(go));
        }
    }

    /** Why what was waited for did not come; cancelled is what took too long, or longer than the client lives. */
    private CarrierException stopped(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (!(cause instanceof CancellationException)) {
            return door.failures().asCarrierException(cause, request, call);
        }
        return door.transport().isClosed()
                ? door.failures().closed(request, call, false)
                : door.failures().tooLate(request, call, waiting.left());
    }
}
