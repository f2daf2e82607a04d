package com.trackingmcp.reliability.storm;

import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every carrier: what a question and a purchase come to, and the next ones over the same connections. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FaultsTest {
    /** Whether all is tried, as {@code reliability/run faults} does; a part of it by default, in a few seconds. */
    private static final boolean FULL = Boolean.getBoolean("reliability.all");

    private final Map<Lane, FaultRow> rows = new EnumMap<>(Lane.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @BeforeAll
    void open() {
        for (Lane lane : Lane.values()) {
            rows.put(lane, new FaultRow(sandbox, lane, false).warm());
        }
    }

    @AfterAll
    void close() throws IOException {
        for (FaultRow row : rows.values()) {
            row.close();
        }
        threads.shutdownNow();
        sandbox.close();
    }

    static Stream<Fault> quick() {
        return Stream.of(Fault.values()).filter(fault -> !fault.isSlow());
    }

    static Stream<Fault> slow() {
        return Stream.of(Fault.values()).filter(Fault::isSlow);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_question_ends_in_the_right_answer_or_in_the_right_error(Fault fault) throws Exception {
        List<Check> checks = new ArrayList<>();
        rows.forEach((lane, row) -> {
            if (lane.tracks()) {
                checks.add(new Check(lane + " " + fault, () -> {
                    row.once(fault);
                    row.always(fault);
                }));
            }
        });
        assertAll(checks);
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_purchase_is_told_as_it_stands_in_the_carriers_books(Fault fault) throws Exception {
        List<Check> checks = new ArrayList<>();
        rows.forEach((lane, row) -> {
            if (lane.shop().isPresent()) {
                checks.add(new Check(lane + " " + fault, () -> {
                    row.purchase(fault);
                    if (FULL) {
                        row.purchaseAsync(fault);
                    }
                }));
            }
        });
        assertAll(checks);
    }

    @Test
    void what_keeps_callers_waiting_ends_in_time_and_as_what_it_is() throws Exception {
        List<Check> checks = new ArrayList<>();
        slow().forEach(fault -> {
            for (Lane lane : Lane.values()) {
                checks.add(new Check(lane + " " + fault, () -> {
                    try (FaultRow row = new FaultRow(sandbox, lane, true).warm()) {
                        if (lane.tracks()) {
                            row.once(fault);
                            row.always(fault);
                        }
                        if (lane.shop().isPresent()) {
                            row.purchase(fault);
                        }
                    }
                }));
            }
        });
        assertAll(checks);
    }

    @Test
    void without_a_token_nothing_is_bought_and_nobody_is_told_that_it_might_have_been() throws Exception {
        List<Check> checks = new ArrayList<>();
        quick().filter(fault -> FULL || fault.ordinal() % 3 == 0).forEach(fault -> {
            for (Lane lane : List.of(Lane.FEDEX, Lane.UPS)) {
                checks.add(new Check(lane + " " + fault, () -> {
                    try (FaultRow row = new FaultRow(sandbox, lane, false)) {
                        row.purchaseWithoutToken(fault);
                    }
                }));
            }
        });
        assertAll(checks);
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
