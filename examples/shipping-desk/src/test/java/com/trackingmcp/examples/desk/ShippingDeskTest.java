package com.trackingmcp.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import com.trackingmcp.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk as a process of its own, which can be killed; the carriers live on in this one. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippingDeskTest {
    private static final List<String> WIRES = List.of("fedex", "ups", "mydhl");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final CarrierSandbox sandbox =
            CarrierSandbox.builder().clock(TestClock.running()).build();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_day_goes_from_twenty_orders_to_labels_papers_pickups_and_a_manifest() throws Exception {
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
        assertThat(printed()).contains("0 of 20 orders are bought already", "20/20  bought 20, failed 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "mydhl"})
    void a_desk_that_is_killed_while_a_carrier_sells_buys_nothing_twice_and_ends_the_same(String carrier)
            throws Exception {
        try (SandboxHold hold = sandbox.hold(carrier).on("ship")) {
            Process desk = start();
            // all that it buys at once
            assertThat(hold.awaitCalls(4, LONG_ENOUGH)).isTrue();
            kill(desk);
        }
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedex", "ups", "mydhl"})
    void a_desk_that_is_killed_while_a_driver_is_called_calls_none_twice(String carrier) throws Exception {
        try (SandboxHold hold = sandbox.hold(carrier).on("pickup")) {
            Process desk = start();
            assertThat(hold.awaitCalls(1, LONG_ENOUGH)).isTrue();
            kill(desk);
        }
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
        if (!carrier.equals("ups")) {
            assertThat(printed()).contains("may be booked already: ask the carrier");
        }
    }

    @Test
    void a_day_whose_closing_never_arrived_is_closed_at_the_next_start() throws Exception {
        sandbox.fail("fedex").on("manifest").withDroppedConnection().times(1);
        assertThat(finish(start())).isZero();
        assertThat(printed()).contains("The day was not closed");
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
    }

    @Test
    void a_day_that_was_closed_though_the_answer_was_lost_is_not_closed_again() throws Exception {
        sandbox.fail("fedex").on("manifest").withLostAnswer().times(1);
        assertThat(finish(start())).isZero();
        assertThat(finish(start())).isZero();
        assertThatTheDayIsDone();
        assertThat(sandbox.calls("fedex"))
                .filteredOn(call -> call.operation().equals("manifest"))
                .hasSize(1);
    }

    @Test
    void what_was_not_bought_is_told_with_its_reason_and_bought_at_the_next_start() throws Exception {
        sandbox.fail("ups").on("ship").with(400).times(1);
        assertThat(finish(start())).isZero();
        assertThat(printed()).contains("failed 1", " was not bought: ", "1 of 20 orders are still to be bought");
        assertThat(finish(start())).isZero();
        assertThat(orders()).hasSize(20).doesNotHaveDuplicates();
    }

    /** Twenty shipments, each order once; a paper for each order abroad; a pickup for each driver; one day closed. */
    private void assertThatTheDayIsDone() throws IOException {
        assertThat(orders()).hasSize(20).doesNotHaveDuplicates();
        assertThat(attached("fedex")).isEqualTo(4);
        assertThat(attached("ups")).isEqualTo(3);
        assertThat(attached("mydhl")).isEqualTo(3);
        assertThat(sandbox.pickups("fedex")).hasSize(2);
        assertThat(sandbox.pickups("ups")).hasSize(1);
        assertThat(sandbox.pickups("mydhl")).hasSize(1);
        assertThat(folder)
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("manifest-"));
    }

    private List<String> orders() {
        return WIRES.stream()
                .flatMap(wire -> sandbox.shipments(wire).stream())
                .map(shipment -> shipment.references().get(0))
                .toList();
    }

    private long attached(String wire) {
        return sandbox.papers(wire).stream()
                .filter(paper -> paper.shipment().isPresent())
                .count();
    }

    private Process start() throws IOException {
        ProcessBuilder desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShippingDesk.class.getName(),
                        folder.toString(),
                        "--environment",
                        "--impatient")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("printed.txt").toFile()));
        desk.environment().putAll(sandbox.settings());
        return desk.start();
    }

    private static int finish(Process desk) throws InterruptedException {
        assertThat(desk.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return desk.exitValue();
    }

    private static void kill(Process desk) throws InterruptedException {
        desk.destroyForcibly();
        assertThat(desk.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("printed.txt"));
    }
}
