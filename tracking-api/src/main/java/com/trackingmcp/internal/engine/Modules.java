package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.Outcomes;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls into carrier modules. A module may be anybody's: whatever it does (throw, answer null, come in a version that
 * does not fit), its failure is its own and costs no other carrier's answer. Stateless.
 */
final class Modules {
    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private Modules() {}

    /** The module's answer; fails with an error that names the connection. */
    static <T> CompletableFuture<T> call(Carrier carrier, String operation, Supplier<CompletableFuture<T>> verb) {
        CompletableFuture<T> answer;
        try {
            answer = Objects.requireNonNull(verb.get(), "no future");
        } catch (Throwable e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((value, failure) -> {
            if (failure != null) {
                throw named(carrier, operation, failure);
            }
            if (value == null) {
                throw fault(carrier, operation, "the carrier module answered null");
            }
            return value;
        });
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

    static CarrierException fault(Carrier carrier, String operation, String reason) {
        return ErrorDetails.builder(ErrorCode.UNEXPECTED)
                .carrier(carrier.profile().carrier())
                .connection(Connections.id(carrier))
                .operation(operation)
                .argument("reason", reason)
                .toException();
    }
}
