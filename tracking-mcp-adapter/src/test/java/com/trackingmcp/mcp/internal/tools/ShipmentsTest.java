package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.testkit.SandboxOrders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with what was bought. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShipmentsTest extends ShipBed {
    ShipmentsTest() {
        super(Confirm.TOKEN);
    }

    private JsonNode buy(String carrier, ObjectNode shipment) {
        return buy(carrier, shipment, ALICE);
    }

    private JsonNode buy(String carrier, ObjectNode shipment, Caller caller) {
        ObjectNode question = shipment.deepCopy();
        question.putArray("carriers").add(carrier);
        String quote = structured(bench.call("get_shipping_rates", question, caller, Dialogue.NONE))
                .at("/rates/0/quote_id")
                .asText();
        ObjectNode order = TestBench.json("{'quote_id': '" + quote + "'}");
        return structured(bench.call("create_shipment", order, caller, new Person().agrees()));
    }

    private static ObjectNode id(String id) {
        return TestBench.json("{'shipment_id': '" + id + "'}");
    }

    private ToolAnswer cancel(ObjectNode arguments, Dialogue dialogue) {
        return bench.call("cancel_shipment", arguments, ALICE, dialogue);
    }

    @ParameterizedTest
    @CsvSource({"fedex, cancel_shipment", "ups, cancel_shipment", "ups, recover_label"})
    void what_was_not_bought_here_is_meant_by_its_tracking_number_too(String carrier, String tool) {
        Shipment sold = bench.client().ship(SandboxOrders.domestic(carrier).build());
        ToolAnswer answer = bench.call(
                tool,
                TestBench.json("{'carrier': '" + carrier + "', 'shipment_id': '" + sold.trackingNumber() + "'}"),
                ALICE,
                new Person().agrees());
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(
                        tool.equals("recover_label")
                                ? answer.structured().path("shipments").size() == 1
                                : answer.structured().path("cancelled").asBoolean())
                .as(answer.text())
                .isTrue();
    }

    @Test
    void a_shipment_is_found_by_its_id_the_carriers_id_and_its_tracking_number() {
        JsonNode bought = buy("dhl", Parcels.german());
        String number = bought.path("tracking_number").asText();
        for (String id : List.of(
                bought.path("shipment_id").asText(),
                number,
                bought.at("/parcels/0").asText())) {
            ToolAnswer answer = call("get_shipment", id(id));
            assertThat(structured(answer).path("shipment_id")).isEqualTo(bought.path("shipment_id"));
            assertThat(structured(answer).path("label_uri")).isEqualTo(bought.path("label_uri"));
            assertThat(answer.links()).hasSize(1);
        }
    }

    @Test
    void a_shipment_of_somebody_else_is_no_shipment_but_for_an_administrator() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        for (String tool : List.of("get_shipment", "cancel_shipment", "recover_label")) {
            assertThat(code(bench.call(tool, id(id), BOB, new Person().agrees())))
                    .isEqualTo("E-3014");
        }
        JsonNode found = structured(bench.call(
                "recover_label",
                TestBench.json("{'carrier': 'ups', 'reference': '"
                        + bench.sandbox().shipments("ups").get(0).references().get(0) + "'}"),
                BOB,
                Dialogue.NONE));
        assertThat(found.path("shipments")).isEmpty();
        assertThat(structured(bench.call("list_shipments", TestBench.json("{}"), BOB, Dialogue.NONE))
                        .path("shipments"))
                .isEmpty();
        assertThat(structured(bench.call("get_shipment", id(id), Caller.LOCAL, Dialogue.NONE))
                        .path("shipment_id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void a_shipment_nobody_knows_is_not_found_and_one_without_carrier_needs_it() {
        assertThat(code(call("get_shipment", "{'shipment_id': 'ups:1Z0'}"))).isEqualTo("E-3014");
        assertThat(fields(call("get_shipment", "{'shipment_id': '1Z0'}"))).containsExactly("carrier");
        assertThat(code(call("get_shipment", "{'shipment_id': 'shp_0', 'carrier': 'karrio:dpd'}")))
                .isEqualTo("E-3014");
        assertThat(fields(call("get_shipment", "{}"))).containsExactly("shipment_id");
    }

    @Test
    void a_server_that_keeps_shipments_tells_of_one_that_was_not_bought_here() {
        String id = bench.client()
                .ship(SandboxOrders.domestic("karrio:dpd").build())
                .id();
        JsonNode found = structured(call("get_shipment", "{'shipment_id': 'karrio:dpd:" + id + "'}"));
        assertThat(found.path("shipment_id").asText()).isEqualTo("karrio:dpd:" + id);
        assertThat(found.path("shipment_status").asText()).isEqualTo("created");
    }

    @Test
    void a_list_holds_what_the_caller_bought_the_newest_first_with_a_cursor_for_more() {
        buy("ups", Parcels.domestic());
        bench.sandbox().advance(java.time.Duration.ofMinutes(1));
        String newest = buy("fedex", Parcels.domestic()).path("shipment_id").asText();
        buy("dhl", Parcels.german(), BOB);
        ToolAnswer answer = call("list_shipments", "{'limit': 1}");
        JsonNode first = structured(answer);
        assertThat(first.at("/shipments/0/shipment_id").asText()).isEqualTo(newest);
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(answer.text())
                .contains("call again with cursor " + first.path("next_cursor").asText());
        JsonNode second = structured(call(
                "list_shipments",
                "{'limit': 1, 'cursor': '" + first.path("next_cursor").asText() + "'}"));
        assertThat(second.path("shipments")).hasSize(1);
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(structured(call("list_shipments", "{'carrier': 'ups'}")).path("shipments"))
                .hasSize(1);
        assertThat(structured(call("list_shipments", "{'status': 'cancelled'}")).path("shipments"))
                .isEmpty();
        assertThat(fields(call("list_shipments", "{'cursor': 'nowhere.1'}"))).containsExactly("cursor");
    }

    @Test
    void an_administrator_sees_everybodys_and_what_a_server_keeps_each_once() {
        bench.sandbox().karrioShipments(45);
        buy("karrio:dpd", Parcels.german());
        Caller admin = new Caller("admin", Role.ADMIN);
        Set<String> seen = new HashSet<>();
        List<Integer> sizes = new ArrayList<>();
        ObjectNode question = TestBench.json("{}");
        JsonNode page;
        do {
            page = structured(bench.call("list_shipments", question, admin, Dialogue.NONE));
            sizes.add(page.path("shipments").size());
            page.path("shipments")
                    .forEach(shipment -> assertThat(
                                    seen.add(shipment.path("shipment_id").asText()))
                            .isTrue());
            question.put("cursor", page.path("next_cursor").asText());
        } while (page.path("has_more").asBoolean());
        assertThat(seen).hasSize(46);
        assertThat(sizes).allMatch(size -> size <= 20);
        ObjectNode ofDpd = TestBench.json("{'carrier': 'karrio:dpd'}");
        assertThat(structured(bench.call("list_shipments", ofDpd, admin, Dialogue.NONE))
                        .path("shipments"))
                .hasSize(1);
    }

    @Test
    void a_server_that_fails_costs_no_other_list() {
        buy("ups", Parcels.domestic());
        bench.sandbox().fail("karrio").with(503).untilCleared();
        ToolAnswer answer = bench.call("list_shipments", TestBench.json("{}"), Caller.LOCAL, Dialogue.NONE);
        assertThat(structured(answer).path("shipments")).hasSize(1);
        assertThat(structured(answer).at("/failures/0/carrier").asText()).isEqualTo("karrio");
        assertThat(answer.text()).contains("karrio: E-3003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex"})
    void a_person_agrees_to_a_cancellation_and_the_carrier_cancels(String carrier) {
        String id = buy(carrier, Parcels.domestic()).path("shipment_id").asText();
        Person person = new Person().agrees();
        JsonNode json = structured(cancel(id(id), person));
        assertThat(person.questions().get(0)).contains(id, "cannot be undone");
        assertThat(json.path("status").asText()).isEqualTo("done");
        assertThat(json.path("cancelled").asBoolean()).isTrue();
        assertThat(bench.sandbox().shipments(carrier).get(0).cancelled()).hasSize(1);
        assertThat(structured(call("get_shipment", id(id)))
                        .path("shipment_status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(cancel(id(id), new Person().agrees()).isError()).isTrue();
    }

    @Test
    void a_person_who_says_no_or_nothing_keeps_the_shipment() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        assertThat(code(cancel(id(id), new Person().declines()))).isEqualTo("E-4001");
        assertThat(code(cancel(id(id), new Person().cancels()))).isEqualTo("E-4002");
        assertThat(bench.sandbox().shipments("ups").get(0).cancelled()).isEmpty();
    }

    @Test
    void a_token_cancels_once_and_its_repetition_tells_the_same() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        String token = token(cancel(id(id), Dialogue.NONE));
        ObjectNode confirmed = id(id).put("confirmation_token", token);
        assertThat(structured(cancel(confirmed, Dialogue.NONE))
                        .path("cancelled")
                        .asBoolean())
                .isTrue();
        assertThat(structured(cancel(confirmed, Dialogue.NONE)).path("replayed").asBoolean())
                .isTrue();
        assertThat(bench.sandbox().calls("ups").stream()
                        .filter(call -> call.operation().equals("cancel")))
                .hasSize(1);
        ObjectNode other = id(buy("ups", Parcels.domestic()).path("shipment_id").asText());
        assertThat(code(cancel(other.put("confirmation_token", token), Dialogue.NONE)))
                .isEqualTo("E-4003");
    }

    @Test
    void a_carrier_that_cannot_cancel_is_not_asked_and_neither_is_the_person() {
        String id = buy("dhl", Parcels.german()).path("shipment_id").asText();
        Person person = new Person();
        ToolAnswer answer = cancel(id(id), person);
        assertThat(code(answer)).isEqualTo("E-2010");
        assertThat(answer.text()).contains("dhl does not offer cancelling", "ups");
        assertThat(person.questions()).isEmpty();
    }

    @Test
    void a_carrier_that_refuses_to_cancel_can_be_asked_again() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        ObjectNode confirmed = id(id).put("confirmation_token", token(cancel(id(id), Dialogue.NONE)));
        bench.sandbox().fail("ups").on("cancel").with(400).times(1);
        assertThat(cancel(confirmed, Dialogue.NONE).isError()).isTrue();
        assertThat(structured(cancel(confirmed, Dialogue.NONE))
                        .path("cancelled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_cancellation_whose_answer_is_lost_says_so() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        bench.sandbox().fail("ups").on("cancel").withLostAnswer().times(1);
        ToolAnswer lost = cancel(id(id), new Person().agrees());
        assertThat(code(lost)).isEqualTo("E-3009");
        assertThat(lost.text()).contains("It may be cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex", "dhl", "karrio:dpd"})
    void what_was_bought_elsewhere_is_found_again(String carrier) {
        var order = SandboxOrders.domestic(carrier)
                .addReferences(com.trackingmcp.model.Reference.of("test-elsewhere-1"))
                .build();
        String number = bench.client().ship(order).trackingNumber();
        ToolAnswer answer = call("recover_label", "{'carrier': '" + carrier + "', 'reference': 'test-elsewhere-1'}");
        JsonNode found = structured(answer).path("shipments");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/tracking_number").asText()).isEqualTo(number);
        assertThat(answer.links()).hasSize(found.path(0).has("label_uri") ? 1 : 0);
        String id = found.at("/0/shipment_id").asText();
        assertThat(structured(call("get_shipment", id(id))).path("shipment_id").asText())
                .isEqualTo(id);
    }

    @Test
    void a_label_that_is_here_is_told_without_asking_the_carrier() {
        String id = buy("ups", Parcels.domestic()).path("shipment_id").asText();
        bench.sandbox().forgetCalls();
        ToolAnswer answer = call("recover_label", id(id));
        assertThat(answer.links()).hasSize(1);
        assertThat(bench.sandbox().calls("ups")).isEmpty();
    }

    @Test
    void a_label_nobody_knows_and_a_call_without_a_name_are_told() {
        ToolAnswer none = call("recover_label", "{'carrier': 'ups', 'reference': 'test-none'}");
        assertThat(structured(none).path("shipments")).isEmpty();
        assertThat(none.text()).contains("knows no shipment test-none", "once more");
        assertThat(fields(call("recover_label", "{'carrier': 'ups'}"))).containsExactly("shipment_id");
        assertThat(fields(call("recover_label", "{'reference': 'test-1'}"))).containsExactly("carrier");
        bench.sandbox().fail("ups").on("recover").with(503).untilCleared();
        bench.sandbox().fail("ups").on("track").with(503).untilCleared();
        assertThat(call("recover_label", "{'carrier': 'ups', 'reference': 'test-none'}")
                        .isError())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex"})
    void a_parcel_of_another_shipment_is_not_cancelled_with_it(String carrier) {
        String id = buy(carrier, Parcels.domestic()).path("shipment_id").asText();
        ObjectNode some = id(id);
        some.putArray("tracking_numbers").add("1ZTK00010300000000");
        ToolAnswer answer = cancel(some, new Person().agrees());
        assertThat(code(answer)).isEqualTo("E-3012");
        assertThat(bench.sandbox().shipments(carrier).get(0).cancelled()).isEmpty();
    }

    @Test
    void parcels_that_cannot_be_cancelled_alone_are_told_by_the_name_of_the_argument() {
        ObjectNode some =
                id(buy("karrio:dpd", Parcels.german()).path("shipment_id").asText());
        some.putArray("tracking_numbers").add("test-1");
        assertThat(fields(cancel(some, new Person().agrees()))).containsExactly("tracking_numbers");
    }
}
