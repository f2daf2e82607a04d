package com.trackingmcp.reliability.storm;

import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every carrier: what a question and a purchase come to, and the next ones over the same connections. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsTest {
    /** Whether all is tried, as {@code reliability/run faults} does; a part of it by default, in a few seconds. */
    private static final boolean FULL = Boolean.getBoolean("reliability.all");

    private static final long SEED = Long.getLong("reliability.seed", 7);

    private final Map<Wire, Map<Lane, FaultRow>> rows = new EnumMap<>(Wire.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @BeforeAll
    void open() {
        for (Wire wire : Wire.values()) {
            Map<Lane, FaultRow> lanes = new EnumMap<>(Lane.class);
            for (Lane lane : Lane.values()) {
                lanes.put(lane, new FaultRow(sandbox, lane, wire, false).warm());
            }
            rows.put(wire, lanes);
        }
    }

    @AfterAll
    void close() throws IOException {
        for (Map<Lane, FaultRow> lanes : rows.values()) {
            for (FaultRow row : lanes.values()) {
                row.close();
            }
        }
        threads.shutdownNow();
        sandbox.close();
    }

    static Stream<Arguments> quick() {
        return Stream.of(Fault.values())
                .filter(fault -> !fault.isSlow())
                .flatMap(fault -> Stream.of(Wire.values()).map(wire -> Arguments.of(fault, wire)));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_question_ends_in_the_right_answer_or_in_the_right_error(Fault fault, Wire wire) throws Exception {
        List<Check> checks = new ArrayList<>();
        for (Lane lane : struck(fault, wire, Lane::tracks)) {
            checks.add(new Check(lane + " " + fault, () -> {
                FaultRow row = row(wire, lane);
                row.once(fault);
                row.always(fault);
            }));
        }
        assertAll(checks);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_purchase_is_told_as_it_stands_in_the_carriers_books(Fault fault, Wire wire) throws Exception {
        List<Check> checks = new ArrayList<>();
        for (Lane lane : struck(fault, wire, Lane::sells)) {
            checks.add(new Check(lane + " " + fault, () -> {
                FaultRow row = row(wire, lane);
                row.purchase(fault);
                if (FULL) {
                    row.purchaseAsync(fault);
                }
            }));
        }
        assertAll(checks);
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void what_keeps_callers_waiting_ends_in_time_and_as_what_it_is(Wire wire) throws Exception {
        List<Check> checks = new ArrayList<>();
        Stream.of(Fault.values()).filter(Fault::isSlow).forEach(fault -> {
            for (Lane lane : struck(fault, wire, Lane::tracks)) {
                checks.add(impatient(lane, wire, fault, row -> row.once(fault)));
                checks.add(impatient(lane, wire, fault, row -> row.always(fault)));
            }
            for (Lane lane : struck(fault, wire, Lane::sells)) {
                checks.add(impatient(lane, wire, fault, row -> row.purchase(fault)));
            }
        });
        assertAll(checks);
    }

    private Check impatient(Lane lane, Wire wire, Fault fault, Consumer<FaultRow> check) {
        return new Check(lane + " " + fault, () -> {
            try (FaultRow row = new FaultRow(sandbox, lane, wire, true).warm()) {
                check.accept(row);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void without_a_token_nothing_is_bought_and_nobody_is_told_that_it_might_have_been(Wire wire) throws Exception {
        List<Check> checks = new ArrayList<>();
        Stream.of(Fault.values())
                .filter(fault -> !fault.isSlow() && (FULL || (fault.ordinal() + SEED + wire.ordinal()) % 6 == 0))
                .forEach(fault -> {
                    for (Lane lane : List.of(Lane.FEDEX, Lane.UPS)) {
                        checks.add(new Check(lane + " " + fault, () -> {
                            try (FaultRow row = new FaultRow(sandbox, lane, wire, false)) {
                                row.purchaseWithoutToken(fault);
                            }
                        }));
                    }
                });
        assertAll(checks);
    }

    private FaultRow row(Wire wire, Lane lane) {
        return Objects.requireNonNull(Objects.requireNonNull(rows.get(wire)).get(lane));
    }

    /** Where a fault strikes: everywhere, or by default in one system that the seed names, another one over TLS. */
    private static List<Lane> struck(Fault fault, Wire wire, Predicate<Lane> possible) {
        List<Lane> lanes = Stream.of(Lane.values()).filter(possible).toList();
        return FULL
                ? lanes
                : List.of(lanes.get((int) Math.floorMod(SEED + fault.ordinal() + wire.ordinal(), lanes.size())));
    }

    private record Check(String name, Body body) {}

    private interface Body {
        void run() throws Exception;
    }

    /** All at once; each that fails is told. */
    private void assertAll(List<Check> checks) throws InterruptedException {
        List<Future<?>> runs = new ArrayList<>();
        for (Check check : checks) {
            runs.add(threads.submit(() -> {
                check.body().run();
                return null;
            }));
        }
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < runs.size(); i++) {
            try {
                runs.get(i).get();
            } catch (ExecutionException e) {
                all.fail(checks.get(i).name() + ": " + e.getCause(), e.getCause());
            }
        }
        all.assertAll();
    }
}
