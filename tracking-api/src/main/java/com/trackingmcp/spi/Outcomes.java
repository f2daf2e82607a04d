package com.trackingmcp.spi;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Turns futures into outcomes, so that one failure never costs the others. Stateless. */
public final class Outcomes {
    private Outcomes() {}

    /** A future that never fails: its failure becomes the outcome. */
    public static <T> CompletableFuture<Outcome<T>> settle(CompletableFuture<T> future) {
        return future.handle((value, failure) ->
                failure == null ? Outcome.success(value) : Outcome.failure(carrierException(failure)));
    }

    /** One outcome per future, in their order. */
    public static <T> CompletableFuture<List<Outcome<T>>> gather(List<CompletableFuture<T>> futures) {
        List<CompletableFuture<Outcome<T>>> settled =
                futures.stream().map(Outcomes::settle).toList();
        return CompletableFuture.allOf(settled.toArray(CompletableFuture[]::new))
                .thenApply(done -> settled.stream().map(CompletableFuture::join).toList());
    }

    /** The reason a future failed, as this library's exception; a defect becomes {@link ErrorCode#UNEXPECTED}. */
    public static CarrierException carrierException(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CarrierException error) {
            return error;
        }
        return ErrorDetails.builder(ErrorCode.UNEXPECTED)
                .argument("reason", cause.getClass().getSimpleName())
                .toException(cause);
    }
}
