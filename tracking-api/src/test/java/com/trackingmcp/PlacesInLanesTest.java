package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever callers and carrier modules do at the wrong moment, a lane with one place has it back afterwards. */
@Timeout(60)
class PlacesInLanesTest {
    private final Map<String, CompletableFuture<TrackingResult>> asked = new HashMap<>();
    private final Queue<Runnable> onTheirWay = new ArrayDeque<>();
    private final Queue<Runnable> whenAsked = new ArrayDeque<>();
    private boolean refusesAll;

    /** Answers when told to; gives a cancelled call up, as every carrier over HTTP does. */
    private final LocalCarrier carrier = new LocalCarrier("local") {
        @Override
        public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
            CompletableFuture<List<Outcome<TrackingResult>>> known = super.track(numbers, call);
            CompletableFuture<List<Outcome<TrackingResult>>> answer = new CompletableFuture<>();
            if (!whenAsked.isEmpty()) {
                whenAsked.remove().run();
            }
            call.onCancel(() -> answer.completeExceptionally(
                    ErrorDetails.of(ErrorCode.CALL_CANCELLED).toBuilder().toException()));
            onTheirWay.add(() -> {
                if (refusesAll) {
                    answer.completeExceptionally(ErrorDetails.of(ErrorCode.REQUEST_REFUSED).toBuilder()
                            .toException());
                } else {
                    answer.complete(known.join());
                }
            });
            return answer;
        }
    };

    private final TrackingClient client = TrackingClient.builder()
            .config(key -> null)
            .providers(List.of())
            .cache(CachePolicy.off())
            .concurrency(1, 1)
            .carrier(carrier.factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void afterANumberWasCancelledWhileItsBatchWasBeingSent() {
        ask("PP1");
        ask("PP2");
        // the first is asked for already: this happens while the second is
        whenAsked.add(() -> cancel("PP2"));
        onTheirWay.remove().run();
        assertThat(carrier.batches()).containsExactly(List.of("PP1"), List.of("PP2"));
        assertTheLaneIsFree();
    }

    @Test
    void afterAllOfABatchWereCancelledWhileItWasOnItsWay() {
        ask("PP1");
        cancel("PP1");
        assertTheLaneIsFree();
    }

    @Test
    void afterAllWereCancelledWhoWaited() {
        ask("PP1");
        ask("PP2");
        ask("PP3");
        cancel("PP2");
        cancel("PP3");
        onTheirWay.remove().run();
        assertThat(carrier.batches()).containsExactly(List.of("PP1"));
        assertTheLaneIsFree();
    }

    @Test
    void afterAListWasCancelledBetweenItsBatchAndTheHalvesOfIt() {
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(List.of("PP1", "PP2", "PP3", "PP4"));
        refusesAll = true;
        whenAsked.add(() -> list.cancel(true));
        onTheirWay.remove().run();
        assertThat(carrier.batches()).hasSize(3);
        refusesAll = false;
        assertTheLaneIsFree();
    }

    @Test
    void afterTheModuleBrokeInTheMiddleOfASplit() {
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(List.of("PP1", "PP2", "PP3", "PP4"));
        refusesAll = true;
        whenAsked.add(() -> {
            throw new StackOverflowError("a defect");
        });
        onTheirWay.remove().run();
        refusesAll = false;
        onTheirWay.remove().run();
        assertThat(list.join()).extracting(Outcome::isSuccess).containsExactly(false, false, true, true);
        assertTheLaneIsFree();
    }

    private void ask(String number) {
        asked.put(number, client.trackAsync(number));
    }

    private void cancel(String number) {
        assertThat(asked.get(number).cancel(true)).isTrue();
    }

    private void assertTheLaneIsFree() {
        assertThat(client.lanes()).singleElement().satisfies(lane -> {
            assertThat(lane.inFlight()).isZero();
            assertThat(lane.waiting()).isZero();
        });
        onTheirWay.clear();
        CompletableFuture<TrackingResult> next = client.trackAsync("PPNEXT");
        onTheirWay.remove().run();
        assertThat(next.join().number().value()).isEqualTo("PPNEXT");
    }
}
