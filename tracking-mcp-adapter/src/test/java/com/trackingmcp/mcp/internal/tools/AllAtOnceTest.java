package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.FieldType;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** All that is wrong or missing comes in one answer, or one form, before anybody is asked for a yes: whoever it is that needs it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllAtOnceTest extends ShipBed {
    private final LocalDate day = LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC)
            .plusDays(2);

    AllAtOnceTest() {
        super(Confirm.TOKEN);
    }

    private ObjectNode pickup(String carrier) {
        return TestBench.json("{'carrier': '" + carrier + "', 'date': '" + day + "', 'ready_time': '10:00',"
                + " 'close_time': '17:00', 'name': 'Ann Sender', 'company': 'Sender Inc', 'phone': '901-555-0100',"
                + " 'street': '100 Example Street', 'city': 'Memphis', 'state': 'TN', 'postal_code': '38118',"
                + " 'country': 'us', 'package_count': 2, 'service': '03', 'weight': '10.5', 'weight_unit': 'lb'}");
    }

    private ToolAnswer call(String tool, ObjectNode arguments, Dialogue dialogue) {
        return bench.call(tool, arguments, ALICE, dialogue);
    }

    @Test
    void what_the_tool_and_what_the_carrier_needs_is_told_instead_of_a_token() {
        ObjectNode arguments = pickup("ups");
        arguments.remove(List.of("phone", "state", "service", "weight_unit"));
        ToolAnswer answer = call("schedule_pickup", arguments);
        assertThat(code(answer)).isEqualTo("E-2020");
        assertThat(fields(answer)).containsExactlyInAnyOrder("phone", "state", "service", "weight_unit");
        assertThat(bench.sandbox().calls("ups")).isEmpty();
    }

    @Test
    void what_the_tool_and_what_the_carrier_needs_is_asked_for_in_one_form_before_the_yes() {
        ObjectNode arguments = pickup("ups");
        arguments.remove(List.of("phone", "state", "service"));
        Person person = new Person()
                .says("{'phone': '901-555-0100', 'state': 'TN', 'service': '03'}")
                .agrees();
        ToolAnswer answer = call("schedule_pickup", arguments, person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(person.forms()).containsExactly(List.of("phone", "state", "service"), List.of("confirm"));
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void wrong_types_wrong_halves_and_what_the_carrier_refuses_are_one_answer() {
        ObjectNode arguments =
                pickup("ups").put("date", "monday").put("close_time", "09:00").put("package_count", "two");
        arguments.remove(List.of("service", "weight_unit"));
        ToolAnswer answer = call("schedule_pickup", arguments);
        assertThat(code(answer)).isEqualTo("E-2021");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder("date", "package_count", "weight_unit", "close_time", "service");
    }

    @Test
    void a_carrier_that_does_not_exist_is_told_beside_the_rest() {
        ToolAnswer answer = call("schedule_pickup", pickup("nobody").put("date", "monday"));
        assertThat(fields(answer)).containsExactlyInAnyOrder("date", "carrier");
        assertThat(answer.text()).contains("nobody");
    }

    @Test
    void nobody_is_to_agree_to_closing_a_day_that_cannot_be_closed_so() {
        ToolAnswer answer =
                call("create_manifest", "{'carrier': 'fedex', 'date': '2026-02-10', 'tracking_numbers': ['1']}");
        assertThat(code(answer)).isEqualTo("E-2021");
        assertThat(fields(answer)).containsExactly("tracking_numbers");
        ToolAnswer more = call("create_manifest", "{'carrier': 'fedex', 'date': 'x', 'tracking_numbers': ['1']}");
        assertThat(fields(more)).containsExactlyInAnyOrder("date", "tracking_numbers");
    }

    @Test
    void what_calling_off_needs_is_asked_for_before_the_yes() {
        String pickup = "{'carrier': 'dhl', 'confirmation_number': 'PRG260210000001'}";
        ToolAnswer told = call("cancel_pickup", pickup);
        assertThat(code(told)).isEqualTo("E-2020");
        assertThat(fields(told)).containsExactly("requestor");
        Person person = new Person().says("{'requestor': 'Ann Sender'}").declines();
        assertThat(call("cancel_pickup", TestBench.json(pickup), person).text()).startsWith("E-4001");
        assertThat(person.forms()).containsExactly(List.of("requestor"), List.of("confirm"));
        assertThat(fields(call("cancel_pickup", "{'carrier': 'fedex', 'confirmation_number': '7', 'date': 'x'}")))
                .containsExactlyInAnyOrder("date", "location_code");
    }

    @Test
    void nobody_is_to_agree_to_a_paper_that_is_none() {
        ToolAnswer answer = call("delete_document", "{'carrier': 'ups', 'document_id': '1'}");
        assertThat(code(answer)).isEqualTo("E-2021");
        assertThat(fields(answer)).containsExactly("document_id");
    }

    @Test
    void a_label_without_a_quote_lacks_all_at_once() {
        ObjectNode order = Parcels.domestic()
                .put("carrier", "ups")
                .put("service", "03")
                .put("ship_date", "monday")
                .put("incoterm", "test");
        order.remove(List.of("weight_unit", "to_street", "to_city"));
        ToolAnswer answer = call("create_shipment", order);
        assertThat(code(answer)).isEqualTo("E-2021");
        assertThat(fields(answer))
                .contains("ship_date", "incoterm", "weight_unit", "to_street", "to_city")
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_as_quoted_and_what_is_missing_are_one_answer() {
        ObjectNode rough = Parcels.rough();
        String quote = quote("ups", rough);
        ToolAnswer answer =
                call("create_shipment", "{'quote_id': '" + quote + "', 'from_country': 'CA', 'length': 'long'}");
        assertThat(fields(answer)).contains("length", "from_country", "to_street", "from_street");
    }

    @Test
    void what_keeps_a_label_from_being_bought_is_told_before_its_price_is_asked_for() {
        String quote = quote("ups", Parcels.rough());
        int asked = bench.sandbox().calls("ups").size();
        ToolAnswer lacking = call("create_shipment", "{'quote_id': '" + quote + "'}");
        assertThat(code(lacking)).isEqualTo("E-2020");
        assertThat(fields(lacking)).contains("to_street", "from_street");
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.remove("to_street");
        assertThat(fields(call("create_shipment", order))).containsExactly("to_street");
        assertThat(bench.sandbox().calls("ups")).hasSize(asked);
    }

    @Test
    void nobody_is_asked_for_a_quote_which_nobody_knows_by_heart() {
        Person person = new Person();
        ToolAnswer answer = call("create_shipment", Parcels.domestic(), person);
        assertThat(code(answer)).isEqualTo("E-2020");
        assertThat(fields(answer)).containsExactly("quote_id");
        assertThat(person.questions()).isEmpty();
    }

    @Test
    void a_quote_that_is_gone_is_told_as_that() {
        assertThat(code(call("create_shipment", "{'quote_id': 'gone'}"))).isEqualTo("E-4005");
        assertThat(fields(call("create_shipment", "{'quote_id': 'gone', 'length': 'long'}")))
                .containsExactly("length");
    }

    @Test
    void prices_times_and_duties_are_lacking_all_at_once() {
        ToolAnswer rates = call("get_shipping_rates", "{'ship_date': 'monday', 'from_country': 'US'}");
        assertThat(fields(rates))
                .containsExactlyInAnyOrder(
                        "ship_date", "from_postal_code", "to_country", "to_postal_code", "weight", "weight_unit");
        ToolAnswer times = call("get_transit_times", "{'ship_date': 'monday', 'from_country': 'US'}");
        assertThat(fields(times)).isEqualTo(fields(rates));
        ToolAnswer duties = call(
                "get_landed_cost",
                "{'from_country': 'US', 'items': [{'origin_country': 'US', 'quantity': 1}], 'currency': 'USD',"
                        + " 'incoterm': 'test', 'weight': '2'}");
        assertThat(fields(duties)).contains("to_country", "items[0].unit_price", "incoterm", "weight_unit");
        ToolAnswer windows =
                call("get_pickup_rates", "{'carrier': 'ups', 'date': 'monday', 'country': 'US', 'weight': '2'}");
        assertThat(fields(windows)).contains("date", "weight_unit", "ready_time", "postal_code");
    }

    @Test
    void papers_lack_all_at_once() {
        ToolAnswer answer = call(
                "upload_document",
                "{'carrier': 'ups', 'document_type': 'poem', 'shipment_id': '1Z', 'ship_date': 'x'}");
        assertThat(fields(answer)).containsExactlyInAnyOrder("document_type", "ship_date", "file_path");
        ToolAnswer attached = call(
                "attach_document", "{'carrier': 'ups', 'document_ids': ['1'], 'shipment_id': '1Z', 'ship_date': 'x'}");
        assertThat(fields(attached)).containsExactlyInAnyOrder("ship_date", "document_ids[0]");
    }

    /** 28 tools, each with all of its arguments of a wrong type: each argument is named once, and no tool breaks. */
    @Test
    void whatever_is_wrong_with_a_call_is_told_by_each_tool() {
        for (ToolSpec spec : bench.tools().specs()) {
            ObjectNode arguments = TestBench.json("{}");
            for (Field field : spec.input().fields()) {
                if (field.type() == FieldType.OBJECT) {
                    arguments.put(field.name(), 1);
                } else {
                    arguments.putObject(field.name());
                }
            }
            ToolAnswer answer = bench.call(spec.name(), arguments, Caller.LOCAL, Dialogue.NONE);
            if (!spec.input().fields().isEmpty()) {
                assertThat(code(answer)).as(spec.name()).isEqualTo("E-2021");
                assertThat(fields(answer))
                        .as(spec.name())
                        .containsExactlyElementsOf(
                                spec.input().fields().stream().map(Field::name).toList());
            }
        }
    }

    @Test
    void who_lives_there_may_be_told_where_nobody_needs_it() {
        ObjectNode pickup = pickup("ups").put("street2", "Floor 2").put("email", "ann@example.com");
        assertThat(call("get_pickup_rates", pickup).isError()).isFalse();
        ObjectNode times = Parcels.domestic();
        times.remove(List.of("description", "reference"));
        ToolAnswer answer = call("get_transit_times", times);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        ToolAnswer duties = call(
                "get_landed_cost",
                "{'from_country': 'US', 'from_name': 'Ann Sender', 'from_street': '1 Example Street', 'to_country': 'GB',"
                        + " 'to_phone': '2065550100', 'to_state': 'X', 'currency': 'USD', 'items': [{'origin_country': 'US',"
                        + " 'quantity': 1, 'unit_price': '9', 'hs_code': '610910', 'description': 'Shirts'}]}");
        assertThat(duties.failure().map(error -> error.path("code").asText()).orElse(""))
                .as(duties.text())
                .isNotEqualTo("E-2021");
    }

    @Test
    void every_carrier_that_does_not_know_a_number_is_named() {
        ToolAnswer answer = call("track_package", "{'tracking_number': '123456789012'}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.failure().orElseThrow().path("asked").findValuesAsText("carrier"))
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
        answer.failure()
                .orElseThrow()
                .path("asked")
                .findValuesAsText("carrier")
                .forEach(carrier -> assertThat(answer.text()).contains(carrier));
    }
}
