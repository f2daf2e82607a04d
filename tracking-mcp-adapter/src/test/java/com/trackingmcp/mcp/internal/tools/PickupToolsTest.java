package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickups: what they cost, how they are booked, called off and found again. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PickupToolsTest {
    private TestBench bench = TestBench.open();
    private final String day = LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC)
            .plusDays(2)
            .toString();

    @AfterEach
    void close() {
        bench.close();
    }

    private void confirming(Confirm confirm) {
        bench.close();
        bench = TestBench.open(confirm);
    }

    private ObjectNode pickup(String carrier) {
        return TestBench.json("{'carrier': '" + carrier + "', 'date': '" + day + "', 'ready_time': '10:00',"
                + " 'close_time': '17:00', 'name': 'Ann Sender', 'company': 'Sender Inc', 'phone': '901-555-0100',"
                + " 'street': '100 Example Street', 'city': 'Memphis', 'state': 'TN', 'postal_code': '38118',"
                + " 'country': 'us', 'package_count': 2, 'service': '03', 'weight': '10.5', 'weight_unit': 'lb'}");
    }

    /** What a question takes of it. */
    private ObjectNode asked(String carrier) {
        ObjectNode pickup = pickup(carrier);
        pickup.remove(List.of("name", "phone"));
        return pickup;
    }

    private ToolAnswer call(String tool, ObjectNode arguments, Dialogue dialogue) {
        return bench.call(tool, arguments, Caller.LOCAL, dialogue);
    }

    private JsonNode ask(String tool, ObjectNode arguments) {
        ToolAnswer answer = call(tool, arguments, Dialogue.NONE);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        return answer.structured();
    }

    private ObjectNode bookedAt(String carrier) {
        JsonNode booked = ask("schedule_pickup", pickup(carrier));
        return TestBench.json("{'carrier': '" + carrier + "', 'confirmation_number': '"
                + booked.path("confirmation_number").asText() + "', 'date': '" + day + "'}");
    }

    @Test
    void a_pickup_is_booked_and_tells_what_it_is_called_off_by() {
        ToolAnswer answer = call("schedule_pickup", pickup("ups"), Dialogue.NONE);
        JsonNode booked = answer.structured();
        assertThat(booked.path("status").asText()).isEqualTo("done");
        assertThat(booked.path("confirmation_number").asText())
                .isEqualTo(bench.sandbox().pickups("ups").get(0).number());
        assertThat(booked.path("date").asText()).isEqualTo(day);
        assertThat(booked.path("ready_time").asText()).isEqualTo("10:00");
        assertThat(answer.text()).contains("Booked: ups pickup", day, "cancel_pickup");
    }

    @Test
    void the_same_key_books_one_pickup() {
        ObjectNode arguments = pickup("ups").put("idempotency_key", "test-key");
        ask("schedule_pickup", arguments);
        assertThat(ask("schedule_pickup", arguments).path("replayed").asBoolean())
                .isTrue();
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_by_the_names_of_the_arguments() {
        ToolAnswer answer =
                call("schedule_pickup", pickup("ups").put("close_time", "09:00").put("state", ""), Dialogue.NONE);
        assertThat(answer.text())
                .startsWith("E-2021")
                .contains("- close_time: ", "- state: ")
                .doesNotContain("address.");
        assertThat(bench.sandbox().calls("ups")).isEmpty();
    }

    @Test
    void what_only_the_carrier_needs_is_asked_for_all_at_once_and_the_booking_goes_on() {
        ObjectNode arguments = pickup("ups");
        arguments.remove("service");
        arguments.remove("state");
        Person person = new Person().says("{'state': 'TN', 'service': '03'}");
        ToolAnswer answer = call("schedule_pickup", arguments, person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(person.forms()).containsExactly(List.of("state", "service"));
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void what_is_missing_is_told_where_nobody_can_be_asked() {
        ObjectNode arguments = pickup("ups");
        arguments.remove("weight_unit");
        ToolAnswer answer = call("schedule_pickup", arguments, Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-2020").contains("- weight_unit: is required with a weight");
    }

    @Test
    void a_refusal_of_the_carrier_is_told_in_its_words() {
        bench.sandbox().fail("ups").on("pickup").with(400).untilCleared();
        ToolAnswer answer = call("schedule_pickup", pickup("ups"), Dialogue.NONE);
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("Carrier: ups").contains("said: ");
    }

    @Test
    void a_booking_says_its_terms_before_it_is_made() {
        confirming(Confirm.TOKEN);
        Person person = new Person().agrees();
        ToolAnswer answer = call("schedule_pickup", pickup("ups"), person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(person.questions())
                .singleElement()
                .asString()
                .contains("ups", day, "10:00 to 17:00", "100 Example Street", "38118 Memphis", "Parcels: 2")
                .containsPattern("Price: \\d+\\.\\d\\d USD");
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void a_price_that_is_not_told_is_said_so() {
        confirming(Confirm.TOKEN);
        ToolAnswer answer = call("schedule_pickup", pickup("dhl").put("service", "N"), Dialogue.NONE);
        assertThat(answer.text()).contains("Price: not told beforehand");
    }

    @Test
    void what_cannot_be_booked_is_refused_before_anybody_is_asked() {
        confirming(Confirm.TOKEN);
        Person person = new Person();
        ToolAnswer answer = call("schedule_pickup", pickup("ups").put("date", "2026-01-01"), person);
        assertThat(answer.text()).startsWith("E-2021").contains("- date: ");
        assertThat(person.questions()).isEmpty();
    }

    @Test
    void nobody_is_asked_for_a_yes_that_leads_nowhere() {
        confirming(Confirm.TOKEN);
        Person person = new Person();
        assertThat(call("schedule_pickup", pickup("nobody"), person).text()).startsWith("E-1006");
        assertThat(bench.call("create_manifest", "{'carrier': 'ups', 'date': '" + day + "'}", Caller.LOCAL, person)
                        .text())
                .startsWith("E-2010")
                .contains("carriers that do: fedex");
        assertThat(bench.call("delete_document", "{'carrier': 'dhl', 'document_id': '1'}", Caller.LOCAL, person)
                        .text())
                .startsWith("E-2010");
        assertThat(person.questions()).isEmpty();
    }

    @Test
    void a_booking_may_be_confirmed_where_the_price_cannot_be_asked() {
        confirming(Confirm.TOKEN);
        bench.sandbox().fail("ups").on("pickup-quote").with(400).untilCleared();
        Person person = new Person().agrees();
        ToolAnswer answer = call("schedule_pickup", pickup("ups"), person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(person.questions().get(0)).contains("Price: not told beforehand");
    }

    @Test
    void what_a_carrier_wants_is_asked_for_before_the_yes() {
        confirming(Confirm.TOKEN);
        ObjectNode arguments = pickup("ups");
        arguments.remove("service");
        Person person = new Person().says("{'service': '03'}").agrees();
        ToolAnswer answer = call("schedule_pickup", arguments.put("idempotency_key", "test-key"), person);
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(person.questions()).hasSize(2);
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void a_lost_answer_says_so_and_the_same_key_books_no_second_pickup() {
        ObjectNode arguments = pickup("ups").put("idempotency_key", "test-key");
        bench.sandbox().fail("ups").on("pickup").withLostAnswer().times(1);
        assertThat(call("schedule_pickup", arguments, Dialogue.NONE).text())
                .startsWith("E-3009")
                .contains("Reference: ");
        assertThat(call("schedule_pickup", arguments, Dialogue.NONE).text()).startsWith("E-3009");
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
    }

    @Test
    void a_booking_that_is_declined_or_cancelled_is_not_made() {
        confirming(Confirm.TOKEN);
        ToolAnswer declined = call("schedule_pickup", pickup("ups"), new Person().declines());
        ToolAnswer no = call("schedule_pickup", pickup("ups"), new Person().says("{'confirm': false}"));
        ToolAnswer cancelled = call("schedule_pickup", pickup("ups"), new Person().cancels());
        assertThat(declined.text()).startsWith("E-4001");
        assertThat(no.text()).startsWith("E-4001");
        assertThat(cancelled.text()).startsWith("E-4002");
        assertThat(bench.sandbox().pickups("ups")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "fedex", "dhl"})
    void nobody_is_to_agree_to_a_booking_that_lacks_what_the_carrier_wants(String carrier) {
        confirming(Confirm.TOKEN);
        ObjectNode arguments = pickup(carrier);
        arguments.remove("service");
        ToolAnswer answer = call("schedule_pickup", arguments, Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-2020").contains("- service: is required", "get_carrier_services");
    }

    @Test
    void a_client_that_cannot_ask_gets_a_token_that_books_once() {
        confirming(Confirm.TOKEN);
        ObjectNode arguments = pickup("ups");
        JsonNode first = ask("schedule_pickup", arguments);
        assertThat(first.path("status").asText()).isEqualTo("confirmation_required");
        assertThat(bench.sandbox().pickups("ups")).isEmpty();
        arguments.put("confirmation_token", first.path("confirmation_token").asText());
        JsonNode booked = ask("schedule_pickup", arguments);
        JsonNode again = ask("schedule_pickup", arguments);
        assertThat(again.path("confirmation_number")).isEqualTo(booked.path("confirmation_number"));
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(bench.sandbox().pickups("ups")).hasSize(1);
        assertThat(call("schedule_pickup", arguments.put("package_count", 3), Dialogue.NONE)
                        .text())
                .startsWith("E-4003");
    }

    @Test
    void a_pickup_that_was_booked_is_told_again_when_its_day_is_over() {
        confirming(Confirm.TOKEN);
        String today = LocalDate.ofInstant(bench.sandbox().clock().instant(), ZoneOffset.UTC)
                .toString();
        ObjectNode arguments = pickup("ups").put("date", today).put("idempotency_key", "test-key");
        JsonNode booked =
                call("schedule_pickup", arguments, new Person().agrees()).structured();
        bench.sandbox().advance(Duration.ofHours(22));
        JsonNode again = ask("schedule_pickup", arguments);
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("confirmation_number")).isEqualTo(booked.path("confirmation_number"));
        assertThat(call("schedule_pickup", arguments.put("idempotency_key", "test-key-2"), Dialogue.NONE)
                        .text())
                .contains("- date: is over");
    }

    @Test
    void a_client_that_fails_to_ask_gets_a_token_too() {
        confirming(Confirm.TOKEN);
        ToolAnswer answer = call("schedule_pickup", pickup("ups"), new Person().cannotBeAsked());
        assertThat(answer.structured().path("confirmation_token").asText()).isNotEmpty();
        assertThat(bench.sandbox().pickups("ups")).isEmpty();
    }

    @Test
    void windows_and_prices_are_told_and_nothing_is_booked() {
        ToolAnswer answer = call("get_pickup_rates", asked("ups"), Dialogue.NONE);
        assertThat(answer.structured().at("/windows/0/price").asText()).isNotEmpty();
        assertThat(answer.structured().at("/windows/0/currency").asText()).isEqualTo("USD");
        assertThat(answer.text()).contains("USD");
        assertThat(bench.sandbox().pickups("ups")).isEmpty();
    }

    @Test
    void rates_name_what_is_missing() {
        ToolAnswer answer = call(
                "get_pickup_rates",
                TestBench.json("{'carrier': 'ups', 'date': '" + day + "', 'country': 'US'}"),
                Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-2020").contains("- ready_time: ", "- close_time: ", "- postal_code: ");
    }

    @Test
    void rates_of_a_carrier_that_tells_none_name_those_that_do() {
        ToolAnswer answer = call("get_pickup_rates", asked("dhl"), Dialogue.NONE);
        assertThat(answer.text()).startsWith("E-2010").contains("fedex", "ups");
    }

    @Test
    void rates_that_the_carrier_refuses_are_an_error() {
        bench.sandbox().fail("ups").on("pickup-quote").with(400).untilCleared();
        assertThat(call("get_pickup_rates", asked("ups"), Dialogue.NONE).isError())
                .isTrue();
    }

    @Test
    void a_pickup_is_called_off() {
        JsonNode answer = ask("cancel_pickup", bookedAt("ups"));
        assertThat(answer.path("cancelled").asBoolean()).isTrue();
        assertThat(bench.sandbox().pickups("ups").get(0).isCancelled()).isTrue();
    }

    @Test
    void a_pickup_is_called_off_by_what_the_booking_told() {
        ObjectNode order = pickup("fedex").put("service", "FEDEX_GROUND");
        order.putArray("options").add("fedex_package_location=FRONT");
        JsonNode booked = ask("schedule_pickup", order);
        ObjectNode arguments = TestBench.json("{'carrier': 'fedex', 'date': '" + day + "'}");
        arguments.set("confirmation_number", booked.path("confirmation_number"));
        ToolAnswer lacking = call("cancel_pickup", arguments, Dialogue.NONE);
        assertThat(lacking.text()).startsWith("E-2020").contains("- location_code: ");
        arguments.set("details", booked.path("details"));
        assertThat(ask("cancel_pickup", arguments).path("cancelled").asBoolean())
                .isTrue();
    }

    @Test
    void a_missing_requestor_is_asked_for() {
        ObjectNode order = pickup("dhl")
                .put("service", "N")
                .put("city", "Bonn")
                .put("postal_code", "53113")
                .put("country", "DE")
                .put("phone", "+4922855501");
        order.remove("state");
        JsonNode booked = ask("schedule_pickup", order);
        ObjectNode arguments = TestBench.json("{'carrier': 'dhl'}");
        arguments.set("confirmation_number", booked.path("confirmation_number"));
        ToolAnswer answer = call("cancel_pickup", arguments, new Person().says("{'requestor': 'Ann Sender'}"));
        assertThat(answer.isError()).as(answer.text()).isFalse();
        assertThat(bench.sandbox().pickups("mydhl").get(0).isCancelled()).isTrue();
    }

    @Test
    void calling_off_asks_first_and_a_no_keeps_the_pickup() {
        confirming(Confirm.TOKEN);
        ToolAnswer made = call("schedule_pickup", pickup("ups"), new Person().agrees());
        ObjectNode arguments = TestBench.json("{'carrier': 'ups'}");
        arguments.set("confirmation_number", made.structured().path("confirmation_number"));
        Person person = new Person().declines();
        assertThat(call("cancel_pickup", arguments, person).text()).startsWith("E-4001");
        assertThat(person.questions().get(0)).contains("Call off", "ups", "cannot be undone");
        assertThat(bench.sandbox().pickups("ups").get(0).isCancelled()).isFalse();
        JsonNode token = ask("cancel_pickup", arguments);
        assertThat(bench.sandbox().pickups("ups").get(0).isCancelled()).isFalse();
        arguments.set("confirmation_token", token.path("confirmation_token"));
        assertThat(ask("cancel_pickup", arguments).path("cancelled").asBoolean())
                .isTrue();
        assertThat(bench.sandbox().pickups("ups").get(0).isCancelled()).isTrue();
    }

    @Test
    void a_pickup_that_is_not_there_cannot_be_called_off() {
        ToolAnswer answer = bench.call("cancel_pickup", "{'carrier': 'ups', 'confirmation_number': '2929602E9CP'}");
        assertThat(answer.isError()).isTrue();
        assertThat(answer.text()).contains("Carrier: ups");
    }

    @Test
    void what_became_of_a_pickup_is_told() {
        ObjectNode arguments = bookedAt("ups");
        bench.sandbox().advance(Duration.ofDays(1));
        JsonNode answer = ask("get_pickup_status", arguments);
        assertThat(answer.at("/pickups/0/confirmation_number")).isEqualTo(arguments.path("confirmation_number"));
        assertThat(answer.at("/pickups/0/pickup_status").asText()).isNotEqualTo("unknown");
        assertThat(answer.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void all_pickups_are_told_page_by_page() {
        bookedAt("ups");
        bookedAt("ups");
        bench.sandbox().advance(Duration.ofDays(1));
        ToolAnswer first = bench.call("get_pickup_status", "{'carrier': 'ups', 'limit': 1}");
        assertThat(first.structured().path("total").asInt()).isEqualTo(2);
        assertThat(first.structured().path("next_offset").asInt()).isEqualTo(1);
        assertThat(first.text()).contains("offset 1");
        JsonNode second = bench.ask("get_pickup_status", "{'carrier': 'ups', 'limit': 1, 'offset': 1}");
        assertThat(second.path("has_more").asBoolean()).isFalse();
        assertThat(second.at("/pickups/0/confirmation_number"))
                .isNotEqualTo(first.structured().at("/pickups/0/confirmation_number"));
    }

    @Test
    void a_pickup_nobody_tells_of_is_no_error() {
        ToolAnswer answer = bench.call("get_pickup_status", "{'carrier': 'ups', 'confirmation_number': '2929602E9CP'}");
        assertThat(answer.structured().path("pickups")).isEmpty();
        assertThat(answer.text()).contains("does not tell of the pickup 2929602E9CP");
    }

    @Test
    void the_status_of_a_carrier_that_tells_none_names_those_that_do() {
        ToolAnswer answer = bench.call("get_pickup_status", "{'carrier': 'fedex', 'confirmation_number': '1'}");
        assertThat(answer.text()).startsWith("E-2010").contains("ups");
    }

    @Test
    void a_status_the_carrier_refuses_and_a_wrong_limit_are_errors() {
        bench.sandbox().fail("ups").on("pickup-status").with(400).untilCleared();
        assertThat(bench.call("get_pickup_status", "{'carrier': 'ups'}").isError())
                .isTrue();
        assertThat(bench.call("get_pickup_status", "{'carrier': 'ups', 'limit': 0}")
                        .text())
                .contains("- limit: must be from 1 to 100");
    }
}
