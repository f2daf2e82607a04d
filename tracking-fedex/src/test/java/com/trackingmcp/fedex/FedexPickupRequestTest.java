package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupPiece;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickups as they stand on the wire, and FedEx's answers about them in all their shapes. */
class FedexPickupRequestTest {
    private static final String BOOK = "/pickup/v1/pickups";
    private static final String ASK = "/pickup/v1/pickups/availabilities";
    private static final String CANCEL = "/pickup/v1/pickups/cancel";

    private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
    private final TrackingClient client = fedex.client();

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private PickupRequest.Builder ground() {
        return FedexDeskBed.ground(fedex.clock);
    }

    private PickupConfirmation book(PickupRequest.Builder request) {
        fedex.answer(BOOK, 200, "{\"output\":{\"pickupConfirmationCode\":\"3001\",\"location\":\"COSA\"}}");
        return client.pickups().schedule(request.build());
    }

    private JsonNode booked(PickupRequest.Builder request) {
        book(request);
        List<JsonNode> sent = fedex.sent(BOOK);
        return sent.get(sent.size() - 1);
    }

    private List<PickupQuote> quotes(String options) {
        fedex.answer(ASK, 200, ("{'output':{'options':" + options + "}}").replace('\'', '"'));
        return client.pickups().quote(ground().build());
    }

    @Test
    void a_booking_says_all_that_is_known_in_local_times() {
        JsonNode sent = booked(ground().trackingNumbers(List.of("794953555571")).placeAtAddress("dock 3"));

        assertThat(sent)
                .hasToString("{\"associatedAccountNumber\":{\"value\":\"100200300\"},\"originDetail\":{"
                        + "\"pickupLocation\":{\"contact\":{\"personName\":\"Ada Example\",\"companyName\":"
                        + "\"Example Ltd\",\"phoneNumber\":\"9015550100\"},\"address\":{\"streetLines\":"
                        + "[\"1 Example Street\"],\"city\":\"Memphis\",\"stateOrProvinceCode\":\"TN\","
                        + "\"postalCode\":\"38118\",\"countryCode\":\"US\"}},\"readyDateTimestamp\":"
                        + "\"2026-03-07T12:00:00Z\",\"customerCloseTime\":\"17:30:00\",\"pickupDateType\":"
                        + "\"FUTURE_DAY\",\"packageLocation\":\"FRONT\",\"buildingPartDescription\":\"dock 3\"},"
                        + "\"totalWeight\":{\"units\":\"LB\",\"value\":10},\"packageCount\":2,\"carrierCode\":"
                        + "\"FDXG\",\"remarks\":\"Ring at the loading dock\",\"countryRelationships\":\"DOMESTIC\","
                        + "\"pickupType\":\"ON_CALL\",\"trackingNumber\":\"794953555571\"}");
    }

    @Test
    void which_day_it_is_at_the_address_is_left_to_fedex() {
        JsonNode sent = booked(FedexDeskBed.express(fedex.clock));

        assertThat(sent.at("/originDetail/pickupDateType").isMissingNode()).isTrue();
        assertThat(sent.at("/countryRelationships").asText()).isEqualTo("INTERNATIONAL");
        assertThat(sent.at("/carrierCode").asText()).isEqualTo("FDXE");
        assertThat(sent.at("/totalWeight")).hasToString("{\"units\":\"KG\",\"value\":6.5}");
    }

    @Test
    void a_weight_that_is_not_told_of_all_is_told_of_none() {
        JsonNode sent = booked(ground().addPieces(
                        PickupPiece.builder().service("SMART_POST").quantity(1).build()));

        assertThat(sent.has("totalWeight")).isFalse();
        assertThat(sent.at("/packageCount").intValue()).isEqualTo(3);
    }

    @Test
    void of_several_tracking_numbers_none_is_told() {
        assertThat(booked(ground().trackingNumbers(List.of("1", "2"))).has("trackingNumber"))
                .isFalse();
    }

    @Test
    void a_reference_rides_along_as_the_transaction_id() {
        book(ground().reference("PICKUP-7"));

        fedex.http.verify(
                postRequestedFor(urlEqualTo(BOOK)).withHeader("x-customer-transaction-id", equalTo("PICKUP-7")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fedex_building_part | FLOOR | /originDetail/buildingPart | \"FLOOR\"",
                "fedex_commodity_description | books | /commodityDescription | \"books\"",
                "fedex_early_pickup | true | /originDetail/earlyPickup | true",
                "fedex_oversize_packages | 2 | /oversizePackageCount | 2",
                "fedex_package_location | REAR | /originDetail/packageLocation | \"REAR\"",
                "fedex_pickup_address_type | ACCOUNT | /originDetail/pickupAddressType | \"ACCOUNT\"",
                "fedex_pickup_email | a@example.com | /pickupNotificationDetail/emailDetails/0/address | \"a@example.com\"",
                "fedex_supplies | 10 boxes | /originDetail/suppliesRequested | \"10 boxes\""
            })
    void an_option_stands_where_fedex_looks_for_it(String name, String value, String pointer, String json) {
        JsonNode sent = booked(FedexDeskBed.express(fedex.clock).options(Map.of(name, value)));

        assertThat(sent.at(pointer)).hasToString(json);
        assertThat(booked(FedexDeskBed.express(fedex.clock)).at(pointer).isMissingNode())
                .isTrue();
    }

    @Test
    void the_address_of_the_account_is_told_where_the_parcels_are_fetched_there() {
        JsonNode sent = booked(ground().putOptions("fedex_pickup_address_type", "ACCOUNT"));

        assertThat(sent.at("/accountAddressOfRecord")).isEqualTo(sent.at("/originDetail/pickupLocation/address"));
        assertThat(sent.at("/accountAddressOfRecord/city").asText()).isEqualTo("Memphis");
        assertThat(booked(ground().putOptions("fedex_pickup_address_type", "SHIPPER"))
                        .has("accountAddressOfRecord"))
                .isFalse();
    }

    @Test
    void every_option_of_pickups_is_among_these() {
        assertThat(client.carriers().get(0).catalog().pickupOptions())
                .extracting(CatalogOption::name)
                .containsExactly(
                        "fedex_building_part",
                        "fedex_commodity_description",
                        "fedex_early_pickup",
                        "fedex_oversize_packages",
                        "fedex_package_location",
                        "fedex_pickup_address_type",
                        "fedex_pickup_email",
                        "fedex_supplies");
    }

    @Test
    void a_question_names_the_account_as_a_text_and_its_relation_in_the_singular() {
        quotes("[]");

        assertThat(fedex.sent(ASK).get(0))
                .hasToString("{\"pickupAddress\":{\"streetLines\":[\"1 Example Street\"],\"city\":\"Memphis\","
                        + "\"stateOrProvinceCode\":\"TN\",\"postalCode\":\"38118\",\"countryCode\":\"US\"},"
                        + "\"dispatchDate\":\"2026-03-07\",\"packageReadyTime\":\"12:00:00\","
                        + "\"customerCloseTime\":\"17:30:00\",\"pickupType\":\"ON_CALL\",\"pickupRequestType\":"
                        + "[\"FUTURE_DAY\"],\"shipmentAttributes\":{\"serviceType\":\"FEDEX_GROUND\",\"weight\":"
                        + "{\"units\":\"LB\",\"value\":10}},\"associatedAccountNumber\":\"100200300\",\"carriers\":"
                        + "[\"FDXG\"],\"countryRelationship\":\"DOMESTIC\"}");
    }

    @Test
    void a_day_that_may_be_today_is_asked_for_as_both() {
        fedex.answer(ASK, 200, "{\"output\":{}}");

        assertThat(client.pickups().quote(FedexDeskBed.express(fedex.clock).build()))
                .isEmpty();
        assertThat(fedex.sent(ASK).get(0).at("/pickupRequestType")).hasToString("[\"SAME_DAY\",\"FUTURE_DAY\"]");
        assertThat(fedex.sent(ASK).get(0).has("shipmentAttributes")).isFalse();
    }

    @Test
    void of_a_window_only_what_is_told_is_told() {
        PickupQuote bare = quotes("[{'carrier':'FDXE'}]").get(0);
        PickupQuote usual = quotes("[{'carrier':'FDXG','available':'true','defaultReadyTime':'14:00:00',"
                        + "'defaultLatestTimeOptions':'19:00:00','accessTime':{'hours':4},'pickupDate':'soon'}]")
                .get(0);

        assertThat(bare.available()).isFalse();
        assertThat(bare.readyFrom()).isEmpty();
        assertThat(bare.accessTime()).isEmpty();
        assertThat(usual.available()).isTrue();
        assertThat(usual.readyFrom()).contains(LocalTime.of(14, 0));
        assertThat(usual.closeUntil()).contains(LocalTime.of(19, 0));
        assertThat(usual.accessTime()).contains(Duration.ofHours(4));
        assertThat(usual.date()).isEmpty();
    }

    @Test
    void a_window_has_the_notes_of_the_answer() {
        fedex.answer(
                ASK,
                200,
                "{\"output\":{\"options\":[{\"carrier\":\"FDXE\"}],\"alerts\":[{\"code\":\"VIRTUAL.RESPONSE\","
                        + "\"message\":\"This is a Virtual Response.\"}]}}");

        assertThat(client.pickups().quote(ground().build()).get(0).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.code()).contains("VIRTUAL.RESPONSE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"output\":{\"message\":\"Courier on the way\"}}",
                "{\"output\":\"Courier on the way\"}",
                "<html></html>"
            })
    void a_booking_without_its_number_may_have_been_made(String body) {
        fedex.answer(BOOK, 200, body);

        CarrierException unclear = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().schedule(ground().build()));

        assertThat(unclear.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(unclear.reference()).contains("pickup on 2026-03-07");
    }

    @Test
    void errors_inside_a_200_are_a_refusal() {
        fedex.answer(BOOK, 200, "{\"errors\":[{\"code\":\"PICKUPDATE.TOO.FAR\",\"message\":\"Too far.\"}]}");

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().schedule(ground().build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
    }

    @Test
    void a_time_that_is_wrong_beside_something_else_is_not_all_there_is() {
        fedex.answer(
                BOOK,
                400,
                "{\"errors\":[{\"code\":\"READY.TIME.INVALID\",\"message\":\"Invalid ready time\"},"
                        + "{\"code\":\"PICKUP.CITY.MISSING\",\"message\":\"City is missing.\"}]}");

        CarrierException refusal = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().schedule(ground().build()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(FedexDeskBed.paths(refusal)).containsExactly("READY.TIME.INVALID", "PICKUP.CITY.MISSING");
    }

    @Test
    void a_cancellation_names_number_day_station_and_company() {
        fedex.http.stubFor(put(urlEqualTo(CANCEL))
                .willReturn(jsonResponse("{\"output\":{\"pickupConfirmationCode\":\"3001\"}}", 200)));
        PickupConfirmation booked = book(FedexDeskBed.express(fedex.clock));

        client.pickups()
                .cancel(PickupQuery.builder()
                        .from(PickupQuery.of(booked))
                        .reason("sold out")
                        .build());

        assertThat(fedex.http
                        .findAll(putRequestedFor(urlEqualTo(CANCEL)))
                        .get(0)
                        .getBodyAsString())
                .isEqualTo("{\"associatedAccountNumber\":{\"value\":\"100200300\"},\"pickupConfirmationCode\":\"3001\","
                        + "\"remarks\":\"sold out\",\"carrierCode\":\"FDXE\",\"scheduledDate\":\"2026-03-06\","
                        + "\"location\":\"COSA\"}");
    }

    @Test
    void a_cancellation_that_says_nothing_may_have_been_made() {
        fedex.http.stubFor(put(urlEqualTo(CANCEL)).willReturn(jsonResponse("{\"output\":{}}", 200)));
        PickupConfirmation booked = book(FedexDeskBed.express(fedex.clock));

        CarrierException unclear = catchThrowableOfType(
                CarrierException.class, () -> client.pickups().cancel(PickupQuery.of(booked)));

        assertThat(unclear.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(unclear.reference()).contains("3001");
    }
}
