package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and transit times as real answers have them: otherwise than described, and with parts missing. */
class FedexRateLenienceTest {
    private static final ShipmentRequest ANY_SERVICE = ShipmentRequest.builder()
            .from(FedexOrders.domestic())
            .service(Optional.empty())
            .build();

    private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
    private final TrackingClient client = fedex.client();

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private Rates rates(String output) {
        return rates(ANY_SERVICE, output);
    }

    private Rates rates(ShipmentRequest request, String output) {
        fedex.answer(FedexSold.RATES, 200, ("{'transactionId':'test-transaction'," + output + "}").replace('\'', '"'));
        return client.rates(request);
    }

    private Rate rate(String reply) {
        return rates("'output':{'rateReplyDetails':[{'serviceType':'FEDEX_GROUND'," + reply + "}]}")
                .best()
                .orElseThrow();
    }

    private static String tariff(String type, String amount, String currency) {
        return "{'rateType':'%s','totalNetCharge':%s,'currency':'%s'}".formatted(type, amount, currency);
    }

    @Test
    void each_amount_keeps_the_currency_it_came_with() {
        String tariffs = "'ratedShipmentDetails':[" + tariff("PREFERRED_CURRENCY", "17.50", "CAD") + ","
                + tariff("ACCOUNT", "12.34", "USD") + "," + tariff("LIST", "20", "CAD") + "]";

        Rate plain = rate(tariffs);
        Rate converted = rates(
                        ShipmentRequest.builder()
                                .from(ANY_SERVICE)
                                .putOptions("fedex_preferred_currency", "CAD")
                                .build(),
                        "'output':{'rateReplyDetails':[{'serviceType':'FEDEX_GROUND'," + tariffs + "}]}")
                .best()
                .orElseThrow();

        assertThat(plain.total()).isEqualTo(Money.of("12.34", "USD"));
        assertThat(plain.listPrice()).contains(Money.of("20", "CAD"));
        assertThat(converted.total()).isEqualTo(Money.of("17.50", "CAD"));
        assertThat(converted.negotiatedPrice()).contains(Money.of("17.50", "CAD"));
    }

    @Test
    void where_the_currency_asked_for_is_not_among_the_prices_the_account_s_own_is_told() {
        Rates rates = rates(
                ShipmentRequest.builder()
                        .from(ANY_SERVICE)
                        .putOptions("fedex_preferred_currency", "EUR")
                        .build(),
                "'output':{'rateReplyDetails':[{'serviceType':'FEDEX_GROUND','ratedShipmentDetails':["
                        + tariff("PREFERRED", "9", "USD") + "," + tariff("ACCOUNT", "12.34", "CAD") + "]}]}");

        assertThat(rates.best().orElseThrow().total()).isEqualTo(Money.of("12.34", "CAD"));
    }

    @Test
    void a_list_price_alone_is_the_total_and_no_negotiated_one() {
        Rate rate = rate("'ratedShipmentDetails':" + tariff("LIST", "'20.10'", "usd"));

        assertThat(rate.total()).isEqualTo(Money.of("20.10", "USD"));
        assertThat(rate.negotiatedPrice()).isEmpty();
        assertThat(rate.listPrice()).contains(rate.total());
    }

    @Test
    void a_tariff_nobody_described_is_a_price_still() {
        Rate rate = rate("'ratedShipmentDetails':[" + tariff("RETAIL", "21", "USD") + "]");

        assertThat(rate.total()).isEqualTo(Money.of("21", "USD"));
        assertThat(rate.negotiatedPrice()).isEmpty();
        assertThat(rate.listPrice()).isEmpty();
    }

    @Test
    void nothing_is_no_price_and_no_currency_neither() {
        Rates rates = rates("'output':{'rateReplyDetails':["
                + "{'serviceType':'A','ratedShipmentDetails':[" + tariff("ACCOUNT", "0.00", "USD") + "]},"
                + "{'serviceType':'B','ratedShipmentDetails':[{'rateType':'ACCOUNT','totalNetCharge':5}]},"
                + "{'serviceType':'C','ratedShipmentDetails':[" + tariff("ACCOUNT", "5", "XYZW") + "]},"
                + "{'serviceType':'D'},{'ratedShipmentDetails':[" + tariff("ACCOUNT", "5", "USD") + "]},"
                + "{'serviceType':'F','ratedShipmentDetails':[{'rateType':'ACCOUNT','totalNetCharge':0,"
                + "'totalNetFedExCharge':7.5,'currency':'USD'}]}]}");

        assertThat(rates.rates())
                .extracting(Rate::service, Rate::total)
                .containsExactly(tuple("F", Money.of("7.5", "USD")));
        assertThat(rates.failures()).isEmpty();
    }

    @Test
    void the_currency_may_stand_with_the_details_only() {
        assertThat(rate("'ratedShipmentDetails':[{'rateType':'ACCOUNT','totalNetCharge':5,"
                                + "'shipmentRateDetail':{'currency':'EUR'}}]")
                        .total())
                .isEqualTo(Money.of("5", "EUR"));
        assertThat(rate("'ratedShipmentDetails':[{'rateType':'ACCOUNT','totalNetCharge':5,"
                                + "'ratedPackages':[{'packageRateDetail':{'currency':'GBP'}}]}]")
                        .total())
                .isEqualTo(Money.of("5", "GBP"));
    }

    @Test
    void of_several_variations_of_a_service_the_cheapest_is_told() {
        Rates rates = rates("'output':{'rateReplyDetails':["
                + "{'serviceType':'FEDEX_GROUND','signatureOptionType':'DIRECT','ratedShipmentDetails':["
                + tariff("ACCOUNT", "19.00", "USD") + "]},"
                + "{'serviceType':'FEDEX_GROUND','ratedShipmentDetails':[" + tariff("ACCOUNT", "12.00", "USD")
                + "]}]}");

        assertThat(rates.rates()).extracting(Rate::total).containsExactly(Money.of("12.00", "USD"));
    }

    @Test
    void a_price_is_told_with_its_parts_to_the_last_digit() {
        Rate rate = rate("'ratedShipmentDetails':[{'rateType':'ACCOUNT','currency':'USD','totalNetCharge':4448.19,"
                + "'totalBaseCharge':'4000.005','totalDutiesAndTaxes':9,'shipmentRateDetail':{"
                + "'surCharges':[{'type':'FUEL','description':'Fuel','amount':400.1},"
                + "{'type':'INSURED_VALUE','amount':3},{'type':'DELIVERY_AREA','amount':0}],"
                + "'freightDiscount':[{'type':'VOLUME','amount':12.5}],"
                + "'taxes':[{'type':'HST','description':'Harmonized','amount':57.59}],"
                + "'totalBillingWeight':{'units':'KG','value':21.0}}}]");

        assertThat(rate.charges())
                .extracting(
                        Charge::type,
                        charge -> charge.code().orElse(""),
                        charge -> charge.amount().amount().toPlainString())
                .containsExactly(
                        tuple(Charge.Type.BASE, "", "4000.005"),
                        tuple(Charge.Type.FUEL, "FUEL", "400.10"),
                        tuple(Charge.Type.INSURANCE, "INSURED_VALUE", "3.00"),
                        tuple(Charge.Type.DISCOUNT, "VOLUME", "-12.50"),
                        tuple(Charge.Type.TAX, "HST", "57.59"));
        assertThat(rate.billingWeight()).contains(Weight.of("21.0", Weight.Unit.KG));
    }

    @Test
    void surcharges_may_stand_with_the_parcels_only() {
        Rate rate = rate("'ratedShipmentDetails':[{'rateType':'ACCOUNT','currency':'USD','totalNetCharge':10,"
                + "'ratedPackages':[{'packageRateDetail':{'surcharges':[{'type':'FUEL','amount':1.5}]}},"
                + "{'packageRateDetail':{'surcharges':[{'type':'FUEL','amount':2.5}]}}]}]");

        assertThat(rate.charges())
                .extracting(charge -> charge.amount().amount().toPlainString())
                .containsExactly("1.50", "2.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'commit':{'dateDetail':{'dayFormat':'2026-03-09T08:30:00'}} | 2026-03-09T08:30",
                "'operationalDetail':{'commitDate':'2026-03-10T12:00:00','deliveryDate':'2026-03-11'} | 2026-03-10T12:00",
                "'operationalDetail':{'deliveryDate':'2026-03-11T00:00:00'} | 2026-03-11",
                "'commit':{'dateDetail':{'dayFormat':'soon'}},'operationalDetail':{'deliveryDate':'2026-03-11'} | 2026-03-11"
            })
    void the_promise_is_the_first_of_what_fedex_tells(String told, String delivery) {
        Rate rate = rate("'ratedShipmentDetails':[" + tariff("ACCOUNT", "10", "USD") + "]," + told);

        assertThat(rate.delivery().orElseThrow().to()).contains(CarrierTime.parse(delivery));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'commit':{'transitDays':{'minimumTransitTime':'TWENTY_DAYS'}} | 20",
                "'commit':{'daysInTransit':'THREE_DAYS'} | 3",
                "'operationalDetail':{'transitTime':'ONE_DAY'} | 1",
                "'commit':{'transitDays':{'minimumTransitTime':'UNKNOWN'}} | ",
                "'commit':{'transitDays':{'minimumTransitTime':'SMARTPOST_TRANSIT_DAYS'}} | "
            })
    void days_are_counted_in_words(String told, Integer days) {
        Rate rate = rate("'ratedShipmentDetails':[" + tariff("ACCOUNT", "10", "USD") + "]," + told);

        assertThat(rate.transitDays()).isEqualTo(Optional.ofNullable(days));
    }

    @Test
    void what_fedex_says_of_a_service_and_of_the_answer_is_told_as_alerts() {
        Rates rates = rates("'output':{'alerts':'This is a Virtual Response.','rateReplyDetails':["
                + "{'serviceType':'FEDEX_GROUND','serviceDescription':{'description':'FedEx Ground'},"
                + "'customerMessages':[{'code':'SERVICE.TYPE.INTERNATIONAL.MESSAGE','message':'Goods are checked.'}],"
                + "'commit':{'label':'Delivery date unavailable'},'ratedShipmentDetails':["
                + tariff("ACCOUNT", "10", "USD") + "]}]}");

        Rate rate = rates.best().orElseThrow();
        assertThat(rate.serviceName()).contains("FedEx Ground");
        assertThat(rate.alerts())
                .extracting(alert -> alert.code().orElse(""), Alert::text)
                .containsExactly(
                        tuple("SERVICE.TYPE.INTERNATIONAL.MESSAGE", "Goods are checked."),
                        tuple("", "Delivery date unavailable"),
                        tuple("", "This is a Virtual Response."));
    }

    @Test
    void errors_alone_are_a_refusal_whatever_the_status() {
        CarrierException error = rates(
                        "'errors':[{'code':'RATE.ACCOUNT.INVALID','message':'The account is not valid.'},"
                                + "{'code':'PACKAGE.WEIGHT.INVALID','message':'The weight is not valid.'}]")
                .failures()
                .get("fedex");

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains("RATE.ACCOUNT.INVALID");
        assertThat(error.carrierText()).contains("The account is not valid.; The weight is not valid.");
        assertThat(error.fields())
                .extracting(FieldProblem::path)
                .containsExactly("RATE.ACCOUNT.INVALID", "PACKAGE.WEIGHT.INVALID");
        assertThat(error.requestId()).contains("test-transaction");
    }

    @Test
    void an_answer_that_says_nothing_is_malformed() {
        assertThat(rates("'output':'nothing'").failures().get("fedex").code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
        fedex.answer(FedexSold.RATES, aResponse().withStatus(200).withBody("<html>"));
        assertThat(client.rates(ANY_SERVICE).failures().get("fedex").code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }

    @Test
    void a_flat_body_is_read_as_well() {
        fedex.answer(FedexSold.TRANSIT, 404, "{\"error\":\"NOT.FOUND.ERROR\",\"error_detail\":\"No such lane.\"}");

        assertThat(client.transitTimes(ANY_SERVICE)).singleElement().satisfies(outcome -> {
            CarrierException error = outcome.failure().orElseThrow();
            assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
            assertThat(error.carrierText()).contains("No such lane.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Mar-13-2026, 09:30:00, 2026-03-13T09:30",
        "03-13-2026, 09:30, 2026-03-13T09:30",
        "2026-03-13, 00:00:00, 2026-03-13",
        "mar-13-2026, , 2026-03-13"
    })
    void the_day_of_a_transit_time_is_read_as_it_is_described_and_as_it_is_sent(
            String day, String time, String delivery) {
        fedex.answer(
                FedexSold.TRANSIT,
                200,
                ("{'output':{'transitTimes':{'transitTimeDetails':{'serviceType':'FEDEX_GROUND','commit':{'dateDetail':"
                                + "{'day':'" + day + "'" + (time == null ? "" : ",'time':'" + time + "'")
                                + "},'transitDays':{'minimumTransitTime':'TWO_DAYS',"
                                + "'description':'2-7 Business Days'}}}}}}")
                        .replace('\'', '"'));

        List<TransitTime> times = client.transitTimes(ANY_SERVICE).stream()
                .map(outcome -> outcome.orElseThrow())
                .toList();

        assertThat(times).singleElement().satisfies(transit -> {
            assertThat(transit.delivery().orElseThrow().to()).contains(CarrierTime.parse(delivery));
            assertThat(transit.transitDays()).contains(2);
        });
    }

    @Test
    void a_transit_time_without_a_day_is_told_without_one() {
        fedex.answer(
                FedexSold.TRANSIT,
                200,
                "{\"output\":{\"transitTimes\":[{\"transitTimeDetails\":[{\"serviceType\":\"SMART_POST\","
                        + "\"commit\":{\"dateDetail\":{\"day\":\"someday\"},\"cutOffTime\":\"18:00:00\"}},{}]}]}}");

        assertThat(client.transitTimes(ANY_SERVICE)).singleElement().satisfies(outcome -> {
            assertThat(outcome.orElseThrow().delivery()).isEmpty();
            assertThat(outcome.orElseThrow().cutoff()).isEmpty();
        });
    }
}
