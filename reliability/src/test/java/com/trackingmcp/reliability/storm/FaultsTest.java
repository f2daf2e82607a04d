package com.trackingmcp.reliability.storm;

import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
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

    private final Map<Wire, Map<Lane, FaultRow<Fault>>> rows = new EnumMap<>(Wire.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @BeforeAll
    void open() {
        for (Wire wire : Wire.values()) {
            Map<Lane, FaultRow<Fault>> lanes = new EnumMap<>(Lane.class);
            for (Lane lane : Lane.values()) {
                lanes.put(lane, wire.row(sandbox, lane, false).warm());
            }
            rows.put(wire, lanes);
        }
    }

    @AfterAll
    void close() throws IOException {
        for (Map<Lane, FaultRow<Fault>> lanes : rows.values()) {
            for (FaultRow<Fault> row : lanes.values()) {
                row.close();
            }
        }
        threads.shutdownNow();
        sandbox.close();
    }

    static Stream<Arguments> quick() {
        return Stream.of(Wire.values())
                .flatMap(wire -> faults(wire).filter(fault -> !fault.isSlow()).map(fault -> Arguments.of(fault, wire)));
    }

    /** All; by default over TLS every third, others with another seed. */
    private static Stream<Fault> faults(Wire wire) {
        return Stream.of(Fault.values())
                .filter(fault -> FULL || wire == Wire.PLAIN || (fault.ordinal() + SEED) % 3 == 0);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_question_ends_in_the_right_answer_or_in_the_right_error(Fault fault, Wire wire) throws Exception {
        strike(fault, wire, Lane::tracks, row -> {
            row.once(fault);
            row.always(fault);
        });
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_purchase_is_told_as_it_stands_in_the_carriers_books(Fault fault, Wire wire) throws Exception {
        strike(fault, wire, Lane::sells, row -> {
            row.purchase(fault);
            if (FULL) {
                row.purchaseAsync(fault);
            }
        });
    }

    private void strike(Fault fault, Wire wire, Predicate<Lane> possible, Consumer<FaultRow<Fault>> check)
            throws InterruptedException {
        Checks checks = new Checks();
        for (Lane lane : struck(fault, wire, possible)) {
            checks.add(lane + " " + fault + " " + wire, () -> check.accept(row(wire, lane)));
        }
        checks.run(threads);
    }

    @Test
    void what_keeps_callers_waiting_ends_in_time_and_as_what_it_is() throws Exception {
        Checks checks = new Checks();
        for (Wire wire : Wire.values()) {
            faults(wire).filter(Fault::isSlow).forEach(fault -> {
                for (Lane lane : struck(fault, wire, Lane::tracks)) {
                    checks.add(lane + " " + fault + " " + wire, impatient(lane, wire, row -> row.once(fault)));
                    checks.add(lane + " " + fault + " " + wire, impatient(lane, wire, row -> row.always(fault)));
                }
                for (Lane lane : struck(fault, wire, Lane::sells)) {
                    checks.add(lane + " " + fault + " " + wire, impatient(lane, wire, row -> row.purchase(fault)));
                }
            });
        }
        checks.run(threads);
    }

    private Checks.Check impatient(Lane lane, Wire wire, Consumer<FaultRow<Fault>> check) {
        return () -> {
            try (FaultRow<Fault> row = wire.row(sandbox, lane, true).warm()) {
                check.accept(row);
            }
        };
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void without_a_token_nothing_is_bought_and_nobody_is_told_that_it_might_have_been(Wire wire) throws Exception {
        Checks checks = new Checks();
        Stream.of(Fault.values())
                .filter(fault -> !fault.isSlow() && (FULL || (fault.ordinal() + SEED + wire.ordinal()) % 6 == 0))
                .forEach(fault -> {
                    for (Lane lane : List.of(Lane.FEDEX, Lane.UPS)) {
                        checks.add(lane + " " + fault + " " + wire, () -> {
                            try (FaultRow<Fault> row = wire.row(sandbox, lane, false)) {
                                row.purchaseWithoutToken(fault);
                            }
                        });
                    }
                });
        checks.run(threads);
    }

    private FaultRow<Fault> row(Wire wire, Lane lane) {
        return Objects.requireNonNull(Objects.requireNonNull(rows.get(wire)).get(lane));
    }

    /** Where a fault strikes: everywhere, or by default in one system that the seed names, another one over TLS. */
    private static List<Lane> struck(Fault fault, Wire wire, Predicate<Lane> possible) {
        List<Lane> lanes = Stream.of(Lane.values()).filter(possible).toList();
        return FULL
                ? lanes
                : List.of(lanes.get((int) Math.floorMod(SEED + fault.ordinal() + wire.ordinal(), lanes.size())));
    }
}
