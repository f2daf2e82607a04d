package com.trackingmcp.mcp.internal.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Person;
import com.trackingmcp.mcp.TestBench;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.tool.Dialogue;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.testkit.SandboxHold;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That nothing which happens between a yes and its answer costs twice, or loses what was paid for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyOnceTest extends ShipBed {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    MoneyOnceTest() {
        super(Confirm.TOKEN);
    }

    private ToolAnswer buy(ObjectNode arguments, Dialogue dialogue) {
        return bench.call("create_shipment", arguments, ALICE, dialogue);
    }

    private static ObjectNode order(String quote) {
        return TestBench.json("{'quote_id': '" + quote + "'}");
    }

    /** The same quote as if it had been told at another price. */
    private String at(String price, String quote) {
        QuoteBook.Quote told = bench.bench().quotes().get(ALICE, quote);
        Rate rate = Rate.builder()
                .from(told.rate())
                .total(Money.of(price, told.rate().total().currency().getCurrencyCode()))
                .build();
        return bench.bench().quotes().put(ALICE, rate, told.shipment()).id();
    }

    @ParameterizedTest
    @CsvSource({"ups", "fedex"})
    void a_price_that_has_changed_since_the_quote_is_told_before_the_yes(String carrier) {
        ObjectNode shipment = Parcels.domestic();
        ObjectNode question = shipment.deepCopy();
        question.putArray("carriers").add(carrier);
        JsonNode rates = structured(call("get_shipping_rates", question)).path("rates");
        assertThat(rates.size()).isGreaterThan(1);
        for (JsonNode rate : rates) {
            Person person = new Person().declines();
            buy(order(at("1.00", rate.path("quote_id").asText())), person);
            assertThat(person.questions().get(0))
                    .contains("for 1.00 USD", "asks " + rate.path("total").asText() + " USD for the same now");
        }
        assertThat(sold(carrier)).isZero();
    }

    @Test
    void a_carrier_that_tells_no_price_any_more_is_not_asked_about_as_if_it_did() {
        String quote = quote();
        bench.sandbox().fail("ups").on("rates").with(400).untilCleared();
        Person person = new Person().declines();
        buy(order(quote), person);
        assertThat(person.questions().get(0)).contains("10.56 USD", "tells no price for it now");
    }

    @Test
    void who_pays_the_duties_is_told_before_the_yes() {
        Person person = new Person().declines().declines();
        String quote = quote("ups", Parcels.abroad());
        buy(order(quote), person);
        buy(order(quote).put("incoterm", "DDP"), person);
        assertThat(person.questions().get(0)).contains("Duties: DAP").doesNotContain("charged to the sender");
        assertThat(person.questions().get(1)).contains("Duties: DDP, charged to the sender");
    }

    @Test
    void a_token_that_bought_something_tells_it_again_after_it_has_expired() {
        ObjectNode order = Parcels.domestic().put("carrier", "ups").put("service", "03");
        order.put("confirmation_token", token(buy(order, Dialogue.NONE)));
        JsonNode first = structured(buy(order, Dialogue.NONE));
        bench.sandbox().advance(Duration.ofMinutes(11));
        JsonNode again = structured(buy(order, Dialogue.NONE));
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("shipment_id")).isEqualTo(first.path("shipment_id"));
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_purchase_that_nobody_waits_for_any_more_is_found_and_told_to_who_asks_again() throws Exception {
        String quote = quote();
        ObjectNode order = order(quote).put("confirmation_token", token(buy(order(quote), Dialogue.NONE)));
        CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> answer.complete(buy(order, Dialogue.NONE)));
        try (SandboxHold hold = bench.sandbox().hold("ups").on("ship")) {
            caller.start();
            assertThat(hold.awaitCalls(1, PATIENCE)).isTrue();
            caller.interrupt();
            answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        JsonNode again = structured(buy(order, Dialogue.NONE));
        assertThat(again.path("replayed").asBoolean()).isTrue();
        assertThat(again.path("label_uri").asText()).isNotEmpty();
        assertThat(structured(call("list_shipments", "{}")).path("shipments")).hasSize(1);
        assertThat(sold("ups")).isEqualTo(1);
    }

    @Test
    void a_shipment_whose_answer_was_lost_is_found_by_its_buyer_and_by_nobody_else() {
        ObjectNode order = order(quote()).put("reference", "test-order-1");
        bench.sandbox().fail("ups").on("ship").withLostAnswer().times(1);
        assertThat(code(buy(order, new Person().agrees()))).isEqualTo("E-3009");
        ObjectNode question = TestBench.json("{'carrier': 'ups', 'reference': 'test-order-1'}");
        assertThat(structured(bench.call("recover_label", question, BOB, Dialogue.NONE))
                        .path("shipments"))
                .isEmpty();
        // who may see all does not take it away
        assertThat(structured(bench.call("recover_label", question, Caller.LOCAL, Dialogue.NONE))
                        .path("shipments"))
                .hasSize(1);
        assertThat(structured(call("recover_label", question)).path("shipments"))
                .hasSize(1);
        assertThat(structured(call("list_shipments", "{}")).path("shipments")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ups", "fedex"})
    void another_spelling_of_anothers_number_is_still_anothers(String carrier) {
        JsonNode mine = structured(buy(order(quote(carrier, Parcels.domestic())), new Person().agrees()));
        String number = mine.path("tracking_number").asText();
        String spaced = number.substring(0, 4) + " " + number.substring(4);
        for (String spelled : List.of(number.toLowerCase(Locale.ROOT), spaced, carrier + ":" + spaced)) {
            for (String tool : List.of("get_shipment", "cancel_shipment", "recover_label")) {
                ObjectNode arguments =
                        TestBench.json("{}").put("shipment_id", spelled).put("carrier", carrier);
                assertThat(code(bench.call(tool, arguments, BOB, new Person().agrees())))
                        .as(tool + " " + spelled)
                        .isEqualTo("E-3014");
            }
        }
        assertThat(bench.sandbox().shipments(carrier).get(0).cancelled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"karrio", "karrio:express", "ups"})
    void another_connection_is_no_way_to_anothers_shipment(String connection) {
        JsonNode mine = structured(buy(order(quote("karrio:dpd", Parcels.german())), new Person().agrees()));
        String id = mine.path("shipment_id").asText().substring("karrio:dpd:".length());
        ObjectNode arguments = TestBench.json("{}").put("shipment_id", id).put("carrier", connection);
        for (String tool : List.of("get_shipment", "cancel_shipment", "recover_label")) {
            assertThat(code(bench.call(tool, arguments, BOB, new Person().agrees())))
                    .isEqualTo("E-3014");
        }
    }
}
