package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The door of one connection to its carrier: authorises, sends, bounds, classifies and tries reads again. Safe for use
 * by many threads; lives as long as its client.
 *
 * <p>Reads that fail in passing (no connection, time-out, 429, 5xx) are tried again within the call's deadline, after
 * what the carrier asks for or after a growing, jittered wait. Everything else is sent at most once; if its answer is
 * lost, the call fails with {@link ErrorCode#OUTCOME_UNKNOWN}. A 401 buys one new authorisation and one more try: a
 * refused request was not carried out.
 */
public final class CarrierHttp {
    private final HttpTransport transport;
    private final Failures failures;
    private final Attempt wire;
    private final @Nullable Authorization authorization;
    private final ErrorReader errors;

    private CarrierHttp(Builder builder, URI baseUri) {
        this.transport = builder.transport;
        this.failures = new Failures(builder.transport, builder.carrier, builder.connection);
        this.wire = new Attempt(builder.transport, failures, baseUri);
        this.authorization = builder.authorization;
        this.errors = builder.errors;
    }

    /** Starts the door of one connection. */
    public static Builder builder(HttpTransport transport, String carrier, String connection) {
        return new Builder(transport, carrier, connection);
    }

    HttpTransport transport() {
        return transport;
    }

    /** Starts an error of this connection. */
    public ErrorDetails.Builder fault(ErrorCode code, String operation) {
        return failures.fault(code, operation);
    }

    /**
     * Sends a request, and again where that is allowed.
     *
     * @return the answer with a 2xx status; fails with a {@link CarrierException} for anything else
     */
    public CompletableFuture<CarrierResponse> send(CarrierRequest request, CallContext call) {
        Sending sending = new Sending();
        Retry retry = Retry.of(failures.connection(), retryConfig(request));
        CompletableFuture<CarrierResponse> answer = new CompletableFuture<>();
        transport.keep(answer, () -> answer.completeExceptionally(failures.closed(request, call, sending.sent)));
        retry.executeCompletionStage(transport.scheduler(), () -> attempt(request, call, sending))
                .whenComplete((response, failure) -> {
                    if (failure == null) {
                        answer.complete(response);
                    } else {
                        answer.completeExceptionally(failures.asCarrierException(unwrap(failure), request, call));
                    }
                });
        return answer;
    }

    /** How far one request has come. */
    private static final class Sending {
        private final AtomicInteger attempts = new AtomicInteger();
        /** Whether the carrier may have it, and has not refused it. */
        private volatile boolean sent;
    }

    /** A failed attempt that is worth another one, and when. */
    private static final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final CarrierException error;
        private final Duration delay;

        TryAgain(CarrierException error, Duration delay) {
            super(null, error, false, false);
            this.error = error;
            this.delay = delay;
        }
    }

    /** No token came, which was tried often enough: trying again here would multiply the two. */
    private static final class NoAuthorization extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Throwable reason;

        NoAuthorization(Throwable reason) {
            super(null, reason, false, false);
            this.reason = reason;
        }
    }

    private RetryConfig retryConfig(CarrierRequest request) {
        return RetryConfig.<CarrierResponse>custom()
                .maxAttempts(request.isRead() ? transport.limits().backoff().retries() + 1 : 1)
                .retryOnException(failure -> Failures.unwrapped(failure) instanceof TryAgain)
                .intervalBiFunction(
                        (attempt, outcome) -> Failures.unwrapped(outcome.getLeft()) instanceof TryAgain again
                                // resilience4j takes a wait of nothing for "no more"
                                ? Math.max(1, again.delay.toMillis())
                                : IntervalFunction.DEFAULT_INITIAL_INTERVAL)
                .build();
    }

    private CompletableFuture<CarrierResponse> attempt(CarrierRequest request, CallContext call, Sending sending) {
        int attempt = sending.attempts.incrementAndGet();
        return authorised(request, call, sending, true).exceptionallyCompose(failure -> {
            Throwable cause = Failures.unwrapped(failure);
            if (cause instanceof NoAuthorization none) {
                return CompletableFuture.failedFuture(failures.asCarrierException(none.reason, request, call));
            }
            CarrierException error = failures.asCarrierException(cause, request, call);
            return CompletableFuture.failedFuture(worthAnother(error, request, call, attempt));
        });
    }

    private RuntimeException worthAnother(
            CarrierException error, CarrierRequest request, CallContext call, int attempt) {
        Backoff backoff = transport.limits().backoff();
        if (!request.isRead() || !error.retryable() || attempt > backoff.retries() || transport.isClosed()) {
            return error;
        }
        Duration delay = backoff.delay(attempt, error.retryAfter());
        boolean inTime = transport.clock().instant().plus(delay).isBefore(call.deadline());
        return inTime ? new TryAgain(error, delay) : error;
    }

    private CompletableFuture<CarrierResponse> authorised(
            CarrierRequest request, CallContext call, Sending sending, boolean mayRenew) {
        if (authorization == null) {
            return exchange(request, null, call, sending).thenCompose(response -> classify(request, response, null));
        }
        CompletableFuture<Authorization.Header> authorised = inTime(authorization.header(call), request, call)
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(new NoAuthorization(Failures.unwrapped(failure))));
        return authorised.thenCompose(header -> exchange(request, header, call, sending)
                .thenCompose(response -> {
                    if (response.status() == 401 && mayRenew && authorization.refused(header)) {
                        sending.sent = false;
                        return authorised(request, call, sending, false);
                    }
                    return classify(request, response, header);
                }));
    }

    private CompletableFuture<CarrierResponse> exchange(
            CarrierRequest request, Authorization.@Nullable Header header, CallContext call, Sending sending) {
        return wire.send(request, header, call, () -> sending.sent = true);
    }

    /** A token that another call fetches may take longer than this call has. */
    private <T> CompletableFuture<T> inTime(CompletableFuture<T> future, CarrierRequest request, CallContext call) {
        if (future.isDone()) {
            return future;
        }
        Duration left = Duration.between(transport.clock().instant(), call.deadline());
        return transport.cancelAfter(future.copy(), left).exceptionallyCompose(failure -> {
            Throwable cause = Failures.unwrapped(failure);
            return CompletableFuture.failedFuture(
                    cause instanceof CancellationException ? failures.tooLate(request, call, left) : cause);
        });
    }

    private CompletableFuture<CarrierResponse> classify(
            CarrierRequest request, CarrierResponse response, Authorization.@Nullable Header header) {
        if (response.isSuccess()) {
            return CompletableFuture.completedFuture(response);
        }
        ErrorCode code = HttpStatusErrors.code(request, response);
        ErrorDetails.Builder guess =
                HttpStatusErrors.guess(code, response, transport.clock().instant());
        ErrorDetails.Builder error = errors.read(response, guess);
        if (header != null) {
            error.without(Attempt.proof(header));
        }
        return CompletableFuture.failedFuture(error.toException());
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = Failures.unwrapped(failure);
        return cause instanceof TryAgain again ? again.error : cause;
    }

    /** Collects what one door needs; not safe for use by several threads. */
    public static final class Builder {
        private final HttpTransport transport;
        private final String carrier;
        private final String connection;
        private @Nullable URI baseUri;
        private @Nullable Authorization authorization;
        private ErrorReader errors = ErrorReader.byStatus();

        private Builder(HttpTransport transport, String carrier, String connection) {
            this.transport = transport;
            this.carrier = carrier;
            this.connection = connection;
        }

        /** Where the carrier's API begins; required. */
        public Builder baseUri(URI uri) {
            this.baseUri = uri;
            return this;
        }

        /** How requests are authorised; not at all where not set. */
        public Builder authorization(Authorization value) {
            this.authorization = value;
            return this;
        }

        /** How the carrier says no; by HTTP status alone where not set. */
        public Builder errors(ErrorReader reader) {
            this.errors = reader;
            return this;
        }

        public CarrierHttp build() {
            if (baseUri == null) {
                throw new IllegalStateException("baseUri is required");
            }
            return new CarrierHttp(this, baseUri);
        }
    }
}
