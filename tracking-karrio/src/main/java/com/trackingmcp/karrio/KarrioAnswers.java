package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Page;
import com.trackingmcp.spi.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made of answers in the same way, whatever was asked. Stateless. */
final class KarrioAnswers {
    /** How many are asked for at once where all are wanted. */
    static final int PART = 100;

    private static final int NOT_FOUND = 404;
    private static final Set<ErrorCode> MAY_MEAN_UNKNOWN =
            Set.of(ErrorCode.REQUEST_REFUSED, ErrorCode.DOCUMENT_NOT_FOUND, ErrorCode.OBJECT_NOT_FOUND);

    private KarrioAnswers() {}

    /** The answer; where Karrio itself says that it knows no such thing, {@link ErrorCode#OBJECT_NOT_FOUND}. */
    static <T> CompletableFuture<T> known(String what, String id, CompletableFuture<T> answer) {
        return refused(
                answer,
                error -> error.httpStatus().orElse(0) == NOT_FOUND
                                && error.carrierCode().isPresent()
                                && MAY_MEAN_UNKNOWN.contains(error.code())
                        ? unknown(error.toBuilder(ErrorCode.OBJECT_NOT_FOUND), what, id)
                        : error.toBuilder());
    }

    /** Tells what is not known. */
    static ErrorDetails.Builder unknown(ErrorDetails.Builder error, String what, String id) {
        return error.argument("what", what).subject(id);
    }

    /** The answer; where it was refused, the error that is made of it. */
    static <T> CompletableFuture<T> refused(
            CompletableFuture<T> answer, Function<ErrorDetails, ErrorDetails.Builder> told) {
        return answer.exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            return CompletableFuture.failedFuture(told.apply(error.details()).toException(error.getCause()));
        });
    }

    /**
     * The answer; where it was lost or cannot be read, what is found of it at the server. Where nothing is found, or nothing
     * can be asked, it is told as lost.
     */
    static <T> CompletableFuture<T> orFound(
            CompletableFuture<T> answer, Supplier<CompletableFuture<Optional<T>>> lookup) {
        return answer.exceptionallyCompose(failure -> {
            CarrierException error = KarrioErrors.ofDeed(failure);
            return error.code() == ErrorCode.OUTCOME_UNKNOWN || error.code() == ErrorCode.MALFORMED_RESPONSE
                    ? lookup.get()
                            .exceptionally(notAsked -> Optional.empty())
                            .thenApply(found -> found.orElseThrow(() -> error))
                    : CompletableFuture.failedFuture(error);
        });
    }

    /** All of a list, part by part; the argument is how many come before the part. */
    static <T> CompletableFuture<List<T>> all(IntFunction<CompletableFuture<Page<T>>> part) {
        return all(part, new ArrayList<>(), 0);
    }

    private static <T> CompletableFuture<List<T>> all(
            IntFunction<CompletableFuture<Page<T>>> part, List<T> found, int offset) {
        return part.apply(offset).thenCompose(page -> {
            found.addAll(page.items());
            return page.hasMore()
                    ? all(part, found, offset + page.items().size())
                    : CompletableFuture.completedFuture(List.copyOf(found));
        });
    }

    /** A time of which Karrio told the offset. */
    static Optional<Instant> instant(@Nullable String time) {
        return WireTime.parse(time).flatMap(CarrierTime::instant);
    }
}
