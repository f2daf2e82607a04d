package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.spi.Outcomes;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An answer to come, and what to do when nobody waits for it any more. Safe for use by many threads.
 *
 * @param answer completed on a thread that must not be kept: the one that reads the network
 * @param cancel gives up what only this answer needs
 * @param givenUp what a caller gets who stopped waiting, asked for after {@code cancel}: an answer, or an error it throws
 */
public record Pending<T>(CompletableFuture<T> answer, Runnable cancel, Supplier<? extends T> givenUp) {
    /** The pool futures run on by default, also where it has one thread only: not a thread for each answer. */
    private static final Executor CALLBACKS = ForkJoinPool.getCommonPoolParallelism() > 0
            ? ForkJoinPool.commonPool()
            : new CompletableFuture<Void>().defaultExecutor();

    /** An answer that nothing is lost with when nobody waits for it any more. */
    public Pending(CompletableFuture<T> answer, Runnable cancel) {
        this(answer, cancel, () -> {
            throw cancelled();
        });
    }

    /**
     * What is begun once something else is there. Who stops waiting before that has it begun no more; who does so while it is
     * being begun is told what came of it.
     *
     * @param first never fails
     * @param call the call of both
     */
    public static <T> Pending<T> after(CompletableFuture<?> first, CallContext call, Supplier<Pending<T>> then) {
        CompletableFuture<Pending<T>> begun = new CompletableFuture<>();
        AtomicBoolean decided = new AtomicBoolean();
        CompletableFuture<T> answer = first.thenComposeAsync(
                there -> {
                    if (call.isCancelled() || !decided.compareAndSet(false, true)) {
                        throw cancelled();
                    }
                    begin(begun, then);
                    return begun.thenCompose(Pending::answer);
                },
                CALLBACKS);
        Runnable cancel = () -> {
            call.cancel();
            if (decided.compareAndSet(false, true)) {
                begun.completeExceptionally(cancelled());
            } else {
                begun.thenAccept(next -> next.cancel().run());
            }
        };
        return new Pending<>(answer, cancel, () -> {
            try {
                return begun.join().givenUp().get();
            } catch (CompletionException notBegun) {
                throw Outcomes.carrierException(notBegun);
            }
        });
    }

    private static <T> void begin(CompletableFuture<Pending<T>> begun, Supplier<Pending<T>> then) {
        try {
            begun.complete(then.get());
        } catch (RuntimeException | Error e) {
            begun.completeExceptionally(e);
        }
    }

    /** The same answer in another form. */
    public <R> Pending<R> map(Function<? super T, ? extends R> change) {
        return new Pending<>(answer.thenApply(change), cancel, () -> change.apply(givenUp.get()));
    }

    /**
     * Waits for the answer.
     *
     * @throws CarrierException as the answer failed; as given up, such as with {@link ErrorCode#CALL_CANCELLED}, where
     *     the thread is interrupted, which it still is afterwards
     */
    public T await() {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            cancel.run();
            Thread.currentThread().interrupt();
            return givenUp.get();
        } catch (CancellationException e) {
            return givenUp.get();
        } catch (ExecutionException e) {
            throw Outcomes.carrierException(e);
        }
    }

    private static CarrierException cancelled() {
        return ErrorDetails.of(ErrorCode.CALL_CANCELLED).toBuilder().toException();
    }

    /**
     * The answer as a future for the caller, who may do with it as with any: what hangs on it runs on the pool that
     * futures run on by default, and cancelling it gives up what only it needs.
     */
    public CompletableFuture<T> handedOver() {
        CompletableFuture<T> callers = new CompletableFuture<>();
        if (answer.isDone()) {
            settle(callers);
            return callers;
        }
        answer.whenCompleteAsync((value, failure) -> settle(callers), CALLBACKS);
        callers.whenComplete((value, failure) -> {
            if (callers.isCancelled()) {
                cancel.run();
            }
        });
        return callers;
    }

    private void settle(CompletableFuture<T> callers) {
        try {
            callers.complete(answer.isCancelled() ? givenUp.get() : answer.join());
        } catch (RuntimeException e) {
            callers.completeExceptionally(Outcomes.carrierException(e));
        }
    }
}
