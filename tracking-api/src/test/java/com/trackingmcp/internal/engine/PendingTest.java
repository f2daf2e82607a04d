package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.http.CallContext;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PendingTest {
    private final CallContext call =
            new CallContext("0123456789abcdef0123456789abcdef", Instant.parse("2026-03-05T12:00:00Z"), false);
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final AtomicInteger deeds = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    /** Something that was sent, and may have been done. */
    private Pending<String> deed() {
        deeds.incrementAndGet();
        return new Pending<>(new CompletableFuture<>(), cancelled::incrementAndGet, () -> {
            throw ErrorDetails.of(ErrorCode.OUTCOME_UNKNOWN).toBuilder().toException();
        });
    }

    @Test
    void whoStopsWaitingBeforeItIsBegunHasItBegunNoMore() {
        Pending<String> pending = Pending.after(first, call, this::deed);

        pending.cancel().run();
        first.complete(null);

        assertThatThrownBy(pending.givenUp()::get)
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.CALL_CANCELLED));
        assertThatThrownBy(() -> pending.answer().get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CarrierException.class);
        assertThat(deeds).hasValue(0);
    }

    @Test
    void whoStopsWaitingWhileItIsBeingBegunIsNotToldThatNothingWasDone() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        Supplier<Pending<String>> slow = () -> {
            sending.countDown();
            try {
                sent.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return deed();
        };
        Pending<String> pending = Pending.after(first, call, slow);
        first.complete(null);
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        pending.cancel().run();
        sent.countDown();

        assertThatThrownBy(pending.givenUp()::get).isInstanceOf(OutcomeUnknownException.class);
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void whatCannotBeBegunIsToldToWhoStopsWaiting() {
        Pending<String> pending = Pending.after(first, call, () -> {
            throw ErrorDetails.of(ErrorCode.UNKNOWN_CARRIER).toBuilder().toException();
        });
        first.complete(null);

        assertThatThrownBy(pending::await)
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.UNKNOWN_CARRIER));
    }
}
