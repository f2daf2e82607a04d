package com.trackingmcp.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More numbers than one would hold at a time, through the client's public door and over the real wire formats. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StreamTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .retries(2, Duration.ofMillis(1))
            .build();

    @AfterEach
    void stop() {
        client.close();
        sandbox.close();
    }

    @Test
    void numbers_that_name_their_carrier_are_answered_in_order_by_that_carrier_in_full_batches() {
        List<TrackingNumber> numbers = new ArrayList<>(numbers("fedex", 1_500));
        numbers.addAll(numbers("ups", 200));
        Collections.shuffle(numbers, new Random(3));
        List<TrackingNumber> seen = new ArrayList<>();

        client.streamAll(numbers, (number, outcome) -> {
            seen.add(number);
            TrackingResult parcel = outcome.orElseThrow();
            assertThat(parcel.number().value()).isEqualTo(number.value());
            assertThat(number.carrier()).contains(parcel.carrier());
        });

        assertThat(seen).containsExactlyElementsOf(numbers);
        // fifty full batches of thirty, and a little room for the last of each portion
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSizeBetween(50, 60);
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(200);
    }

    @Test
    void outcomes_come_on_the_callers_thread_with_the_very_numbers_that_were_given() {
        List<TrackingNumber> numbers = numbers("fedex", 40);
        List<TrackingNumber> seen = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();

        client.streamAll(numbers, (number, outcome) -> {
            seen.add(number);
            threads.add(Thread.currentThread());
        });

        assertThat(threads).containsExactly(Thread.currentThread());
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(seen.get(i)).isSameAs(numbers.get(i));
        }
    }

    @Test
    void a_null_among_numbers_is_the_failure_of_its_own_place() {
        TrackingNumber good = numbers("ups", 1).get(0);
        List<Outcome<TrackingResult>> outcomes = new ArrayList<>();

        client.streamAll(Arrays.asList(good, null, good), (number, outcome) -> outcomes.add(outcome));

        assertThat(outcomes)
                .extracting(
                        outcome -> outcome.failure().map(error -> error.code()).orElse(null))
                .containsExactly(null, ErrorCode.INVALID_TRACKING_NUMBER, null);
    }

    @Test
    void a_failing_carrier_costs_its_own_numbers_only() {
        List<TrackingNumber> numbers = Stream.concat(numbers("ups", 5).stream(), numbers("fedex", 5).stream())
                .toList();
        sandbox.fail("ups").on("track").with(500).untilCleared();
        List<Boolean> found = new ArrayList<>();

        client.streamAll(numbers, (number, outcome) -> found.add(outcome.isSuccess()));

        assertThat(found).containsExactly(false, false, false, false, false, true, true, true, true, true);
    }

    @Test
    void what_the_consumer_throws_ends_it_and_no_further_number_is_read() {
        List<TrackingNumber> numbers = numbers("fedex", 2_000);
        List<TrackingNumber> read = new ArrayList<>();
        List<TrackingNumber> seen = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        client.streamAll(() -> numbers.stream().peek(read::add).iterator(), (number, outcome) -> {
                            seen.add(number);
                            if (seen.size() == 3) {
                                throw new IllegalStateException("enough");
                            }
                        }))
                .withMessage("enough");

        assertThat(seen).isEqualTo(numbers.subList(0, 3));
        assertThat(read).hasSize(1_200);
        assertThat(client.lanes()).allSatisfy(lane -> assertThat(lane.waiting()).isZero());
        assertThat(client.track(numbers.get(1_999)).number().value())
                .isEqualTo(numbers.get(1_999).value());
    }

    @Test
    void what_the_source_throws_ends_it() {
        Iterable<TrackingNumber> broken = () -> {
            throw new IllegalStateException("no source");
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> client.streamAll(broken, (number, outcome) -> {}))
                .withMessage("no source");
    }

    @Test
    void no_source_or_consumer_is_said_to_be_null() {
        assertThatThrownBy(() -> client.streamAll(null, (number, outcome) -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("numbers is null");
        assertThatThrownBy(() -> client.streamAll(List.of(), null))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("consumer is null");
    }

    private List<TrackingNumber> numbers(String carrier, int count) {
        return sandbox.parcels(carrier, count).stream()
                .map(SandboxParcel::inTransit)
                .map(parcel -> TrackingNumber.of(parcel.number(), carrier))
                .toList();
    }
}
