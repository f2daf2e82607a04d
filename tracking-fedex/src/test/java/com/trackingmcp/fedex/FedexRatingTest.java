package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.Rates;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import com.trackingmcp.model.Weight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What FedEx costs and how long it takes, against a sandbox that has prices. */
class FedexRatingTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private static ShipmentRequest.Builder anyService(ShipmentRequest request) {
        return ShipmentRequest.builder().from(request).service(Optional.empty());
    }

    private Rate best(ShipmentRequest.Builder request) {
        return bed.client.rates(request.build()).best().orElseThrow();
    }

    private CarrierException failure(ShipmentRequest.Builder request) {
        Rates rates = bed.client.rates(request.build());
        assertThat(rates.rates()).isEmpty();
        return rates.failures().get("fedex");
    }

    @Test
    void every_service_of_the_lane_has_one_price_the_cheapest_first() {
        Rates rates = bed.client.rates(anyService(FedexOrders.domestic()).build());

        assertThat(rates.failures()).isEmpty();
        assertThat(rates.rates())
                .extracting(Rate::service)
                .containsExactly(
                        "GROUND_HOME_DELIVERY",
                        "FEDEX_EXPRESS_SAVER",
                        "FEDEX_2_DAY",
                        "STANDARD_OVERNIGHT",
                        "PRIORITY_OVERNIGHT",
                        "FIRST_OVERNIGHT");
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(1);
    }

    @Test
    void the_account_pays_less_than_the_list_price() {
        Rate rate = best(FedexOrders.domesticBut());

        assertThat(rate.carrier()).isEqualTo("fedex");
        assertThat(rate.connection()).isEqualTo("fedex");
        assertThat(rate.serviceName()).contains("FedEx 2Day®");
        assertThat(rate.total()).isEqualTo(Money.of("30.40", "USD"));
        assertThat(rate.negotiatedPrice()).contains(Money.of("30.40", "USD"));
        assertThat(rate.listPrice()).contains(Money.of("37.99", "USD"));
        assertThat(rate.charges())
                .extracting(Charge::type, charge -> charge.amount().amount())
                .containsExactly(
                        tuple(Charge.Type.BASE, new BigDecimal("33.33")),
                        tuple(Charge.Type.FUEL, new BigDecimal("3.73")),
                        tuple(Charge.Type.DISCOUNT, new BigDecimal("-6.66")));
        assertThat(rate.billingWeight().orElseThrow().unit()).isEqualTo(Weight.Unit.LB);
        assertThat(rate.billingWeight().orElseThrow().value()).isEqualByComparingTo("3");
        assertThat(rate.guaranteed()).contains(true);
    }

    @Test
    void the_promise_is_local_to_the_destination_and_has_no_offset() {
        Rate rate = best(FedexOrders.domesticBut());

        CarrierTime promised = rate.delivery().orElseThrow().to().orElseThrow();
        assertThat(promised.localTime()).contains(LocalDateTime.parse("2026-02-12T17:00"));
        assertThat(promised.offsetTime()).isEmpty();
        assertThat(rate.transitDays()).contains(2);
    }

    @Test
    void a_residence_is_served_by_home_delivery_and_a_business_by_ground() {
        Address business =
                Address.builder().from(FedexOrders.denver()).residential(false).build();

        assertThat(best(anyService(FedexOrders.domestic())).service()).isEqualTo("GROUND_HOME_DELIVERY");
        assertThat(best(anyService(FedexOrders.domestic()).recipient(business)).service())
                .isEqualTo("FEDEX_GROUND");
    }

    @Test
    void only_what_arrives_in_time_is_told() {
        Rates rates = bed.client.rates(RateRequest.builder()
                .shipment(anyService(FedexOrders.domestic()).build())
                .arriveBy(LocalDate.parse("2026-02-11"))
                .build());

        assertThat(rates.rates())
                .extracting(Rate::service)
                .containsExactly("STANDARD_OVERNIGHT", "PRIORITY_OVERNIGHT", "FIRST_OVERNIGHT");
    }

    @Test
    void goods_and_papers_have_prices_across_a_border() {
        ShipmentRequest.Builder goods = anyService(FedexOrders.international());
        Customs papers = Customs.builder().contentType(ContentType.DOCUMENTS).build();

        assertThat(best(goods).service()).isEqualTo("FEDEX_INTERNATIONAL_CONNECT_PLUS");
        assertThat(bed.client.rates(goods.customs(papers).build()).rates()).hasSize(5);
    }

    @Test
    void several_parcels_a_return_and_a_saturday_have_their_prices() {
        Money one = best(FedexOrders.domesticBut()).total();

        assertThat(best(ShipmentRequest.builder().from(FedexOrders.ofParcels(3)))
                        .total()
                        .amount())
                .isGreaterThan(one.amount());
        assertThat(best(ShipmentRequest.builder().from(FedexOrders.returned())).service())
                .isEqualTo("FEDEX_GROUND");
        assertThat(best(FedexOrders.domesticBut().saturdayDelivery(true))
                        .total()
                        .amount())
                .isEqualTo(one.amount().add(new BigDecimal("16.00")));
    }

    @Test
    void prices_come_in_the_currency_asked_for() {
        Rate rate = best(FedexOrders.domesticBut().putOptions("fedex_preferred_currency", "EUR"));

        assertThat(rate.total().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(rate.listPrice().orElseThrow().currency().getCurrencyCode()).isEqualTo("USD");
        assertThat(rate.charges())
                .allSatisfy(charge ->
                        assertThat(charge.amount().currency().getCurrencyCode()).isEqualTo("EUR"));
    }

    @Test
    void a_lane_that_is_not_served_has_no_prices_and_no_failure() {
        Address antarctica = Address.builder()
                .from(FedexOrders.munich())
                .country("AQ")
                .postalCode("96598")
                .build();
        ShipmentRequest request =
                anyService(FedexOrders.international()).recipient(antarctica).build();

        assertThat(bed.client.rates(request)).isEqualTo(new Rates(List.of(), Map.of()));
        assertThat(bed.client.transitTimes(request)).isEmpty();
    }

    @Test
    void what_else_is_wrong_does_not_hide_behind_a_lane_that_is_not_served() {
        Address antarctica =
                Address.builder().from(FedexOrders.munich()).country("AQ").build();
        Address nowhere = Address.builder()
                .from(FedexOrders.memphis())
                .postalCode("00000")
                .build();

        CarrierException error = failure(
                FedexOrders.domesticBut().sender(antarctica).recipient(nowhere).customs(FedexOrders.customs()));

        assertThat(error.fields())
                .extracting(FieldProblem::path)
                .containsExactly("RATE.LOCATION.NOSERVICE", "COUNTRY.POSTALCODE.INVALID");
    }

    @Test
    void a_bad_postal_code_is_refused_with_fedex_s_own_words() {
        Address nowhere =
                Address.builder().from(FedexOrders.denver()).postalCode("00000").build();

        CarrierException error = failure(FedexOrders.domesticBut().recipient(nowhere));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains("COUNTRY.POSTALCODE.INVALID");
        assertThat(error.carrierText()).contains("The postal code is not valid for the country.");
        assertThat(error.details().operation()).contains("rates");
        assertThat(error.requestId()).isPresent();
    }

    @Test
    void too_heavy_a_parcel_is_refused_before_anything_is_sent_unless_it_goes_as_freight() {
        Parcel heavy = Parcel.of(Weight.of("150.01", Weight.Unit.LB));
        ShipmentRequest.Builder request = FedexOrders.domesticBut().parcels(List.of(heavy));

        assertThat(failure(request).fields()).extracting(FieldProblem::path).containsExactly("parcels[0].weight");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();

        assertThat(bed.client
                        .rates(request.service("FEDEX_1_DAY_FREIGHT").build())
                        .failures())
                .isEmpty();
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(1);
    }

    @Test
    void goods_are_weighed_and_counted_in_whole_pieces() {
        Customs halves = Customs.builder()
                .addCommodities(Commodity.builder()
                        .from(FedexOrders.customs().commodities().get(0))
                        .weight(Optional.empty())
                        .quantity(new BigDecimal("1.5"))
                        .build())
                .build();

        assertThat(failure(ShipmentRequest.builder()
                                .from(FedexOrders.international())
                                .customs(halves))
                        .fields())
                .extracting(FieldProblem::path)
                .containsExactly("customs.commodities[0].weight", "customs.commodities[0].quantity");
    }

    @Test
    void another_account_than_that_of_the_credentials_is_refused() {
        try (TrackingClient client = bed.client(Map.of("FEDEX_ACCOUNT_NUMBER", "900800700"))) {
            CarrierException error =
                    client.rates(FedexOrders.domestic()).failures().get("fedex");

            assertThat(error.carrierCode()).contains("ACCOUNT.NUMBER.MISMATCH");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FEDEX_ACCOUNT_NUMBER, FEDEX_ACCOUNT_NUMBER is not set",
        "FEDEX_CLIENT_ID FEDEX_CLIENT_SECRET, FEDEX_CLIENT_ID and FEDEX_CLIENT_SECRET are not set"
    })
    void a_connection_that_cannot_sell_says_which_setting_is_missing(String unset, String problem) {
        Map<String, String> settings =
                new HashMap<>(Map.of("FEDEX_TRACK_CLIENT_ID", "test-track", "FEDEX_TRACK_CLIENT_SECRET", "test-track"));
        for (String name : unset.split(" ")) {
            settings.put(name, "");
        }
        try (TrackingClient client = bed.client(settings)) {
            CarrierException error =
                    client.rates(FedexOrders.domestic()).failures().get("fedex");

            assertThat(error.code()).isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
            assertThat(error).hasMessageContaining(problem);
            assertThat(catchThrowableOfType(CarrierException.class, () -> client.ship(FedexOrders.domestic())))
                    .hasMessageContaining(problem);
            assertThat(bed.sandbox.shipments("fedex")).isEmpty();
        }
    }

    @Test
    void a_price_is_asked_for_again_where_the_answer_is_lost() {
        bed.sandbox.fail("fedex").on("rates").withCutBody().times(1);

        assertThat(bed.client.rates(FedexOrders.domestic()).rates()).hasSize(1);
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(2);
    }

    @Test
    void transit_times_are_told_for_each_service_without_an_account() {
        try (TrackingClient client = bed.client(Map.of("FEDEX_ACCOUNT_NUMBER", ""))) {
            List<TransitTime> times = client
                    .transitTimes(anyService(FedexOrders.domestic())
                            .shipDate(LocalDate.parse("2026-02-11"))
                            .build())
                    .stream()
                    .map(Outcome::orElseThrow)
                    .toList();

            assertThat(times).hasSize(6);
            TransitTime overnight = times.stream()
                    .filter(time -> time.service().equals("PRIORITY_OVERNIGHT"))
                    .findFirst()
                    .orElseThrow();
            assertThat(overnight.serviceName()).contains("FedEx Priority Overnight®");
            assertThat(overnight.transitDays()).contains(1);
            assertThat(overnight.delivery().orElseThrow().to().orElseThrow().localTime())
                    .contains(LocalDateTime.parse("2026-02-12T10:30"));
            assertThat(overnight.cutoff().orElseThrow().localTime()).contains(LocalDateTime.parse("2026-02-11T18:30"));
        }
    }

    @Test
    void the_transit_time_of_ground_economy_is_not_known() {
        ShipmentRequest request = FedexOrders.domesticBut()
                .service("SMART_POST")
                .putOptions("fedex_smart_post_hub_id", "5531")
                .putOptions("fedex_smart_post_indicia", "PARCEL_SELECT")
                .build();

        Rate rate = bed.client.rates(request).best().orElseThrow();

        assertThat(rate.transitDays()).isEmpty();
        assertThat(rate.delivery()).isEmpty();
        assertThat(rate.guaranteed()).contains(false);
        assertThat(rate.alerts()).extracting(alert -> alert.text()).containsExactly("Delivery date unavailable");
    }
}
