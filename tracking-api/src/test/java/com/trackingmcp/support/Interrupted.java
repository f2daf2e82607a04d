package com.trackingmcp.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.Outcome;
import com.trackingmcp.spi.Outcomes;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A caller who is interrupted while it waits. Stateless. */
public final class Interrupted {
    private Interrupted() {}

    /** What a caller is told who is interrupted once that has happened; who gets an answer all the same stays interrupted. */
    public static <T> Outcome<T> once(CountDownLatch happened, Callable<T> question) throws Exception {
        CompletableFuture<Outcome<T>> told = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                T value = question.call();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                told.complete(Outcome.success(value));
            } catch (Throwable e) {
                told.complete(Outcome.failure(Outcomes.carrierException(e)));
            }
        });
        caller.start();
        assertThat(happened.await(5, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        return told.get(5, TimeUnit.SECONDS);
    }
}
