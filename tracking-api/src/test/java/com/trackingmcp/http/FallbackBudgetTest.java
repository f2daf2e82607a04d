package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.QuotaStorage.Budget;
import com.trackingmcp.http.QuotaStorage.Permit;
import com.trackingmcp.observe.QuotaStatus;
import com.trackingmcp.support.CapturedLog;
import com.trackingmcp.support.ManualTimer;
import com.trackingmcp.support.TestClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A storage that is down stops no call. */
class FallbackBudgetTest {
    private final TestClock clock = new TestClock();
    private final ManualTimer timer = new ManualTimer(clock);
    private final Distant distant = new Distant();
    private final Budget own = QuotaStorage.inMemory(clock).budget("parcelpost", "track", Quota.parse("1/5s"));
    private final QuotaGate gate =
            new QuotaGate(clock, timer, new FallbackBudget(distant, own, "parcelpost track", clock, timer));
    private final List<String> sent = new ArrayList<>();

    /** A budget elsewhere that answers as the test wants. */
    private static final class Distant implements Budget {
        private Supplier<CompletableFuture<Permit>> answer = CompletableFuture::new;
        private int takes;
        private int looks;
        private int givenBack;

        @Override
        public CompletableFuture<Permit> take(Duration longestWait) {
            takes++;
            return answer.get();
        }

        @Override
        public CompletableFuture<Permit> estimate(long permits, Duration idle) {
            return answer.get();
        }

        @Override
        public void redeem() {
            // nothing is kept here
        }

        @Override
        public void giveBack() {
            givenBack++;
        }

        @Override
        public CompletableFuture<List<QuotaStatus.Window>> remaining() {
            looks++;
            return answer.get().thenApply(permit -> List.of());
        }
    }

    private void ask(String name) {
        gate.admit(
                        clock.instant().plusSeconds(30),
                        () -> ErrorDetails.builder(ErrorCode.RATE_LIMITED).carrier("parcelpost"))
                .thenRun(() -> sent.add(name + "@"
                        + Duration.between(TestClock.START, clock.instant()).toSeconds()));
    }

    @Test
    void anAnswerIsWaitedForTwoSecondsAndThenThisProcessCounts() {
        ask("a");
        ask("b");
        timer.advance(Duration.ofMillis(1_999));
        assertThat(sent).isEmpty();
        timer.advance(Duration.ofSeconds(6));
        assertThat(sent).containsExactly("a@2", "b@7");
        assertThat(distant.takes).isEqualTo(1);
    }

    @Test
    void onceItIsKnownToBeDownNobodyWaitsForIt() {
        ask("a");
        timer.advance(Duration.ofSeconds(8));
        ask("b");
        assertThat(sent).containsExactly("a@2", "b@8");
        assertThat(gate.status("parcelpost", "track").join().windows())
                .containsExactly(new QuotaStatus.Window(1, Duration.ofSeconds(5), 0));
    }

    @Test
    void aFailureCostsNoWaitAtAll() {
        distant.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("test-storage is down"));
        ask("a");
        assertThat(sent).containsExactly("a@0");
    }

    @Test
    void neitherDoesAnException() {
        distant.answer = () -> {
            throw new IllegalStateException("test-storage is down");
        };
        ask("a");
        ask("b");
        timer.advance(Duration.ofSeconds(5));
        assertThat(sent).containsExactly("a@0", "b@5");
    }

    @Test
    void whatComesTooLateIsGivenBackInItsTime() {
        CompletableFuture<Permit> late = new CompletableFuture<>();
        distant.answer = () -> late;
        ask("a");
        timer.advance(Duration.ofSeconds(3));
        late.complete(Permit.later(Duration.ofSeconds(4)));
        timer.advance(Duration.ofMillis(3_999));
        assertThat(distant.givenBack).isZero();
        timer.advance(Duration.ofMillis(1));
        assertThat(distant.givenBack).isEqualTo(1);
        assertThat(sent).containsExactly("a@2");
    }

    @Test
    void whatThisProcessLetOutIsGivenBackToIt() {
        ask("a");
        timer.advance(Duration.ofSeconds(2));
        gate.giveBack();
        ask("b");
        assertThat(sent).containsExactly("a@2", "b@2");
        assertThat(distant.givenBack).isZero();
    }

    @Test
    void itIsLookedAfterEveryTenSecondsAndCountsAgainOnceItAnswers() {
        ask("a");
        timer.advance(Duration.ofSeconds(12));
        ask("b");
        assertThat(distant.looks).isEqualTo(1);
        distant.answer = () -> CompletableFuture.completedFuture(Permit.now());
        timer.advance(Duration.ofSeconds(9));
        ask("c");
        assertThat(distant.looks).isEqualTo(1);
        timer.advance(Duration.ofSeconds(1));
        ask("d");
        ask("e");
        assertThat(distant.looks).isEqualTo(2);
        assertThat(distant.takes).as("the first, and since it answers again").isEqualTo(3);
        assertThat(sent).containsExactly("a@2", "b@12", "c@21", "d@22", "e@22");
    }

    @Test
    void everyDoorHasOneToFallBackOn() {
        distant.answer = () -> CompletableFuture.failedFuture(new IllegalStateException("test-storage is down"));
        HttpTransport.Limits limits = new HttpTransport.Limits(
                Duration.ofSeconds(30), 1_000, new Backoff(0, Duration.ZERO, () -> 0), Duration.ZERO);
        try (HttpTransport transport = new HttpTransport(
                HttpClient.newHttpClient(), clock, limits, (connection, api, quota) -> distant, event -> {})) {
            CarrierHttp door = CarrierHttp.builder(transport, "parcelpost", "parcelpost")
                    .baseUri(URI.create("http://127.0.0.1"))
                    .quota(Quota.parse("9/day"))
                    .build();
            assertThat(door.quotaStatus().orElseThrow().windows())
                    .containsExactly(new QuotaStatus.Window(9, Duration.ofDays(1), 9));
        }
    }

    @Test
    void theLogTellsOnceThatItIsDownAndOnceThatItIsBack() {
        try (CapturedLog log = CapturedLog.open()) {
            ask("a");
            ask("b");
            timer.advance(Duration.ofSeconds(12));
            distant.answer = () -> CompletableFuture.completedFuture(Permit.now());
            ask("c");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains(QuotaStorage.class.getName()))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("WARN")
                                    .contains("parcelpost track")
                                    .contains("no answer within PT2S"),
                            line -> assertThat(line).startsWith("INFO").contains("answers again"));
        }
    }
}
