package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.observe.CallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way: its attempts, what it waits for before each, and how it ends. Used by one thread after the
 * other; may be cancelled by any.
 */
final class Sending implements Attempt.Ended {
    private static final Duration LEAVING = Duration.ofMillis(20);

    private final CarrierHttp door;
    private final HttpTransport transport;
    private final Failures failures;
    private final CarrierRequest request;
    private final CallContext call;
    private final CompletableFuture<CarrierResponse> answer = new CompletableFuture<>();
    private final Runnable onCancel = this::cancel;

    private int tries;
    private int exchanges;
    private boolean renewed;
    private boolean throttled;
    private long waitingSince = System.nanoTime();
    private long sentAt;
    private Instant sentOn = Instant.MIN;
    private long queuedNanos;
    private Duration limit = Duration.ZERO;
    private Authorization.@Nullable Header header;
    private @Nullable CarrierException lastError;

    /** Whether the carrier may have the request, and has not refused it. */
    private volatile boolean sent;

    /** What it waits for. */
    private volatile @Nullable CompletableFuture<?> current;

    Sending(CarrierHttp door, CarrierRequest request, CallContext call) {
        this.door = door;
        this.transport = door.transport();
        this.failures = door.failures();
        this.request = request;
        this.call = call;
    }

    CompletableFuture<CarrierResponse> start() {
        queuedNanos = call.takeQueuedNanos();
        call.onCancel(onCancel);
        attempt();
        return answer;
    }

    private void attempt() {
        tries++;
        step(this::authorise);
    }

    /** Whatever goes wrong in here is this request's failure, and nobody else's. */
    private void step(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            giveUp(failures.asCarrierException(Failures.unwrapped(e), request, call));
        }
    }

    private void authorise() {
        if (answer.isDone()) {
            return;
        }
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            giveUp(failures.tooLate(request, call, left));
            return;
        }
        Authorization authorization = door.authorization();
        if (authorization == null) {
            admit();
            return;
        }
        when(authorization.header(call), proof -> {
            header = proof;
            admit();
        });
    }

    /** Within the quota, and not while the carrier wants a pause. */
    private void admit() {
        CompletableFuture<Void> admitted = door.gate()
                .admit(
                        transport.pace().instant().plus(left()),
                        () -> failures.fault(ErrorCode.RATE_LIMITED, request.operation())
                                .correlationId(call.correlationId()));
        if (admitted.isDone() && !admitted.isCompletedExceptionally()) {
            turn();
            return;
        }
        // its place is freed by cancelling this future itself
        current = transport.bounded(admitted, left());
        admitted.whenComplete((done, refused) -> transport
                .workers()
                .execute(() -> step(() -> {
                    if (refused == null) {
                        turn();
                    } else {
                        CarrierException error = stopped(refused);
                        // what the carrier said before says more
                        giveUp(lastError != null && error.code() == ErrorCode.RATE_LIMITED ? lastError : error);
                    }
                })));
    }

    /** Opening a connection may block, which no thread that others wait for must. */
    private void turn() {
        CompletableFuture<Void> ahead = door.wire().origin().turn();
        if (ahead == null) {
            transport.send(() -> step(this::send));
        } else {
            current = ahead;
            ahead.whenComplete((done, late) -> transport.send(() -> step(this::send)));
        }
    }

    private void send() {
        Duration left = left();
        limit = left.compareTo(transport.limits().requestTimeout()) < 0
                ? left
                : transport.limits().requestTimeout();
        CarrierException refused = answer.isDone()
                ? failures.cancelled(request, call, false)
                : transport.isClosed()
                        ? failures.closed(request, call, false)
                        : limit.isNegative() || limit.isZero() ? failures.tooLate(request, call, limit) : null;
        if (refused != null) {
            door.wire().origin().ended(null);
            door.gate().giveBack();
            giveUp(refused);
            return;
        }
        sentAt = System.nanoTime();
        sentOn = transport.pace().instant();
        exchanges++;
        sent = true;
        try {
            if (call.takeThread()) {
                sendHere();
            } else {
                waitFor(door.wire().send(request, header, call, limit, this));
            }
        } catch (RuntimeException e) {
            sent = false;
            door.wire().origin().ended(null);
            throw e;
        }
    }

    /** On the thread that is lent; a read is sent once more where that is wanted back. */
    private void sendHere() {
        LentThread lent = new LentThread();
        transport.bounded(lent, limit);
        waitFor(lent);
        boolean done;
        try {
            done = door.wire().sendHere(request, header, call, lent, this);
        } finally {
            lent.end();
        }
        if (!done && request.isRead()) {
            // others may want the answer too; the caller is given time to leave
            CarrierException interrupted = failures.cancelled(request, call, false);
            tell(null, interrupted);
            after(LEAVING, () -> step(this::authorise), interrupted);
        } else if (!done) {
            lost(new CancellationException());
        }
    }

    /** Its answer may be there already: then it must not be cancelled, for its connection may carry another request. */
    private void waitFor(CompletableFuture<?> exchange) {
        current = exchange;
        if (call.isCancelled() && !exchange.isDone()) {
            exchange.cancel(true);
        }
    }

    @Override
    public void answered(CarrierResponse response) {
        // from now on the connection may carry another request: who cancels must not end it
        current = null;
        step(() -> understand(response));
    }

    private void understand(CarrierResponse response) {
        if (response.isSuccess()) {
            door.throttle().succeeded(sentOn);
            tell(response, null);
            finish();
            answer.complete(response);
            return;
        }
        CarrierException error = error(response);
        throttled = door.throttle().failed(response, error.details(), sentOn);
        tell(response, error);
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
        sent = false;
        waitingSince = System.nanoTime();
        authorise();
    }

    private CarrierException error(CarrierResponse response) {
        ErrorCode code = HttpStatusErrors.code(request, response);
        ErrorDetails.Builder guess =
                HttpStatusErrors.guess(code, response, transport.clock().instant());
        ErrorDetails.Builder error = door.errors().read(response, guess);
        if (header != null) {
            error.without(Attempt.proof(header));
        }
        return error.toException();
    }

    @Override
    public void lost(Throwable failure) {
        step(() -> {
            CarrierException error = call.isCancelled()
                    ? failures.cancelled(request, call, sent)
                    : failures.lost(failure, request, call, limit);
            tell(null, error);
            failed(error);
        });
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
        if (!again || delay.compareTo(left()) >= 0) {
            giveUp(error);
            return;
        }
        after(delay, this::attempt, error);
    }

    /** Goes on after a while; fails where the call's time is over before, or the client is closed. */
    private void after(Duration delay, Runnable next, CarrierException otherwise) {
        CompletableFuture<Void> pause = new CompletableFuture<>();
        current = transport.bounded(pause, left());
        pause.whenComplete((done, stopped) -> {
            waitingSince = System.nanoTime();
            if (stopped == null) {
                transport.send(next);
            } else {
                giveUp(transport.isClosed() ? failures.closed(request, call, sent) : otherwise);
            }
        });
        transport.scheduler().schedule(() -> pause.complete(null), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Goes on when a future is done, no later than the call's deadline; a failed one is worth no retry of its own. */
    private <T> void when(CompletableFuture<T> future, Consumer<T> next) {
        if (future.isDone() && !future.isCompletedExceptionally()) {
            next.accept(future.join());
            return;
        }
        CompletableFuture<T> mine = future.isDone() ? future : transport.bounded(future.copy(), left());
        current = mine;
        mine.whenComplete((value, failure) -> step(() -> {
            if (failure == null) {
                next.accept(value);
            } else {
                giveUp(stopped(failure));
            }
        }));
    }

    /** Why what was waited for did not come; cancelled is what took too long, or longer than the client lives. */
    private CarrierException stopped(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        if (!(cause instanceof CancellationException)) {
            return failures.asCarrierException(cause, request, call);
        }
        return transport.isClosed() ? failures.closed(request, call, sent) : failures.tooLate(request, call, left());
    }

    private Duration left() {
        return Duration.between(transport.clock().instant(), call.deadline());
    }

    private void giveUp(CarrierException error) {
        if (exchanges == 0) {
            tell(null, error);
        }
        finish();
        answer.completeExceptionally(error);
    }

    /** Nobody waits any more. */
    private void cancel() {
        if (answer.completeExceptionally(failures.cancelled(request, call, sent))) {
            CompletableFuture<?> waitedFor = current;
            if (waitedFor != null) {
                waitedFor.cancel(true);
            }
        }
    }

    private void finish() {
        call.forget(onCancel);
    }

    private void tell(@Nullable CarrierResponse response, @Nullable CarrierException error) {
        Instant now = transport.clock().instant();
        long nanos = System.nanoTime();
        boolean wire = exchanges > 0;
        transport
                .listener()
                .onCall(new CallEvent(
                        now,
                        failures.carrier(),
                        failures.connection(),
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
