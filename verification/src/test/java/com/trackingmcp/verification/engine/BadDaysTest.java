package com.trackingmcp.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.observe.QuotaStatus;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of days on which much goes wrong, through its public door and over the real wire formats. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BadDaysTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final Map<String, String> settings = new HashMap<>(sandbox.settings());
    private final TrackingClientBuilder builder = TrackingClient.builder()
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .retries(2, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_thousand_concurrent_singles_are_forty_calls_at_most() throws Exception {
        List<String> numbers = numbers("fedex", 1_000);
        try (SandboxHold hold = sandbox.hold("fedex");
                TrackingClient client = client(builder.concurrency(1, 32))) {
            List<CompletableFuture<TrackingResult>> parcels =
                    numbers.stream().map(client::trackAsync).toList();
            hold.release();
            for (int i = 0; i < parcels.size(); i++) {
                assertThat(parcels.get(i).get(30, TimeUnit.SECONDS).number().value())
                        .isEqualTo(numbers.get(i));
            }
        }
        assertThat(sandbox.calls("fedex")).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void two_hundred_threads_that_ask_at_once_share_batches() throws Exception {
        List<String> numbers = numbers("fedex", 200);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        try (SandboxHold hold = sandbox.hold("fedex");
                TrackingClient client = client(builder.concurrency(1, 1))) {
            List<Thread> desk = numbers.stream()
                    .map(number -> new Thread(() -> {
                        try {
                            client.track(number);
                        } catch (Throwable e) {
                            failures.add(e);
                        }
                    }))
                    .toList();
            desk.forEach(Thread::start);
            while (client.lanes().stream().mapToInt(LaneStatus::waiting).sum() < 199) {
                Thread.onSpinWait();
            }
            hold.release();
            for (Thread thread : desk) {
                thread.join();
            }
            assertThat(client.health())
                    .filteredOn(health -> health.connection().equals("fedex"))
                    .singleElement()
                    .satisfies(health -> {
                        assertThat(health.lastSuccess())
                                .hasValue(sandbox.clock().instant());
                        assertThat(health.lastFailure()).isEmpty();
                        assertThat(health.tokenValidUntil().orElseThrow())
                                .isAfter(sandbox.clock().instant());
                    });
        }
        assertThat(failures).isEmpty();
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(1 + 7);
    }

    @Test
    void a_lone_call_is_told_to_listeners_with_its_times_sizes_and_no_number() {
        List<CallEvent> events = Collections.synchronizedList(new ArrayList<>());
        String number = numbers("ups", 1).get(0);
        try (TrackingClient client = client(builder.listener(events::add))) {
            client.track(number);
        }
        assertThat(events).extracting(CallEvent::operation).containsExactly("token", "track");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.connection()).isEqualTo("ups");
            assertThat(event.attempt()).isEqualTo(1);
            assertThat(event.status()).hasValue(200);
            assertThat(event.bytesReceived()).isPositive();
            assertThat(event.wireTime()).isPositive();
            assertThat(event.queueTime()).isBetween(Duration.ZERO, Duration.ofSeconds(30));
            assertThat(event.correlationId()).hasSize(32);
            assertThat(event.isSuccess()).isTrue();
            assertThat(event.toString()).doesNotContain(number).doesNotContain("test-");
        });
    }

    @Test
    void the_carriers_published_limits_are_the_defaults() {
        settings.remove("FEDEX_QUOTA");
        settings.remove("DHL_UNIFIED_QUOTA");
        try (TrackingClient client = client(builder)) {
            assertThat(client.quota("fedex").get(0).windows())
                    .extracting(QuotaStatus.Window::limit)
                    .containsExactly(100_000L, 1_400L);
            assertThat(client.quota("dhl"))
                    .filteredOn(status -> status.api().equals("unified"))
                    .flatExtracting(QuotaStatus::windows)
                    .extracting(QuotaStatus.Window::limit)
                    .containsExactly(250L, 1L);
        }
    }

    @Test
    void a_burst_beyond_the_days_quota_fails_at_once_and_costs_no_other_parcel() {
        settings.put("FEDEX_QUOTA", "2/day");
        // a day that has nine hours to go: shortly before midnight, waiting for the next one is right
        builder.quotaStorage(QuotaStorage.inMemory(sandbox.clock()));
        try (TrackingClient client = client(builder)) {
            List<Outcome<TrackingResult>> outcomes = client.track(numbers("fedex", 90));
            assertThat(outcomes).filteredOn(Outcome::isSuccess).hasSize(60);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.isSuccess())
                    .hasSize(30)
                    .allSatisfy(outcome -> assertThat(outcome.failure())
                            .get()
                            .isInstanceOfSatisfying(RateLimitedException.class, error -> {
                                assertThat(error.retryAfter().orElseThrow())
                                        .isBetween(Duration.ZERO, Duration.ofDays(1));
                                assertThat(error).hasMessageContaining("2/day");
                            }));
            assertThat(client.quota("fedex"))
                    .flatExtracting(QuotaStatus::windows)
                    .extracting(QuotaStatus.Window::remaining)
                    .containsExactly(0L);
        }
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(2);
    }

    @Test
    void what_cannot_be_served_in_time_is_refused_at_once_wherever_it_waits() {
        settings.put("DHL_UNIFIED_QUOTA", "1/5s");
        List<String> numbers = numbers("dhl-parcel-de", 400);
        try (TrackingClient client = client(builder.bulkDeadline(Duration.ofMinutes(15)))) {
            List<CompletableFuture<List<Outcome<TrackingResult>>>> answers = numbers.stream()
                    .map(number -> client.trackAsync(List.of(number)))
                    .toList();
            // fifteen minutes have room for 181 of them
            assertThat(answers.subList(200, 400))
                    .allSatisfy(answer -> assertThat(refusedAtOnce(answer)).isTrue());
            assertThat(answers.subList(0, 150))
                    .allSatisfy(answer ->
                            assertThat(answer.isDone() && refusedAtOnce(answer)).isFalse());
        }
    }

    private static boolean refusedAtOnce(CompletableFuture<List<Outcome<TrackingResult>>> answer) {
        try {
            return answer.get(2, TimeUnit.SECONDS).get(0).failure().orElse(null) instanceof RateLimitedException;
        } catch (Exception stillWaiting) {
            return false;
        }
    }

    @Test
    void a_burst_that_the_quota_spreads_out_is_served() {
        settings.put("UPS_QUOTA", "40/1s");
        List<String> numbers = numbers("ups", 60);
        List<CallEvent> tracked = Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        try (TrackingClient client = client(builder.listener(told("track", tracked)))) {
            List<Outcome<TrackingResult>> outcomes = client.track(numbers);
            assertThat(outcomes)
                    .extracting(outcome -> outcome.orElseThrow().number().value())
                    .containsExactlyElementsOf(numbers);
        }
        // forty at once, the others at forty a second
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
        assertThat(tracked).hasSize(60).allMatch(event -> event.attempt() == 1 && !event.throttled());
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(60);
    }

    @Test
    void a_429_without_a_time_is_waited_out() {
        sandbox.fail("ups").on("track").with(429).times(1);
        assertIsTracked();
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(2);
    }

    @Test
    void a_429_with_seconds_is_waited_out() {
        sandbox.fail("ups")
                .on("track")
                .with(429)
                .retryAfter(Duration.ofSeconds(1))
                .times(1);
        long start = System.nanoTime();
        assertIsTracked();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_429_with_a_date_that_has_passed_is_tried_again_at_once() {
        String past = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC));
        sandbox.fail("ups").on("track").with(429).retryAfter(past).times(1);
        assertIsTracked();
    }

    @Test
    void a_429_with_a_date_too_far_off_fails_at_once_and_says_so() {
        // by the clock that the sandbox's HTTP server dates its answers with
        Instant later = Instant.now().plus(Duration.ofHours(2));
        sandbox.fail("ups")
                .on("track")
                .with(429)
                .retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(later.atOffset(ZoneOffset.UTC)))
                .times(1);
        try (TrackingClient client = client(builder)) {
            assertThat(refused(client).retryAfter().orElseThrow())
                    .isBetween(Duration.ofHours(2).minusSeconds(10), Duration.ofHours(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "99999999999999999999", "Sun, 99 Foo 2026", ""})
    void a_429_with_rubbish_is_waited_out(String rubbish) {
        settings.put("UPS_QUOTA", "1000/1s");
        sandbox.fail("ups").on("track").with(429).retryAfter(rubbish).times(1);
        List<String> numbers = numbers("ups", 3);
        List<CallEvent> tracked = Collections.synchronizedList(new ArrayList<>());
        builder.concurrency(1, 1).retries(2, Duration.ofMillis(20)).listener(told("track", tracked));
        Duration took;
        try (TrackingClient client = client(builder)) {
            long start = System.nanoTime();
            List<Outcome<TrackingResult>> outcomes = client.track(numbers);
            took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(outcomes)
                    .extracting(outcome -> outcome.orElseThrow().number().value())
                    .containsExactlyElementsOf(numbers);
            assertThat(client.quota("ups").get(0).pausedUntil()).isEmpty();
        }
        assertThat(tracked).extracting(event -> event.status().orElseThrow()).containsExactly(429, 200, 200, 200);
        assertThat(tracked).extracting(CallEvent::throttled).containsExactly(true, false, false, false);
        assertThat(tracked).extracting(CallEvent::attempt).containsExactly(1, 2, 1, 1);
        // as after a 429 that names no time: five times the wait before the first retry
        assertThat(took).isBetween(Duration.ofMillis(100), Duration.ofSeconds(30));
        assertThat(tracked.get(1).queueTime()).isPositive();
    }

    private static CallListener told(String operation, List<CallEvent> events) {
        return event -> {
            if (event.operation().equals(operation)) {
                events.add(event);
            }
        };
    }

    @Test
    void a_throttled_api_pauses_for_all_callers_and_other_carriers_go_on() {
        sandbox.fail("ups")
                .on("track")
                .with(503)
                .retryAfter(Duration.ofHours(1))
                .times(1);
        try (TrackingClient client = client(builder)) {
            assertThat(failure(() -> client.track(numbers("ups", 1).get(0))).retryAfter())
                    .hasValue(Duration.ofHours(1));
            sandbox.forgetCalls();
            assertThat(refused(client).retryAfter().orElseThrow())
                    .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
            assertThat(sandbox.calls("ups")).isEmpty();
            assertThat(client.track(numbers("fedex", 1))).allMatch(Outcome::isSuccess);
        }
    }

    @Test
    void a_carrier_that_answers_nothing_is_given_up_at_the_deadline() {
        try (SandboxHold hold = sandbox.hold("ups");
                TrackingClient client = client(builder.deadline(Duration.ofMillis(300)))) {
            CarrierException error =
                    failure(() -> client.track(numbers("ups", 1).get(0)));
            assertThat(error.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void tokens_that_expire_in_the_middle_of_many_batches_cost_one_refresh_and_no_parcel() {
        List<String> numbers = numbers("fedex", 10_000);
        AtomicInteger batches = new AtomicInteger();
        try (TrackingClient client = client(builder.listener(event -> {
            if (event.operation().equals("track") && batches.incrementAndGet() == 100) {
                sandbox.expireTokens("fedex");
            }
        }))) {
            assertThat(client.track(numbers)).hasSize(10_000).allMatch(Outcome::isSuccess);
        }
        assertThat(sandbox.calls("fedex")).filteredOn(call -> call.isToken()).hasSize(2);
        assertThat(sandbox.callsWithoutTokens("fedex"))
                .filteredOn(call -> call.status() == 200)
                .hasSize(334);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "dhl"})
    void one_poisoned_number_stands_alone_in_the_end(String carrier) {
        List<String> numbers = numbers(carrier, 30);
        String poison = numbers.get(17);
        sandbox.fail(carrier).on("track").about(poison).with(400).untilCleared();
        try (TrackingClient client = client(builder)) {
            List<Outcome<TrackingResult>> outcomes = client.track(numbers);
            assertThat(outcomes).filteredOn(Outcome::isSuccess).hasSize(29);
            assertThat(outcomes.get(17).failure())
                    .get()
                    .isInstanceOf(InvalidRequestException.class)
                    .satisfies(error -> assertThat(error).hasMessageContaining(poison));
        }
        assertThat(sandbox.callsWithoutTokens(carrier)).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void a_carrier_that_refuses_everything_is_not_asked_again_and_again() {
        sandbox.fail("fedex").on("track").with(400).untilCleared();
        try (TrackingClient client = client(builder.concurrency(1, 1))) {
            assertThat(client.track(numbers("fedex", 900))).hasSize(900).noneMatch(Outcome::isSuccess);
        }
        // one batch is split to the last number, the other 29 are believed
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSizeLessThanOrEqualTo(59 + 29);
    }

    @Test
    void a_listener_that_throws_costs_nothing() {
        try (TrackingClient client = client(builder.listener(event -> {
            throw new IllegalStateException("a broken listener");
        }))) {
            assertThat(client.track(numbers("fedex", 31))).allMatch(Outcome::isSuccess);
        }
    }

    @Test
    void an_interrupted_caller_leaves_its_carrier_at_once() throws Exception {
        AtomicReference<CarrierException> thrown = new AtomicReference<>();
        try (SandboxHold hold = sandbox.hold("dhl");
                TrackingClient client = client(builder)) {
            String number = numbers("dhl", 1).get(0);
            Thread caller = new Thread(() -> thrown.set(failure(() -> client.track(number))));
            caller.start();
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(10))).isTrue();
            caller.interrupt();
            caller.join(10_000);
            assertThat(caller.isAlive()).isFalse();
        }
        assertThat(thrown.get().code()).isEqualTo(ErrorCode.CALL_CANCELLED);
    }

    @Test
    void closing_in_the_middle_fails_callers_who_wait_and_says_so() throws Exception {
        AtomicReference<CarrierException> thrown = new AtomicReference<>();
        try (SandboxHold hold = sandbox.hold("dhl")) {
            TrackingClient client = client(builder);
            String number = numbers("dhl", 1).get(0);
            Thread caller = new Thread(() -> thrown.set(failure(() -> client.track(number))));
            caller.start();
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(10))).isTrue();
            client.close();
            caller.join(10_000);
            assertThat(caller.isAlive()).isFalse();
        }
        assertThat(thrown.get().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    }

    private TrackingClient client(TrackingClientBuilder told) {
        return told.config(ConfigSource.of(settings)).build();
    }

    private void assertIsTracked() {
        try (TrackingClient client = client(builder)) {
            assertThat(client.track(numbers("ups", 1))).allMatch(Outcome::isSuccess);
        }
    }

    private RateLimitedException refused(TrackingClient client) {
        return catchThrowableOfType(
                RateLimitedException.class, () -> client.track(numbers("ups", 1).get(0)));
    }

    private static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    private List<String> numbers(String carrier, int count) {
        return sandbox.parcels(carrier, count).stream()
                .map(SandboxParcel::inTransit)
                .map(SandboxParcel::number)
                .toList();
    }
}
