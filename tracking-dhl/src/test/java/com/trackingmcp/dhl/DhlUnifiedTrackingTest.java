package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.error.RateLimitedException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DhlUnifiedTrackingTest extends DhlTestBed {
    private static final String PARCEL = "00340434161094021501";

    private void answers(String number, int status, String fixture) {
        dhl.stubFor(get(urlPathEqualTo("/unified/track/shipments"))
                .withQueryParam("trackingNumber", equalTo(number))
                .willReturn(json(status, "unified/" + fixture)));
    }

    @Test
    void asksForOneNumberInEnglishWithTheKeyInItsHeader() {
        answers(PARCEL, 200, "parcel_de_delivered.json");

        client(unified()).track(PARCEL);

        dhl.verify(1, getRequestedFor(anyUrl()));
        dhl.verify(getRequestedFor(urlPathEqualTo("/unified/track/shipments"))
                .withQueryParam("trackingNumber", equalTo(PARCEL))
                .withQueryParam("language", equalTo("en"))
                .withQueryParam("recipientPostalCode", absent())
                .withHeader("DHL-API-Key", equalTo("test-key"))
                .withHeader("Authorization", absent()));
    }

    @Test
    void handsOnTheRecipientsPostalCode() {
        answers(PARCEL, 200, "parcel_de_delivered.json");

        client(unified())
                .track(TrackingNumber.builder()
                        .value(PARCEL)
                        .postalCode("10117")
                        .build());

        dhl.verify(getRequestedFor(anyUrl()).withQueryParam("recipientPostalCode", equalTo("10117")));
    }

    @Test
    void readsADeliveredParcelWhole() {
        answers(PARCEL, 200, "parcel_de_delivered.json");

        TrackingResult parcel = client(unified()).track(PARCEL);

        assertThat(parcel.number()).isEqualTo(TrackingNumber.of(PARCEL));
        assertThat(parcel.carrier()).isEqualTo("dhl");
        assertThat(parcel.connection()).isEqualTo("dhl");
        assertThat(parcel.serviceCode()).contains("parcel-de");
        assertThat(parcel.serviceName()).contains("DHL PAKET");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).contains("ZU");
        assertThat(parcel.carrierStatusText()).contains("The shipment has been successfully delivered");
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2026-03-04T11:21:00"));
        assertThat(parcel.signedBy()).contains("Erika M");
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.proofOfDeliveryAvailable()).contains(true);
        assertThat(parcel.destination().flatMap(place -> place.city())).contains("Berlin");
        assertThat(parcel.weight()).hasToString("Optional[2.5 kg]");
        assertThat(parcel.dimensions()).hasToString("Optional[30.5 x 20 x 10 cm]");
        assertThat(parcel.pieceCount()).contains(1);
        assertThat(parcel.references())
                .containsExactly(Reference.builder()
                        .type("customer-reference")
                        .value("ORDER-77")
                        .build());
        assertThat(parcel.associatedNumbers())
                .containsExactly(AssociatedNumber.builder()
                        .type("piece")
                        .number("JJD000390007882823001")
                        .build());
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.DELIVERED,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.PICKED_UP,
                        TrackingStatus.LABEL_CREATED);
        assertThat(parcel.events().get(0).reasonText()).contains("left with a neighbour");
        assertThat(parcel.retrievedAt()).isEqualTo(NOW);
        assertThat(parcel.rawJson()).isEmpty();
    }

    @Test
    void aTimeWithoutOffsetStaysLocalAndOneWithOffsetKeepsIt() {
        answers(PARCEL, 200, "parcel_de_delivered.json");
        answers("GM60511234500000099", 200, "label_data_after_first_scan.json");
        TrackingClient client = client(unified());

        assertThat(client.track(PARCEL).events().get(0).time().orElseThrow().offsetTime())
                .isEmpty();
        assertThat(client.track("GM60511234500000099").events().get(0).time())
                .contains(CarrierTime.parse("2026-02-03T05:00:00-06:00"));
    }

    @Test
    void theWordDeliveredBeatsThePreTransitCodeBesideIt() {
        answers("7777777770", 200, "express_pre_transit_code_beside_delivered.json");

        TrackingResult parcel = track(client(unified()), "7777777770");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2018-03-02T07:53:47Z"));
        assertThat(parcel.origin().flatMap(place -> place.country())).contains("GB");
    }

    @Test
    void readsAnIdThatIsANumberAndReferencesThatAreAnObject() {
        answers("7777777770", 200, "express_pre_transit_code_beside_delivered.json");

        TrackingResult parcel = track(client(unified()), "7777777770");

        assertThat(parcel.number().value()).isEqualTo("7777777770");
        assertThat(parcel.alternatives()).isEmpty();
        assertThat(parcel.references()).extracting(Reference::value).containsExactly("YZ3892406173");
        assertThat(parcel.proofOfDeliveryAvailable()).contains(false);
    }

    @Test
    void followsNoLinksToFurtherPagesAndDivisions() {
        answers(PARCEL, 200, "parcel_de_delivered.json");
        answers("7777777770", 200, "express_pre_transit_code_beside_delivered.json");
        TrackingClient client = client(unified());

        track(client, PARCEL);
        track(client, "7777777770");

        dhl.verify(2, getRequestedFor(anyUrl()));
    }

    @Test
    void aReturnedParcelIsNotDeliveredThoughDhlSaysSo() {
        answers("00340434161094021502", 200, "returned_counts_as_delivered.json");

        TrackingResult parcel = track(client(unified()), "00340434161094021502");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.exceptions()).singleElement().satisfies(trouble -> {
            assertThat(trouble.code()).contains("ZN");
            assertThat(trouble.reason()).contains("Delivery was not successful");
        });
    }

    /** Without the flag the events tell; with it they do not overrule it. */
    @Test
    void whatIsDeliveredAfterItWasSentBackIsBackAtItsSenderUnlessDhlSaysItIsNoReturn() {
        String shipment = """
            {"shipments":[{"id":"JVGL09999999999999999999","service":"parcel-nl",%s
             "status":{"statusCode":"delivered","status":"DELIVERED","timestamp":"2026-03-04T10:00:00+01:00"},
             "events":[
              {"statusCode":"delivered","status":"DELIVERED","timestamp":"2026-03-04T10:00:00+01:00"},
              {"statusCode":"transit","status":"ON_ROUTE_TO_SHIPPER","timestamp":"2026-03-02T10:00:00+01:00"}]}]}
            """;
        TrackingClient client = client(unified());

        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody(shipment.formatted(""))));
        TrackingResult parcel = track(client, "JVGL09999999999999999999");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(parcel.deliveredAt()).isEmpty();

        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody(shipment.formatted("\"returnFlag\":false,"))));
        assertThat(track(client, "JVGL09999999999999999999").status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aParcelInAShopIsNotDeliveredThoughDhlSaysSo() {
        answers("3SABC0012345678", 200, "parcelshop_counts_as_delivered.json");

        TrackingResult parcel = track(client(unified()), "3SABC0012345678");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.AVAILABLE_FOR_PICKUP);
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.estimatedDelivery())
                .contains(DeliveryWindow.by(
                        CarrierTime.parse("2026-03-10T18:00:00+01:00"), DeliveryWindow.Basis.ESTIMATED));
    }

    @Test
    void ofSeveralShipmentsTheOneWithTheNumberAndTheDivisionOfItsShapeAnswersFirst() {
        answers("9876543210", 200, "several_shipments_for_one_number.json");

        TrackingResult parcel = track(client(unified()), "9876543210");

        // 9876543210 has no Express check digit, so its shape speaks for freight: id before division before time.
        assertThat(parcel.serviceCode()).contains("ecommerce");
        assertThat(parcel.number().uniqueId()).contains("ecommerce:9876543210");
        assertThat(parcel.alternatives())
                .extracting(other -> other.number().uniqueId().orElseThrow())
                .containsExactly("express:9876543210", "freight:SE-REF-2", "freight:SE-REF-1");
    }

    @Test
    void shipmentsThatWereOverBeforeTheDayAskedForAreOut() {
        answers("9876543210", 200, "several_shipments_for_one_number.json");
        TrackingNumber recent = TrackingNumber.builder()
                .from(number("9876543210"))
                .shippedOn(LocalDate.parse("2026-03-03"))
                .build();

        TrackingResult parcel = client(unified()).track(recent);

        assertThat(parcel.number().uniqueId()).contains("freight:SE-REF-2");
        assertThat(parcel.alternatives())
                .extracting(other -> other.number().uniqueId().orElseThrow())
                .containsExactly("freight:SE-REF-1");
    }

    @Test
    void aUniqueIdPicksTheParcelMeantBefore() {
        answers("9876543210", 200, "several_shipments_for_one_number.json");
        TrackingNumber before = TrackingNumber.builder()
                .value("9876543210")
                .carrier("dhl")
                .uniqueId("express:9876543210")
                .build();

        assertThat(client(unified()).track(before).status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void midnightInUtcIsOnlyADayForFreightAndEventsToldOldestFirstAreTurned() {
        answers("1-254346763_1", 200, "freight_knows_days_only.json");

        TrackingResult parcel = track(client(unified()), "1-254346763_1");

        assertThat(parcel.events())
                .extracting(event -> event.time().orElseThrow().toString())
                .containsExactly("2026-02-11", "2026-02-10T14:30:00Z", "2026-02-09");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.estimatedDelivery())
                .contains(DeliveryWindow.on(CarrierTime.parse("2026-02-12"), DeliveryWindow.Basis.ESTIMATED));
    }

    @Test
    void labelDataThatComeAfterAScanDoNotUndoIt() {
        answers("GM60511234500000099", 200, "label_data_after_first_scan.json");

        TrackingResult parcel = track(client(unified()), "GM60511234500000099");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.carrierStatusCode()).contains("transit");
        assertThat(parcel.carrierStatusText()).contains("PACKAGE RECEIVED AT DHL ECOMMERCE DISTRIBUTION CENTER");
        assertThat(parcel.events().get(0).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void brokenPartsCostNothingElse() {
        answers("00340434161094021503", 200, "broken_beside_sound_events.json");

        TrackingResult parcel = track(client(unified()), "00340434161094021503");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.events()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(parcel.events().get(parcel.events().size() - 1).time())
                .contains(CarrierTime.parse("2026-03-03T18:40:00"));
        assertThat(parcel.weight()).isEmpty();
        assertThat(parcel.pieceCount()).isEmpty();
    }

    @Test
    void aCodeNobodyExplainsIsUnknownKeptAndCounted() {
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody("""
            {"shipments":[{"id":"12345678","service":"dsc","status":{"statusCode":"teleported","status":"BEAMED"}}]}
            """)));
        TrackingClient client = client(unified());

        TrackingResult parcel = track(client, "12345678");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(parcel.carrierStatusCode()).contains("BEAMED");
        assertThat(client.unmappedCodes()).containsEntry("dhl:dsc:BEAMED", 1L);
    }

    @Test
    void aPieceIdWithoutTheZerosOfTheLabelIsTheNumberItself() {
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody("""
            {"shipments":[{"id":"340434161094021501","service":"parcel-de","status":{"statusCode":"transit"},
             "details":{"pieceIds":["340434161094021501"]}}]}
            """)));

        assertThat(client(unified()).track(PARCEL).associatedNumbers()).isEmpty();
    }

    @Test
    void deliveredStaysThoughTheSummaryIsOlderOrCoarser() {
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody("""
            {"shipments":[{"id":"1","service":"dsc",
             "status":{"timestamp":"2026-03-03T10:00:00Z","statusCode":"pre-transit","status":"RELEASED"},
             "events":[{"timestamp":"2026-03-03T10:00:00Z","statusCode":"pre-transit","status":"RELEASED"},
              {"timestamp":"2026-03-02T10:00:00Z","statusCode":"delivered","status":"SHIPPED"}]}]}
            """)));

        TrackingResult parcel = track(client(unified()), "64888");

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void keepsDhlsOwnJsonOnRequest() {
        answers("9876543210", 200, "several_shipments_for_one_number.json");

        TrackingResult parcel = track(client(true, unified()), "9876543210");

        assertThat(parcel.rawJson().orElseThrow())
                .contains("\"service\":\"ecommerce\"")
                .doesNotContain("SE-REF-1");
    }

    @Test
    void elevenNumbersAreElevenCallsAndOneFailureCostsNoOther() {
        dhl.stubFor(get(anyUrl()).willReturn(json(200, "unified/parcel_de_delivered.json")));
        answers("00340434161094021509", 404, "not_found.json");
        List<TrackingNumber> numbers = java.util.stream.IntStream.rangeClosed(0, 10)
                .mapToObj(i -> number("003404341610940215" + (i == 10 ? "10" : "0" + i)))
                .toList();

        List<Outcome<TrackingResult>> outcomes = client(unified()).trackAll(numbers);

        assertThat(outcomes).hasSize(11);
        assertThat(outcomes.get(9).failure().orElseThrow()).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(outcomes.stream().filter(Outcome::isSuccess)).hasSize(10);
        dhl.verify(11, getRequestedFor(anyUrl()));
    }

    @Test
    void a404IsNotFoundWithDhlsWords() {
        answers("9988776650", 404, "not_found.json");

        CarrierException error = fails("9988776650");

        assertThat(error).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(error.details().subject()).contains("9988776650");
        assertThat(error.carrierText()).contains("No result found; No shipment with given tracking number found.");
        assertThat(error.httpStatus()).hasValue(404);
        assertThat(error.retryable()).isFalse();
    }

    @Test
    void a404OfTheGatewayIsNoWordAboutTheParcel() {
        dhl.stubFor(get(anyUrl())
                .willReturn(aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html>Not Found</html>")));

        assertThat(fails("9988776650").code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
    }

    @Test
    void anEmptyListIsNotFoundAndNoListAtAllCannotBeRead() {
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody("{\"shipments\":[]}")));
        assertThat(fails("9988776650")).isInstanceOf(TrackingNumberNotFoundException.class);

        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withBody("{\"hello\":1}")));
        assertThat(fails("9988776650")).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusalsAreToldApart() {
        answers("9988776651", 400, "bad_input.json");
        answers("9988776652", 401, "unauthorized.json");
        answers("9988776653", 429, "too_many_requests.json");

        assertThat(fails("9988776651")).isInstanceOf(InvalidRequestException.class);
        assertThat(fails("9988776652")).isInstanceOf(AuthenticationException.class);
        CarrierException slow = fails("9988776653");
        assertThat(slow).isInstanceOf(RateLimitedException.class);
        assertThat(slow.retryable()).isTrue();
        assertThat(slow.retryAfter()).isEmpty();
        assertThat(slow.toString()).doesNotContain("test-key");
    }

    @Test
    void a500IsDhlsFailureUnlessItSaysThatNothingWasFound() {
        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500).withBody("oops")));
        CarrierException failure = fails("9988776650");
        assertThat(failure).isInstanceOf(CarrierUnavailableException.class);
        assertThat(failure.retryable()).isTrue();

        dhl.stubFor(get(anyUrl()).willReturn(json(500, "unified/not_found.json")));
        assertThat(fails("9988776650")).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void proofOfDeliveryIsWhereTheLinksLead() {
        answers(PARCEL, 200, "parcel_de_delivered.json");

        ProofOfDelivery proof = client(unified()).proofOfDelivery(number(PARCEL));

        assertThat(proof.signedBy()).contains("Erika M");
        assertThat(proof.deliveredAt()).contains(CarrierTime.parse("2026-03-04T11:21:00"));
        assertThat(proof.documents()).extracting(Document::kind).containsExactly("proof_of_delivery", "signature");
        assertThat(proof.documents().get(0).url()).hasToString("Optional[https://webpod.example/doc/1]");
    }

    @Test
    void withoutLinksThereIsNoProofOfDelivery() {
        answers("1-254346763_1", 200, "freight_knows_days_only.json");
        TrackingClient client = client(unified());

        CarrierException error =
                catchThrowableOfType(CarrierException.class, () -> client.proofOfDelivery(number("1-254346763_1")));

        assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
    }

    private CarrierException fails(String value) {
        TrackingClient client = client(unified());
        return catchThrowableOfType(CarrierException.class, () -> client.track(number(value)));
    }
}
