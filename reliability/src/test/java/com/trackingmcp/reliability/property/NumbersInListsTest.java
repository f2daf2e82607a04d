package com.trackingmcp.reliability.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Any list of numbers, split in any way and asked in several ways at once: one outcome for each, in order. */
class NumbersInListsTest {
    private static final List<String> STRANGE = List.of("", "no number", "0", "\u0000", "é".repeat(80));
    private static @Nullable CarrierSandbox sandbox;
    private static @Nullable TrackingClient client;
    private static List<String> numbers = List.of();

    @BeforeContainer
    static void open() {
        CarrierSandbox started = CarrierSandbox.start();
        sandbox = started;
        client = TrackingClient.builder()
                .config(started.config())
                .clock(started.clock())
                .cache(CachePolicy.off())
                .retries(0, Duration.ZERO)
                .build();
        numbers = Stream.concat(
                        Stream.of("fedex", "ups", "dhl", "karrio:canadapost")
                                .flatMap(carrier -> started.parcels(carrier, 20).stream())
                                .map(SandboxParcel::number),
                        Stream.concat(
                                Stream.of(
                                        "1Z999AA10123456785",
                                        SandboxNumbers.FEDEX_NOT_FOUND,
                                        SandboxNumbers.UPS_NOT_FOUND,
                                        SandboxNumbers.DHL_EXPRESS_NOT_FOUND,
                                        SandboxNumbers.FEDEX_BROKEN_EVENT,
                                        SandboxNumbers.FEDEX_SEVERAL_RESULTS),
                                STRANGE.stream()))
                .toList();
    }

    @AfterContainer
    static void close() {
        if (client != null && sandbox != null) {
            client.close();
            sandbox.close();
        }
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.of(numbers).list().ofMaxSize(90);
    }

    @Property(tries = 100, seed = "20261122")
    void anySplitOfAnyListGivesOneOutcomeEachInOrder(
            @ForAll("lists") List<String> list, @ForAll @Size(max = 5) List<@IntRange(max = 90) Integer> cuts)
            throws Exception {
        List<CompletableFuture<List<Outcome<TrackingResult>>>> parts = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (List<String> part : split(list, cuts)) {
            whole.addAll(part);
            parts.add(asked(part, parts.size()));
        }
        List<Outcome<TrackingResult>> outcomes = new ArrayList<>();
        for (CompletableFuture<List<Outcome<TrackingResult>>> part : parts) {
            outcomes.addAll(part.get(30, TimeUnit.SECONDS));
        }
        assertThat(whole).isEqualTo(list);
        assertThat(outcomes).hasSize(list.size());
        for (int i = 0; i < list.size(); i++) {
            isAbout(list.get(i), outcomes.get(i));
        }
    }

    private static CompletableFuture<List<Outcome<TrackingResult>>> asked(List<String> part, int turn) {
        TrackingClient asked = Objects.requireNonNull(client);
        if (turn % 3 == 0) {
            return asked.trackAsync(part);
        } else if (turn % 3 == 1) {
            return CompletableFuture.supplyAsync(() -> {
                List<Outcome<TrackingResult>> told = new ArrayList<>();
                asked.stream(part, (number, outcome) -> told.add(outcome));
                return told;
            });
        }
        return CompletableFuture.completedFuture(asked.track(part));
    }

    private static List<List<String>> split(List<String> list, List<Integer> cuts) {
        List<Integer> places = Stream.concat(cuts.stream().filter(cut -> cut <= list.size()), Stream.of(0, list.size()))
                .sorted()
                .toList();
        List<List<String>> parts = new ArrayList<>();
        for (int i = 1; i < places.size(); i++) {
            parts.add(list.subList(places.get(i - 1), places.get(i)));
        }
        return parts;
    }

    private static void isAbout(String number, Outcome<TrackingResult> outcome) {
        if (outcome.isSuccess()) {
            assertThat(outcome.orElseThrow().number().value()).isEqualTo(number);
            return;
        }
        CarrierException error = outcome.failure().orElseThrow();
        if (STRANGE.contains(number)) {
            assertThat(error.carrier()).as(number).isEmpty();
        } else {
            assertThat(error.details().subject()).as(error.getMessage()).contains(number);
        }
    }
}
