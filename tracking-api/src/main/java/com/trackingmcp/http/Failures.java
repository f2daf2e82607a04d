package com.trackingmcp.http;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;

/** What it means that no answer came, on one connection: for a read, and for what buys or books. Immutable. */
record Failures(HttpTransport transport, String carrier, String connection) {
    /** A failure without the wrapper futures put around it. */
    static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    ErrorDetails.Builder fault(ErrorCode code, String operation) {
        return ErrorDetails.builder(code)
                .carrier(carrier)
                .connection(connection)
                .operation(operation);
    }

    /**
     * No answer: whether the request may have been carried out decides what that means.
     *
     * @param late whether the time for the attempt is over: what is ended in the middle of a body looks like a broken
     *     connection
     */
    CarrierException lost(Throwable failure, CarrierRequest request, CallContext call, Duration limit, boolean late) {
        boolean neverSent = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException;
        if (request.isRead() && failure instanceof BoundedBody.UnreadableBodyException) {
            return fault(ErrorCode.MALFORMED_RESPONSE, request.operation())
                    .correlationId(call.correlationId())
                    .argument("reason", String.valueOf(failure.getMessage()))
                    .toException(failure);
        }
        if (!request.isRead() && !neverSent) {
            return fault(ErrorCode.OUTCOME_UNKNOWN, request.operation())
                    .correlationId(call.correlationId())
                    .toException(failure);
        }
        if (failure instanceof CancellationException || transport.isClosed() || late && !neverSent) {
            // closing cancels too, and breaks connections
            return transport.isClosed()
                    ? fault(ErrorCode.CLIENT_CLOSED, request.operation())
                            .correlationId(call.correlationId())
                            .toException()
                    : tooLate(request, call, limit);
        }
        return fault(ErrorCode.CARRIER_UNAVAILABLE, request.operation())
                .correlationId(call.correlationId())
                .retryable(true)
                .argument("reason", neverSent ? "no connection" : "the connection broke")
                .toException(failure);
    }

    /** A write that was on its way when the client was closed may have been carried out. */
    CarrierException closed(CarrierRequest request, CallContext call, boolean sent) {
        ErrorCode code = request.isRead() || !sent ? ErrorCode.CLIENT_CLOSED : ErrorCode.OUTCOME_UNKNOWN;
        return fault(code, request.operation())
                .correlationId(call.correlationId())
                .toException();
    }

    /**
     * Nobody waits for the answer any more, also because the client is closed; a write that was on its way may have been
     * carried out all the same.
     */
    CarrierException cancelled(CarrierRequest request, CallContext call, boolean sent) {
        if (transport.isClosed()) {
            return closed(request, call, sent);
        }
        ErrorCode code = request.isRead() || !sent ? ErrorCode.CALL_CANCELLED : ErrorCode.OUTCOME_UNKNOWN;
        return fault(code, request.operation())
                .correlationId(call.correlationId())
                .toException();
    }

    CarrierException tooLate(CarrierRequest request, CallContext call, Duration limit) {
        return fault(ErrorCode.DEADLINE_EXCEEDED, request.operation())
                .correlationId(call.correlationId())
                .retryable(true)
                .argument("deadline", (limit.isNegative() ? Duration.ZERO : limit).toString())
                .toException();
    }

    CarrierException asCarrierException(Throwable failure, CarrierRequest request, CallContext call) {
        if (failure instanceof CarrierException error) {
            return error;
        }
        return fault(ErrorCode.UNEXPECTED, request.operation())
                .correlationId(call.correlationId())
                .argument("reason", failure.getClass().getSimpleName())
                .toException(failure);
    }
}
