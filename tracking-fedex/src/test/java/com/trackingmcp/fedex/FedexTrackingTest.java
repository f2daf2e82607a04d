package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One test for each oddity that FedEx's real answers were seen to have. */
class FedexTrackingTest {
    private final FedexServer fedex = new FedexServer();

    @AfterEach
    void stop() {
        fedex.close();
    }

    private TrackingResult track(TrackingNumber number, String file) {
        fedex.answer(FedexServer.TRACK, file);
        try (TrackingClient client = fedex.client()) {
            return client.track(number);
        }
    }

    private TrackingResult track(String number, String file) {
        return track(TrackingNumber.of(number, "fedex"), file);
    }

    @Test
    void sends_what_the_published_description_asks_for() {
        track("122816215025810", "delivered_at_door.json");

        assertThat(fedex.sent(FedexServer.TRACK)).singleElement().satisfies(body -> {
            assertThat(body.path("includeDetailedScans").isBoolean()).isTrue();
            assertThat(body.toString())
                    .isEqualTo("{\"includeDetailedScans\":true,\"trackingInfo\":[{\"trackingNumberInfo\":"
                            + "{\"trackingNumber\":\"122816215025810\"}}]}");
        });
        fedex.http.verify(postRequestedFor(urlEqualTo(FedexServer.TRACK))
                .withHeader("Authorization", equalTo("Bearer test-token"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("x-locale", equalTo("en_US"))
                .withHeader("x-customer-transaction-id", matching("[0-9a-f]{32}")));
    }

    @Test
    void the_token_is_asked_for_in_a_form_and_not_in_a_header() {
        track("122816215025810", "delivered_at_door.json");

        fedex.http.verify(
                1,
                postRequestedFor(urlEqualTo(FedexServer.TOKEN))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withoutHeader("Authorization")
                        .withRequestBody(equalTo("grant_type=client_credentials&client_id=test-client-id"
                                + "&client_secret=test-client-secret")));
    }

    @Test
    void the_project_for_tracking_tracks_where_one_is_given() {
        fedex.with("FEDEX_TRACK_CLIENT_ID", "test-track-id").with("FEDEX_TRACK_CLIENT_SECRET", "test-track-secret");

        track("122816215025810", "delivered_at_door.json");

        fedex.http.verify(postRequestedFor(urlEqualTo(FedexServer.TOKEN))
                .withRequestBody(matching(".*client_id=test-track-id&client_secret=test-track-secret")));
    }

    @Test
    void a_parcel_left_at_the_door_is_delivered_without_exception_person_or_estimate() {
        TrackingResult parcel = track("122816215025810", "delivered_at_door.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2024-02-17T12:34:26-05:00"));
        assertThat(parcel.exceptions()).isEmpty();
        assertThat(parcel.signedBy()).isEmpty();
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.deliveryAttempts()).contains(0);
        assertThat(parcel.proofOfDeliveryAvailable()).contains(true);
        assertThat(parcel.latestEvent().flatMap(TrackingEvent::reasonCode)).contains("014");
    }

    @Test
    void everything_fedex_says_of_a_parcel_is_told() {
        TrackingResult parcel = track("122816215025810", "delivered_at_door.json");

        assertThat(parcel.number().uniqueId()).contains("12027~122816215025810~FDEG");
        assertThat(parcel.carrier()).isEqualTo("fedex");
        assertThat(parcel.connection()).isEqualTo("fedex");
        assertThat(parcel.serviceCode()).contains("FEDEX_GROUND");
        assertThat(parcel.serviceName()).contains("FedEx Ground");
        assertThat(parcel.carrierStatusCode()).contains("DL");
        assertThat(parcel.carrierStatusText()).contains("Delivered");
        assertThat(parcel.delayed()).isFalse();
        assertThat(parcel.weight()).map(Object::toString).contains("12.0 lb");
        assertThat(parcel.dimensions()).map(Object::toString).contains("22 x 17 x 10 in");
        assertThat(parcel.pieceCount()).contains(1);
        assertThat(parcel.references())
                .containsExactly(Reference.builder()
                        .type("customer_reference")
                        .value("ORDER-7")
                        .build());
        assertThat(parcel.origin().flatMap(place -> place.city())).contains("MEMPHIS");
        assertThat(parcel.destination().flatMap(place -> place.city())).contains("BOSTON");
        assertThat(parcel.retrievedAt()).isEqualTo(fedex.clock.instant());
        assertThat(parcel.rawJson()).isEmpty();
    }

    @Test
    void empty_placeholders_are_absent() {
        List<TrackingEvent> events =
                track("122816215025810", "delivered_at_door.json").events();

        assertThat(events)
                .extracting(TrackingEvent::status)
                .containsExactly(TrackingStatus.DELIVERED, TrackingStatus.PICKED_UP);
        assertThat(events.get(1).location()).isEmpty();
        assertThat(events.get(1).reasonCode()).isEmpty();
    }

    @Test
    void messages_on_top_of_out_for_delivery_change_nothing() {
        TrackingResult parcel = track("231300687629630", "out_for_delivery_with_messages.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.carrierStatusCode()).contains("OD");
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.IN_TRANSIT);
        assertThat(parcel.exceptions()).isEmpty();
    }

    @Test
    void the_live_window_beats_the_estimated_day_and_the_commitment() {
        DeliveryWindow window = track("231300687629630", "out_for_delivery_with_messages.json")
                .estimatedDelivery()
                .orElseThrow();

        assertThat(window.basis()).isEqualTo(DeliveryWindow.Basis.ESTIMATED);
        assertThat(window.from()).contains(CarrierTime.parse("2026-03-04T09:30:00-05:00"));
        assertThat(window.to()).contains(CarrierTime.parse("2026-03-04T13:30:00-05:00"));
    }

    @Test
    void alerts_of_the_answer_and_notes_of_the_parcel_are_passed_on() {
        TrackingResult parcel = track("231300687629630", "out_for_delivery_with_messages.json");

        assertThat(parcel.alerts())
                .extracting(alert -> alert.code().orElse(""), Alert::text)
                .containsExactly(
                        tuple("VIRTUAL.RESPONSE", "This is a Virtual Response."),
                        tuple("CLEARANCE_ENTRY_FEE_APPLIES", "A fee applies."),
                        tuple(
                                "ESTIMATED_DELIVERY_DATE_UNAVAILABLE",
                                "No scheduled delivery date available at this time."),
                        tuple("SOME.NOTE", "An error beside a parcel."));
        assertThat(parcel.proofOfDeliveryAvailable()).contains(false);
    }

    @Test
    void delivered_to_the_shipper_is_returned_and_never_delivered() {
        TrackingResult parcel = track("076288115212522", "returned_claims_delivered.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(parcel.carrierStatusCode()).contains("DE");
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.RETURNED, TrackingStatus.DELIVERY_ATTEMPTED, TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.exceptions())
                .extracting(ExceptionDetail::code, ExceptionDetail::action, ExceptionDetail::time)
                .containsExactly(
                        tuple(
                                Optional.of("060G"),
                                Optional.of("No action is required."),
                                Optional.of(CarrierTime.parse("2026-03-05T10:00:00-06:00"))),
                        tuple(
                                Optional.of("007"),
                                Optional.empty(),
                                Optional.of(CarrierTime.parse("2026-03-04T15:00:00-06:00"))));
    }

    @Test
    void of_several_parcels_the_one_last_seen_is_meant_and_the_others_are_alternatives() {
        TrackingResult parcel = track("713062653486", "reused_number.json");

        assertThat(parcel.number().uniqueId()).contains("2457835000~713062653486~FX");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.alternatives()).singleElement().satisfies(other -> {
            assertThat(other.number().uniqueId()).contains("2457821000~713062653486~FX");
            assertThat(other.status()).isEqualTo(TrackingStatus.DELIVERED);
        });
    }

    @Test
    void a_unique_id_decides_which_parcel_is_meant() {
        TrackingNumber number = TrackingNumber.builder()
                .value("713062653486")
                .uniqueId("2457821000~713062653486~FX")
                .build();

        TrackingResult parcel = track(number, "reused_number.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.alternatives()).isEmpty();
        assertThat(fedex.sent(FedexServer.TRACK)
                        .get(0)
                        .findValue("trackingNumberUniqueId")
                        .asText())
                .isEqualTo("2457821000~713062653486~FX");
    }

    @Test
    void a_unique_id_fedex_does_not_have_is_not_found() {
        TrackingNumber number = TrackingNumber.builder()
                .value("713062653486")
                .uniqueId("1~713062653486~FX")
                .build();

        assertThatThrownBy(() -> track(number, "reused_number.json"))
                .isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void the_day_of_shipping_decides_which_parcel_is_meant() {
        TrackingNumber number = TrackingNumber.builder()
                .value("713062653486")
                .shippedOn(LocalDate.of(2025, 10, 30))
                .build();

        TrackingResult parcel = track(number, "reused_number.json");

        assertThat(parcel.number().uniqueId()).contains("2457821000~713062653486~FX");
        assertThat(parcel.alternatives()).hasSize(1);
        JsonNode sent =
                fedex.sent(FedexServer.TRACK).get(0).path("trackingInfo").path(0);
        assertThat(sent.path("shipDateBegin").asText()).isEqualTo("2025-10-23");
        assertThat(sent.path("shipDateEnd").asText()).isEqualTo("2025-11-06");
    }

    @Test
    void one_number_asked_with_two_unique_ids_at_once_is_two_parcels() {
        fedex.answer(FedexServer.TRACK, "reused_number.json");
        TrackingNumber.Builder number = TrackingNumber.builder().value("713062653486");
        TrackingNumber first = number.uniqueId("2457821000~713062653486~FX").build();
        TrackingNumber second = number.uniqueId("2457835000~713062653486~FX").build();

        try (TrackingClient client = fedex.client()) {
            assertThat(client.trackAll(List.of(first, second)))
                    .extracting(outcome -> outcome.orElseThrow().status())
                    .containsExactly(TrackingStatus.DELIVERED, TrackingStatus.IN_TRANSIT);
        }
    }

    @Test
    void each_number_of_a_batch_has_its_own_outcome_in_the_order_asked() {
        fedex.answer(FedexServer.TRACK, "mixed_batch.json");

        try (TrackingClient client = fedex.client()) {
            List<Outcome<TrackingResult>> outcomes = client.track(List.of(
                    "449044304137821", "403934084723025", "377101283611590", "020207021381215", "852426136339213"));

            assertThat(outcomes.get(0).orElseThrow().status()).isEqualTo(TrackingStatus.LABEL_CREATED);
            assertThat(outcomes.get(0).orElseThrow().exceptions()).isEmpty();
            assertThat(outcomes)
                    .extracting(outcome ->
                            outcome.failure().map(CarrierException::code).orElse(null))
                    .containsExactly(
                            null,
                            ErrorCode.TRACKING_NUMBER_NOT_FOUND,
                            ErrorCode.CARRIER_UNAVAILABLE,
                            ErrorCode.TRACKING_NUMBER_NOT_FOUND,
                            ErrorCode.MALFORMED_RESPONSE);
            CarrierException notFound = outcomes.get(1).failure().orElseThrow();
            assertThat(notFound.carrierCode()).contains("TRACKING.TRACKINGNUMBER.NOTFOUND");
            assertThat(notFound.requestId()).contains("APIF_SV_TRKC_TxIDtest-5");
            assertThat(notFound.details().subject()).contains("403934084723025");
            assertThat(outcomes.get(2).failure().orElseThrow().retryable()).isTrue();
        }
        assertThat(fedex.sent(FedexServer.TRACK)).hasSize(1);
    }

    @Test
    void a_number_that_makes_fedex_refuse_a_whole_batch_costs_only_itself() {
        fedex.answer(FedexServer.TRACK, "out_for_delivery_with_messages.json");
        fedex.http.stubFor(post(urlEqualTo(FedexServer.TRACK))
                .withRequestBody(matchingJsonPath("$..[?(@.trackingNumber == '000000000000')]"))
                .willReturn(jsonResponse(
                        "{\"errors\":[{\"code\":\"TRACKING.TRACKINGNUMBER.INVALID\",\"message\":\"Invalid number.\"}]}",
                        400)));

        try (TrackingClient client = fedex.client()) {
            List<Outcome<TrackingResult>> outcomes = client.trackAll(
                    List.of(TrackingNumber.of("000000000000", "fedex"), TrackingNumber.of("231300687629630", "fedex")));

            assertThat(outcomes.get(0).failure().map(CarrierException::code))
                    .contains(ErrorCode.INVALID_TRACKING_NUMBER);
            assertThat(outcomes.get(1).isSuccess()).isTrue();
        }
    }

    @Test
    void a_door_tag_is_answered_with_the_parcel_behind_it() {
        TrackingResult parcel = track("DT123456789012", "out_for_delivery_with_messages.json");

        assertThat(parcel.number().value()).isEqualTo("DT123456789012");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void a_door_tag_among_others_is_not_answered_with_another_numbers_parcel() {
        fedex.answer(FedexServer.TRACK, "out_for_delivery_with_messages.json");

        try (TrackingClient client = fedex.client()) {
            List<Outcome<TrackingResult>> outcomes = client.trackAll(List.of(
                    TrackingNumber.of("DT123456789012", "fedex"), TrackingNumber.of("231300687629630", "fedex")));

            assertThat(outcomes.get(0).failure().map(CarrierException::code)).contains(ErrorCode.MALFORMED_RESPONSE);
            assertThat(outcomes.get(1).isSuccess()).isTrue();
        }
    }

    @Test
    void another_numbers_parcel_is_never_passed_off_as_the_one_asked_for() {
        assertThatThrownBy(() -> track("122816215025810", "out_for_delivery_with_messages.json"))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE));
    }

    @Test
    void lone_objects_numbers_and_wrong_shapes_are_read() {
        TrackingResult parcel = track("581190049992", "single_objects.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.code()).contains("SOME.NOTE");
            assertThat(alert.text()).isEqualTo("Plain text where a list is described");
        });
        assertThat(parcel.events()).singleElement().satisfies(event -> {
            assertThat(event.time()).contains(CarrierTime.on(LocalDate.of(2026, 2, 10)));
            assertThat(event.location()).isEmpty();
            assertThat(event.reasonCode()).contains("3");
        });
        assertThat(parcel.weight()).map(Object::toString).contains("1.5 kg");
        assertThat(parcel.dimensions()).isEmpty();
        assertThat(parcel.pieceCount()).contains(2);
        assertThat(parcel.serviceName()).contains("IP");
        assertThat(parcel.references()).extracting(Reference::value).containsExactly("INV-1");
        assertThat(parcel.proofOfDeliveryAvailable()).isEmpty();
    }

    @Test
    void a_clearance_delay_is_customs_and_late() {
        TrackingResult parcel = track("797806677146", "customs_delay.json");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.CUSTOMS);
        assertThat(parcel.delayed()).isTrue();
        assertThat(parcel.exceptions())
                .extracting(
                        detail -> detail.code().orElse(""),
                        detail -> detail.reason().orElse(""))
                .containsExactly(
                        tuple("3", "Papers are missing"), tuple("A52", "Delayed by snow"), tuple("CLEARANCE", ""));
    }

    @Test
    void an_estimate_at_midnight_in_memphis_is_a_day() {
        DeliveryWindow window =
                track("797806677146", "customs_delay.json").estimatedDelivery().orElseThrow();

        assertThat(window)
                .isEqualTo(DeliveryWindow.on(CarrierTime.on(LocalDate.of(2026, 3, 9)), DeliveryWindow.Basis.ESTIMATED));
    }

    @Test
    void scans_keep_fedexs_order_and_lose_none_to_a_broken_one() {
        List<TrackingEvent> events = track("797806677146", "customs_delay.json").events();

        assertThat(events)
                .extracting(event -> event.time().map(CarrierTime::toString).orElse("-"))
                .containsExactly("2026-03-05T09:00:00", "-", "2026-03-04T23:00:00+01:00", "2026-03-05T01:00:00-06:00");
        assertThat(events.get(0).time().flatMap(CarrierTime::offsetTime)).isEmpty();
        assertThat(events.get(0).location()).hasValueSatisfying(place -> {
            assertThat(place.country()).contains("FR");
            assertThat(place.facility()).contains("CDGRT");
        });
        assertThat(events.get(3).status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(events.get(3).carrierStatusCode()).contains("QQ");
    }

    @Test
    void an_unmapped_code_is_counted() {
        fedex.answer(FedexServer.TRACK, "customs_delay.json");

        try (TrackingClient client = fedex.client()) {
            client.track("797806677146");

            assertThat(client.unmappedCodes()).containsExactly(entry("fedex:QQ", 1L));
        }
    }

    @Test
    void identifiers_are_read_under_each_of_their_names() {
        TrackingResult parcel = track("568838414941", "multi_piece.json");

        assertThat(parcel.references())
                .extracting(Reference::type, Reference::value)
                .containsExactly(
                        tuple("purchase_order", "PO-1"), tuple("shipper_reference", "SR-1"), tuple("invoice", "INV-1"));
        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::type, AssociatedNumber::number)
                .containsExactly(
                        tuple("standard_mps", "039813852990618"),
                        tuple("partner_carrier_number", "9261290000000000000000"));
        assertThat(parcel.pieceCount()).contains(3);
        assertThat(parcel.weight()).map(Object::toString).contains("2.5 kg");
        assertThat(parcel.delayed()).isTrue();
    }

    @Test
    void the_other_pieces_cost_no_call_unless_they_are_wanted() {
        track("568838414941", "multi_piece.json");

        assertThat(fedex.sent(FedexServer.ASSOCIATED)).isEmpty();
    }

    @Test
    void the_other_pieces_are_asked_for_where_they_are_wanted() {
        fedex.with("FEDEX_ASSOCIATED_SHIPMENTS", "true").answer(FedexServer.ASSOCIATED, "associated.json");

        TrackingResult parcel = track("568838414941", "multi_piece.json");

        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::number)
                .containsExactly("039813852990618", "9261290000000000000000", "449044304137821");
        assertThat(fedex.sent(FedexServer.ASSOCIATED)).singleElement().satisfies(body -> {
            assertThat(body.path("associatedType").asText()).isEqualTo("STANDARD_MPS");
            assertThat(body.path("masterTrackingNumberInfo")
                            .path("trackingNumberInfo")
                            .path("trackingNumber")
                            .asText())
                    .isEqualTo("039813852990618");
        });
    }

    @Test
    void pieces_without_a_number_are_left_out() {
        fedex.with("FEDEX_ASSOCIATED_SHIPMENTS", "true")
                .answer(
                        FedexServer.ASSOCIATED,
                        200,
                        "{\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"\",\"trackResults\":[{}]},"
                                + "{\"trackingNumber\":\"\",\"trackResults\":"
                                + "[{\"trackingNumberInfo\":{\"trackingNumber\":\"449044304137821\"}}]},"
                                + "{\"trackingNumber\":\"020207021381215\",\"trackResults\":"
                                + "[{\"error\":{\"code\":\"TRACKING.TRACKINGNUMBER.NOTFOUND\"}}]}]}}");

        assertThat(track("568838414941", "multi_piece.json").associatedNumbers())
                .extracting(AssociatedNumber::number)
                .containsExactly("039813852990618", "9261290000000000000000", "449044304137821");
    }

    @Test
    void a_wish_of_the_recipient_is_no_trouble() {
        fedex.answer(
                FedexServer.TRACK,
                200,
                "{\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"843119172384577\",\"trackResults\":["
                        + "{\"latestStatusDetail\":{\"code\":\"HL\",\"ancillaryDetails\":["
                        + "{\"reason\":\"A47\",\"reasonDescription\":\"Held as the recipient asked\"},"
                        + "{\"reason\":\"A52\",\"reasonDescription\":\"Delayed\"}]}}]}]}}");

        try (TrackingClient client = fedex.client()) {
            assertThat(client.track("843119172384577").exceptions())
                    .extracting(detail -> detail.code().orElse(""))
                    .containsExactly("A52");
        }
    }

    @Test
    void a_parcel_is_not_lost_over_its_other_pieces() {
        fedex.with("FEDEX_ASSOCIATED_SHIPMENTS", "true").answer(FedexServer.ASSOCIATED, 500, "<html>");

        assertThat(track("568838414941", "multi_piece.json").status()).isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void the_raw_json_is_that_parcels_alone() {
        fedex.answer(FedexServer.TRACK, "reused_number.json");

        try (TrackingClient client = fedex.builder().rawJson(true).build()) {
            TrackingResult parcel = client.track("713062653486");

            assertThat(parcel.rawJson())
                    .hasValueSatisfying(json -> assertThat(json)
                            .contains("2457835000~713062653486~FX")
                            .doesNotContain("2457821000~713062653486~FX"));
            assertThat(parcel.alternatives().get(0).rawJson())
                    .hasValueSatisfying(json -> assertThat(json).contains("2457821000~713062653486~FX"));
        }
    }

    @Test
    void thirty_numbers_travel_in_one_call() {
        fedex.answer(FedexServer.TRACK, "mixed_batch.json");
        List<TrackingNumber> numbers = IntStream.range(0, 61)
                .mapToObj(i -> TrackingNumber.of("7700000%05d".formatted(i), "fedex"))
                .toList();

        try (TrackingClient client = fedex.client()) {
            assertThat(client.trackAll(numbers)).hasSize(61);
        }
        assertThat(fedex.sent(FedexServer.TRACK))
                .extracting(body -> body.path("trackingInfo").size())
                .containsExactlyInAnyOrder(30, 30, 1);
    }
}
