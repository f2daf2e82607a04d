package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: authorised, let out, sent, understood, and sent again where that is allowed. Used by one thread
 * after the other; may be cancelled by any.
 */
final class Sending implements Clearance.Applicant, Attempt.Ended {
    private static final Duration LEAVING = Duration.ofMillis(20);

    private final CarrierHttp door;
    private final HttpTransport transport;
    private final Failures failures;
    private final CarrierRequest request;
    private final CallContext call;
    private final CompletableFuture<CarrierResponse> answer = new CompletableFuture<>();
    private final Runnable onCancel = this::cancel;
    private final Waiting waiting;
    private final Clearance clearance;
    private final CallReport report;

    private int tries;
    private boolean renewed;
    private Instant sentOn = Instant.MIN;
    private long sentNanos;
    private Duration limit = Duration.ZERO;
    private Authorization.@Nullable Header header;
    private @Nullable CarrierException lastError;

    /** Where what buys or books is: once the carrier may have it, it is not called back. Reads are, at any time. */
    private final AtomicReference<Whereabouts> whereabouts = new AtomicReference<>(Whereabouts.HERE);

    private enum Whereabouts {
        HERE,
        /** The carrier may have it, and has not refused it. */
        SENT,
        /** Nobody waits for it any more, and the carrier never gets it. */
        WITHDRAWN
    }

    Sending(CarrierHttp door, CarrierRequest request, CallContext call) {
        this.door = door;
        this.transport = door.transport();
        this.failures = door.failures();
        this.request = request;
        this.call = call;
        this.waiting = new Waiting(transport, call);
        this.clearance = new Clearance(door, request, call, waiting, this);
        this.report = new CallReport(door, request, call);
    }

    CompletableFuture<CarrierResponse> start() {
        if (!request.isRead()) {
            call.purchaseBegins();
        }
        call.onCancel(onCancel);
        attempt();
        return answer;
    }

    private void attempt() {
        tries++;
        step(this::apply);
    }

    private void apply() {
        if (!answer.isDone()) {
            clearance.obtain();
        }
    }

    /** Whatever goes wrong in here is this request's failure, and nobody else's. */
    @Override
    public void step(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            Throwable failure = Failures.unwrapped(e);
            // what a call holds may be wiped under it then
            boolean closed = transport.isClosed() && !(failure instanceof CarrierException);
            giveUp(
                    closed
                            ? failures.closed(request, call, isSent())
                            : failures.asCarrierException(failure, request, call));
        }
    }

    @Override
    public void refused(CarrierException error) {
        // what the carrier said to this request before says more
        giveUp(lastError != null && error.code() == ErrorCode.RATE_LIMITED ? lastError : error);
    }

    @Override
    public void cleared(Authorization.@Nullable Header proof) {
        header = proof;
        Duration left = waiting.left();
        Duration most = door.requestTimeout();
        limit = left.compareTo(most) < 0 ? left : most;
        CarrierException tooLate = noLongerWanted();
        if (tooLate != null) {
            door.wire().origin().ended(null);
            door.gate().giveBack();
            giveUp(tooLate);
            return;
        }
        sentOn = transport.pace().instant();
        sentNanos = System.nanoTime();
        report.sends();
        try {
            if (call.takeThread()) {
                sendHere();
            } else if (request.isRead()) {
                waiting.onExchange(door.wire().send(request, header, call, limit, this));
            } else {
                door.wire().send(request, header, call, limit, this);
            }
        } catch (RuntimeException e) {
            back();
            door.wire().origin().ended(null);
            throw e;
        }
    }

    /** Why it is not sent although it might be; null where it is. */
    private @Nullable CarrierException noLongerWanted() {
        if (answer.isDone()) {
            return failures.cancelled(request, call, false);
        }
        if (transport.isClosed()) {
            return failures.closed(request, call, false);
        }
        if (limit.isNegative() || limit.isZero()) {
            return failures.tooLate(request, call, limit);
        }
        return request.isRead() || leaves() ? null : failures.cancelled(request, call, false);
    }

    /** Told to the call first: who finds it withdrawn there must find that it stays so. */
    private boolean leaves() {
        call.purchaseGoesOut();
        boolean leaves = whereabouts.compareAndSet(Whereabouts.HERE, Whereabouts.SENT);
        if (!leaves) {
            call.purchaseIsBack();
        }
        return leaves;
    }

    /** The carrier has not got it, or refused it unread. */
    private void back() {
        if (whereabouts.compareAndSet(Whereabouts.SENT, Whereabouts.HERE)) {
            call.purchaseIsBack();
        }
    }

    private boolean isSent() {
        return whereabouts.get() == Whereabouts.SENT;
    }

    /** On the thread that is lent; a read is sent once more where that is wanted back. */
    private void sendHere() {
        LentThread lent = new LentThread();
        transport.bounded(lent, limit);
        waiting.onExchange(lent);
        boolean done;
        try {
            done = door.wire().sendHere(request, header, call, lent, this);
        } finally {
            lent.end();
        }
        if (!done && request.isRead()) {
            // others may want the answer too; the caller is given time to leave
            CarrierException interrupted = failures.cancelled(request, call, false);
            report.tell(null, interrupted);
            after(LEAVING, () -> step(this::apply), interrupted);
        } else if (!done) {
            lost(new CancellationException());
        }
    }

    @Override
    public void answered(CarrierResponse response) {
        // from now on the connection may carry another request: who cancels must not end it
        waiting.exchangeEnded();
        step(() -> understand(response));
    }

    private void understand(CarrierResponse response) {
        if (response.isSuccess()) {
            door.throttle().succeeded(sentOn);
            report.tell(response, null);
            call.forget(onCancel);
            answer.complete(response);
            return;
        }
        CarrierException error = door.refusal(request, response, header);
        if (door.throttle().failed(response, error.details(), sentOn)) {
            report.throttled();
        }
        report.tell(response, error);
        Authorization authorization = door.authorization();
        if (response.status() == 401 && !renewed && authorization != null && header != null) {
            renewed = true;
            // who supplies keys may have to ask somewhere
            transport.send(() -> step(() -> renew(authorization, error)));
        } else {
            failed(error);
        }
    }

    private void renew(Authorization authorization, CarrierException error) {
        if (header == null || !authorization.refused(header)) {
            failed(error);
            return;
        }
        back();
        if (call.isCancelled()) {
            cancel();
            return;
        }
        report.waits();
        apply();
    }

    @Override
    public void lost(Throwable failure) {
        step(() -> {
            CarrierException error = request.isRead() && call.isCancelled()
                    ? failures.cancelled(request, call, false)
                    : failures.lost(failure, request, call, limit, isOver());
            report.tell(null, error);
            failed(error);
        });
    }

    /** Whether the time for this attempt is over: then it was ended by us, however it looks. */
    private boolean isOver() {
        return System.nanoTime() - sentNanos >= limit.toNanos();
    }

    /** An attempt has failed: once more, where that is allowed and may help. */
    private void failed(CarrierException error) {
        lastError = error;
        Backoff backoff = transport.limits().backoff();
        boolean again = request.isRead()
                && error.retryable()
                && tries <= backoff.retries()
                && !transport.isClosed()
                && !answer.isDone();
        Duration delay = again ? backoff.delay(tries, error.retryAfter()) : Duration.ZERO;
        if (!again || delay.compareTo(waiting.left()) >= 0) {
            giveUp(error);
            return;
        }
        after(delay, this::attempt, error);
    }

    /** Goes on after a while; fails where the call's time is over before, or the client is closed. */
    private void after(Duration delay, Runnable next, CarrierException otherwise) {
        waiting.pause(delay).whenComplete((done, stopped) -> {
            report.waits();
            if (stopped == null) {
                transport.send(next);
            } else {
                giveUp(transport.isClosed() ? failures.closed(request, call, isSent()) : otherwise);
            }
        });
    }

    private void giveUp(CarrierException error) {
        if (!report.wasSent()) {
            report.tell(null, error);
        }
        call.forget(onCancel);
        answer.completeExceptionally(error);
    }

    /** Nobody waits any more: what buys is withdrawn where it was not sent yet, and goes on where it was. */
    private void cancel() {
        boolean withdrawn = request.isRead() || whereabouts.compareAndSet(Whereabouts.HERE, Whereabouts.WITHDRAWN);
        if (withdrawn && answer.completeExceptionally(failures.cancelled(request, call, false))) {
            waiting.cancel();
        }
    }
}
