package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** One verb at one connection, for one call. Safe for use by many threads. */
final class Clerk<C extends Capability> {
    private final Verb<C> verb;
    private final Carrier carrier;
    private final HttpTransport transport;
    private final CallContext call;

    Clerk(Verb<C> verb, Carrier carrier, HttpTransport transport, CallContext call) {
        this.verb = verb;
        this.carrier = carrier;
        this.transport = transport;
        this.call = call;
    }

    Carrier carrier() {
        return carrier;
    }

    /** Has the module tell what it needs; a module that fails here has sent nothing. */
    void check(BiConsumer<C, RequestCheck> own, RequestCheck check) {
        try {
            own.accept(verb.of(carrier), check);
        } catch (RuntimeException | LinkageError e) {
            throw Modules.named(carrier, verb.operation(), e);
        }
    }

    /** Refuses a request in which anything was found. */
    void refuse(RequestCheck check) {
        check.refusal(code -> fault(code).correlationId(call.correlationId())).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The same where it is not clear who would do it. */
    void refuseForAll(RequestCheck check) {
        refuse(check, verb.operation(), call);
    }

    /** The same for a verb that is done by many. */
    static void refuse(RequestCheck check, String operation, CallContext call) {
        check.refusal(code -> ErrorDetails.builder(code).operation(operation).correlationId(call.correlationId()))
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /** Starts an error of this verb at this connection. */
    ErrorDetails.Builder fault(ErrorCode code) {
        return Modules.fault(carrier, verb.operation(), code);
    }

    /** Asks what changes nothing. */
    <T> CompletableFuture<T> ask(Function<C, CompletableFuture<T>> question) {
        return Modules.call(transport, carrier, verb.operation(), call, () -> question.apply(verb.of(carrier)));
    }

    /** Has the module tell what takes no request. */
    <T> T now(Function<C, T> question) {
        try {
            return question.apply(verb.of(carrier));
        } catch (RuntimeException | LinkageError e) {
            throw Modules.named(carrier, verb.operation(), e);
        }
    }

    /**
     * Has done what may be done at most once. When nobody waits for it any more, what was not sent yet is withdrawn; what is
     * on its way is not called back, and who stops waiting is told what to look for.
     *
     * @param reference what to look for, should the answer be lost
     */
    <T> Pending<T> once(String reference, Function<C, CompletableFuture<T>> deed) {
        CompletableFuture<T> answer = Modules.callToBuy(
                        transport, carrier, verb.operation(), call, () -> deed.apply(verb.of(carrier)))
                .exceptionally(failure -> {
                    throw unlessUnclear(failure, reference, call);
                });
        return underWay(answer, reference);
    }

    /** Who stops waiting is told that it was withdrawn, where it was; else what to look for, for it goes on. */
    <T> Pending<T> underWay(CompletableFuture<T> answer, String reference) {
        return new Pending<>(answer, call::cancel, () -> {
            if (answer.isDone()) {
                return Outcomes.settle(answer).join().orElseThrow();
            }
            throw fault(call.isWithdrawn() ? ErrorCode.CALL_CANCELLED : ErrorCode.OUTCOME_UNKNOWN)
                    .correlationId(call.correlationId())
                    .reference(reference)
                    .toException();
        });
    }

    /**
     * Whoever cannot read the answer to a deed, or fails in some unforeseen way, may have done it: unless the deed was never
     * sent.
     */
    static CarrierException unlessUnclear(Throwable failure, String reference, CallContext call) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean unclear = error.code() == ErrorCode.OUTCOME_UNKNOWN
                || error.code() == ErrorCode.MALFORMED_RESPONSE
                || error.code() == ErrorCode.UNEXPECTED;
        if (!unclear || call.isUnsent() && error.code() != ErrorCode.OUTCOME_UNKNOWN) {
            return error;
        }
        ErrorDetails.Builder details = error.details().toBuilder(ErrorCode.OUTCOME_UNKNOWN)
                .retryable(false)
                .reference(error.reference().orElse(reference));
        return CarrierException.of(details.build(), error.getCause() == null ? error : error.getCause());
    }
}
