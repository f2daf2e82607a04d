package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.reliability.HandMadeHttpClient;
import com.trackingmcp.testkit.TestClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Reads that fail and fail, on a clock that stands: whatever is waited for, nothing goes past the deadline. */
class RetriesInTimeTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<Integer> STATUSES = List.of(500, 502, 504, 200);

    private TestClock clock = TestClock.fixed(START);
    private HandTurnedTimer timer = new HandTurnedTimer(clock);
    private List<Instant> sent = new ArrayList<>();

    @BeforeTry
    void turnTheTimeBack() {
        clock = TestClock.fixed(START);
        timer = new HandTurnedTimer(clock);
        sent = new ArrayList<>();
    }

    /** Answers after as many seconds as the next of these says, with the status of its turn. */
    private final class Server extends HandMadeHttpClient {
        private final List<Integer> seconds;
        private final List<Integer> statuses;

        Server(List<Integer> seconds, List<Integer> statuses) {
            this.seconds = seconds;
            this.statuses = statuses;
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, HttpResponse.BodyHandler<T> handler) {
            int turn = sent.size();
            sent.add(clock.instant());
            CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
            int status = STATUSES.get(statuses.get(turn % statuses.size()));
            timer.schedule(
                    () -> answer(request, handler, answer, status, "{}"),
                    seconds.get(turn % seconds.size()),
                    TimeUnit.SECONDS);
            return answer;
        }
    }

    @Property(seed = "20261122")
    void noTryBeginsPastTheDeadlineAndNoWaitGoesPastIt(
            @ForAll @IntRange(max = 6) int retries,
            @ForAll @IntRange(max = 600_000) int baseMillis,
            @ForAll @DoubleRange(max = 0.99) double jitter,
            @ForAll @IntRange(min = 1, max = 3_600) int deadlineSeconds,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 20) Integer> seconds,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 3) Integer> statuses) {
        Duration base = Duration.ofMillis(baseMillis);
        HttpTransport.Limits limits = new HttpTransport.Limits(
                Duration.ofSeconds(30), 10_000, new Backoff(retries, base, () -> jitter), Duration.ZERO);
        try (HttpTransport transport = new HttpTransport(
                WireClient.lent(new Server(seconds, statuses)),
                new HttpTransport.Time(clock, clock, timer),
                limits,
                QuotaStorage.inMemory(),
                event -> {})) {
            Instant deadline = START.plusSeconds(deadlineSeconds);
            CompletableFuture<CarrierResponse> answer = CarrierHttp.builder(transport, "parcelpost", "parcelpost")
                    .baseUri(URI.create("http://127.0.0.1:9"))
                    .build()
                    .send(
                            CarrierRequest.get("track").path("/v1/track").build(),
                            new CallContext("0af7651916cd43dd8448eb211c80319c", deadline, false));
            while (!answer.isDone() && timer.runNext()) {
                // time goes on
            }
            assertThat(answer).as("%d sent by %s", sent.size(), clock.instant()).isDone();
            isInTime(retries, base, jitter, deadline, seconds);
        }
    }

    private void isInTime(int retries, Duration base, double jitter, Instant deadline, List<Integer> seconds) {
        assertThat(sent).hasSizeBetween(1, retries + 1).allMatch(deadline::isAfter);
        Instant lastAnswer = START;
        for (int i = 0; i < sent.size(); i++) {
            Instant wanted = i == 0
                    ? START
                    : lastAnswer.plus(
                            Duration.ofNanos((long) (base.toNanos() * (double) (1L << i - 1) * (0.5 + jitter / 2))));
            assertThat(sent.get(i)).isEqualTo(wanted);
            lastAnswer = sent.get(i).plusSeconds(seconds.get(i % seconds.size()));
        }
        // once the last answer is there nobody waits for anything
        assertThat(clock.instant()).isEqualTo(lastAnswer);
    }
}
