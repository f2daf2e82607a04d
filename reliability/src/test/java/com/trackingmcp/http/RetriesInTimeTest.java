package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.reliability.HandMadeHttpClient;
import com.trackingmcp.testkit.TestClock;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Reads that fail and fail, and are asked to come back later, on a clock that stands: whatever is waited for, nothing goes
 * past the deadline.
 */
class RetriesInTimeTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    /** What the carrier's clock shows all the time. */
    private static final Instant THEIR_TIME = Instant.parse("2020-01-01T00:00:00Z");

    /** For what threads do, of which the clock knows nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LONGEST_GUESS = Duration.ofSeconds(60);

    private TestClock clock = TestClock.fixed(START);
    private HandTurnedTimer timer = new HandTurnedTimer(clock);
    private List<Instant> sent = new ArrayList<>();

    @BeforeTry
    void turnTheTimeBack() {
        clock = TestClock.fixed(START);
        timer = new HandTurnedTimer(clock);
        sent = new ArrayList<>();
    }

    /**
     * What an answer says of when to come back.
     *
     * @param header none or one
     * @param meaning the wait that it means; empty where it means none
     */
    private record RetryAfter(List<String> header, Optional<Duration> meaning) {
        RetryAfter(String header, Duration meaning) {
            this(List.of(header), Optional.of(meaning));
        }
    }

    /** One answer of the carrier's, which comes after so many seconds. */
    private record Turn(int status, int seconds, RetryAfter retryAfter) {
        Optional<Duration> asked() {
            return retryAfter.meaning();
        }
    }

    @Provide
    Arbitrary<Turn> turns() {
        Arbitrary<Integer> waits = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 90)),
                Tuple.of(1, Arbitraries.integers().between(0, Integer.MAX_VALUE)));
        Arbitrary<RetryAfter> said = Arbitraries.oneOf(
                Arbitraries.of(List.<String>of(), List.of(""), List.of("soon"), List.of("-1"), List.of("1.5"))
                        .map(header -> new RetryAfter(header, Optional.empty())),
                waits.map(wait -> new RetryAfter(wait.toString(), Duration.ofSeconds(wait))),
                waits.map(wait -> new RetryAfter(date(wait), Duration.ofSeconds(wait))),
                waits.map(gone -> new RetryAfter(date(-(long) gone), Duration.ZERO)));
        Arbitrary<Integer> statuses = Arbitraries.of(500, 502, 503, 504, 429, 200);
        return Combinators.combine(statuses, Arbitraries.integers().between(0, 20), said)
                .as(Turn::new);
    }

    private static String date(long secondsAhead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                THEIR_TIME.plusSeconds(secondsAhead).atOffset(ZoneOffset.UTC));
    }

    /** Takes its turns, and begins again after the last. */
    private final class Server extends HandMadeHttpClient {
        private final List<Turn> turns;

        Server(List<Turn> turns) {
            this.turns = turns;
        }

        @Override
        public <T> CompletableFuture<HttpResponse<T>> sendAsync(
                HttpRequest request, HttpResponse.BodyHandler<T> handler) {
            Turn turn = turns.get(sent.size() % turns.size());
            sent.add(clock.instant());
            HttpHeaders headers = HttpHeaders.of(
                    Map.of(
                            "date",
                            List.of(date(0)),
                            "retry-after",
                            turn.retryAfter().header()),
                    (name, value) -> true);
            CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
            Runnable answering = () -> answered(request, handler, turn.status(), headers, new byte[] {'{', '}'})
                    .thenAccept(answer::complete);
            timer.schedule(answering, turn.seconds(), TimeUnit.SECONDS);
            return answer;
        }
    }

    @Property(seed = "20261122")
    void noTryBeginsPastTheDeadlineAndNoWaitGoesPastIt(
            @ForAll @IntRange(max = 6) int retries,
            @ForAll @IntRange(max = 600_000) int baseMillis,
            @ForAll @DoubleRange(max = 0.99) double jitter,
            @ForAll @IntRange(min = 1, max = 3_600) int deadlineSeconds,
            @ForAll @Size(min = 1, max = 7) List<@From("turns") Turn> turns)
            throws InterruptedException {
        Backoff backoff = new Backoff(retries, Duration.ofMillis(baseMillis), () -> jitter);
        HttpTransport.Limits limits = new HttpTransport.Limits(Duration.ofSeconds(30), 10_000, backoff, Duration.ZERO);
        try (HttpTransport transport = new HttpTransport(
                WireClient.lent(new Server(turns)),
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
            // its end is the last event
            answer.whenComplete((done, failed) -> timer.schedule(() -> {}, 0, TimeUnit.SECONDS));
            while (!answer.isDone() && timer.runNext(PATIENCE)) {
                // time goes on
            }
            assertThat(answer).as("%d sent by %s", sent.size(), clock.instant()).isDone();
            isInTime(backoff, deadline, turns);
        }
    }

    private void isInTime(Backoff backoff, Instant deadline, List<Turn> turns) {
        assertThat(sent).hasSizeBetween(1, backoff.retries() + 1).allMatch(deadline::isAfter);
        int tries = 1;
        for (; tries < sent.size(); tries++) {
            Turn turn = turns.get((tries - 1) % turns.size());
            assertThat(sent.get(tries))
                    .isBetween(
                            answered(turn, tries).plus(shortestWait(turn, tries, backoff)),
                            answered(turn, tries).plus(longestWait(turn, tries, backoff)));
        }
        Turn last = turns.get((tries - 1) % turns.size());
        Instant end = answered(last, tries);
        boolean mayGoOn = last.status() != 200 && tries <= backoff.retries();
        if (mayGoOn) {
            assertThat(end.plus(longestWait(last, tries, backoff)))
                    .as("why it was not tried again")
                    .isAfterOrEqualTo(deadline);
        }
        // only a pause of unknown length may be waited for in vain
        boolean waits = mayGoOn && isPausedForUnknown(last) && end.isBefore(deadline);
        assertThat(clock.instant()).isBetween(end, waits ? deadline : end);
    }

    private Instant answered(Turn turn, int tries) {
        return sent.get(tries - 1).plusSeconds(turn.seconds());
    }

    private static boolean isPausedForUnknown(Turn turn) {
        return turn.status() == 429 && turn.asked().isEmpty();
    }

    private static Duration shortestWait(Turn turn, int tries, Backoff backoff) {
        return turn.asked().orElseGet(() -> ownWait(tries, backoff));
    }

    /** A carrier that names no time is left alone for five times the first wait, twice as long each time, a minute at most. */
    private static Duration longestWait(Turn turn, int tries, Backoff backoff) {
        Duration wait = shortestWait(turn, tries, backoff);
        if (!isPausedForUnknown(turn)) {
            return wait;
        }
        Duration pause = backoff.base().multipliedBy(5L << tries - 1);
        Duration bounded = pause.compareTo(LONGEST_GUESS) > 0 ? LONGEST_GUESS : pause;
        return bounded.compareTo(wait) > 0 ? bounded : wait;
    }

    private static Duration ownWait(int tries, Backoff backoff) {
        double full = backoff.base().toNanos() * (double) (1L << tries - 1);
        return Duration.ofNanos((long) (full * (0.5 + backoff.jitter().getAsDouble() / 2)));
    }
}
