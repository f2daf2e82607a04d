package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.ucp.UcpRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shipment costs at whom, and how long it takes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GetShippingRatesTest extends ShipBed {
    GetShippingRatesTest() {
        super(Confirm.NEVER);
    }

    private ToolAnswer rates(ObjectNode question) {
        return call("get_shipping_rates", question);
    }

    private static ObjectNode of(ObjectNode question, String... carriers) {
        List.of(carriers).forEach(question.withArray("carriers")::add);
        return question;
    }

    private static List<JsonNode> list(JsonNode answer, String name) {
        return StreamSupport.stream(answer.path(name).spliterator(), false).toList();
    }

    @Test
    void five_prices_the_cheapest_first_each_with_a_quote_and_where_to_go_on() {
        ToolAnswer answer = rates(of(Parcels.domestic(), "fedex", "ups"));
        JsonNode json = structured(answer);
        assertThat(json.path("rates")).hasSize(5);
        assertThat(list(json, "rates").stream()
                        .map(rate -> new BigDecimal(rate.path("total").asText())))
                .isSorted();
        assertThat(json.at("/rates/0/quote_id").asText()).startsWith("q_");
        assertThat(json.at("/rates/0/expires_at").asText()).isEqualTo("2026-02-10T15:30:00Z");
        assertThat(json.path("has_more").asBoolean()).isTrue();
        assertThat(json.path("next_offset").asInt()).isEqualTo(5);
        assertThat(json.path("total").asInt()).isGreaterThan(5);
        assertThat(answer.text()).contains("offset 5", "create_shipment");
        assertThat(answer.text().lines()).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void the_rest_is_told_by_offset_and_then_there_is_no_more() {
        int all = structured(rates(of(Parcels.domestic(), "ups"))).path("total").asInt();
        JsonNode last =
                structured(rates(of(Parcels.domestic(), "ups").put("limit", 50).put("offset", all - 1)));
        assertThat(last.path("rates")).hasSize(1);
        assertThat(last.path("has_more").asBoolean()).isFalse();
        ToolAnswer past = rates(of(Parcels.domestic(), "ups").put("offset", all));
        assertThat(structured(past).path("rates")).isEmpty();
        assertThat(past.text()).contains("past the last of " + all);
    }

    @Test
    void the_fastest_come_first_where_that_is_asked_for() {
        JsonNode json = structured(
                rates(of(Parcels.domestic(), "ups").put("sort_by", "speed").put("limit", 50)));
        assertThat(list(json, "rates").stream()
                        .map(rate -> rate.path("delivery_to").asText().substring(0, 10)))
                .isSorted();
    }

    @Test
    void carriers_that_answer_stand_beside_one_that_fails() {
        bench.sandbox().fail("mydhl").on("rates").with(503).untilCleared();
        ToolAnswer answer = rates(of(Parcels.abroad(), "fedex", "ups", "dhl"));
        JsonNode json = structured(answer);
        assertThat(json.path("rates")).isNotEmpty();
        assertThat(json.at("/failures/0/carrier").asText()).isEqualTo("dhl");
        assertThat(json.at("/failures/0/code").asText()).isEqualTo("E-3003");
        assertThat(json.at("/failures/0/retryable").asBoolean()).isTrue();
        assertThat(answer.text()).contains("fedex and ups answered;", "dhl: E-3003");
    }

    @Test
    void the_only_carrier_that_is_asked_and_fails_is_an_error() {
        bench.sandbox().fail("ups").on("rates").with(400).untilCleared();
        assertThat(code(rates(of(Parcels.domestic(), "ups")))).isEqualTo("E-2003");
    }

    @Test
    void all_that_is_missing_is_told_at_once() {
        ToolAnswer answer = rates(TestBench.json("{}"));
        assertThat(code(answer)).isEqualTo("E-2020");
        assertThat(fields(answer))
                .containsExactly(
                        "from_country", "from_postal_code", "to_country", "to_postal_code", "weight", "weight_unit");
    }

    @Test
    void what_is_missing_is_asked_for() {
        ObjectNode question = of(Parcels.rough(), "ups");
        question.remove(List.of("weight", "weight_unit"));
        Person person = new Person().says("{'weight': '1.5', 'weight_unit': 'kg'}");
        assertThat(structured(bench.call("get_shipping_rates", question, ALICE, person))
                        .path("rates"))
                .isNotEmpty();
        assertThat(person.forms()).containsExactly(List.of("weight", "weight_unit"));
    }

    @Test
    void what_one_carrier_needs_beside_the_others_is_told_by_the_names_of_the_arguments() {
        ToolAnswer answer = rates(of(Parcels.rough(), "dhl"));
        assertThat(fields(answer))
                .contains("from_city", "to_city", "length", "width", "height", "dimension_unit")
                .noneMatch(name -> name.contains("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'weight': 'heavy'",
                "'weight': '-1'",
                "'from_country': 'Germany'",
                "'from_country': 'XX'",
                "'ship_date': '2026-02-30'",
                "'ship_date': '2020-01-01'",
                "'currency': 'ABC'",
                "'incoterm': 'NOW'",
                "'sort_by': 'luck'",
                "'limit': 51",
                "'packages': [{'weight': '1', 'weight_unit': 'kg'}]",
                "'surprise': 1"
            })
    void what_is_wrong_is_told_with_its_name(String argument) {
        ObjectNode question = Parcels.domestic();
        question.setAll(TestBench.json("{" + argument + "}"));
        ToolAnswer answer = rates(question);
        assertThat(answer.failure().orElseThrow().path("code").asText()).isIn("E-2020", "E-2021");
        assertThat(fields(answer)).contains(argument.substring(1, argument.indexOf('\'', 1)));
    }

    @Test
    void a_carrier_that_is_not_connected_is_named() {
        assertThat(code(rates(of(Parcels.domestic(), "test-carrier")))).isEqualTo("E-1006");
    }

    @Test
    void several_packages_are_a_list() {
        ObjectNode question = Parcels.domestic();
        question.remove(List.of("weight", "weight_unit", "length", "width", "height", "dimension_unit"));
        question.set(
                "packages",
                TestBench.json("{'p': [{'weight': '1', 'weight_unit': 'kg'}, {'weight': '2', 'weight_unit': 'lb'}]}")
                        .path("p"));
        assertThat(structured(rates(of(question, "ups"))).path("rates")).isNotEmpty();
        question.set("packages", TestBench.json("{'p': [{'weight': '1'}]}").path("p"));
        assertThat(fields(rates(question))).containsExactly("packages[0].weight_unit");
    }

    @Test
    void ucp_keeps_its_rules_and_leaves_out_other_currencies() {
        ToolAnswer answer = rates(of(Parcels.german(), "dhl", "ups", "fedex")
                .put("format", "ucp")
                .put("limit", 50)
                .put("pickup_points", 3));
        JsonNode ucp = structured(answer).path("ucp");
        UcpRules.check(ucp);
        assertThat(ucp.path("currency").asText()).isEqualTo("EUR");
        assertThat(ucp.path("left_out")).isNotEmpty();
        assertThat(ucp.findValuesAsText("carrier")).contains("UPS").doesNotContain("ups");
        assertThat(answer.text()).contains("Not in ucp: ");
        int options = ucp.at("/fulfillment/methods/0/groups/0/options").size();
        assertThat(options + ucp.path("left_out").size())
                .isEqualTo(structured(answer).path("rates").size());
    }

    @Test
    void ucp_is_there_only_where_it_is_asked_for() {
        assertThat(structured(rates(of(Parcels.domestic(), "ups"))).has("ucp")).isFalse();
    }

    @Test
    void transit_times_come_the_fastest_first_with_who_failed() {
        ObjectNode question = Parcels.rough().put("from_state", "TN").put("to_state", "WA");
        ToolAnswer answer = call("get_transit_times", question.put("limit", 3));
        JsonNode json = structured(answer);
        assertThat(json.path("times")).hasSize(3);
        assertThat(list(json, "times").stream()
                        .map(time -> time.path("delivery_to").asText()))
                .isSorted();
        assertThat(json.path("has_more").asBoolean()).isTrue();
        assertThat(json.path("next_offset").asInt()).isEqualTo(3);
        assertThat(json.at("/failures/0/carrier").asText()).isEqualTo("dhl");
        assertThat(answer.text()).contains("dhl: E-2020", "offset 3");
    }

    @Test
    void transit_times_of_one_carrier_that_lacks_something_or_refuses_or_cannot_are_errors() {
        assertThat(fields(call("get_transit_times", Parcels.rough().put("carrier", "dhl"))))
                .contains("from_city", "length");
        bench.sandbox().fail("ups").on("transit").with(400).untilCleared();
        assertThat(code(call("get_transit_times", Parcels.rough().put("carrier", "ups"))))
                .isEqualTo("E-2003");
        assertThat(code(call("get_transit_times", Parcels.rough().put("carrier", "karrio:usps-shared"))))
                .isEqualTo("E-2010");
        assertThat(fields(call("get_transit_times", TestBench.json("{'weight': '1'}"))))
                .contains("from_country", "weight_unit");
    }

    @Test
    void names_of_other_servers_are_answered_with_those_that_sound_like_them() {
        ToolAnswer answer = rates(TestBench.json("{'origin_postal_code': '38118', 'xyz': 1}"));
        assertThat(answer.text())
                .contains("did you mean one of from_postal_code, to_postal_code", "its schema lists all")
                .doesNotContain("from_street");
    }

    @Test
    void an_address_given_as_one_object_is_refused_with_the_arguments_that_are_meant() {
        ToolAnswer answer = call("get_shipping_rates", "{'to_address': {'city': 'Bonn'}, 'to': 'Bonn'}");
        assertThat(fields(answer)).startsWith("to_address", "to").contains("to_country", "weight");
        assertThat(answer.text().lines().filter(line -> line.startsWith("- to_address:") || line.startsWith("- to:")))
                .hasSize(2)
                .allMatch(line -> line.contains("did you mean one of to_name,") && line.contains("to_postal_code"));
    }

    @Test
    void a_country_by_its_name_is_refused_with_the_form_that_is_meant() {
        ToolAnswer answer = call("get_shipping_rates", Parcels.rough().put("to_country", "United States"));
        assertThat(answer.text()).contains("- to_country: must be a country's code of two letters, such as US");
    }
}
