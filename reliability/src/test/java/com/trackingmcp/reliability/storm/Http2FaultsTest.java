package com.trackingmcp.reliability.storm;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault that only HTTP/2 has: what a question and a purchase come to, and the next ones. Each strikes UPS or DHL by
 * default, and all carriers with {@code reliability.all}.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Http2FaultsTest {
    private static final boolean FULL = Boolean.getBoolean("reliability.all");
    private static final List<Lane> LANES = FULL
            ? List.of(Lane.FEDEX, Lane.UPS, Lane.DHL_EXPRESS, Lane.DHL_UNIFIED, Lane.KARRIO, Lane.KARRIO_LABEL)
            : List.of(Lane.UPS, Lane.DHL_EXPRESS);
    private static final long SEED = Long.getLong("reliability.seed", 7);

    private final Map<Lane, FaultRow<Http2Fault>> rows = new EnumMap<>(Lane.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final CarrierSandbox sandbox = CarrierSandbox.start();

    @BeforeAll
    void open() {
        for (Lane lane : LANES) {
            rows.put(lane, row(lane, false).warm());
        }
    }

    @AfterAll
    void close() throws IOException {
        for (FaultRow<Http2Fault> row : rows.values()) {
            row.close();
        }
        threads.shutdownNow();
        sandbox.close();
    }

    private FaultRow<Http2Fault> row(Lane lane, boolean impatient) {
        return new FaultRow<>(
                sandbox,
                lane,
                new Http2Proxy(sandbox.uri()),
                TrackingClient.builder().sslContext(OwnCertificate.context()),
                impatient);
    }

    static Stream<Http2Fault> quick() {
        return Stream.of(Http2Fault.values()).filter(fault -> !fault.isSlow());
    }

    @ParameterizedTest
    @MethodSource("quick")
    void a_question_or_a_purchase_ends_as_it_stands_in_the_carriers_books(Http2Fault fault) throws Exception {
        Checks checks = new Checks();
        for (Lane lane : struck(fault)) {
            FaultRow<Http2Fault> row = Objects.requireNonNull(rows.get(lane));
            checks.add(lane + " " + fault, () -> {
                if (lane.tracks()) {
                    row.once(fault);
                    row.always(fault);
                }
                if (lane.sells()) {
                    row.purchase(fault);
                }
            });
        }
        checks.run(threads);
    }

    @Test
    void what_keeps_callers_waiting_ends_in_time_and_as_what_it_is() throws Exception {
        Checks checks = new Checks();
        Stream.of(Http2Fault.values()).filter(Http2Fault::isSlow).forEach(fault -> {
            for (Lane lane : struck(fault)) {
                if (lane.tracks()) {
                    checks.add(lane + " " + fault, impatient(lane, row -> row.once(fault)));
                    checks.add(lane + " " + fault, impatient(lane, row -> row.always(fault)));
                }
                if (lane.sells()) {
                    checks.add(lane + " " + fault, impatient(lane, row -> row.purchase(fault)));
                }
            }
        });
        checks.run(threads);
    }

    private Checks.Check impatient(Lane lane, Consumer<FaultRow<Http2Fault>> check) {
        return () -> {
            try (FaultRow<Http2Fault> row = row(lane, true).warm()) {
                check.accept(row);
            }
        };
    }

    private static List<Lane> struck(Http2Fault fault) {
        return FULL ? LANES : List.of(LANES.get((int) Math.floorMod(SEED + fault.ordinal(), LANES.size())));
    }
}
