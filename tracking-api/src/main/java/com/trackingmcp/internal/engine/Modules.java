package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.Outcomes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls into carrier modules. A module may be anybody's: whatever it does (throw, answer null or never, come in a version
 * that does not fit), its failure is its own and costs no other carrier's answer. Stateless.
 */
final class Modules {
    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    /** A module that keeps to the deadline says more of what was late than can be said for it: so it may be late itself. */
    static final Duration GRACE = Duration.ofSeconds(1);

    private Modules() {}

    /** What a module's future came to: a value that may be null all the same, or a failure. */
    private record Answer<T>(@Nullable T value, @Nullable Throwable failure) {}

    /**
     * The module's answer, waited for until the call's deadline and a little longer; fails with an error that names the
     * connection.
     */
    static <T> CompletableFuture<T> call(
            HttpTransport transport,
            Carrier carrier,
            String operation,
            CallContext call,
            Supplier<CompletableFuture<T>> verb) {
        return call(transport, carrier, operation, call, verb, (asked, left) -> {
            ErrorCode code = transport.isClosed() ? ErrorCode.CLIENT_CLOSED : ErrorCode.DEADLINE_EXCEEDED;
            throw unanswered(carrier, operation, call, left, code);
        });
    }

    /**
     * The same for what buys or books: where the module does not answer it may have done so; but what it has not sent yet
     * is withdrawn then, and did not happen.
     */
    static <T> CompletableFuture<T> callToBuy(
            HttpTransport transport,
            Carrier carrier,
            String operation,
            CallContext call,
            Supplier<CompletableFuture<T>> verb) {
        return call(transport, carrier, operation, call, verb, (asked, left) -> {
            call.cancel();
            if (call.isWithdrawn()) {
                ErrorCode code = transport.isClosed() ? ErrorCode.CLIENT_CLOSED : ErrorCode.DEADLINE_EXCEEDED;
                throw unanswered(carrier, operation, call, left, code);
            }
            if (asked.isDone()) {
                return asked.join();
            }
            throw unanswered(carrier, operation, call, left, ErrorCode.OUTCOME_UNKNOWN);
        });
    }

    /** What it comes to that a module has not answered in time, or not by the time the client was closed. */
    private interface Unanswered<T> {
        T told(CompletableFuture<T> asked, Duration left);
    }

    private static <T> CompletableFuture<T> call(
            HttpTransport transport,
            Carrier carrier,
            String operation,
            CallContext call,
            Supplier<CompletableFuture<T>> verb,
            Unanswered<T> unanswered) {
        CompletableFuture<T> future;
        try {
            future = Objects.requireNonNull(verb.get(), "no future");
        } catch (Throwable e) {
            future = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<T> asked = future;
        CompletableFuture<Answer<T>> answer = asked.handle((value, failure) -> new Answer<>(value, failure));
        Duration left = Duration.between(transport.clock().instant(), call.deadline());
        if (!answer.isDone()) {
            transport.bounded(answer, (left.isNegative() ? Duration.ZERO : left).plus(GRACE));
        }
        return answer.handle((done, late) -> {
            if (late != null) {
                return unanswered.told(asked, left);
            }
            if (done.failure() != null) {
                throw named(carrier, operation, done.failure());
            }
            if (done.value() == null) {
                throw fault(carrier, operation, "the carrier module answered null");
            }
            return done.value();
        });
    }

    private static CarrierException unanswered(
            Carrier carrier, String operation, CallContext call, Duration left, ErrorCode code) {
        return fault(carrier, operation, code)
                .correlationId(call.correlationId())
                .retryable(code == ErrorCode.DEADLINE_EXCEEDED)
                .argument("deadline", left.toString())
                .toException();
    }

    /** Whether a number is the carrier's; a module that cannot tell does not claim it. */
    static NumberMatch match(Carrier carrier, TrackingNumber number) {
        return match(Connections.id(carrier), () -> carrier.match(number));
    }

    /** The same for a module that is not connected. */
    static NumberMatch match(CarrierProvider provider, TrackingNumber number) {
        return match(provider.carrierId(), () -> provider.match(number));
    }

    private static NumberMatch match(String id, Supplier<NumberMatch> match) {
        try {
            return Objects.requireNonNull(match.get(), "no match");
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("{} cannot tell whether a number is its own", id, e);
            return NumberMatch.none();
        }
    }

    /** The failure as an error that names the connection, where it does not do so already. */
    static CarrierException named(Carrier carrier, String operation, Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        ErrorDetails details = error.details();
        if (details.carrier().isPresent()) {
            return error;
        }
        ErrorDetails.Builder named = details.toBuilder()
                .carrier(carrier.profile().carrier())
                .connection(Connections.id(carrier))
                .operation(details.operation().orElse(operation));
        return CarrierException.of(named.build(), error.getCause() == null ? error : error.getCause());
    }

    /** The error as one that names the number, where it does not do so already. */
    static CarrierException about(TrackingNumber number, CarrierException error) {
        if (error.details().subject().isPresent()) {
            return error;
        }
        ErrorDetails details =
                error.details().toBuilder().subject(number.value()).build();
        return CarrierException.of(details, error.getCause() == null ? error : error.getCause());
    }

    static CarrierException fault(Carrier carrier, String operation, String reason) {
        return fault(carrier, operation, ErrorCode.UNEXPECTED)
                .argument("reason", reason)
                .toException();
    }

    /** Starts an error of a connection. */
    static ErrorDetails.Builder fault(Carrier carrier, String operation, ErrorCode code) {
        return ErrorDetails.builder(code)
                .carrier(carrier.profile().carrier())
                .connection(Connections.id(carrier))
                .operation(operation);
    }
}
