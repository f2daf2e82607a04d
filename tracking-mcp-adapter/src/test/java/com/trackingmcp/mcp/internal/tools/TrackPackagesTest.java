package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where many parcels are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrackPackagesTest {
    private final TestBench bench = TestBench.open();
    private final CarrierSandbox sandbox = bench.sandbox();

    /** A client that wants to know how far it is. */
    private static final class Listener implements Dialogue {
        private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch first = new CountDownLatch(1);

        @Override
        public boolean canAsk() {
            return false;
        }

        @Override
        public Reply ask(String question, Schema form) {
            throw new IllegalStateException("nobody is there");
        }

        @Override
        public void progress(long done, long total, String message) {
            told.add(done);
            assertThat(message).isEqualTo(done + " of " + total + " parcels");
            first.countDown();
        }
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static ObjectNode asking(List<String> numbers) {
        ObjectNode arguments = Json.object();
        arguments.set("tracking_numbers", Json.texts(numbers));
        return arguments;
    }

    private static ObjectNode asking(String... numbers) {
        return asking(Arrays.asList(numbers));
    }

    private ToolAnswer call(ObjectNode arguments) {
        return bench.call("track_packages", arguments, Caller.LOCAL, Dialogue.NONE);
    }

    private List<String> fresh(String carrier, int count) {
        return sandbox.parcels(carrier, count).stream()
                .map(SandboxParcel::number)
                .toList();
    }

    @Test
    void each_number_has_its_result_in_order_whatever_fails() {
        ToolAnswer answer = call(asking(
                SandboxNumbers.UPS_DELIVERED,
                "a/b",
                SandboxNumbers.FEDEX_OUT_FOR_DELIVERY,
                SandboxNumbers.UPS_NOT_FOUND));
        JsonNode results = answer.structured().path("results");
        assertThat(answer.structured().path("found").asInt()).isEqualTo(2);
        assertThat(answer.structured().path("failed").asInt()).isEqualTo(2);
        assertThat(results)
                .extracting(result -> result.path("tracking_number").asText())
                .containsExactly(
                        SandboxNumbers.UPS_DELIVERED,
                        "a/b",
                        SandboxNumbers.FEDEX_OUT_FOR_DELIVERY,
                        SandboxNumbers.UPS_NOT_FOUND);
        assertThat(results)
                .extracting(result ->
                        result.path("status").asText(result.path("error_code").asText()))
                .containsExactly("delivered", "E-2001", "out_for_delivery", "E-3001");
        assertThat(answer.text())
                .startsWith("2 of 4 numbers answered, the rest failed:\n- " + SandboxNumbers.UPS_DELIVERED + " (ups): ")
                .contains("\n- a/b: E-2001 ", " Fix: Pass the number as printed");
        assertThat(answer.isError()).isFalse();
    }

    @Test
    void a_number_given_twice_is_answered_twice() {
        JsonNode results = call(asking(SandboxNumbers.UPS_DELIVERED, SandboxNumbers.UPS_DELIVERED))
                .structured()
                .path("results");
        assertThat(results)
                .hasSize(2)
                .allMatch(result -> result.path("status").asText().equals("delivered"));
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(1);
    }

    @Test
    void a_hundred_numbers_travel_in_full_batches() {
        ObjectNode arguments = asking(fresh("fedex", 100)).put("carrier", "fedex");
        ToolAnswer answer = call(arguments);
        assertThat(answer.structured().path("found").asInt()).isEqualTo(100);
        assertThat(sandbox.callsWithoutTokens("fedex")).hasSize(4);
        assertThat(answer.text().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(answer.text()).endsWith("- and 88 more in the structured answer");
        assertThat(answer.structured().toString()).hasSizeLessThan(40_000);
    }

    @Test
    void more_than_a_hundred_are_refused() {
        List<String> many = Collections.nCopies(101, SandboxNumbers.UPS_DELIVERED);
        assertThat(call(asking(many)).text()).startsWith("E-2021 ").contains("- tracking_numbers: must have 1 to 100");
        assertThat(call(asking()).text()).contains("- tracking_numbers: must have 1 to 100");
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void events_are_told_as_many_as_wanted() {
        ObjectNode arguments = asking(SandboxNumbers.FEDEX_ON_HOLD);
        assertThat(call(arguments).structured().at("/results/0/events")).hasSize(1);
        JsonNode all = call(arguments.put("max_events", 10)).structured();
        assertThat(all.at("/results/0/events")).hasSizeGreaterThan(2);
        assertThat(all.at("/results/0").has("events_omitted")).isFalse();
    }

    @Test
    void a_carrier_that_fails_costs_only_its_own() {
        sandbox.fail("fedex").on("track").with(403).untilCleared();
        ToolAnswer answer = call(asking(SandboxNumbers.FEDEX_ON_HOLD, SandboxNumbers.UPS_DELIVERED));
        assertThat(answer.structured().path("found").asInt()).isEqualTo(1);
        assertThat(answer.structured().at("/results/0/error_code").asText()).startsWith("E-");
        assertThat(answer.structured().at("/results/1/status").asText()).isEqualTo("delivered");
    }

    @Test
    void all_parcels_with_a_number_are_told() {
        JsonNode answer = call(asking(SandboxNumbers.FEDEX_SEVERAL_RESULTS)).structured();
        assertThat(answer.at("/results/0/also")).isNotEmpty();
    }

    @Test
    void progress_is_told_as_parcels_come_in() throws Exception {
        List<String> numbers = Stream.concat(fresh("fedex", 3).stream(), fresh("ups", 2).stream())
                .toList();
        Listener listener = new Listener();
        CompletableFuture<ToolAnswer> answer;
        try (SandboxHold hold = sandbox.hold("ups").on("track")) {
            answer = CompletableFuture.supplyAsync(
                    () -> bench.call("track_packages", asking(numbers), Caller.LOCAL, listener));
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(10))).isTrue();
            assertThat(listener.first.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(answer.isDone()).isFalse();
        }
        assertThat(answer.get(10, TimeUnit.SECONDS).structured().path("found").asInt())
                .isEqualTo(5);
        assertThat(listener.told).isSorted().doesNotHaveDuplicates().last().isEqualTo(5L);
        assertThat(listener.told.get(0)).isLessThan(5L);
        assertThat(sandbox.callsWithoutTokens("ups")).hasSize(2);
    }

    @Test
    void a_cancelled_call_ends_at_once_and_leaves_its_carriers() throws Exception {
        try (SandboxHold hold = sandbox.hold("ups").on("track")) {
            CancelledCall call = CancelledCall.of(
                    bench, "track_packages", asking(fresh("ups", 3)).toString(), hold);
            assertThat(call.answer().error().path("code").asText()).isEqualTo("E-3011");
            assertThat(call.took()).isLessThan(Duration.ofSeconds(1));
            assertThat(call.callsLeftBeneath()).isZero();
        }
    }
}
