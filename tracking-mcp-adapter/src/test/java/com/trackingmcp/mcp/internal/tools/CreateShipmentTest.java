package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.testkit.SandboxHold;
import com.trackingmcp.testkit.SandboxShipment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is bought, at which price, and what is told of it, where nobody is asked first. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CreateShipmentTest extends ShipBed {
    private static final String TO_ADD = ", 'from_company': 'Example Books', 'from_street': '1 Example Street',"
            + " 'from_city': 'Memphis', 'from_state': 'TN', 'from_phone': '9015550100', 'to_name': 'A Reader',"
            + " 'to_street': '2 Example Avenue', 'to_city': 'Seattle', 'to_state': 'WA', 'to_phone': '2065550100'}";

    CreateShipmentTest() {
        super(Confirm.NEVER);
    }

    @Test
    void a_quote_is_bought_without_its_addresses_and_the_label_is_a_link() {
        ToolAnswer answer = call("create_shipment", "{'quote_id': '" + quote() + "'}");
        JsonNode json = structured(answer);
        SandboxShipment sold = bench.sandbox().shipments("ups").get(0);
        assertThat(json.path("status").asText()).isEqualTo("done");
        assertThat(json.path("shipment_id").asText()).isEqualTo("ups:" + sold.id());
        assertThat(json.path("tracking_number").asText())
                .isEqualTo(sold.numbers().get(0));
        assertThat(sold.service()).isEqualTo(json.path("service").asText());
        assertThat(json.path("label_uri").asText()).isEqualTo("tracking://shipments/ups:" + sold.id() + "/label");
        assertThat(json.path("label_expires_at").asText()).isEqualTo("2026-02-11T15:00:00Z");
        assertThat(answer.links()).hasSize(1);
        assertThat(answer.links().get(0).uri()).isEqualTo(json.path("label_uri").asText());
        assertThat(answer.links().get(0).bytes().orElseThrow()).isPositive();
        assertThat(answer.text().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(json.toString() + answer.text()).doesNotContain("R0lG", "JVBE");
    }

    @ParameterizedTest
    @CsvSource({"fedex, fedex, FEDEX_GROUND", "ups, ups, 03"})
    void carrier_and_service_are_bought_at_a_price_asked_for_first(String carrier, String wire, String service) {
        ObjectNode order = Parcels.domestic().put("carrier", carrier).put("service", service);
        JsonNode json = structured(call("create_shipment", order.put("reference", "test-order-1")));
        assertThat(json.path("price").asText()).isNotEmpty();
        SandboxShipment sold = bench.sandbox().shipments(wire).get(0);
        assertThat(sold.service()).isEqualTo(service);
        assertThat(sold.references()).contains("test-order-1");
        assertThat(sold(wire)).isEqualTo(1);
    }

    @Test
    void goods_cross_a_border() {
        JsonNode json = bought(quote("dhl", Parcels.abroad()));
        assertThat(json.path("carrier").asText()).isEqualTo("dhl");
        assertThat(sold("mydhl")).isEqualTo(1);
    }

    @Test
    void names_and_streets_are_added_to_a_rough_quote() {
        String quote = quote("ups", Parcels.rough());
        structured(call("create_shipment", "{'quote_id': '" + quote + "'" + TO_ADD));
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void all_that_is_missing_is_told_at_once_by_the_names_of_the_arguments() {
        ToolAnswer answer = call("create_shipment", "{'quote_id': '" + quote("ups", Parcels.rough()) + "'}");
        assertThat(code(answer)).isEqualTo("E-2020");
        assertThat(fields(answer))
                .contains("from_name", "from_street", "from_city", "from_state", "to_name", "to_street", "to_city")
                .noneMatch(field -> field.contains("."));
        assertThat(sold("ups")).isZero();
    }

    @Test
    void all_that_is_missing_is_asked_for_in_one_form() {
        String quote = quote("ups", Parcels.rough());
        Person person = new Person().says("{" + TO_ADD.substring(2).replace("from_company", "from_name"));
        ToolAnswer answer =
                bench.call("create_shipment", TestBench.json("{'quote_id': '" + quote + "'}"), ALICE, person);
        assertThat(structured(answer).path("status").asText()).isEqualTo("done");
        assertThat(person.forms()).hasSize(1);
        assertThat(person.forms().get(0)).contains("from_name", "from_street", "to_name", "to_state");
        JsonNode again = bought(quote);
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "to_postal_code, 98102",
        "to_street, 3 Other Street",
        "from_country, CA",
        "to_residential, true",
        "weight, 2",
        "service, 01",
        "carrier, fedex",
        "ship_date, 2026-02-12",
        "declared_value, 5"
    })
    void what_the_price_depends_on_is_not_changed(String argument, String value) {
        String quote = quote();
        ToolAnswer answer = call(
                "create_shipment",
                TestBench.json("{'quote_id': '" + quote
                        + "', 'weight_unit': 'kg', 'weight': '1.5', 'currency': 'USD', '" + argument + "': '" + value
                        + "', 'length': 30, 'width': 20, 'height': 10, 'dimension_unit': 'cm'}"));
        assertThat(code(answer)).isEqualTo("E-2021");
        // a parcel is the same as a whole or not
        assertThat(fields(answer)).containsExactly(argument.equals("declared_value") ? "weight" : argument);
        assertThat(sold("ups")).isZero();
    }

    @Test
    void what_is_the_same_as_quoted_may_be_repeated() {
        ObjectNode all = Parcels.domestic().put("quote_id", quote()).put("to_name", "Another Reader");
        structured(call("create_shipment", all));
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void several_parcels_and_options_are_bought_without_a_quote_too() {
        ObjectNode order =
                Parcels.domestic().put("carrier", "ups").put("service", "03").put("signature", "adult");
        order.remove(List.of("weight", "weight_unit", "length", "width", "height", "dimension_unit"));
        for (int i = 0; i < 2; i++) {
            order.withArray("packages").addObject().put("weight", "2").put("weight_unit", "kg");
        }
        structured(call("create_shipment", order));
        assertThat(bench.sandbox().shipments("ups").get(0).numbers()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'signature': 'adult'", "'saturday_delivery': true", "'is_return': true", "'options': ['ups_x']"
            })
    void what_is_to_be_had_beyond_the_quote_is_refused(String option) {
        ToolAnswer answer = call("create_shipment", "{'quote_id': '" + quote() + "', " + option + "}");
        assertThat(code(answer)).isEqualTo("E-2021");
        assertThat(fields(answer)).contains(option.split("'")[1]);
        assertThat(sold("ups")).isZero();
    }

    @Test
    void neither_quote_nor_carrier_is_refused() {
        ToolAnswer answer = call("create_shipment", Parcels.domestic());
        assertThat(fields(answer)).containsExactly("quote_id");
    }

    @Test
    void a_service_the_carrier_has_not_is_refused_and_an_unknown_carrier_too() {
        ToolAnswer service =
                call("create_shipment", Parcels.domestic().put("carrier", "ups").put("service", "99"));
        assertThat(service.isError()).isTrue();
        ToolAnswer carrier = call(
                "create_shipment", Parcels.domestic().put("carrier", "test").put("service", "03"));
        assertThat(carrier.text()).contains("test");
        assertThat(carrier.isError()).isTrue();
        assertThat(sold("ups")).isZero();
    }

    @Test
    void a_refusal_of_the_carrier_is_told_and_the_quote_can_be_bought_afterwards() {
        String quote = quote();
        bench.sandbox().fail("ups").on("ship").with(400).times(1);
        ToolAnswer refused = call("create_shipment", "{'quote_id': '" + quote + "'}");
        assertThat(code(refused)).isEqualTo("E-2003");
        assertThat(refused.text()).contains("Carrier: ups");
        assertThat(bought(quote).has("replayed")).isFalse();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_lost_answer_says_what_to_look_for_and_is_never_bought_again() {
        String quote = quote();
        bench.sandbox().fail("ups").on("ship").withLostAnswer().times(1);
        ToolAnswer lost = call("create_shipment", "{'quote_id': '" + quote + "'}");
        assertThat(code(lost)).isEqualTo("E-3009");
        assertThat(lost.text())
                .contains("Do not buy it again", "recover_label with carrier=ups and reference=" + quote, "Retry: no");
        ToolAnswer again = call("create_shipment", "{'quote_id': '" + quote + "'}");
        assertThat(code(again)).isEqualTo("E-3009");
        ToolAnswer withKey = call("create_shipment", "{'quote_id': '" + quote + "', 'idempotency_key': 'test-2'}");
        assertThat(code(withKey)).isEqualTo("E-3009");
        assertThat(sold("ups")).isEqualTo(1);
        JsonNode found = structured(call("recover_label", "{'carrier': 'ups', 'reference': '" + quote + "'}"));
        assertThat(found.at("/shipments/0/label_uri").asText())
                .isEqualTo("tracking://shipments/ups:"
                        + bench.sandbox().shipments("ups").get(0).id() + "/label");
    }

    @Test
    void the_same_key_answers_the_first_shipment_and_another_wish_under_it_is_refused() {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.put("idempotency_key", "test-1");
        JsonNode first = structured(call("create_shipment", order));
        ToolAnswer second = call("create_shipment", order);
        assertThat(structured(second).path("shipment_id")).isEqualTo(first.path("shipment_id"));
        assertThat(structured(second).path("replayed").asBoolean()).isTrue();
        assertThat(second.links()).hasSize(1);
        ToolAnswer other = call("create_shipment", order.put("to_street", "5 Other Street"));
        assertThat(code(other)).isEqualTo("E-2021");
        assertThat(other.text()).contains("idempotency_key");
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void two_callers_may_use_the_same_key() {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.put("idempotency_key", "test-1");
        structured(call("create_shipment", order));
        JsonNode bobs = structured(bench.call("create_shipment", order, BOB, new Person()));
        assertThat(bobs.has("replayed")).isFalse();
        assertThat(sold("ups")).isEqualTo(2);
    }

    @Test
    void a_quote_is_bought_once_under_whatever_key() {
        String quote = quote();
        bought(quote);
        JsonNode again =
                structured(call("create_shipment", "{'quote_id': '" + quote + "', 'idempotency_key': 'test-9'}"));
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_quote_of_another_caller_or_of_an_hour_ago_is_gone() {
        String quote = quote();
        ToolAnswer bobs =
                bench.call("create_shipment", TestBench.json("{'quote_id': '" + quote + "'}"), BOB, new Person());
        assertThat(code(bobs)).isEqualTo("E-4005");
        bench.sandbox().advance(Duration.ofMinutes(31));
        assertThat(code(call("create_shipment", "{'quote_id': '" + quote + "'}")))
                .isEqualTo("E-4005");
        assertThat(sold("ups")).isZero();
    }

    @Test
    void a_quote_that_was_bought_is_told_again_after_it_has_expired() {
        String quote = quote();
        bought(quote);
        bench.sandbox().advance(Duration.ofMinutes(31));
        assertThat(bought(quote).path("replayed").asBoolean()).isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void amounts_need_a_currency_and_measures_a_unit() {
        ObjectNode order =
                Parcels.domestic().put("carrier", "ups").put("service", "03").put("declared_value", "10");
        order.remove("dimension_unit");
        order.remove("weight_unit");
        ToolAnswer answer = call("create_shipment", order);
        assertThat(fields(answer)).contains("currency", "dimension_unit", "weight_unit");
    }

    @Test
    void a_call_that_is_cancelled_while_the_carrier_sells_says_where_to_look_and_loses_nothing() throws Exception {
        String quote = quote();
        AtomicReference<ToolAnswer> answer = new AtomicReference<>();
        Thread caller = new Thread(() -> answer.set(call("create_shipment", "{'quote_id': '" + quote + "'}")));
        try (SandboxHold hold = bench.sandbox().hold("ups").on("ship")) {
            caller.start();
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
            caller.interrupt();
            caller.join(Duration.ofSeconds(20).toMillis());
            assertThat(code(answer.get())).isEqualTo("E-3009");
            assertThat(answer.get().text()).contains("Do not buy it again", "list_shipments");
        }
        assertThat(bought(quote).path("replayed").asBoolean()).isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_call_that_is_cancelled_before_anything_is_sent_may_be_made_again() throws Exception {
        String quote = quote();
        AtomicReference<ToolAnswer> answer = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            answer.set(call("create_shipment", "{'quote_id': '" + quote + "'}"));
        });
        caller.start();
        caller.join(Duration.ofSeconds(20).toMillis());
        assertThat(code(answer.get())).isIn("E-3011", "E-3009");
        if (code(answer.get()).equals("E-3011")) {
            assertThat(sold("ups")).isZero();
            assertThat(bought(quote).has("replayed")).isFalse();
        }
        assertThat(sold("ups")).isLessThanOrEqualTo(1);
    }
}
