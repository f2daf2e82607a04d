package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.testcarrier.HeldCarrier;
import com.trackingmcp.testcarrier.LocalCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the client makes of questions that come at the same time: batches, one search for equal numbers, no more work than is wanted. */
@Timeout(60)
class AskedTogetherTest {
    private final HeldCarrier carrier = new HeldCarrier("held");
    private TrackingClient client = client(TrackingClient.builder());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aLoneNumberGoesOutAtOnce() {
        CompletableFuture<TrackingResult> lone = client.trackAsync("PP1");
        assertThat(carrier.batches()).containsExactly(List.of("PP1"));
        carrier.answerAll();
        assertThat(lone.join().number().value()).isEqualTo("PP1");
    }

    @Test
    void whatIsAskedWhileOthersAreOnTheirWayFormsFullBatches() {
        client.close();
        client = client(TrackingClient.builder().concurrency(1, 1));
        List<CompletableFuture<TrackingResult>> answers = each(1_000);
        assertThat(carrier.batches().get(0)).hasSize(1);
        carrier.answerAll();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().carrier()).isEqualTo("held"));
        assertThat(carrier.batches()).hasSize(35);
        assertThat(carrier.batches().subList(1, 34))
                .allSatisfy(batch -> assertThat(batch).hasSize(30));
    }

    @Test
    void aBatchThatIsNotFullGoesWhenTheOneBeforeItIsBack() {
        List<CompletableFuture<TrackingResult>> answers = each(3);
        carrier.answerOne();
        carrier.answerAll();
        answers.forEach(CompletableFuture::join);
        assertThat(carrier.batches().get(0)).containsExactly("PP0");
        assertThat(carrier.batches().stream().flatMap(List::stream)).containsExactly("PP0", "PP1", "PP2");
    }

    @Test
    void aBatchThatIsNotFullWaitsNoLongerThanAMoment() throws Exception {
        List<CompletableFuture<TrackingResult>> answers = each(2);
        // nobody answers the first: the second must not depend on it
        while (carrier.onTheirWay() < 2) {
            Thread.onSpinWait();
        }
        carrier.answerAll();
        answers.forEach(CompletableFuture::join);
    }

    @Test
    void equalNumbersAreOneRequestWhoeverAsks() {
        CompletableFuture<TrackingResult> one = client.trackAsync("PP 7");
        CompletableFuture<TrackingResult> other = client.trackAsync("pp7");
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(List.of("PP7", "PP7"));
        carrier.answerAll();
        assertThat(one.join()).isSameAs(other.join());
        assertThat(list.join()).hasSize(2).allMatch(Outcome::isSuccess);
        assertThat(carrier.batches()).containsExactly(List.of("PP7"));
    }

    @Test
    void questionsThatSayDifferentThingsOfOneNumberAreNotOne() {
        CompletableFuture<List<Outcome<TrackingResult>>> both = client.trackAllAsync(List.of(
                TrackingNumber.of("PP1"),
                TrackingNumber.builder().value("PP1").postalCode("10115").build()));
        carrier.answerAll();
        assertThat(both.join()).hasSize(2).allMatch(Outcome::isSuccess);
        assertThat(carrier.batches()).containsExactly(List.of("PP1"), List.of("PP1"));
    }

    @Test
    void whatSomebodyWaitsForGoesBeforeALongList() {
        client.close();
        client = client(TrackingClient.builder().concurrency(1, 1));
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(numbers(300));
        CompletableFuture<TrackingResult> waitedFor = client.trackAsync("PPNOW");
        carrier.answerOne();
        assertThat(carrier.batches().get(1)).startsWith("PPNOW").hasSize(30);
        carrier.answerAll();
        assertThat(waitedFor.join().number().value()).isEqualTo("PPNOW");
        assertThat(list.join()).hasSize(300).allMatch(Outcome::isSuccess);
    }

    @Test
    void aNumberThatStandsInALongListMovesUpWhenSomebodyWaitsForIt() {
        client.close();
        client = client(TrackingClient.builder().concurrency(1, 1));
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(numbers(300));
        CompletableFuture<TrackingResult> waitedFor = client.trackAsync("PP299");
        carrier.answerOne();
        assertThat(carrier.batches().get(1)).startsWith("PP299");
        carrier.answerAll();
        waitedFor.join();
        assertThat(list.join()).hasSize(300).allMatch(Outcome::isSuccess);
        assertThat(carrier.batches().stream().flatMap(List::stream)).hasSize(300);
    }

    @Test
    void aListIsNotForgottenOverWhatPeopleWaitFor() {
        client.close();
        client = client(TrackingClient.builder().concurrency(1, 1));
        carrier.batchesOf(1);
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(List.of("LIST1", "LIST2", "LIST3"));
        List<CompletableFuture<TrackingResult>> people = each(10);
        carrier.answerAll();
        people.forEach(CompletableFuture::join);
        assertThat(list.join()).hasSize(3);
        List<String> order = carrier.batches().stream().flatMap(List::stream).toList();
        assertThat(order.indexOf("LIST2")).isLessThanOrEqualTo(5);
        assertThat(order.indexOf("LIST3")).isLessThanOrEqualTo(9);
    }

    @Test
    void aCancelledNumberThatWaitsIsNeverAskedFor() {
        client.close();
        client = client(TrackingClient.builder().concurrency(1, 1));
        CompletableFuture<TrackingResult> first = client.trackAsync("PP1");
        CompletableFuture<TrackingResult> second = client.trackAsync("PP2");
        CompletableFuture<TrackingResult> third = client.trackAsync("PP3");
        assertThat(second.cancel(true)).isTrue();
        carrier.answerAll();
        first.join();
        third.join();
        assertThat(carrier.batches()).containsExactly(List.of("PP1"), List.of("PP3"));
        assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void aBatchIsGivenUpWhenNobodyWaitsForAnyOfItAnyMore() {
        CompletableFuture<List<Outcome<TrackingResult>>> list = client.trackAsync(List.of("PP1", "PP2"));
        CompletableFuture<TrackingResult> one = client.trackAsync("PP2");
        list.cancel(true);
        assertThat(carrier.calls().get(0).isCancelled()).isFalse();
        one.cancel(true);
        assertThat(carrier.calls().get(0).isCancelled()).isTrue();
    }

    @Test
    void oneCallersPatienceIsNotAnothers() throws Exception {
        client.close();
        client = client(TrackingClient.builder().deadline(Duration.ofMillis(1)).bulkDeadline(Duration.ofMinutes(5)));
        CompletableFuture<TrackingResult> impatient = client.trackAsync("PP1");
        CompletableFuture<List<Outcome<TrackingResult>>> patient = client.trackAsync(List.of("PP1"));
        CarrierException late =
                Outcomes.settle(impatient).get(10, TimeUnit.SECONDS).failure().orElseThrow();
        assertThat(late.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(late.details().subject()).hasValue("PP1");
        carrier.answerAll();
        while (!patient.isDone()) {
            carrier.answerAll();
            Thread.onSpinWait();
        }
        assertThat(patient.join().get(0).isSuccess()).isTrue();
    }

    @Test
    void anInterruptedCallerStopsWaitingAndStaysInterrupted() throws Exception {
        AtomicReference<CarrierException> thrown = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                client.track("PP1");
            } catch (CarrierException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        while (carrier.onTheirWay() == 0) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        caller.join(10_000);
        assertThat(thrown.get().code()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(interrupted.get()).isTrue();
        assertThat(carrier.calls().get(0).isCancelled()).isTrue();
    }

    @Test
    void whatHangsOnAFutureMayBlock() throws Exception {
        LocalCarrier other = new LocalCarrier("other").matching(number -> com.trackingmcp.spi.NumberMatch.none());
        client.close();
        client = TrackingClient.builder()
                .config(key -> null)
                .providers(List.of())
                .carrier(carrier.factory())
                .carrier(other.factory())
                .build();
        CompletableFuture<TrackingResult> chained =
                client.trackAsync("PP1").thenApply(first -> client.track(TrackingNumber.of("PP2", "other")));
        carrier.answerAll();
        assertThat(chained.get(10, TimeUnit.SECONDS).carrier()).isEqualTo("other");
    }

    private List<CompletableFuture<TrackingResult>> each(int count) {
        List<CompletableFuture<TrackingResult>> answers = new ArrayList<>();
        numbers(count).forEach(number -> answers.add(client.trackAsync(number)));
        return answers;
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "PP" + n).toList();
    }

    private TrackingClient client(TrackingClientBuilder builder) {
        carrier.batchesOf(30);
        return builder.config(key -> null)
                .providers(List.of())
                .carrier(carrier.factory())
                .build();
    }
}
