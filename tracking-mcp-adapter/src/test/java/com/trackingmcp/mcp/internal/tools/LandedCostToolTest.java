package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Duties, taxes and fees. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LandedCostToolTest {
    private final TestBench bench = TestBench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    private static ObjectNode goods(String carrier) {
        return TestBench.json(
                "{'carrier': '" + carrier + "', 'from_country': 'US', 'to_country': 'de', 'currency': 'usd',"
                        + " 'items': [{'description': 'Printed books', 'hs_code': '4901.99', 'origin_country': 'US', 'quantity': '2',"
                        + " 'unit_price': '19.90', 'weight': '1.2', 'weight_unit': 'kg'},"
                        + " {'description': 'Leather bags', 'hs_code': '420221', 'origin_country': 'US', 'quantity': 1,"
                        + " 'unit_price': 80, 'weight': '1.2', 'weight_unit': 'kg'}]}");
    }

    private ToolAnswer call(ObjectNode arguments) {
        return bench.call("get_landed_cost", arguments, Caller.LOCAL, Dialogue.NONE);
    }

    @Test
    void duties_and_taxes_are_estimated_for_each_item() {
        ToolAnswer answer = call(goods("ups"));
        JsonNode cost = answer.structured();
        assertThat(cost.path("carrier").asText()).isEqualTo("ups");
        assertThat(cost.path("currency").asText()).isEqualTo("USD");
        assertThat(cost.path("total").asText()).matches("\\d+\\.\\d\\d");
        assertThat(cost.path("items")).hasSize(2);
        assertThat(cost.at("/items/1/duties").asText()).isNotEqualTo("0.00").matches("\\d+\\.\\d\\d");
        assertThat(answer.text()).contains("ups estimates " + cost.path("total").asText() + " USD", "Duties: ");
    }

    @Test
    void the_first_carrier_that_can_tell_is_asked_where_none_is_named() {
        ObjectNode arguments = goods("ups");
        arguments.remove("carrier");
        assertThat(call(arguments).structured().path("carrier").asText()).isNotEmpty();
    }

    @Test
    void what_is_wrong_is_told_by_the_names_of_the_arguments() {
        ObjectNode arguments = goods("ups").put("shipping_cost", "-1").put("to_country", "XX");
        ToolAnswer answer = call(arguments);
        assertThat(answer.text())
                .startsWith("E-2021")
                .contains("- shipping_cost: is less than nothing", "- to_country: is no ISO 3166-1");
        assertThat(bench.sandbox().calls("ups")).isEmpty();
    }

    @Test
    void what_an_item_lacks_is_told_with_its_place() {
        ObjectNode arguments = goods("ups");
        ObjectNode second = (ObjectNode) arguments.at("/items/1");
        second.remove("description");
        second.remove("hs_code");
        assertThat(call(arguments).text()).contains("- items[1].description: is required");
        second.put("description", "bags").remove("weight_unit");
        assertThat(call(arguments).text()).contains("- items[1].weight_unit: is required with a weight");
    }

    @Test
    void a_currency_there_is_not_is_refused() {
        assertThat(call(goods("ups").put("currency", "dollars")).text())
                .startsWith("E-2021")
                .contains("- currency: is no ISO 4217 code");
    }

    @Test
    void what_the_carrier_needs_beside_it_is_asked_for() {
        ObjectNode arguments = goods("dhl")
                .put("from_city", "Memphis")
                .put("from_postal_code", "38118")
                .put("to_city", "Bonn")
                .put("to_postal_code", "53113");
        ((ObjectNode) arguments.at("/items/0")).remove("weight");
        Person person = new Person().says("{'weight': '3', 'weight_unit': 'kg'}");
        ToolAnswer answer = bench.call("get_landed_cost", arguments, Caller.LOCAL, person);
        assertThat(person.questions()).singleElement().asString().contains("weight");
        assertThat(answer.isError()).as(answer.text()).isFalse();
    }

    @Test
    void a_refusal_of_the_carrier_is_told_in_its_words() {
        bench.sandbox().fail("ups").on("landed-cost").with(400).untilCleared();
        assertThat(call(goods("ups")).text()).contains("Carrier: ups").contains("said: ");
    }

    @Test
    void a_carrier_that_cannot_tell_names_those_that_can() {
        assertThat(call(goods("karrio:usps")).text()).startsWith("E-2010").contains("ups");
    }
}
