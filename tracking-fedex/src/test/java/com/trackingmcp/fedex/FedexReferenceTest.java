package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FedexReferenceTest {
    private final FedexServer fedex = new FedexServer();

    @AfterEach
    void stop() {
        fedex.close();
    }

    private List<Outcome<TrackingResult>> find(TrackingReference reference) {
        try (TrackingClient client = fedex.client()) {
            return client.trackByReference(reference);
        }
    }

    private JsonNode asked() {
        return fedex.sent(FedexServer.REFERENCE).get(0).path("referencesInformation");
    }

    @Test
    void every_parcel_with_the_reference_is_found() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300").answer(FedexServer.REFERENCE, "by_reference.json");

        assertThat(find(TrackingReference.of("ORDER-7")))
                .extracting(
                        found -> found.orElseThrow().number().value(),
                        found -> found.orElseThrow().number().uniqueId().orElse(""),
                        found -> found.orElseThrow().status())
                .containsExactly(
                        tuple("797615467620", "1~797615467620~FX", TrackingStatus.PICKED_UP),
                        tuple("797615467620", "2~797615467620~FX", TrackingStatus.IN_TRANSIT),
                        tuple("843119172384577", "", TrackingStatus.AVAILABLE_FOR_PICKUP));
    }

    @Test
    void the_end_of_the_search_is_sent_under_both_of_its_names() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300").answer(FedexServer.REFERENCE, "by_reference.json");

        find(TrackingReference.builder()
                .value("ORDER-7")
                .type("customer-reference")
                .shippedFrom(LocalDate.of(2026, 1, 1))
                .shippedTo(LocalDate.of(2026, 1, 31))
                .build());

        assertThat(fedex.sent(FedexServer.REFERENCE)
                        .get(0)
                        .path("includeDetailedScans")
                        .isBoolean())
                .isTrue();
        assertThat(asked().toString())
                .isEqualTo("{\"value\":\"ORDER-7\",\"type\":\"CUSTOMER_REFERENCE\",\"accountNumber\":\"100200300\","
                        + "\"shipDateBegin\":\"2026-01-01\",\"shipDateEnd\":\"2026-01-31\","
                        + "\"shipDateEndDate\":\"2026-01-31\"}");
    }

    @Test
    void without_dates_the_last_month_is_searched_as_fedex_does_itself() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300").answer(FedexServer.REFERENCE, "by_reference.json");

        find(TrackingReference.of("ORDER-7"));

        assertThat(asked().path("shipDateBegin").asText()).isEqualTo("2026-02-03");
        assertThat(asked().path("shipDateEnd").asText()).isEqualTo("2026-03-06");
    }

    @Test
    void a_destination_stands_in_for_the_account() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300").answer(FedexServer.REFERENCE, "by_reference.json");

        find(TrackingReference.builder()
                .value("ORDER-7")
                .destinationCountry("us")
                .destinationPostalCode("02110")
                .build());

        assertThat(asked().has("accountNumber")).isFalse();
        assertThat(asked().path("destinationCountryCode").asText()).isEqualTo("US");
        assertThat(asked().path("destinationPostalCode").asText()).isEqualTo("02110");
    }

    @Test
    void a_country_is_enough_of_a_destination_where_there_are_no_postal_codes() {
        fedex.answer(FedexServer.REFERENCE, "by_reference.json");

        find(TrackingReference.builder()
                .value("ORDER-7")
                .destinationCountry("HK")
                .build());

        assertThat(asked().path("destinationCountryCode").asText()).isEqualTo("HK");
        assertThat(asked().has("destinationPostalCode")).isFalse();
    }

    @Test
    void the_account_of_the_question_beats_the_connections_own() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300").answer(FedexServer.REFERENCE, "by_reference.json");

        find(TrackingReference.builder()
                .value("ORDER-7")
                .accountNumber("100200301")
                .build());

        assertThat(asked().path("accountNumber").asText()).isEqualTo("100200301");
    }

    @Test
    void without_account_and_destination_nothing_is_sent() {
        Outcome<TrackingResult> outcome = find(TrackingReference.of("ORDER-7")).get(0);

        CarrierException error = outcome.failure().orElseThrow();
        assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(error.fields()).extracting(field -> field.path()).containsExactly("account_number");
        assertThat(fedex.sent(FedexServer.REFERENCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400|{\"errors\":[{\"code\":\"TRACKING.REFERENCENUMBER.NOTFOUND\",\"message\":\"None.\"}]}",
                "200|{\"output\":{\"cxsErrors\":[{\"code\":\"TRACKING.REFERENCENUMBER.NOTFOUND\"}]}}",
                "200|{\"output\":{\"alerts\":\"TRACKING.DATA.NOTFOUND - Tracking data unavailable\"}}",
                "200|{\"output\":{\"completeTrackResults\":[{\"trackResults\":[{\"error\":{\"code\":"
                        + "\"TRACKING.TRACKINGNUMBER.NOTFOUND\"}}]}]}}",
                "200|{\"output\":{\"completeTrackResults\":[]}}"
            })
    void a_reference_fedex_does_not_know_finds_nothing(String answer) {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300")
                .answer(FedexServer.REFERENCE, Integer.parseInt(answer.substring(0, 3)), answer.substring(4));

        assertThat(find(TrackingReference.of("ORDER-7"))).isEmpty();
    }

    @Test
    void an_error_inside_a_200_is_told() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300")
                .answer(
                        FedexServer.REFERENCE,
                        200,
                        "{\"output\":{\"successful\":false,\"cxsErrors\":[{\"code\":\"TRACKING.REFERENCETYPE.INVALID\","
                                + "\"message\":\"No such type.\"}]}}");

        CarrierException error =
                find(TrackingReference.of("ORDER-7")).get(0).failure().orElseThrow();

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).contains("TRACKING.REFERENCETYPE.INVALID");
    }

    @Test
    void a_parcel_that_fedex_could_not_tell_of_is_told_on_those_it_could() {
        fedex.with("FEDEX_ACCOUNT_NUMBER", "100200300")
                .answer(
                        FedexServer.REFERENCE,
                        200,
                        "{\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"797615467620\",\"trackResults\":["
                                + "{\"latestStatusDetail\":{\"code\":\"PU\"}},"
                                + "{\"error\":{\"code\":\"TEST.PARCEL.FAILED\",\"message\":\"Not now.\"}}]}]}}");

        List<Outcome<TrackingResult>> found = find(TrackingReference.of("ORDER-7"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).orElseThrow().alerts())
                .anySatisfy(alert -> assertThat(alert.code()).contains("TEST.PARCEL.FAILED"));
    }
}
