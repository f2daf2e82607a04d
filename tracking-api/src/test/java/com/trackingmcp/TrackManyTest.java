package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.testcarrier.LocalCarrier;
import com.trackingmcp.testcarrier.ParcelPost;
import com.trackingmcp.testcarrier.ParcelPostNumbers;
import com.trackingmcp.testcarrier.ParcelPostServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrackManyTest {
    @RegisterExtension
    final ParcelPostServer server = new ParcelPostServer();

    @Test
    void oneNumberIsOneRequest() {
        server.knows(ParcelPostNumbers.standard(1), "DLV");
        TrackingResult parcel =
                server.client().track(ParcelPostNumbers.standard(1).toLowerCase());
        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).contains("DLV");
        assertThat(parcel.retrievedAt()).isEqualTo(server.clock().instant());
        assertThat(parcel.rawJson()).isEmpty();
        assertThat(server.trackRequests()).isEqualTo(1);
    }

    @Test
    void noNumbersAreNoRequest() {
        assertThat(server.client().track(List.of())).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void asManyOutcomesAsNumbersInTheirOrder() {
        List<String> numbers = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String number = n % 3 == 0 ? ParcelPostNumbers.express(n) : ParcelPostNumbers.standard(n);
            numbers.add(number);
            if (n % 4 != 0) {
                server.knows(number, "MOV");
            }
        }
        Collections.shuffle(numbers, new Random(7));
        List<Outcome<TrackingResult>> outcomes = server.client().track(numbers);
        assertThat(outcomes).hasSize(60);
        for (int i = 0; i < 60; i++) {
            Outcome<TrackingResult> outcome = outcomes.get(i);
            String answered = outcome.value()
                    .map(parcel -> parcel.number().value())
                    .orElseGet(() ->
                            outcome.failure().orElseThrow().details().subject().orElseThrow());
            assertThat(answered).isEqualTo(numbers.get(i));
        }
        assertThat(outcomes.stream().filter(Outcome::isSuccess)).hasSize(45);
    }

    @Test
    void batchesAreAsLargeAsTheirLaneAllows() {
        List<String> numbers = new ArrayList<>();
        IntStream.range(0, 25).forEach(n -> numbers.add(ParcelPostNumbers.standard(n)));
        IntStream.range(0, 5).forEach(n -> numbers.add(ParcelPostNumbers.express(n)));
        server.client().track(numbers);
        assertThat(server.batchSizes()).containsExactly(1, 2, 2, 5, 10, 10);
    }

    @Test
    void aNumberThatIsGivenTwiceIsAskedOnce() {
        String number = ParcelPostNumbers.standard(1);
        server.knows(number, "MOV");
        List<Outcome<TrackingResult>> outcomes =
                server.client().track(List.of(number, " " + number.toLowerCase(), number.replace("PP", "PP-")));
        assertThat(outcomes).hasSize(3).allMatch(Outcome::isSuccess);
        assertThat(server.batchSizes()).containsExactly(1);
    }

    @Test
    void oneNumberWithTwoExtrasNeverTravelsTwiceInOneBatch() {
        LocalCarrier carrier = new LocalCarrier("a");
        TrackingClient client = server.built(server.builder().carrier(carrier.factory()));
        List<Outcome<TrackingResult>> outcomes = client.trackAll(List.of(
                TrackingNumber.of("PP1"),
                TrackingNumber.of("PP2"),
                TrackingNumber.of("PP1", "a"),
                TrackingNumber.builder().value("PP1").postalCode("38118").build()));
        assertThat(outcomes).hasSize(4).allMatch(Outcome::isSuccess);
        assertThat(carrier.batches()).containsExactly(List.of("PP1", "PP2"), List.of("PP1"), List.of("PP1"));
        assertThat(outcomes.get(3).orElseThrow().number().postalCode()).contains("38118");
    }

    @Test
    void whatIsNoNumberIsTheFailureOfItsOwnPlaceOnly() {
        String good = ParcelPostNumbers.standard(1);
        server.knows(good, "MOV");
        List<Outcome<TrackingResult>> outcomes =
                server.client().track(Arrays.asList(null, good, "", "12#4", "x".repeat(300), "QQ1", good));
        assertThat(outcomes)
                .extracting(
                        outcome -> outcome.failure().map(error -> error.code()).orElse(null))
                .containsExactly(
                        ErrorCode.INVALID_TRACKING_NUMBER,
                        null,
                        ErrorCode.INVALID_TRACKING_NUMBER,
                        ErrorCode.INVALID_TRACKING_NUMBER,
                        ErrorCode.INVALID_TRACKING_NUMBER,
                        ErrorCode.CARRIER_NOT_DETECTED,
                        null);
    }

    @Test
    void aNullAmongNumbersOrANullListIsSaidToBeNull() {
        TrackingNumber good = TrackingNumber.of(ParcelPostNumbers.standard(1));
        server.knows(good.value(), "MOV");
        TrackingClient client = server.client();
        List<Outcome<TrackingResult>> outcomes = client.trackAll(Arrays.asList(good, null));
        assertThat(outcomes.get(0).isSuccess()).isTrue();
        assertThat(outcomes.get(1).failure().orElseThrow()).hasMessageContaining("null");
        assertThatThrownBy(() -> client.track((Collection<String>) null)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> client.track((TrackingNumber) null)).isInstanceOf(InvalidRequestException.class);
        assertThat(client.trackAsync((String) null)).isCompletedExceptionally();
    }

    @Test
    void carriersAreAskedAtTheSameTime() {
        Meeting meeting = new Meeting(2);
        LocalCarrier first = meeting.guest("a");
        LocalCarrier second = meeting.guest("b");
        TrackingClient client =
                server.built(server.builder().carrier(first.factory()).carrier(second.factory()));
        List<Outcome<TrackingResult>> outcomes =
                client.trackAll(List.of(TrackingNumber.of("PP1", "a"), TrackingNumber.of("PP2", "b")));
        assertThat(outcomes).allMatch(Outcome::isSuccess);
    }

    @Test
    void theCarriersOwnJsonComesOnlyWhereAskedFor() {
        String number = ParcelPostNumbers.standard(1);
        server.knows(number, "MOV");
        TrackingClient client =
                server.built(server.builder().rawJson(true).carrier(ParcelPost.carrier(ParcelPost.at(server.uri()))));
        assertThat(client.track(number).rawJson().orElseThrow()).contains("\"MOV\"");
    }

    @Test
    void codesThatNoTableExplainsAreUnknownAndCountedUpToABound() {
        String number = ParcelPostNumbers.standard(1);
        TrackingClient client = server.client();
        server.knows(number, "ODD");
        assertThat(client.track(number).status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(client.track(number).carrierStatusCode()).contains("ODD");
        assertThat(client.unmappedCodes()).containsOnly(java.util.Map.entry("parcelpost:ODD", 2L));
        List<String> numbers =
                IntStream.range(0, 1_500).mapToObj(ParcelPostNumbers::standard).toList();
        numbers.forEach(each -> server.knows(each, "ODD-" + each + "x".repeat(500)));
        client.track(numbers);
        assertThat(client.unmappedCodes().size()).isBetween(900, 1_010);
        assertThat(client.unmappedCodes().keySet()).allMatch(key -> key.length() < 120);
    }

    /** Answers nobody before all have been asked. */
    private static final class Meeting {
        private final int guests;
        private final List<Runnable> answers = new ArrayList<>();

        Meeting(int guests) {
            this.guests = guests;
        }

        LocalCarrier guest(String id) {
            return new LocalCarrier(id) {
                @Override
                public java.util.concurrent.CompletableFuture<List<Outcome<TrackingResult>>> track(
                        List<TrackingNumber> asked, com.trackingmcp.http.CallContext call) {
                    var answer = new java.util.concurrent.CompletableFuture<List<Outcome<TrackingResult>>>();
                    answers.add(() -> answer.complete(answers(asked)));
                    if (answers.size() == guests) {
                        answers.forEach(Runnable::run);
                    }
                    return answer;
                }
            };
        }
    }
}
