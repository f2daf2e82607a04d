package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.UnknownToolException;
import com.trackingmcp.testkit.SandboxHold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** That a person agreed before money is spent, and that it is spent once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfirmedPurchaseTest extends ShipBed {
    ConfirmedPurchaseTest() {
        super(Confirm.TOKEN);
    }

    private ObjectNode order(String quote) {
        return TestBench.json("{'quote_id': '" + quote + "'}");
    }

    private ToolAnswer buy(ObjectNode arguments, Dialogue dialogue) {
        return bench.call("create_shipment", arguments, ALICE, dialogue);
    }

    @Test
    void the_person_reads_carrier_service_price_and_addresses_and_agrees() {
        Person person = new Person().agrees();
        JsonNode json = structured(buy(order(quote()), person));
        assertThat(json.path("status").asText()).isEqualTo("done");
        assertThat(person.questions().get(0))
                .contains("ups UPS Ground", "10.56 USD", "costs money", "Memphis", "Seattle", "1.5 kg", "cancel");
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void what_the_carrier_notes_on_its_price_is_part_of_the_question() {
        Person person = new Person().declines();
        buy(order(quote()), person);
        assertThat(person.questions().get(0))
                .contains("Note of the carrier: Your invoice may vary from the displayed reference rates");
    }

    @Test
    void a_person_who_declines_or_closes_the_question_or_does_not_tick_it_buys_nothing() {
        String quote = quote();
        assertThat(code(buy(order(quote), new Person().declines()))).isEqualTo("E-4001");
        assertThat(code(buy(order(quote), new Person().cancels()))).isEqualTo("E-4002");
        assertThat(code(buy(order(quote), new Person().says("{'confirm': false}"))))
                .isEqualTo("E-4001");
        assertThat(code(buy(order(quote), new Person().says("{}")))).isEqualTo("E-4001");
        assertThat(sold("ups")).isZero();
        structured(buy(order(quote), new Person().agrees()));
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void what_is_missing_is_asked_for_before_the_yes() {
        String quote = quote("ups", Parcels.rough());
        Person person = new Person()
                .says(
                        "{'from_name': 'A', 'from_street': '1 Example Street', 'from_city': 'Memphis', 'from_state': 'TN',"
                                + " 'to_name': 'B', 'to_street': '2 Example Avenue', 'to_city': 'Seattle', 'to_state': 'WA'}")
                .agrees();
        structured(buy(order(quote), person));
        assertThat(person.questions()).hasSize(2);
        assertThat(person.questions().get(1)).contains("2 Example Avenue");
        assertThat(sold("ups")).isEqualTo(1);
        Person again = new Person();
        assertThat(structured(buy(order(quote), again)).path("replayed").asBoolean())
                .isTrue();
        assertThat(again.questions()).isEmpty();
    }

    @Test
    void a_client_that_cannot_ask_or_fails_to_gets_a_token_and_buys_with_it() {
        String quote = quote();
        ToolAnswer first = buy(order(quote), Dialogue.NONE);
        assertThat(first.text()).contains("Nothing was done yet", "10.56 USD", "confirmation_token=");
        assertThat(structured(first).path("to_confirm").asText()).contains("Memphis", "Seattle");
        token(buy(order(quote), new Person().cannotBeAsked()));
        assertThat(sold("ups")).isZero();
        JsonNode done = structured(buy(order(quote).put("confirmation_token", token(first)), Dialogue.NONE));
        assertThat(done.path("status").asText()).isEqualTo("done");
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void carrier_and_service_are_bought_as_they_were_priced() {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        ToolAnswer first = buy(order, Dialogue.NONE);
        assertThat(first.text()).contains("UPS Ground", "10.56 USD");
        ObjectNode confirmed = order.deepCopy().put("confirmation_token", token(first));
        JsonNode done = structured(buy(confirmed, Dialogue.NONE));
        assertThat(done.path("price").asText()).isEqualTo("10.56");
        assertThat(structured(buy(confirmed, Dialogue.NONE)).path("replayed").asBoolean())
                .isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_token_is_good_for_one_purchase_under_whatever_key() {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.put("confirmation_token", token(buy(order, Dialogue.NONE)));
        structured(buy(order.deepCopy().put("idempotency_key", "test-1"), Dialogue.NONE));
        JsonNode second = structured(buy(order.deepCopy().put("idempotency_key", "test-2"), Dialogue.NONE));
        assertThat(second.path("replayed").asBoolean()).isTrue();
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_token_that_is_wrong_expired_or_for_something_else_buys_nothing() {
        String quote = quote();
        String other = quote("fedex", Parcels.domestic());
        String token = token(buy(order(quote), Dialogue.NONE));
        char last = token.charAt(token.length() - 2);
        String forged =
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);
        assertThat(code(buy(order(quote).put("confirmation_token", forged), Dialogue.NONE)))
                .isEqualTo("E-4003");
        assertThat(code(buy(order(quote).put("confirmation_token", "test"), Dialogue.NONE)))
                .isEqualTo("E-4003");
        assertThat(code(buy(order(other).put("confirmation_token", token), Dialogue.NONE)))
                .isEqualTo("E-4003");
        assertThat(code(buy(
                        order(quote).put("confirmation_token", token).put("to_name", "Somebody Else"), Dialogue.NONE)))
                .isEqualTo("E-4003");
        ToolAnswer bobs =
                bench.call("create_shipment", order(quote).put("confirmation_token", token), BOB, Dialogue.NONE);
        assertThat(code(bobs)).isEqualTo("E-4003");
        bench.sandbox().advance(Duration.ofMinutes(11));
        assertThat(code(buy(order(quote).put("confirmation_token", token), Dialogue.NONE)))
                .isEqualTo("E-4003");
        assertThat(bench.sandbox().calls("ups"))
                .noneMatch(call -> call.operation().equals("ship"));
        assertThat(sold("ups") + sold("fedex")).isZero();
    }

    @Test
    void a_token_for_a_cancellation_buys_nothing() {
        String bought = structured(buy(order(quote()), new Person().agrees()))
                .path("shipment_id")
                .asText();
        String token = token(call("cancel_shipment", "{'shipment_id': '" + bought + "'}"));
        assertThat(code(buy(order(quote()).put("confirmation_token", token), Dialogue.NONE)))
                .isEqualTo("E-4003");
    }

    @Test
    void eight_calls_with_one_token_at_once_buy_one_shipment() throws Exception {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.put("confirmation_token", token(buy(order, Dialogue.NONE)));
        assertThat(atOnce(order)).hasSize(1);
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void eight_calls_for_one_quote_at_once_buy_one_shipment_under_eight_keys() throws Exception {
        String quote = quote();
        ObjectNode order = order(quote).put("confirmation_token", token(buy(order(quote), Dialogue.NONE)));
        assertThat(atOnce(order)).hasSize(1);
        assertThat(sold("ups")).isEqualTo(1);
    }

    /** The ids of what eight calls bought that differ in their key alone. */
    private List<String> atOnce(ObjectNode order) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<ToolAnswer>> answers = new ArrayList<>();
        try (SandboxHold hold = bench.sandbox().hold("ups").on("ship")) {
            for (int i = 0; i < 8; i++) {
                ObjectNode mine = order.deepCopy();
                if (i % 2 == 1) {
                    mine.put("idempotency_key", "test-" + i);
                }
                answers.add(threads.submit(() -> buy(mine, Dialogue.NONE)));
            }
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
        }
        List<String> ids = new ArrayList<>();
        for (Future<ToolAnswer> answer : answers) {
            ids.add(structured(answer.get()).path("shipment_id").asText());
        }
        threads.shutdown();
        return ids.stream().distinct().toList();
    }

    @Test
    void a_purchase_the_carrier_refuses_while_another_waits_is_not_repeated_without_a_yes() throws Exception {
        String quote = quote();
        String token = token(buy(order(quote), Dialogue.NONE));
        bench.sandbox().fail("ups").on("ship").with(400).times(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<ToolAnswer> confirmed;
        Future<ToolAnswer> waiting;
        try (SandboxHold hold = bench.sandbox().hold("ups").on("ship")) {
            confirmed = threads.submit(() -> buy(order(quote).put("confirmation_token", token), Dialogue.NONE));
            assertThat(hold.awaitCalls(1, Duration.ofSeconds(20))).isTrue();
            waiting = threads.submit(() -> buy(order(quote), Dialogue.NONE));
        }
        assertThat(code(confirmed.get())).isEqualTo("E-2003");
        ToolAnswer other = waiting.get();
        assertThat(other.isError() || other.structured().path("status").asText().equals("confirmation_required"))
                .isTrue();
        threads.shutdown();
        assertThat(sold("ups")).isZero();
    }

    @Test
    void a_price_that_is_still_the_same_is_told_once() {
        String quote = quote("ups", Parcels.domestic());
        Person person = new Person().declines();
        assertThat(code(buy(order(quote), person))).isEqualTo("E-4001");
        assertThat(person.questions().get(0)).doesNotContain("for the same now");
    }

    @Test
    void a_caller_who_only_tracks_has_no_such_tool() {
        Caller tracker = new Caller("tracker", Role.TRACK);
        for (String tool : List.of(
                "create_shipment",
                "get_shipping_rates",
                "get_transit_times",
                "get_shipment",
                "list_shipments",
                "cancel_shipment",
                "recover_label")) {
            assertThatThrownBy(() -> bench.call(tool, TestBench.json("{}"), tracker, Dialogue.NONE))
                    .isInstanceOf(UnknownToolException.class);
        }
        assertThat(bench.events())
                .hasSize(7)
                .allMatch(event ->
                        event.caller().equals(tracker) && event.outcome().equals("forbidden"));
        assertThat(bench.tools().listed(tracker)).noneMatch(spec -> spec.name().equals("create_shipment"));
    }

    @Nested
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    class Where_only_a_person_may_confirm extends ShipBed {
        Where_only_a_person_may_confirm() {
            super(Confirm.ELICIT);
        }

        @Test
        void a_client_that_cannot_ask_buys_nothing() {
            ObjectNode order = TestBench.json("{'quote_id': '" + quote() + "'}");
            assertThat(code(call("create_shipment", order))).isEqualTo("E-4004");
            assertThat(code(bench.call("create_shipment", order, ALICE, new Person().cannotBeAsked())))
                    .isEqualTo("E-4004");
            assertThat(sold("ups")).isZero();
            structured(bench.call("create_shipment", order, ALICE, new Person().agrees()));
            assertThat(sold("ups")).isEqualTo(1);
        }
    }
}
