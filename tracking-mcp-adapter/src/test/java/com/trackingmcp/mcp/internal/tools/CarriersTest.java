package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.testkit.CarrierSandbox;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which carriers there are, and what their catalogues tell. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarriersTest {
    private final TestBench bench = TestBench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void all_connections_are_listed_with_what_they_can() {
        ToolAnswer answer = bench.call("list_carriers", "{}");
        JsonNode carriers = answer.structured().path("carriers");
        assertThat(carriers)
                .extracting(carrier -> carrier.path("carrier").asText())
                .contains("dhl", "fedex", "ups", "karrio", "karrio:canada-east");
        assertThat(carriers)
                .filteredOn(carrier -> carrier.path("carrier").asText().equals("karrio:canada-east"))
                .allMatch(carrier -> carrier.path("gateway").asText().equals("karrio"));
        assertThat(answer.text()).contains("\n- fedex (FedEx): track, trackByReference, ", ", pickups, ");
    }

    @Test
    void only_those_that_can_something_are_listed_where_that_is_asked() {
        JsonNode answer = bench.ask("list_carriers", "{'capability': 'Pickups.Quote'}");
        assertThat(answer.path("carriers"))
                .extracting(carrier -> carrier.path("carrier").asText())
                .containsExactly("fedex", "ups");
    }

    @Test
    void an_area_as_the_list_tells_it_finds_who_can_something_of_it() {
        assertThat(bench.ask("list_carriers", "{'capability': 'manifests'}").path("carriers"))
                .extracting(carrier -> carrier.path("carrier").asText())
                .contains("fedex", "karrio:canada-east")
                .doesNotContain("ups", "dhl");
    }

    @Test
    void what_no_connected_carrier_can_is_not_listed() {
        try (CarrierSandbox sandbox = CarrierSandbox.start()) {
            Map<String, String> settings = new HashMap<>(sandbox.settings());
            settings.keySet().removeIf(name -> !name.startsWith("DHL_API_KEY") && !name.startsWith("DHL_BASE_URL"));
            try (TestBench one = TestBench.open(sandbox, settings)) {
                assertThat(one.tools().listed(Caller.LOCAL))
                        .extracting(ToolSpec::name)
                        .contains("track_package", "detect_carrier", "get_political_divisions", "search_docs")
                        .doesNotContain("list_orders", "validate_address");
            }
        }
        assertThat(bench.tools().listed(Caller.LOCAL))
                .extracting(ToolSpec::name)
                .contains("list_orders", "validate_address");
    }

    @ParameterizedTest
    @CsvSource({
        "FedEx,fedex",
        "UPS,ups",
        "Dhl,dhl",
        "DHL Express,dhl",
        "fedex ground,fedex",
        "Canada Post,karrio:canada-east",
        "USPS,karrio:usps-shared"
    })
    void a_carrier_is_known_by_its_name_too(String name, String connection) {
        JsonNode answer = bench.ask("get_carrier_services", "{'carrier': '" + name + "'}");
        assertThat(answer.path("carrier").asText()).isEqualTo(connection);
    }

    @Test
    void several_carriers_are_known_by_their_names_too() {
        JsonNode answer = bench.ask(
                "get_shipping_rates",
                Parcels.domestic()
                        .set(
                                "carriers",
                                TestBench.json("{'names': ['UPS', 'fedex']}").path("names"))
                        .toString());
        assertThat(answer.path("rates"))
                .extracting(rate -> rate.path("carrier").asText())
                .containsOnly("ups", "fedex");
    }

    @Test
    void a_name_of_no_carrier_is_told_as_it_was_given() {
        assertThat(bench.call("get_carrier_services", "{'carrier': 'Nobody Express'}")
                        .text())
                .startsWith("E-1006")
                .contains("Nobody Express", "fedex", "list_carriers");
    }

    @Test
    void a_part_of_the_carriers_says_that_there_are_more() {
        ToolAnswer first = bench.call("list_carriers", "{'limit': 2}");
        assertThat(first.structured().path("has_more").asBoolean()).isTrue();
        assertThat(first.structured().path("next_offset").asInt()).isEqualTo(2);
        assertThat(first.text()).endsWith("There are more: call again with offset 2.");
        JsonNode rest = bench.ask("list_carriers", "{'limit': 100, 'offset': 2}");
        assertThat(rest.path("has_more").asBoolean()).isFalse();
        assertThat(rest.path("carriers"))
                .hasSize(first.structured().path("total").asInt() - 2);
    }

    @Test
    void an_offset_behind_the_end_answers_none() {
        JsonNode answer = bench.ask("list_carriers", "{'offset': 5000}");
        assertThat(answer.path("carriers")).isEmpty();
        assertThat(answer.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void a_carriers_services_have_the_codes_shipments_take() {
        ToolAnswer answer = bench.call("get_carrier_services", "{'carrier': 'fedex', 'limit': 100}");
        assertThat(answer.structured().path("services"))
                .extracting(service -> service.path("code").asText())
                .contains("FEDEX_GROUND", "FEDEX_INTERNATIONAL_PRIORITY");
        assertThat(answer.text()).contains("- and ").contains("more in the structured answer");
    }

    @Test
    void services_are_told_by_how_far_and_from_where() {
        JsonNode answer = bench.ask(
                "get_carrier_services", "{'carrier': 'ups', 'scope': 'domestic', 'from_country': 'ca', 'limit': 100}");
        assertThat(answer.path("services"))
                .isNotEmpty()
                .noneMatch(service -> service.path("scope").asText().equals("international"))
                .noneMatch(service -> service.path("name").asText().equals("UPS Next Day Air"));
    }

    @Test
    void a_part_of_the_services_says_that_there_are_more() {
        ToolAnswer answer = bench.call("get_carrier_services", "{'carrier': 'fedex', 'limit': 3}");
        assertThat(answer.structured().path("services")).hasSize(3);
        assertThat(answer.structured().path("next_offset").asInt()).isEqualTo(3);
        assertThat(answer.text()).endsWith("There are more: call again with offset 3.");
    }

    @Test
    void options_of_shipments_and_of_pickups_are_told_apart() {
        JsonNode shipping = bench.ask("get_shipping_options", "{'carrier': 'fedex', 'limit': 100}");
        JsonNode pickups = bench.ask("get_shipping_options", "{'carrier': 'fedex', 'of': 'pickup', 'limit': 100}");
        assertThat(shipping.path("options"))
                .filteredOn(option -> option.path("name").asText().equals("fedex_alcohol"))
                .singleElement()
                .satisfies(option -> {
                    assertThat(option.path("type").asText()).isEqualTo("text");
                    assertThat(option.path("values")).hasSize(2);
                });
        assertThat(shipping.path("label_formats")).isNotEmpty();
        assertThat(pickups.path("options")).isNotEmpty().doesNotContainAnyElementsOf(shipping.path("options"));
        assertThat(pickups.has("label_formats")).isFalse();
    }

    @Test
    void packagings_come_with_their_limits() {
        ToolAnswer answer = bench.call("get_package_types", "{'carrier': 'fedex'}");
        assertThat(answer.structured().path("package_types"))
                .filteredOn(type -> type.path("code").asText().equals("FEDEX_PAK"))
                .singleElement()
                .satisfies(type -> assertThat(type.path("max_weight").asText()
                                + type.path("max_weight_unit").asText())
                        .isEqualTo("20lb"));
        assertThat(answer.structured().path("max_parcels").asInt()).isEqualTo(30);
        assertThat(answer.text()).startsWith("11 packagings of fedex:\n- YOUR_PACKAGING: Your packaging");
    }

    @Test
    void a_carrier_may_be_named_by_itself_where_a_gateway_leads_to_it() {
        assertThat(bench.ask("get_carrier_services", "{'carrier': 'karrio:canadapost'}")
                        .path("carrier")
                        .asText())
                .isEqualTo("karrio:canada-east");
    }

    @Test
    void a_carrier_without_a_catalogue_has_an_empty_one() {
        assertThat(bench.ask("get_package_types", "{'carrier': 'karrio'}").path("package_types"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_carrier_services", "get_shipping_options", "get_package_types"})
    void a_carrier_that_is_not_connected_names_those_that_are(String tool) {
        ToolAnswer answer = bench.call(tool, "{'carrier': 'gls'}");
        assertThat(answer.text()).startsWith("E-1006 ").contains("'gls'", "fedex", "ups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_carrier_services", "get_shipping_options", "get_package_types"})
    void a_carrier_must_be_named(String tool) {
        assertThat(bench.call(tool, "{}").text()).startsWith("E-2020 ").contains("- carrier: ");
    }
}
