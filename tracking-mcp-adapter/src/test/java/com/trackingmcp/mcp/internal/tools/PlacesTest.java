package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.CarrierSandbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Places and addresses, as carriers know them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlacesTest {
    private static final String MEMPHIS = "'country': 'us', 'postal_code': '38118', 'city': 'Memphis', 'state': 'TN'";

    private final TestBench bench = TestBench.open();
    private final CarrierSandbox sandbox = bench.sandbox();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void the_nearest_places_of_all_carriers_come_first() {
        ToolAnswer answer = bench.call("find_locations", "{" + MEMPHIS + "}");
        JsonNode places = answer.structured().path("locations");
        assertThat(places).hasSize(5);
        assertThat(places).extracting(place -> place.path("carrier").asText()).contains("fedex", "ups", "dhl");
        assertThat(places.get(0).path("opening_hours").get(0).asText()).startsWith("monday 09:");
        assertThat(places.get(0).path("distance").asText()).matches("[0-9.]+ (mi|km|m)");
        assertThat(answer.text()).startsWith("5 places, nearest first:\n- ");
    }

    @Test
    void the_next_places_are_others() {
        ToolAnswer first = bench.call("find_locations", "{" + MEMPHIS + ", 'carrier': 'fedex', 'limit': 2}");
        assertThat(first.structured().path("has_more").asBoolean()).isTrue();
        assertThat(first.text()).endsWith("There are more: call again with offset 2.");
        JsonNode next = bench.ask("find_locations", "{" + MEMPHIS + ", 'carrier': 'fedex', 'limit': 2, 'offset': 2}");
        assertThat(next.path("locations"))
                .isNotEmpty()
                .extracting(place -> place.path("id").asText())
                .doesNotContainAnyElementsOf(
                        first.structured().path("locations").findValuesAsText("id"));
    }

    @Test
    void kind_service_and_radius_are_kept_to() {
        JsonNode answer = bench.ask(
                "find_locations",
                "{" + MEMPHIS + ", 'kind': 'retail', 'service': 'drop_off', 'radius': '20', 'radius_unit': 'mi'}");
        assertThat(answer.path("locations"))
                .isNotEmpty()
                .allMatch(place -> place.path("kind").asText().equals("retail"));
    }

    @Test
    void a_point_will_do_instead_of_a_town() {
        JsonNode answer = bench.ask(
                "find_locations", "{'country': 'US', 'latitude': 35.15, 'longitude': '-90.05', 'carrier': 'fedex'}");
        assertThat(answer.path("locations")).isNotEmpty();
    }

    @Test
    void half_a_point_is_refused() {
        ToolAnswer answer = bench.call("find_locations", "{" + MEMPHIS + ", 'latitude': 35.15}");
        assertThat(answer.text()).startsWith("E-2020 ").contains("- longitude: ");
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void a_radius_less_than_nothing_is_refused() {
        assertThat(bench.call("find_locations", "{" + MEMPHIS + ", 'radius': -5}")
                        .text())
                .contains("- radius: must be from 0");
    }

    @Test
    void what_a_parcel_is_sent_there_by_is_told() {
        JsonNode answer = bench.ask("find_locations", "{" + MEMPHIS + ", 'carrier': 'ups', 'limit': 1}");
        assertThat(answer.at("/locations/0/ship_to/0").asText()).startsWith("access_point_id=");
    }

    @Test
    void a_carrier_that_fails_stands_beside_those_that_answer() {
        sandbox.fail("fedex").on("locations").with(403).untilCleared();
        ToolAnswer answer = bench.call("find_locations", "{" + MEMPHIS + "}");
        assertThat(answer.structured().path("locations"))
                .isNotEmpty()
                .noneMatch(place -> place.path("carrier").asText().equals("fedex"));
        assertThat(answer.structured().path("failures"))
                .singleElement()
                .satisfies(failure -> assertThat(failure.asText()).startsWith("fedex: E-"));
        assertThat(answer.text()).contains("\nNot told by fedex: E-");
    }

    @Test
    void where_the_only_carrier_asked_fails_that_is_the_answer() {
        sandbox.fail("fedex").on("locations").with(403).untilCleared();
        ToolAnswer answer = bench.call("find_locations", "{" + MEMPHIS + ", 'carrier': 'fedex'}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("Carrier: fedex");
    }

    @Test
    void a_country_alone_is_not_enough_and_the_arguments_are_named() {
        ToolAnswer answer = bench.call("find_locations", "{'country': 'US', 'carrier': 'fedex'}");
        assertThat(answer.text()).startsWith("E-2020 ").contains("- postal_code: ");
        assertThat(answer.text()).doesNotContain("address.");
    }

    @Test
    void a_carrier_without_places_names_those_that_have_some() {
        ToolAnswer answer = bench.call("find_locations", "{" + MEMPHIS + ", 'carrier': 'karrio:dpd'}");
        assertThat(answer.text()).startsWith("E-2010 ").contains("fedex, ups");
    }

    @Test
    void an_address_is_judged_by_the_carrier_named() {
        ToolAnswer answer = bench.call(
                "validate_address", "{" + MEMPHIS + ", 'street': '3610 Hacks Cross Rd', 'carrier': 'fedex'}");
        assertThat(answer.structured().path("carrier").asText()).isEqualTo("fedex");
        assertThat(answer.structured().at("/candidates/0/city").asText()).isEqualToIgnoringCase("Memphis");
        assertThat(answer.text())
                .startsWith("fedex says: " + answer.structured().path("verdict").asText() + ", ");
    }

    @Test
    void what_is_missing_of_an_address_is_told_by_the_names_of_the_arguments() {
        ToolAnswer answer = bench.call("validate_address", "{'country': 'US', 'city': 'Memphis', 'carrier': 'ups'}");
        assertThat(answer.text()).startsWith("E-2020 ").contains("- street: ", "- postal_code: ");
        assertThat(answer.text()).doesNotContain("lines");
        assertThat(answer.error().path("fields").findValuesAsText("field")).contains("street", "postal_code");
    }

    @Test
    void what_is_missing_of_an_address_is_asked_for_at_once() {
        Person person = new Person().says("{'street': '3610 Hacks Cross Rd', 'postal_code': '38125'}");
        ToolAnswer answer = bench.call(
                "validate_address", "{'country': 'US', 'city': 'Memphis', 'carrier': 'ups'}", Caller.LOCAL, person);
        assertThat(person.forms()).containsExactly(List.of("street", "postal_code"));
        assertThat(answer.isError()).as(answer.text()).isFalse();
    }

    @Test
    void a_country_that_is_none_is_refused() {
        assertThat(bench.call("validate_address", "{'country': 'USA'}").text())
                .contains("- country: must be a country's code of two letters");
        assertThat(bench.call("validate_address", "{}").text())
                .startsWith("E-2020 ")
                .contains("- country: ");
    }

    @Test
    void a_carrier_that_refuses_to_judge_an_address_says_why() {
        sandbox.fail("ups").on("address").with(400).untilCleared();
        ToolAnswer answer = bench.call("validate_address", "{" + MEMPHIS + ", 'street': '1 Main', 'carrier': 'ups'}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("\nFix: ", "Carrier: ups");
    }

    @Test
    void a_carrier_that_cannot_judge_addresses_names_those_that_can() {
        ToolAnswer answer = bench.call("validate_address", "{" + MEMPHIS + ", 'carrier': 'karrio:dpd'}");
        assertThat(answer.text()).startsWith("E-2010 ").contains("fedex, ups");
    }

    @Test
    void states_come_from_a_carrier_that_tells_them() {
        ToolAnswer answer = bench.call("get_political_divisions", "{'country': 'US'}");
        assertThat(answer.structured().path("source").asText()).isEqualTo("ups");
        assertThat(answer.structured().path("divisions").findValuesAsText("code"))
                .contains("TN");
        assertThat(answer.text()).contains(" in US: ").contains("TN");
    }

    @Test
    void where_no_carrier_tells_them_states_come_from_iso() {
        sandbox.fail("ups").on("divisions").with(400).untilCleared();
        ToolAnswer answer = bench.call("get_political_divisions", "{'country': 'de', 'limit': 3}");
        assertThat(answer.structured().path("source").asText()).isEqualTo("iso-3166-2");
        assertThat(answer.structured().path("total").asInt()).isEqualTo(16);
        assertThat(answer.structured().path("divisions")).hasSize(3);
        assertThat(answer.text()).endsWith("There are more: call again with offset 3.");
    }

    @Test
    void a_country_that_does_not_exist_has_no_states() {
        assertThat(bench.call("get_political_divisions", "{'country': 'XX'}").text())
                .startsWith("E-2021 ")
                .contains("- country: ");
    }
}
