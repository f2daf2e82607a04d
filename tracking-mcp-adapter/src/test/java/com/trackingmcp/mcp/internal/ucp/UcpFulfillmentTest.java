package com.trackingmcp.mcp.internal.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.ShipmentRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and places in the protocol's words. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UcpFulfillmentTest {
    private static final Address TO = Address.builder()
            .addLines("Musterweg 2", "Hof")
            .city("Munich")
            .postalCode("80331")
            .country("DE")
            .build();

    private final QuoteBook book = new QuoteBook(Clock.systemUTC());

    private static Rate.Builder rate(String service, String total, String currency) {
        return Rate.builder()
                .carrier("test")
                .connection("test-eu")
                .service(service)
                .serviceName("Test " + service)
                .total(Money.of(total, currency));
    }

    private static Charge charge(Charge.Type type, String amount, String currency) {
        return Charge.builder().type(type).amount(Money.of(amount, currency)).build();
    }

    private ObjectNode map(Rate.Builder... rates) {
        List<Quote> quotes = Arrays.stream(rates)
                .map(rate -> book.put(
                        Caller.LOCAL, rate.build(), ShipmentRequest.builder().build()))
                .toList();
        ObjectNode ucp = UcpFulfillment.of(quotes, TO, List.of("li1", "li2"), List.of(), name -> name);
        UcpRules.check(ucp);
        return ucp;
    }

    private static JsonNode options(ObjectNode ucp) {
        return ucp.at("/fulfillment/methods/0/groups/0/options");
    }

    @Test
    void a_day_before_which_nothing_comes_is_not_told_as_the_day_it_comes() {
        Rate.Builder rate = rate("A", "5.00", "EUR")
                .delivery(DeliveryWindow.builder()
                        .from(CarrierTime.on(LocalDate.of(2026, 12, 3)))
                        .basis(DeliveryWindow.Basis.ESTIMATED)
                        .build());
        assertThat(options(map(rate)).at("/0/description").asText()).isEqualTo("Arrives not before 2026-12-03");
    }

    @Test
    void a_price_is_told_in_its_parts() {
        ObjectNode ucp = map(rate("A", "51.43", "EUR")
                .addCharges(
                        charge(Charge.Type.BASE, "42.10", "EUR"),
                        charge(Charge.Type.FUEL, "6.12", "EUR"),
                        charge(Charge.Type.DISCOUNT, "-5.00", "EUR"),
                        charge(Charge.Type.SURCHARGE, "0.00", "EUR"),
                        charge(Charge.Type.DUTY, "1.00", "EUR"),
                        charge(Charge.Type.TAX, "7.21", "EUR")));
        JsonNode totals = options(ucp).path(0).path("totals");
        assertThat(totals.findValuesAsText("type"))
                .containsExactly("fulfillment", "fee", "discount", "tax", "tax", "total");
        assertThat(totals.findValuesAsText("amount")).containsExactly("4210", "612", "-500", "100", "721", "5143");
        assertThat(ucp.at("/fulfillment/methods/0/destinations/0/street_address")
                        .asText())
                .isEqualTo("Musterweg 2");
        assertThat(ucp.at("/fulfillment/methods/0/destinations/0/extended_address")
                        .asText())
                .isEqualTo("Hof");
        assertThat(ucp.at("/fulfillment/methods/0/line_item_ids")).hasSize(2);
    }

    @Test
    void parts_that_do_not_add_up_or_break_the_signs_are_told_as_one() {
        ObjectNode ucp = map(
                rate("A", "10.00", "EUR").addCharges(charge(Charge.Type.BASE, "9.00", "EUR")),
                rate("B", "10.00", "EUR")
                        .addCharges(
                                charge(Charge.Type.BASE, "9.00", "EUR"), charge(Charge.Type.DISCOUNT, "1.00", "EUR")),
                rate("C", "10.00", "EUR").addCharges(charge(Charge.Type.BASE, "10.00", "USD")));
        for (JsonNode option : options(ucp)) {
            assertThat(option.path("totals").findValuesAsText("type")).containsExactly("fulfillment", "total");
            assertThat(option.at("/totals/0/amount").asLong()).isEqualTo(1_000);
        }
        assertThat(options(ucp)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1234, JPY, 1234", "1.234, KWD, 1234", "12.34, USD, 1234", "0, EUR, 0"})
    void amounts_are_in_the_smallest_unit_of_their_currency(String amount, String currency, long minor) {
        ObjectNode ucp = map(rate("A", amount, currency));
        assertThat(options(ucp).at("/0/totals/1/amount").asLong()).isEqualTo(minor);
        assertThat(ucp.path("currency").asText()).isEqualTo(currency);
    }

    @ParameterizedTest
    @CsvSource({"12.345, USD", "1.5, JPY", "1.2345, KWD", "1, XXX", "-1, EUR"})
    void what_cannot_be_said_is_left_out_and_never_rounded(String amount, String currency) {
        ObjectNode ucp = map(rate("A", amount, currency), rate("B", "1.00", "EUR"));
        assertThat(options(ucp).findValuesAsText("title")).containsExactly("Test B");
        assertThat(ucp.path("left_out").findValuesAsText("title")).containsExactly("Test A");
        assertThat(ucp.at("/left_out/0/reason").asText()).isNotBlank();
        assertThat(ucp.path("currency").asText()).isEqualTo("EUR");
    }

    @Test
    void a_part_with_more_decimals_than_its_currency_leaves_its_option_out() {
        ObjectNode ucp = map(rate("A", "1.00", "EUR")
                .addCharges(charge(Charge.Type.BASE, "0.995", "EUR"), charge(Charge.Type.FUEL, "0.005", "EUR")));
        assertThat(options(ucp)).isEmpty();
        assertThat(ucp.at("/left_out/0/reason").asText()).contains("0.995 EUR");
        assertThat(ucp.has("currency")).isFalse();
    }

    @Test
    void options_of_another_currency_than_the_first_are_named() {
        ObjectNode ucp = map(rate("A", "1.00", "EUR"), rate("B", "1.00", "USD"), rate("C", "2.00", "EUR"));
        assertThat(options(ucp).findValuesAsText("title")).containsExactly("Test A", "Test C");
        assertThat(ucp.at("/left_out/0/reason").asText()).contains("USD", "EUR");
    }

    @Test
    void titles_tell_options_apart() {
        ObjectNode ucp = map(
                rate("A", "1.00", "EUR").serviceName("Express"),
                rate("B", "1.00", "EUR").serviceName("Express"),
                rate("B", "1.00", "EUR").serviceName("Express").connection("test-us"));
        assertThat(options(ucp).findValuesAsText("title"))
                .containsExactly("test-eu Express (A)", "test-eu Express (B)", "test-us Express (B)");
    }

    @Test
    void times_are_told_with_an_offset_or_in_words_alone() {
        CarrierTime with = CarrierTime.parse("2026-12-03T12:00:00+01:00");
        CarrierTime without = CarrierTime.parse("2026-12-03T12:00:00");
        ObjectNode ucp = map(
                rate("A", "1.00", "EUR").delivery(DeliveryWindow.by(with, DeliveryWindow.Basis.COMMITMENT)),
                rate("B", "1.00", "EUR").delivery(DeliveryWindow.by(without, DeliveryWindow.Basis.COMMITMENT)),
                rate("C", "1.00", "EUR").transitDays(3),
                rate("D", "1.00", "EUR"));
        assertThat(options(ucp).at("/0/latest_fulfillment_time").asText()).isEqualTo("2026-12-03T12:00:00+01:00");
        assertThat(options(ucp).path(1).has("latest_fulfillment_time")).isFalse();
        assertThat(options(ucp).at("/1/description").asText()).isEqualTo("Arrives 2026-12-03 by 12:00, local time");
        assertThat(options(ucp).at("/2/description").asText()).isEqualTo("Takes 3 days");
        assertThat(options(ucp).path(3).has("description")).isFalse();
    }

    @Test
    void places_are_destinations_of_a_pickup_method() {
        ServicePoint point = ServicePoint.builder()
                .carrier("test")
                .connection("test-eu")
                .id("4711")
                .kind(ServicePointKind.values()[0])
                .address(TO)
                .build();
        ObjectNode ucp = UcpFulfillment.of(List.of(), TO, List.of("li1"), List.of(point, point), name -> name);
        UcpRules.check(ucp);
        JsonNode pickup = ucp.at("/fulfillment/methods/1");
        assertThat(pickup.path("type").asText()).isEqualTo("pickup");
        assertThat(pickup.path("destinations")).hasSize(1);
        assertThat(pickup.at("/destinations/0/id").asText()).isEqualTo("test-eu:4711");
        assertThat(pickup.at("/destinations/0/name").asText()).isEqualTo("4711");
        assertThat(pickup.at("/destinations/0/address/address_locality").asText())
                .isEqualTo("Munich");
        assertThat(pickup.path("selected_destination_id").isNull()).isTrue();
    }
}
