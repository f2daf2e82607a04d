package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.HeldCarrier;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client keeps of the answers, seen through its public door. */
@Timeout(60)
class KeptAnswersTest {
    private final TestClock clock = new TestClock();
    private final LocalCarrier carrier = new LocalCarrier("local");
    private TrackingClient client = client(carrier, CachePolicy.standard());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aSecondQuestionIsAnsweredWithoutTheCarrierAndSaysHowOldTheAnswerIs() {
        TrackingResult first = client.track("PP1");
        clock.advance(Duration.ofMinutes(10));
        TrackingResult second = client.track("PP1");
        assertThat(second.retrievedAt()).isEqualTo(first.retrievedAt()).isBefore(clock.instant());
        assertThat(client.trackAsync("PP1").join()).isSameAs(second);
        assertThat(client.track(List.of("PP1", "PP2"))).allMatch(Outcome::isSuccess);
        assertThat(carrier.batches()).containsExactly(List.of("PP1"), List.of("PP2"));
        assertThat(client.cacheStats().hits()).isEqualTo(3);
    }

    @Test
    void anAnswerGrowsOldByTheParcelsStatus() {
        client.track("PP1");
        clock.advance(Duration.ofMinutes(15));
        carrier.saying(TrackingStatus.DELIVERED);
        assertThat(client.track("PP1").status()).isEqualTo(TrackingStatus.DELIVERED);
        clock.advance(Duration.ofHours(23));
        client.track("PP1");
        assertThat(carrier.batches()).hasSize(2);
    }

    @Test
    void thatNobodyKnowsANumberIsKeptForAMinute() {
        carrier.knowingNothing();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.track("PP1")).isInstanceOf(TrackingNumberNotFoundException.class);
        }
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> client.track("PP1")).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(carrier.batches()).hasSize(2);
    }

    @Test
    void otherFailuresAreNotKept() {
        carrier.failing(ErrorCode.CARRIER_UNAVAILABLE);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.track("PP1")).isInstanceOf(CarrierUnavailableException.class);
        }
        assertThat(carrier.batches()).hasSize(2);
    }

    @Test
    void nothingIsKeptWhereTheCacheIsOff() {
        connect(CachePolicy.off());
        client.track("PP1");
        client.track("PP1");
        assertThat(carrier.batches()).hasSize(2);
    }

    @Test
    void whatIsForgottenIsAskedForAnew() {
        client.track(List.of("PP1", "PP2"));
        client.forget("pp 1");
        client.track(List.of("PP1", "PP2"));
        assertThat(carrier.batches()).containsExactly(List.of("PP1", "PP2"), List.of("PP1"));
        client.forgetAll();
        client.track(List.of("PP1", "PP2"));
        assertThat(carrier.batches()).hasSize(3);
        assertThat(client.cacheStats().entries()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsOnItsWayWhenItsNumberIsForgottenIsNotKept() {
        HeldCarrier held = new HeldCarrier("held");
        client.close();
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .carrier(held.factory())
                .build();
        CompletableFuture<TrackingResult> before = client.trackAsync("PP1");
        client.forget("PP1");
        CompletableFuture<TrackingResult> after = client.trackAsync("PP1");
        while (!before.isDone() || !after.isDone()) {
            held.answerAll();
            Thread.onSpinWait();
        }
        assertThat(held.batches()).containsExactly(List.of("PP1"), List.of("PP1"));
    }

    @Test
    void anOldAnswerIsGivenAtOnceWhileItIsAskedForAnewWhereThatIsAllowed() {
        connect(CachePolicy.builder().staleWhileRevalidate(Duration.ofHours(1)).build());
        client.track("PP1");
        clock.advance(Duration.ofMinutes(20));
        carrier.saying(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(client.track("PP1").status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        while (client.track("PP1").status() != TrackingStatus.OUT_FOR_DELIVERY) {
            Thread.onSpinWait();
        }
        assertThat(carrier.batches()).hasSize(2);
    }

    @Test
    void whoGetsAnOldAnswerIsNotTheOneWhoAsksForTheNewOne() {
        Queue<Thread> askers = new ConcurrentLinkedQueue<>();
        LocalCarrier watched = new LocalCarrier("watched") {
            @Override
            public CompletableFuture<List<Outcome<TrackingResult>>> track(
                    List<TrackingNumber> asked, CallContext call) {
                askers.add(Thread.currentThread());
                return super.track(asked, call);
            }
        };
        connect(
                watched,
                CachePolicy.builder().staleWhileRevalidate(Duration.ofHours(1)).build());
        client.track(List.of("PP1", "PP2"));
        assertThat(askers).containsExactly(Thread.currentThread());
        clock.advance(Duration.ofMinutes(20));
        client.track("PP1");
        client.track(List.of("PP1", "PP2"));
        while (askers.size() < 3) {
            Thread.onSpinWait();
        }
        assertThat(askers).hasSize(3).filteredOn(Thread.currentThread()::equals).hasSize(1);
    }

    @Test
    void whatIsForgottenBeforeItIsAskedForAnewIsNotKept() {
        HeldCarrier held = new HeldCarrier("held");
        connect(
                held,
                CachePolicy.builder().staleWhileRevalidate(Duration.ofHours(1)).build());
        CompletableFuture<TrackingResult> first = client.trackAsync("PP1");
        held.answerAll();
        first.join();
        clock.advance(Duration.ofMinutes(20));
        client.track("PP1");
        client.forget("PP1");
        while (held.onTheirWay() == 0) {
            Thread.onSpinWait();
        }
        held.answerAll();
        assertThat(client.cacheStats().entries()).isZero();
    }

    @Test
    void anOldAnswerIsGivenWhereTheCarrierFailsWhereThatIsAllowed() {
        connect(CachePolicy.builder().staleIfError(Duration.ofHours(1)).build());
        client.track("PP1");
        clock.advance(Duration.ofMinutes(20));
        carrier.failing(ErrorCode.CARRIER_UNAVAILABLE);
        // a test carrier's error says nothing of retries: it is told, for what cannot pass must be known
        assertThatThrownBy(() -> client.track("PP1")).isInstanceOf(CarrierUnavailableException.class);
        carrier.failingInPassing();
        assertThat(client.track("PP1").status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    private void connect(CachePolicy policy) {
        connect(carrier, policy);
    }

    private void connect(LocalCarrier other, CachePolicy policy) {
        client.close();
        client = client(other, policy);
    }

    private TrackingClient client(LocalCarrier carrier, CachePolicy policy) {
        return TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .clock(clock)
                .cache(policy)
                .carrier(carrier.factory())
                .build();
    }
}
