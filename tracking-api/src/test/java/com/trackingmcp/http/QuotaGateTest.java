package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.http.QuotaStorage.Budget;
import com.trackingmcp.http.QuotaStorage.Permit;
import com.trackingmcp.observe.QuotaStatus;
import com.trackingmcp.support.ManualTimer;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuotaGateTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final ManualTimer timer = new ManualTimer(clock);
    private final List<String> sent = new ArrayList<>();

    private Budget budget(String quota) {
        return QuotaStorage.inMemory(clock).budget("parcelpost", "track", Quota.parse(quota));
    }

    private QuotaGate gate(String quota) {
        return new QuotaGate(clock, timer, budget(quota));
    }

    /** A request that writes down when it goes out. */
    private CompletableFuture<Void> ask(QuotaGate gate, String name, Duration deadline) {
        CompletableFuture<Void> admitted = gate.admit(
                clock.instant().plus(deadline),
                () -> ErrorDetails.builder(ErrorCode.RATE_LIMITED)
                        .carrier("parcelpost")
                        .operation("track"));
        admitted.thenRun(() -> sent.add(name + "@" + seconds()));
        return admitted;
    }

    private CompletableFuture<Void> ask(QuotaGate gate, String name) {
        return ask(gate, name, DEADLINE);
    }

    private String seconds() {
        double seconds = Duration.between(TestClock.START, clock.instant()).toMillis() / 1_000.0;
        return Double.toString(seconds).replaceAll("\\.0$", "");
    }

    private static CarrierException refusal(CompletableFuture<Void> admitted) {
        assertThat(admitted).isCompletedExceptionally();
        return (CarrierException) admitted.handle((nothing, failure) -> failure).join();
    }

    @Test
    void whatIsBeyondTheQuotaWaitsInItsOrder() {
        QuotaGate gate = gate("1/5s");
        for (String name : List.of("a", "b", "c")) {
            ask(gate, name);
        }
        assertThat(sent).containsExactly("a@0");
        assertThat(gate.waiting()).isEqualTo(2);

        timer.advance(Duration.ofSeconds(60));
        assertThat(sent).containsExactly("a@0", "b@5", "c@10");
        assertThat(timer.pending()).isZero();
    }

    @Test
    void nobodyOvertakesThoseWhoWait() {
        QuotaGate gate = gate("1/5s");
        ask(gate, "a");
        ask(gate, "b");
        clock.advance(Duration.ofSeconds(5)); // the timer is late
        ask(gate, "c");
        assertThat(sent).containsExactly("a@0", "b@5");
        timer.advance(Duration.ofSeconds(60));
        assertThat(sent).containsExactly("a@0", "b@5", "c@10");
    }

    @Test
    void whatCannotGoOutInTimeFailsAtOnceAndSaysWhenItCould() {
        QuotaGate gate = gate("250/day, 1/5s");
        for (int i = 0; i < 7; i++) {
            assertThat(ask(gate, "r" + i)).isNotCompletedExceptionally();
        }
        CarrierException error = refusal(ask(gate, "late"));

        assertThat(error).isInstanceOf(RateLimitedException.class);
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(35));
        assertThat(error.httpStatus()).isEmpty();
        assertThat(error.carrier()).contains("parcelpost");
        assertThat(error).hasMessageContaining("this client's own quota of 1/5s is used up");
        timer.advance(DEADLINE);
        assertThat(sent).hasSize(7).endsWith("r6@30");
    }

    @Test
    void theFirstToWaitIsRefusedTheSameWay() {
        QuotaGate gate = gate("1/day");
        ask(gate, "a");
        CarrierException error = refusal(ask(gate, "b"));
        assertThat(error.retryAfter()).contains(Duration.ofHours(14));
        assertThat(error).hasMessageContaining("own quota of 1/day");
    }

    @Test
    void anImpatientCallerIsRefusedWhileAPatientOneWaits() {
        QuotaGate gate = gate("1/5s");
        ask(gate, "a");
        ask(gate, "b");
        assertThat(refusal(ask(gate, "impatient", Duration.ofSeconds(9))).retryAfter())
                .contains(Duration.ofSeconds(10));
        ask(gate, "c", Duration.ofSeconds(10));
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@0", "b@5", "c@10");
    }

    @Test
    void whoeverLeavesFreesThePlace() {
        QuotaGate gate = gate("1/5s");
        ask(gate, "a");
        CompletableFuture<Void> leaving = ask(gate, "leaving");
        ask(gate, "b");
        leaving.cancel(false);
        assertThat(gate.waiting()).isEqualTo(1);
        ask(gate, "c");

        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@0", "b@5", "c@10");
    }

    @Test
    void whatNobodyIsLeftToUseIsGivenBack() {
        QuotaGate gate = gate("3/day, 1/5s");
        ask(gate, "a");
        ask(gate, "leaving").cancel(false);
        timer.advance(Duration.ofSeconds(60));

        assertThat(gate.status("parcelpost", "track").join().windows())
                .extracting(QuotaStatus.Window::remaining)
                .containsExactly(2L, 1L);
        ask(gate, "b");
        assertThat(sent).containsExactly("a@0", "b@60");
    }

    @Test
    void aNewcomerUsesWhatWasKeptForOneWhoLeft() {
        QuotaGate gate = gate("1/5s");
        ask(gate, "a");
        ask(gate, "leaving").cancel(false);
        timer.advance(Duration.ofSeconds(3));
        assertThat(refusal(ask(gate, "impatient", Duration.ofSeconds(1))).retryAfter())
                .contains(Duration.ofSeconds(2));
        ask(gate, "b", Duration.ofSeconds(2));
        ask(gate, "c");
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@0", "b@5", "c@10");
    }

    @Test
    void whoLeavesAtTheVeryMomentGivesBackToo() {
        QuotaGate gate = gate("8/8s"); // two at once, 7 in 8 s come back
        gate.pause(Duration.ofSeconds(20));
        CompletableFuture<Void> first = ask(gate, "a");
        CompletableFuture<Void> second = ask(gate, "b");
        first.thenRun(() -> second.cancel(false));
        timer.advance(Duration.ofSeconds(20));
        ask(gate, "c");
        ask(gate, "d");
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@20", "c@20", "d@21.142");
    }

    @Test
    void aTimerThatIsLateMakesNoTwoGoAtOnce() {
        QuotaGate gate = gate("1/5s");
        for (String name : List.of("a", "b", "c")) {
            ask(gate, name);
        }
        clock.advance(Duration.ofMillis(5_300));
        timer.advance(Duration.ZERO);
        timer.advance(Duration.ofSeconds(60));
        assertThat(sent).containsExactly("a@0", "b@5.3", "c@10.3");
    }

    @Test
    void nothingGoesOutDuringAPauseAndAfterItNoMoreThanTheQuota() {
        QuotaGate gate = gate("8/8s"); // two at once, 7 in 8 s come back
        gate.pause(Duration.ofSeconds(20));
        for (int i = 0; i < 5; i++) {
            ask(gate, "r" + i);
        }
        timer.advance(Duration.ofSeconds(19));
        assertThat(sent).isEmpty();
        timer.advance(Duration.ofSeconds(11));
        assertThat(sent).containsExactly("r0@20", "r1@20", "r2@21.142", "r3@22.285", "r4@23.428");
    }

    @Test
    void aPauseStopsThoseWhoWaitAlready() {
        QuotaGate gate = gate("1/5s");
        for (String name : List.of("a", "b", "c")) {
            ask(gate, name);
        }
        gate.pause(Duration.ofSeconds(12));
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@0", "b@12", "c@17");
    }

    @Test
    void pausesOnlyGrow() {
        QuotaGate gate = gate("unlimited");
        gate.pause(Duration.ofSeconds(10));
        gate.pause(Duration.ofSeconds(3));
        gate.pause(Duration.ZERO);
        ask(gate, "a");
        timer.advance(Duration.ofSeconds(5));
        gate.pause(Duration.ofSeconds(6));
        assertThat(gate.status("parcelpost", "track").join().pausedUntil()).contains(TestClock.START.plusSeconds(11));
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@11");
        assertThat(gate.status("parcelpost", "track").join().pausedUntil()).isEmpty();
    }

    @Test
    void whatCannotWaitForTheEndOfAPauseFailsAtOnce() {
        QuotaGate gate = gate("unlimited");
        gate.pause(Duration.ofSeconds(10));
        CompletableFuture<Void> patient = ask(gate, "patient", Duration.ofSeconds(15));
        CarrierException error = refusal(ask(gate, "late", Duration.ofSeconds(9)));
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(10));
        assertThat(error).hasMessageContaining("the carrier asked for a pause, which lasts until 2026-03-01T10:00:10Z");
        assertThat(patient).isNotDone();

        gate.pause(Duration.ofSeconds(20));
        assertThat(refusal(patient).retryAfter()).contains(Duration.ofSeconds(20));
        assertThat(gate.waiting()).isZero();
    }

    @Test
    void aLongPauseSavesNoMoreThanOneBurstAndTheRefusalKnows() {
        QuotaGate gate = gate("8/8s");
        gate.pause(Duration.ofSeconds(29));
        ask(gate, "a");
        ask(gate, "b");
        CarrierException error = refusal(ask(gate, "c"));
        assertThat(error.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(30_142), Duration.ofMillis(30_143));
        assertThat(error).hasMessageContaining("own quota of 8/8s");
    }

    @Test
    void unlimitedIsOpenAtOnceAndMakesNothing() {
        QuotaGate gate = gate("unlimited");
        CompletableFuture<Void> first = ask(gate, "a");
        assertThat(first).isCompleted();
        assertThat(ask(gate, "b")).isSameAs(first);
        gate.pause(Duration.ofSeconds(1));
        ask(gate, "c");
        timer.advance(Duration.ofSeconds(2));
        assertThat(ask(gate, "d")).isSameAs(first);
        assertThat(sent).containsExactly("a@0", "b@0", "c@1", "d@2");
    }

    @Test
    void whereThereIsRoomNothingIsScheduled() {
        QuotaGate gate = gate("100/s");
        for (int i = 0; i < 25; i++) {
            assertThat(ask(gate, "r")).isCompleted();
        }
        assertThat(timer.pending()).isZero();
        assertThat(ask(gate, "r")).isNotDone();
        assertThat(timer.pending()).isOne();
    }

    @Test
    void theQueueHasAnEnd() {
        QuotaGate gate = gate("unlimited");
        gate.pause(Duration.ofSeconds(1));
        for (int i = 0; i < QuotaGate.MOST_WAITING; i++) {
            assertThat(ask(gate, "r")).isNotDone();
        }
        assertThat(refusal(ask(gate, "r")).retryAfter()).contains(Duration.ofSeconds(1));
        timer.advance(Duration.ofSeconds(1));
        assertThat(sent).hasSize(QuotaGate.MOST_WAITING);
    }

    @Test
    void whateverHappensNoStretchOfAWindowsLengthHoldsMoreThanItsLimitAndNobodyIsForgotten() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int limit = 1 + random.nextInt(12);
            QuotaGate gate = gate(limit + "/1s");
            List<Long> times = new ArrayList<>();
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                CompletableFuture<Void> one = ask(gate, "r", Duration.ofMillis(random.nextInt(8_000)));
                one.thenRun(() -> times.add(clock.instant().toEpochMilli()));
                all.add(one);
                switch (random.nextInt(20)) {
                    case 0 -> gate.pause(Duration.ofMillis(random.nextInt(3_000)));
                    case 1, 2 -> all.get(random.nextInt(all.size())).cancel(false);
                    case 3 -> clock.advance(Duration.ofMillis(random.nextInt(500))); // the timer is late
                    case 4 -> timer.advance(Duration.ofMillis(random.nextInt(5_000)));
                    default -> timer.advance(Duration.ofMillis(random.nextInt(100)));
                }
            }
            timer.advance(Duration.ofSeconds(10));
            assertThat(all).allMatch(CompletableFuture::isDone);
            assertThat(timer.pending()).isZero();
            assertThat(times).isSorted();
            for (int i = limit; i < times.size(); i++) {
                assertThat(times.get(i) - times.get(i - limit)).isGreaterThanOrEqualTo(1_000 - 1); // in whole ms
            }
        }
    }

    /** A budget elsewhere, which answers when the test lets it. */
    private static final class DistantBudget implements Budget {
        private final Deque<CompletableFuture<Permit>> takes = new ArrayDeque<>();
        private final Deque<CompletableFuture<Permit>> estimates = new ArrayDeque<>();
        private final AtomicInteger givenBack = new AtomicInteger();
        private final AtomicInteger redeemed = new AtomicInteger();

        @Override
        public CompletableFuture<Permit> take(Duration longestWait) {
            takes.add(new CompletableFuture<>());
            return takes.peekLast();
        }

        @Override
        public CompletableFuture<Permit> estimate(long permits, Duration idle) {
            estimates.add(new CompletableFuture<>());
            return estimates.peekLast();
        }

        @Override
        public void redeem() {
            redeemed.incrementAndGet();
        }

        @Override
        public void giveBack() {
            givenBack.incrementAndGet();
        }

        @Override
        public CompletableFuture<List<QuotaStatus.Window>> remaining() {
            return CompletableFuture.completedFuture(List.of());
        }
    }

    private void answers(Queue<CompletableFuture<Permit>> asked, Permit permit) {
        asked.remove().complete(permit);
        timer.advance(Duration.ZERO);
    }

    @Test
    void aBudgetElsewhereIsAskedForOneAtATime() {
        DistantBudget budget = new DistantBudget();
        QuotaGate gate = new QuotaGate(clock, timer, budget);
        ask(gate, "a");
        ask(gate, "b");
        CompletableFuture<Void> late = ask(gate, "late");
        assertThat(budget.takes).hasSize(1);
        answers(budget.estimates, Permit.refused(Duration.ofSeconds(4), Optional.empty()));
        assertThat(budget.estimates).hasSize(1);
        answers(budget.estimates, Permit.refused(Duration.ofSeconds(40), Optional.empty()));
        assertThat(refusal(late).retryAfter()).contains(Duration.ofSeconds(40));

        answers(budget.takes, Permit.now());
        assertThat(sent).containsExactly("a@0");
        answers(budget.takes, Permit.later(Duration.ofSeconds(4)));
        timer.advance(DEADLINE);
        assertThat(sent).containsExactly("a@0", "b@4");
        assertThat(budget.takes).isEmpty();
    }

    @Test
    void whatABudgetElsewhereRefusesFailsAndTheOthersGoOn() {
        DistantBudget budget = new DistantBudget();
        QuotaGate gate = new QuotaGate(clock, timer, budget);
        CompletableFuture<Void> first = ask(gate, "a");
        ask(gate, "patient", Duration.ofSeconds(90));
        answers(budget.takes, Permit.refused(Duration.ofSeconds(40), Optional.of(Quota.Window.perDay(9))));
        assertThat(refusal(first)).hasMessageContaining("own quota of 9/day");
        answers(budget.takes, Permit.later(Duration.ofSeconds(40)));
        timer.advance(Duration.ofSeconds(40));
        assertThat(sent).containsExactly("patient@40");
    }

    @Test
    void whoLeavesWhileABudgetElsewhereIsAskedGivesBack() {
        DistantBudget budget = new DistantBudget();
        QuotaGate gate = new QuotaGate(clock, timer, budget);
        ask(gate, "a").cancel(false);
        answers(budget.takes, Permit.now());
        assertThat(budget.givenBack).hasValue(1);
        assertThat(sent).isEmpty();
    }
}
