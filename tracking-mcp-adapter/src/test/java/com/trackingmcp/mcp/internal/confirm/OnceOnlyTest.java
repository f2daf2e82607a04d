package com.trackingmcp.mcp.internal.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.tool.MissingArgumentsException;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a thing is done once, whoever asks for it and whatever becomes of it. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnceOnlyTest {
    private final TestClock clock = TestClock.fixed(Instant.parse("2026-02-10T15:00:00Z"));
    private final OnceOnly once = new OnceOnly(clock);
    private final AtomicInteger done = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private ToolAnswer deed() {
        return ToolAnswer.of(Confirmations.done(), "did it the " + done.incrementAndGet() + ". time");
    }

    private static Supplier<ToolAnswer> fails(ErrorCode code) {
        return () -> {
            throw ErrorDetails.builder(code).argument("carrier", "test").toException();
        };
    }

    @Test
    void either_key_answers_the_first_result() {
        once.run(List.of("a", "b"), "s", this::deed);
        assertThat(once.run(List.of("0", "b"), "s", this::deed).text()).contains("Done before", "1. time");
        assertThat(once.before(List.of("0"), "s").orElseThrow().text()).containsOnlyOnce("Done before");
        assertThat(done).hasValue(1);
    }

    @Test
    void a_key_for_something_else_is_refused_and_takes_no_other_key_with_it() {
        once.run(List.of("own\nb"), "s", this::deed);
        assertThatThrownBy(() -> once.run(List.of("a", "own\nb"), "other", this::deed))
                .hasMessageContaining("idempotency_key");
        assertThatThrownBy(() -> once.before(List.of("own\nb"), "other")).hasMessageContaining("idempotency_key");
        once.run(List.of("a"), "other", this::deed);
        assertThat(done).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"REQUEST_REFUSED", "CALL_CANCELLED", "RATE_LIMITED", "QUOTE_GONE", "CARRIER_UNAVAILABLE"})
    void what_surely_did_not_happen_may_be_tried_again(ErrorCode code) {
        assertThatThrownBy(() -> once.run(List.of("a"), "s", fails(code))).isInstanceOf(CarrierException.class);
        assertThat(once.before(List.of("a"), "s")).isEmpty();
        once.run(List.of("a"), "s", this::deed);
        assertThat(done).hasValue(1);
    }

    @Test
    void what_was_missing_may_be_added() {
        CarrierException refusal =
                ErrorDetails.of(ErrorCode.MISSING_REQUIRED_FIELDS).toBuilder().toException();
        assertThatThrownBy(() -> once.run(List.of("a"), "s", () -> {
                    throw new MissingArgumentsException(List.of(), refusal);
                }))
                .isInstanceOf(MissingArgumentsException.class);
        once.run(List.of("a"), "s", this::deed);
        assertThat(done).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"OUTCOME_UNKNOWN", "UNEXPECTED"})
    void what_may_have_happened_is_not_tried_again(ErrorCode code) {
        assertThatThrownBy(() -> once.run(List.of("a"), "s", fails(code))).isInstanceOf(CarrierException.class);
        CarrierException again =
                catchThrowableOfType(CarrierException.class, () -> once.run(List.of("a"), "s", this::deed));
        assertThat(again.code()).isEqualTo(code);
        assertThat(done).hasValue(0);
    }

    @Test
    void a_failure_of_the_server_itself_may_have_come_after_the_deed() {
        assertThatThrownBy(() -> once.run(List.of("a"), "s", () -> {
                    throw new IllegalStateException("test");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> once.before(List.of("a"), "s")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_finds_it_under_way_waits_for_its_end_and_does_nothing_where_it_fails() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<ToolAnswer> first = threads.submit(() -> once.run(List.of("a"), "s", () -> {
            begun.countDown();
            awaited(mayEnd);
            return fails(ErrorCode.REQUEST_REFUSED).get();
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Future<?> second = threads.submit(() -> once.before(List.of("a"), "s"));
        // forgetting is for what has ended
        clock.advance(Duration.ofDays(2));
        mayEnd.countDown();
        assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
        try {
            assertThat(second.get()).isEqualTo(java.util.Optional.empty());
        } catch (ExecutionException alsoFailed) {
            assertThat(alsoFailed).hasCauseInstanceOf(CarrierException.class);
        }
        assertThat(done).hasValue(0);
    }

    @Test
    void who_waits_and_is_interrupted_is_told_and_the_deed_goes_on() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<ToolAnswer> first = threads.submit(() -> once.run(List.of("a"), "s", () -> {
            begun.countDown();
            awaited(mayEnd);
            return deed();
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread.currentThread().interrupt();
        CarrierException told =
                catchThrowableOfType(CarrierException.class, () -> once.run(List.of("a", "b"), "s", this::deed));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.code()).isEqualTo(ErrorCode.CALL_CANCELLED);
        mayEnd.countDown();
        assertThat(first.get().text()).contains("1. time");
        assertThat(done).hasValue(1);
    }

    @Test
    void many_that_share_keys_in_any_order_neither_stop_each_other_nor_do_it_twice() throws Exception {
        List<Future<ToolAnswer>> answers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 32; i++) {
            List<String> keys = List.of("z" + i % 3, "shared", "a" + i % 5);
            answers.add(threads.submit(() -> {
                awaited(start);
                return once.run(keys, "s", this::deed);
            }));
        }
        start.countDown();
        for (Future<ToolAnswer> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).text()).contains("1. time");
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void it_is_forgotten_after_a_day() {
        once.run(List.of("a"), "s", this::deed);
        clock.advance(Duration.ofHours(23));
        assertThat(once.before(List.of("a"), "s")).isPresent();
        clock.advance(Duration.ofHours(2));
        assertThat(once.before(List.of("a"), "s")).isEmpty();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
