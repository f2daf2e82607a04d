package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testcarrier.HeldCarrier;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ManyBatchesTest {
    private TrackingClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void noMoreBatchesOfAConnectionAreOnTheirWayThanAllowed() {
        Queue<Runnable> onTheirWay = new ArrayDeque<>();
        LocalCarrier slow = new LocalCarrier("slow") {
            @Override
            public CompletableFuture<List<Outcome<TrackingResult>>> track(
                    List<TrackingNumber> asked, CallContext call) {
                CompletableFuture<List<Outcome<TrackingResult>>> answer = new CompletableFuture<>();
                onTheirWay.add(() -> answer.complete(answers(asked)));
                return answer;
            }
        };
        connect(slow.batchesOf(2), 3);
        CompletableFuture<List<Outcome<TrackingResult>>> all = client.trackAsync(numbers(20));
        assertThat(onTheirWay).hasSize(3);
        for (int answered = 1; answered <= 10; answered++) {
            onTheirWay.poll().run();
            assertThat(onTheirWay).hasSize(Math.min(3, 10 - answered));
        }
        assertThat(all.join()).hasSize(20).allMatch(Outcome::isSuccess);
    }

    @Test
    void fiveThousandBatchesThatAreAnsweredAtOnceNeedNoDeepStack() {
        connect(new LocalCarrier("fast").batchesOf(1), 1);
        List<String> numbers = numbers(5_000);
        List<Outcome<TrackingResult>> outcomes = client.track(numbers);
        assertThat(outcomes).hasSize(5_000).allMatch(Outcome::isSuccess);
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.orElseThrow().number().value()))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void aListOfAHundredThousandNumbersIsTakenWholeHoweverSlowTheCarrierIs() {
        HeldCarrier slow = new HeldCarrier("slow");
        connect(slow.batchesOf(30), 1);
        CompletableFuture<List<Outcome<TrackingResult>>> all = client.trackAsync(numbers(100_000));
        assertThat(client.lanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.waiting()).isEqualTo(99_970));
        slow.answerAll();
        assertThat(all.join()).hasSize(100_000).allMatch(Outcome::isSuccess);
    }

    @Test
    void aStreamKeepsItsOrderAndIsReadNoFurtherAheadThanItsWindow() {
        connect(new LocalCarrier("fast").batchesOf(30), 8);
        Iterator<String> endless = numbers(2_500).iterator();
        int[] read = {0};
        List<String> seen = new ArrayList<>();
        int[] furthestAhead = {0};
        Iterable<String> counting = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return endless.hasNext();
            }

            @Override
            public String next() {
                read[0]++;
                return endless.next();
            }
        };
        client.stream(counting, (number, outcome) -> {
            furthestAhead[0] = Math.max(furthestAhead[0], read[0] - seen.size());
            seen.add(number);
            assertThat(outcome.orElseThrow().number().value()).isEqualTo(number);
        });
        assertThat(seen).containsExactlyElementsOf(numbers(2_500));
        assertThat(furthestAhead[0]).isEqualTo(1_200);
    }

    @Test
    void aStreamHandsOverBadNumbersAsTheyWereGivenAndStopsWhereItsConsumerThrows() {
        connect(new LocalCarrier("fast"), 8);
        List<String> seen = new ArrayList<>();
        client.stream(java.util.Arrays.asList("pp 1", null, "#"), (number, outcome) -> seen.add(number));
        assertThat(seen).containsExactly("pp 1", null, "#");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.stream(numbers(3), (number, outcome) -> {
                    throw new IllegalStateException("enough");
                }))
                .withMessage("enough");
    }

    @Test
    void aStreamKeepsAsManyBatchesOnTheirWayAsAllowedToTheEnd() throws Exception {
        Queue<Runnable> onTheirWay = new ConcurrentLinkedQueue<>();
        LocalCarrier slow = new LocalCarrier("slow") {
            @Override
            public CompletableFuture<List<Outcome<TrackingResult>>> track(
                    List<TrackingNumber> asked, CallContext call) {
                CompletableFuture<List<Outcome<TrackingResult>>> answer = new CompletableFuture<>();
                onTheirWay.add(() -> answer.complete(answers(asked)));
                return answer;
            }
        };
        connect(slow.batchesOf(1), 64);
        List<Integer> tooFew = new ArrayList<>();
        Thread carrier = new Thread(() -> {
            for (int left = 3_000; left > 0; left--) {
                long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                while (onTheirWay.size() < Math.min(64, left) && System.nanoTime() < patience && tooFew.isEmpty()) {
                    Thread.onSpinWait();
                }
                if (onTheirWay.size() < Math.min(64, left)) {
                    tooFew.add(onTheirWay.size());
                }
                Runnable next = onTheirWay.poll();
                while (next == null) {
                    next = onTheirWay.poll();
                }
                next.run();
            }
        });
        carrier.start();
        int[] seen = {0};
        client.stream(numbers(3_000), (number, outcome) -> seen[0]++);
        carrier.join();
        assertThat(seen[0]).isEqualTo(3_000);
        assertThat(tooFew).isEmpty();
    }

    @Test
    void aStreamKeepsNothingOfWhatItHasHandedOver() {
        connect(new LocalCarrier("fast").batchesOf(30), 8);
        List<WeakReference<TrackingResult>> handedOver = new ArrayList<>();
        client.stream(numbers(1_000), (number, outcome) -> {
            handedOver.add(new WeakReference<>(outcome.orElseThrow()));
            if (handedOver.size() == 500) {
                System.gc();
                assertThat(handedOver.subList(0, 490)).allMatch(result -> result.get() == null);
            }
        });
        assertThat(handedOver).hasSize(1_000);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "PP" + n).toList();
    }

    private void connect(LocalCarrier carrier, int batchesInFlight) {
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .cache(CachePolicy.off())
                .concurrency(batchesInFlight, batchesInFlight)
                .carrier(carrier.factory())
                .build();
    }
}
