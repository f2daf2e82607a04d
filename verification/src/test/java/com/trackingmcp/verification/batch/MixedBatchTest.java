package com.trackingmcp.verification.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A thousand numbers in one call: 60 % FedEx, 30 % UPS, 10 % DHL, 3 % of them unknown, and UPS failing for a while. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MixedBatchTest {
    private static final int UPS_FAILURES = 60;

    @Test
    void a_thousand_mixed_numbers_have_a_thousand_outcomes_in_order() {
        try (CarrierSandbox sandbox = CarrierSandbox.start();
                CarrierSandbox elsewhere = CarrierSandbox.builder().seed(2).build();
                TrackingClient client = TrackingClient.builder()
                        .config(sandbox.config())
                        .clock(sandbox.clock())
                        .retries(2, Duration.ofMillis(1))
                        .build()) {
            Set<String> unknown = new HashSet<>(numbers(elsewhere, 18, 9, 3));
            List<String> asked = new ArrayList<>(unknown);
            asked.addAll(numbers(sandbox, 582, 291, 97));
            Collections.shuffle(asked, new Random(1));
            sandbox.fail("ups").on("track").with(500).times(UPS_FAILURES);

            List<Outcome<TrackingResult>> outcomes = client.track(asked);

            assertThat(asked).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(outcomes).hasSize(1_000);
            int failed = 0;
            for (int i = 0; i < asked.size(); i++) {
                String number = asked.get(i);
                if (outcomes.get(i).isSuccess()) {
                    assertThat(outcomes.get(i).orElseThrow().number().value()).isEqualTo(number);
                    assertThat(unknown).doesNotContain(number);
                } else {
                    assertThat(outcomes.get(i).failure().orElseThrow())
                            .isInstanceOfAny(TrackingNumberNotFoundException.class, CarrierUnavailableException.class)
                            .hasMessageContaining(number);
                    failed += unknown.contains(number) ? 0 : 1;
                }
            }
            assertThat(failed).as("numbers lost to the outage").isLessThanOrEqualTo(UPS_FAILURES / 3);
            assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(20);
            assertThat(sandbox.calls("fedex")).hasSize(21);
            // one a number and one a failure, and FedEx numbers that FedEx does not know might be InfoNotices
            assertThat(sandbox.callsWithoutTokens("ups")).hasSizeBetween(300, 300 + UPS_FAILURES + unknown.size());
            assertThat(sandbox.calls("mydhl")).hasSize(2);
            System.out.println(summary(sandbox, outcomes));
        }
    }

    private static List<String> numbers(CarrierSandbox sandbox, int fedex, int ups, int dhl) {
        return Stream.of(sandbox.parcels("fedex", fedex), sandbox.parcels("ups", ups), sandbox.parcels("dhl", dhl))
                .flatMap(List::stream)
                .map(SandboxParcel::inTransit)
                .map(SandboxParcel::number)
                .toList();
    }

    private static String summary(CarrierSandbox sandbox, List<Outcome<TrackingResult>> outcomes) {
        long found = outcomes.stream().filter(Outcome::isSuccess).count();
        long notFound = outcomes.stream()
                .filter(outcome -> outcome.failure()
                        .filter(TrackingNumberNotFoundException.class::isInstance)
                        .isPresent())
                .count();
        return "Mixed batch: " + outcomes.size() + " outcomes, " + found + " found, " + notFound + " not found, "
                + (outcomes.size() - found - notFound) + " unavailable; HTTP calls (tokens included): "
                + Stream.of("fedex", "ups", "mydhl", "dhl-unified", "dhl-ecommerce")
                        .map(wire -> wire + " " + sandbox.calls(wire).size())
                        .toList();
    }
}
