package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxHold;
import com.trackingmcp.testkit.SandboxNumbers;
import com.trackingmcp.testkit.SandboxParcel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where one parcel is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrackPackageTest {
    private final TestBench bench = TestBench.open();
    private final CarrierSandbox sandbox = bench.sandbox();

    @AfterEach
    void close() {
        bench.close();
    }

    private static String asking(String number) {
        return "{'tracking_number': '" + number + "'}";
    }

    @Test
    void a_parcel_tells_where_it_is_and_what_happened() {
        String number = sandbox.parcel("fedex").pickedUp().outForDelivery().number();
        ToolAnswer answer = bench.call("track_package", asking(number));
        JsonNode parcel = answer.structured().at("/parcels/0");
        assertThat(answer.structured().path("carrier").asText()).isEqualTo("fedex");
        assertThat(parcel.path("status").asText()).isEqualTo("out_for_delivery");
        assertThat(parcel.path("destination").asText()).isEqualTo("NEW YORK, NY, US");
        assertThat(parcel.at("/events/0/time").asText()).isEqualTo("2026-02-10T10:00:00-05:00");
        assertThat(answer.text().lines())
                .first()
                .asString()
                .startsWith(number + " (fedex): out_for_delivery, expected from 2026-02-13T16:00:00-05:00 until ");
        assertThat(answer.text()).contains("\n- 2026-02-10T10:00:00-05:00, On vehicle for delivery, NYCA, NEW YORK");
    }

    @Test
    void who_signed_stands_with_a_delivery() {
        String number = sandbox.parcel("ups").delivered().signedBy("A. TESTER").number();
        ToolAnswer answer = bench.call("track_package", asking(number));
        assertThat(answer.structured().at("/parcels/0/signed_by").asText()).isEqualTo("A. TESTER");
        assertThat(answer.text()).contains("delivered at ", "signed for by A. TESTER");
    }

    @Test
    void a_time_without_an_offset_gets_none() {
        JsonNode parcel = bench.ask(
                "track_package", "{'tracking_number': '" + SandboxNumbers.UPS_MIXED_OFFSETS + "', 'max_events': 50}");
        assertThat(parcel.at("/parcels/0/events"))
                .extracting(event -> event.path("time").asText())
                .anyMatch(time -> time.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}"));
    }

    @Test
    void the_ten_newest_events_are_told_and_how_many_are_not() {
        SandboxParcel parcel = sandbox.parcel("fedex").pickedUp();
        for (int i = 0; i < 12; i++) {
            sandbox.advance(Duration.ofHours(1));
            parcel.inTransit();
        }
        ToolAnswer answer = bench.call("track_package", asking(parcel.number()));
        assertThat(answer.structured().at("/parcels/0/events")).hasSize(10);
        assertThat(answer.structured().at("/parcels/0/events_omitted").asInt()).isEqualTo(4);
        assertThat(answer.text()).endsWith("4 older events: call again with a larger max_events.");
        assertThat(answer.text().lines()).hasSizeLessThanOrEqualTo(15);

        JsonNode all = bench.ask("track_package", "{'tracking_number': '" + parcel.number() + "', 'max_events': 100}");
        assertThat(all.at("/parcels/0/events")).hasSize(14);
        assertThat(all.at("/parcels/0").has("events_omitted")).isFalse();
    }

    @Test
    void all_parcels_with_the_number_are_told() {
        ToolAnswer answer = bench.call("track_package", asking(SandboxNumbers.FEDEX_SEVERAL_RESULTS));
        assertThat(answer.structured().path("parcels")).hasSizeGreaterThan(1);
        assertThat(answer.text()).contains("The number also belongs to 1 other parcel(s), such as ");
    }

    @Test
    void a_number_that_two_carriers_know_is_told_of_both() {
        String number = sandbox.parcel("fedex").pickedUp().number();
        // in one sandbox a number has one parcel
        try (CarrierSandbox abroad =
                CarrierSandbox.builder().clock(sandbox.clock()).build()) {
            abroad.parcel("dhl-parcel-de", number).inTransit();
            Map<String, String> settings = new HashMap<>(sandbox.settings());
            abroad.settings().forEach((name, value) -> {
                if (name.startsWith("DHL_")) {
                    settings.put(name, value);
                }
            });
            try (TestBench both = TestBench.open(sandbox, settings)) {
                ToolAnswer answer = both.call("track_package", asking(number));
                assertThat(answer.structured().path("parcels"))
                        .extracting(parcel -> parcel.path("carrier").asText())
                        .containsExactlyInAnyOrder("dhl", "fedex");
                assertThat(answer.text()).contains("The number also belongs to 1 other parcel(s), such as " + number);
            }
        }
    }

    @Test
    void a_carrier_that_is_named_is_the_only_one_asked() {
        String number = sandbox.parcel("fedex").pickedUp().number();
        bench.ask(
                "track_package",
                "{'tracking_number': '" + number + "', 'carrier': 'fedex', 'ship_date': '2026-02-10'}");
        assertThat(sandbox.calls("fedex")).isNotEmpty();
        assertThat(sandbox.calls("dhl")).isEmpty();
    }

    @Test
    void a_recipients_postal_code_goes_to_the_carrier() {
        String number = sandbox.parcel("dhl-parcel-de").delivered().number();
        ToolAnswer answer =
                bench.call("track_package", "{'tracking_number': '" + number + "', 'postal_code': '53113'}");
        assertThat(answer.isError()).as(answer.text()).isFalse();
    }

    @Test
    void what_is_no_number_is_refused_before_anybody_is_asked() {
        ToolAnswer answer = bench.call("track_package", "{'tracking_number': 'a/b'}");
        assertThat(answer.text()).startsWith("E-2001 ").contains("Fix: ");
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void a_number_of_nobody_says_what_to_do_without_java() {
        ToolAnswer answer = bench.call("track_package", asking("12"));
        assertThat(answer.text()).startsWith("E-2002 ").contains("Fix: Check the number, name its carrier");
        assertThat(answer.text()).doesNotContain("TrackingNumber.of");
    }

    @Test
    void a_number_the_carrier_does_not_know_is_an_error() {
        ToolAnswer answer = bench.call("track_package", asking(SandboxNumbers.UPS_NOT_FOUND));
        assertThat(answer.error().path("code").asText()).isEqualTo("E-3001");
        assertThat(answer.text()).contains("Carrier: ups");
    }

    @Test
    void a_carrier_that_fails_says_whether_to_try_again() {
        sandbox.fail("ups").on("track").with(400).untilCleared();
        ToolAnswer answer = bench.call("track_package", asking(SandboxNumbers.UPS_DELIVERED));
        assertThat(answer.isError()).isTrue();
        assertThat(answer.error().path("retryable").isBoolean()).isTrue();
        assertThat(answer.text()).contains("\nFix: ", "\nRetry: ", "Carrier: ups");
    }

    @Test
    void a_carrier_that_is_not_connected_names_those_that_are() {
        ToolAnswer answer = bench.call("track_package", "{'tracking_number': '1234567890', 'carrier': 'gls'}");
        assertThat(answer.text()).startsWith("E-1006 ").contains("fedex", "ups");
    }

    @Test
    void a_carrier_that_cannot_track_says_so() {
        ToolAnswer answer = bench.call("track_package", "{'tracking_number': '1234567890', 'carrier': 'karrio'}");
        assertThat(answer.text()).startsWith("E-2010 ");
    }

    @Test
    void a_cancelled_call_ends_at_once_and_leaves_its_carrier() throws Exception {
        String number = sandbox.parcel("ups").pickedUp().number();
        try (SandboxHold hold = sandbox.hold("ups").on("track")) {
            CancelledCall call = CancelledCall.of(bench, "track_package", asking(number), hold);
            assertThat(call.answer().error().path("code").asText()).isEqualTo("E-3011");
            assertThat(call.took()).isLessThan(Duration.ofSeconds(1));
            assertThat(call.callsLeftBeneath()).isZero();
        }
    }
}
