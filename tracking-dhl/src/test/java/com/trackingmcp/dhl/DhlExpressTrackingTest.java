package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DhlExpressTrackingTest extends DhlTestBed {
    private static final String WAYBILL = "7957673080";

    private void answers(int status, String fixture) {
        dhl.stubFor(get(urlPathEqualTo("/mydhl/tracking")).willReturn(json(status, "mydhl/" + fixture)));
    }

    private void answers(String body) {
        dhl.stubFor(
                get(urlPathEqualTo("/mydhl/tracking")).willReturn(aResponse().withBody(body)));
    }

    /** One shipment with these events, each {@code typeCode date time}. */
    private static String shipment(String... events) {
        StringBuilder list = new StringBuilder();
        for (String event : events) {
            String[] parts = event.split(" ");
            list.append(list.length() == 0 ? "" : ",")
                    .append("{\"typeCode\":\"%s\",\"date\":\"%s\",\"time\":\"%s\"}".formatted((Object[]) parts));
        }
        return "{\"shipments\":[{\"shipmentTrackingNumber\":\"" + WAYBILL + "\",\"status\":\"Success\",\"events\":["
                + list + "]}]}";
    }

    @Test
    void asksAsThePublishedDescriptionWants() {
        answers(200, "delivered_oldest_first.json");

        client(express()).track(WAYBILL);

        dhl.verify(getRequestedFor(urlPathEqualTo("/mydhl/tracking"))
                .withQueryParam("shipmentTrackingNumber", equalTo(WAYBILL))
                .withQueryParam("pieceTrackingNumber", absent())
                .withQueryParam("trackingView", equalTo("all-checkpoints-with-remarks"))
                .withQueryParam("levelOfDetail", equalTo("all"))
                .withHeader("x-version", equalTo("3.1.0"))
                .withHeader("Accept-Language", equalTo("eng"))
                .withHeader(
                        "Message-Reference", matching("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"))
                .withBasicAuth(
                        new com.github.tomakehurst.wiremock.client.BasicCredentials("test-user", "test-password")));
    }

    @Test
    void readsADeliveredShipmentWhole() {
        answers(200, "delivered_oldest_first.json");

        TrackingResult parcel = client(express()).track(WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).contains("OK");
        assertThat(parcel.deliveredAt()).contains(CarrierTime.parse("2026-02-10T11:59:23"));
        assertThat(parcel.signedBy()).contains("A HARBOUR");
        assertThat(parcel.serviceCode()).contains("P");
        assertThat(parcel.serviceName()).contains("EXPRESS WORLDWIDE");
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.weight()).hasToString("Optional[0.99 kg]");
        assertThat(parcel.dimensions()).hasToString("Optional[40 x 30 x 1 cm]");
        assertThat(parcel.pieceCount()).contains(1);
        assertThat(parcel.references()).singleElement().satisfies(reference -> {
            assertThat(reference.type()).isEqualTo("cu");
            assertThat(reference.value()).isEqualTo("PO-4711");
        });
        assertThat(parcel.associatedNumbers())
                .containsExactly(AssociatedNumber.builder()
                        .type("piece")
                        .number("JD012345678901234567")
                        .build());
        assertThat(parcel.origin().orElseThrow().city()).contains("SYDNEY");
        assertThat(parcel.origin().orElseThrow().country()).contains("AU");
        assertThat(parcel.destination().orElseThrow().facility()).contains("AKL");
    }

    @Test
    void turnsTheOldestFirstOfThePublishedSampleNewestFirst() {
        answers(200, "delivered_oldest_first.json");

        List<TrackingEvent> events = client(express()).track(WAYBILL).events();

        assertThat(events)
                .extracting(event -> event.carrierStatusCode().orElseThrow())
                .containsExactly("OK", "WC", "CR", "RR", "AF", "PU");
        assertThat(events)
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.DELIVERED,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.IN_TRANSIT,
                        TrackingStatus.UNKNOWN,
                        TrackingStatus.IN_TRANSIT,
                        TrackingStatus.PICKED_UP);
        assertThat(events.get(1).reasonText()).contains("Taken out for delivery");
    }

    @Test
    void keepsAListThatIsNewestFirstAlready() {
        answers(shipment("OK 2026-02-10 11:59:23", "WC 2026-02-10 10:50:14", "PU 2026-02-09 13:56:21"));

        TrackingResult parcel = track(client(express()), WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.events().get(0).carrierStatusCode()).contains("OK");
    }

    @Test
    void deliveredStaysWhateverFollowsButAReturn() {
        answers(shipment(
                "PU 2026-02-09 10:00:00",
                "OK 2026-02-10 10:00:00",
                "IA 2026-02-10 12:00:00",
                "AR 2026-02-11 10:00:00"));
        assertThat(track(client(express()), WAYBILL).status()).isEqualTo(TrackingStatus.DELIVERED);

        answers(shipment("PU 2026-02-09 10:00:00", "OK 2026-02-10 10:00:00", "RT 2026-02-12 10:00:00"));
        assertThat(track(client(express()), WAYBILL).status()).isEqualTo(TrackingStatus.RETURNED);
    }

    @Test
    void aMessageWithoutMeaningChangesNothingAndAlonePromisesNothing() {
        answers(shipment("WC 2026-02-09 10:00:00", "RR 2026-02-10 10:00:00", "IA 2026-02-10 11:00:00"));
        assertThat(track(client(express()), WAYBILL).status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);

        answers(shipment("RR 2026-02-10 10:00:00"));
        assertThat(track(client(express()), WAYBILL).status()).isEqualTo(TrackingStatus.UNKNOWN);
    }

    @Test
    void anUnknownCodeIsUnknownKeptAndCounted() {
        answers(shipment("PU 2026-02-09 10:00:00", "ZZ 2026-02-10 10:00:00"));
        TrackingClient client = client(express());

        TrackingResult parcel = track(client, WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(parcel.carrierStatusCode()).contains("ZZ");
        assertThat(client.unmappedCodes()).containsEntry("dhl:express:ZZ", 1L);
    }

    @Test
    void customsDelayIsCustomsAndLate() {
        answers(shipment("PU 2026-02-09 10:00:00", "CD 2026-02-10 10:00:00"));

        TrackingResult parcel = track(client(express()), WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.CUSTOMS);
        assertThat(parcel.delayed()).isTrue();
        assertThat(parcel.exceptions())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.code()).contains("CD"));
    }

    @Test
    void aBatchIsOneCallWithTheParameterRepeatedAndWhatIsMissingIsNotFound() {
        answers(200, "batch_of_three_of_five.json");
        List<String> numbers = List.of("5980622760", WAYBILL, "4818240420", "2449648740", "5584773180");

        List<Outcome<TrackingResult>> outcomes = client(express()).track(numbers);

        dhl.verify(1, getRequestedFor(anyUrl()));
        dhl.verify(getRequestedFor(urlPathEqualTo("/mydhl/tracking"))
                .withQueryParam("shipmentTrackingNumber", havingExactly(numbers.toArray(String[]::new))));
        assertThat(outcomes.get(0).failure().orElseThrow()).isInstanceOf(TrackingNumberNotFoundException.class);
        assertThat(outcomes.get(1).orElseThrow().status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(outcomes.get(2).orElseThrow().status()).isEqualTo(TrackingStatus.ON_HOLD);
        assertThat(outcomes.get(3).orElseThrow().status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(outcomes.get(4).failure().orElseThrow().details().subject()).contains("5584773180");
    }

    @Test
    void fiftyOneNumbersAreTwoCalls() {
        answers(404, "not_found.json");
        List<String> numbers = IntStream.range(0, 51)
                .mapToObj(i -> "4000000%02d".formatted(i))
                .map(nine -> nine + Long.parseLong(nine) % 7)
                .toList();

        List<Outcome<TrackingResult>> outcomes = client(express()).track(numbers);

        dhl.verify(2, getRequestedFor(anyUrl()));
        assertThat(outcomes)
                .hasSize(51)
                .allSatisfy(outcome -> assertThat(outcome.failure().orElseThrow())
                        .isInstanceOf(TrackingNumberNotFoundException.class));
    }

    @Test
    void readsWhatIsToldInOtherForms() {
        answers(200, "batch_of_three_of_five.json");

        TrackingResult parcel = track(client(express()), "4818240420");

        assertThat(parcel.weight()).hasToString("Optional[4.5 lb]");
        assertThat(parcel.estimatedDelivery())
                .contains(DeliveryWindow.on(CarrierTime.parse("2026-02-12"), DeliveryWindow.Basis.ESTIMATED));
        assertThat(parcel.events().get(0).time()).contains(CarrierTime.parse("2026-02-10T09:00:00+01:00"));
        assertThat(parcel.events().get(1).location().orElseThrow().city()).contains("LEIPZIG-HALLE");
        assertThat(parcel.exceptions()).singleElement().satisfies(trouble -> {
            assertThat(trouble.reason()).contains("Duties are due");
            assertThat(trouble.action()).contains("Pay online");
        });
        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::type)
                .containsExactly("child_shipment");
    }

    @Test
    void aPieceIdIsALaneOfItsOwnAndAnswersForItsPiece() {
        answers(200, "two_pieces_one_delivered.json");
        TrackingClient client = client(express());

        TrackingResult second = client.track("JD014600006281230702");

        dhl.verify(getRequestedFor(anyUrl())
                .withQueryParam("pieceTrackingNumber", equalTo("JD014600006281230702"))
                .withQueryParam("shipmentTrackingNumber", absent()));
        assertThat(second.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(second.weight()).hasToString("Optional[5.25 kg]");
        assertThat(second.dimensions()).hasToString("Optional[41 x 31 x 2 cm]");
        assertThat(second.pieceCount()).contains(2);
        assertThat(second.associatedNumbers())
                .extracting(other -> other.type() + " " + other.number())
                .containsExactly("shipment 5786694550", "piece JD014600006281230701");
        assertThat(client.track("JD014600006281230701").status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void oneDeliveredPieceDoesNotDeliverTheOthers() {
        answers(200, "two_pieces_one_delivered.json");

        assertThat(track(client(express()), "5786694550").status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    /** A shipment of two pieces whose last scan is one piece's delivery. */
    @Test
    void theLastScanBeingOnePiecesDeliveryDoesNotDeliverTheOthersEither() {
        answers("""
            {"shipments":[{"shipmentTrackingNumber":"7957673080","numberOfPieces":2,
             "events":[
              {"typeCode":"PU","date":"2026-02-09","time":"10:00:00"},
              {"typeCode":"OH","date":"2026-02-10","time":"09:00:00"},
              {"typeCode":"OK","date":"2026-02-10","time":"11:00:00"}],
             "pieces":[
              {"trackingNumber":"JD014600006281230701","events":[
               {"typeCode":"PU","date":"2026-02-09","time":"10:00:00"},
               {"typeCode":"OK","date":"2026-02-10","time":"11:00:00"}]},
              {"trackingNumber":"JD014600006281230702","events":[
               {"typeCode":"PU","date":"2026-02-09","time":"10:00:00"},
               {"typeCode":"OH","date":"2026-02-10","time":"09:00:00"}]}]}]}
            """);

        TrackingResult shipment = track(client(express()), WAYBILL);

        assertThat(shipment.status()).isEqualTo(TrackingStatus.ON_HOLD);
        assertThat(shipment.deliveredAt()).isEmpty();
        assertThat(shipment.carrierStatusCode()).contains("OH");
    }

    @Test
    void whatIsDeliveredAfterItTurnedRoundIsBackAtItsSender() {
        answers(shipment(
                "PU 2026-02-09 10:00:00",
                "RD 2026-02-11 10:00:00",
                "RT 2026-02-12 10:00:00",
                "AF 2026-02-13 10:00:00",
                "OK 2026-02-14 10:00:00"));

        TrackingResult parcel = track(client(express()), WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.RETURNED);
        assertThat(parcel.carrierStatusCode()).contains("OK");
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.signedBy()).isEmpty();
    }

    /** Local times of two continents: the parcel lands, by the clocks, before it took off. */
    @Test
    void clocksZonesApartDoNotTurnAList() {
        answers("""
            {"shipments":[{"shipmentTrackingNumber":"7957673080","events":[
             {"typeCode":"PU","date":"2026-02-09","time":"16:00:00",
              "serviceArea":[{"code":"AKL","description":"Auckland-NZ"}]},
             {"typeCode":"DF","date":"2026-02-09","time":"23:00:00",
              "serviceArea":[{"code":"AKL","description":"Auckland-NZ"}]},
             {"typeCode":"AF","date":"2026-02-09","time":"14:00:00",
              "serviceArea":[{"code":"LAX","description":"Los Angeles-US"}]}]}]}
            """);

        TrackingResult parcel = track(client(express()), WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.events())
                .extracting(event -> event.carrierStatusCode().orElseThrow())
                .containsExactly("AF", "DF", "PU");
    }

    @Test
    void theRawJsonIsTheParcelsOwnWhateverStandsBesideIt() {
        answers("""
            {"shipments":[null,"n/a",
             {"shipmentTrackingNumber":"7957673080","events":[]},
             [{"shipmentTrackingNumber":"5980622760","events":[]}]]}
            """);

        List<Outcome<TrackingResult>> outcomes = client(true, express()).track(List.of("5980622760", WAYBILL));

        assertThat(outcomes)
                .extracting(outcome -> outcome.orElseThrow().rawJson().orElse("none"))
                .containsExactly(
                        "{\"shipmentTrackingNumber\":\"5980622760\",\"events\":[]}",
                        "{\"shipmentTrackingNumber\":\"7957673080\",\"events\":[]}");
    }

    /** MyDHL refuses a whole call for one number; the halves find it. */
    @Test
    void oneRefusedNumberDoesNotCostTheOthersOfItsBatch() {
        List<String> numbers = List.of("7957673080", "5980622760", "5786694550", "9356579890", "4818240420");
        answers(200, "batch_of_three_of_five.json");
        dhl.stubFor(get(urlPathEqualTo("/mydhl/tracking"))
                .withQueryParam("shipmentTrackingNumber", equalTo("4818240420"))
                .willReturn(json(400, "mydhl/missing_parameter.json")));

        List<Outcome<TrackingResult>> outcomes = client(express()).track(numbers);

        assertThat(outcomes.get(0).isSuccess()).isTrue();
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.failure()
                        .filter(error -> error.code() == ErrorCode.REQUEST_REFUSED)
                        .isPresent())
                .hasSize(1);
        assertThat(outcomes.get(4).failure().orElseThrow().code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(outcomes.get(4).failure().orElseThrow().details().subject()).contains("4818240420");
    }

    /** Where every part is refused the reason is no number, and looking for one must stay cheap. */
    @Test
    void aRefusalOfEverythingCostsNoMoreCallsThanThereAreNumbers() {
        answers(400, "missing_parameter.json");
        List<String> numbers = IntStream.range(0, 50)
                .mapToObj(i -> "4000000%02d".formatted(i))
                .map(nine -> nine + Long.parseLong(nine) % 7)
                .toList();

        List<Outcome<TrackingResult>> outcomes = client(express()).track(numbers);

        assertThat(outcomes)
                .hasSize(50)
                .allSatisfy(outcome ->
                        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.REQUEST_REFUSED));
        assertThat(dhl.findAll(getRequestedFor(urlPathEqualTo("/mydhl/tracking"))))
                .hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void aWaybillUsedAgainIsItsLatestShipmentWithTheOlderBesideIt() {
        answers("""
            {"shipments":[
             {"shipmentTrackingNumber":"7957673080","shipmentTimestamp":"2024-01-01T10:00:00","events":[
              {"typeCode":"OK","date":"2024-01-03","time":"10:00:00"}]},
             {"shipmentTrackingNumber":"7957673080","shipmentTimestamp":"2026-02-01T10:00:00","events":[]}]}
            """);

        TrackingResult parcel = track(client(express()), WAYBILL);

        assertThat(parcel.status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(parcel.number().uniqueId()).contains("express:7957673080:2026-02-01T10:00:00");
        assertThat(parcel.alternatives()).extracting(TrackingResult::status).containsExactly(TrackingStatus.DELIVERED);
    }

    @Test
    void theDayOfShippingTellsShipmentsOfOneWaybillApart() {
        answers("""
            {"shipments":[
             {"shipmentTrackingNumber":"7957673080","shipmentTimestamp":"2024-01-01T10:00:00","events":[
              {"typeCode":"OK","date":"2024-01-03","time":"10:00:00"}]},
             {"shipmentTrackingNumber":"7957673080","shipmentTimestamp":"2026-02-01T10:00:00","events":[]}]}
            """);
        TrackingClient client = client(express());

        assertThat(client.track(shippedOn("2024-01-04")).status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(client.track(shippedOn("2026-01-28")).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        assertThat(catchThrowableOfType(CarrierException.class, () -> client.track(shippedOn("2025-06-01"))))
                .isInstanceOf(TrackingNumberNotFoundException.class);
    }

    private static TrackingNumber shippedOn(String day) {
        return TrackingNumber.builder()
                .from(number(WAYBILL))
                .shippedOn(LocalDate.parse(day))
                .build();
    }

    @Test
    void aWaybillThatLostItsLeadingZeroAsANumberIsStillFound() {
        answers("{\"shipments\":[{\"shipmentTrackingNumber\":400000026,\"events\":[]}]}");

        assertThat(track(client(express()), "0400000026").status()).isEqualTo(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void anEntryWhoseLookUpFailedIsNotFound() {
        answers("""
            {"shipments":[{"shipmentTrackingNumber":"7957673080","status":"No Shipments Found for AWBNumber"}]}
            """);

        assertThat(fails(express())).isInstanceOf(TrackingNumberNotFoundException.class);
    }

    @Test
    void anAnswerWithoutShipmentsCannotBeRead() {
        answers("{}");
        assertThat(fails(express())).isInstanceOf(MalformedResponseException.class);

        answers("<html/>");
        assertThat(fails(express())).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusalsAreToldApart() {
        answers(404, "not_found.json");
        assertThat(fails(express()).carrierText()).contains("Not data found; No data found");

        answers(400, "missing_parameter.json");
        assertThat(fails(express()).carrierText())
                .contains("Missing parameters; Missing mandatory parameters: shipperAccountNumber");

        answers(500, "process_failure.json");
        CarrierException failure = fails(express());
        assertThat(failure).isInstanceOf(CarrierUnavailableException.class);
        assertThat(failure.carrierCode()).contains("999");

        dhl.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));
        assertThat(fails(express())).isInstanceOf(AuthenticationException.class).hasMessageNotContaining("test-");
    }

    @Test
    void everySchemaProblemIsAFieldOfTheError() {
        answers(422, "schema_problems.json");

        CarrierException error = fails(express());

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.fields())
                .hasToString("[query.dateRangeFrom: required key [dateRangeFrom] not found,"
                        + " query: extraneous key [foo] is not permitted]");
    }

    @Test
    void dhlsOwnIdOfTheCallIsTheRequestId() {
        dhl.stubFor(
                get(anyUrl()).willReturn(json(500, "mydhl/process_failure.json").withHeader("Invocation-Id", "inv-1")));

        assertThat(fails(express()).requestId()).contains("inv-1");
    }

    @Test
    void proofOfDeliveryIsThePdf() {
        dhl.stubFor(get(urlPathEqualTo("/mydhl/shipments/7957673080/proof-of-delivery"))
                .willReturn(json(200, "mydhl/proof_of_delivery.json")));

        ProofOfDelivery proof = client(express()).proofOfDelivery(WAYBILL);

        assertThat(proof.documents()).singleElement().satisfies(document -> {
            assertThat(document.kind()).isEqualTo("proof_of_delivery");
            assertThat(document.mediaType()).contains("application/pdf");
            assertThat(new String(document.content().orElseThrow(), StandardCharsets.US_ASCII))
                    .startsWith("%PDF");
        });
        dhl.verify(getRequestedFor(anyUrl())
                .withQueryParam("content", equalTo("epod-summary"))
                .withQueryParam("shipperAccountNumber", absent())
                .withHeader("x-version", equalTo("3.1.0"))
                .withHeader("Accept-Language", absent()));
    }

    @Test
    void proofOfDeliveryNamesTheAccountWhereThereIsOne() {
        dhl.stubFor(get(anyUrl()).willReturn(json(200, "mydhl/proof_of_delivery.json")));

        client(express(), Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "123456789")).proofOfDelivery(WAYBILL);

        dhl.verify(getRequestedFor(anyUrl()).withQueryParam("shipperAccountNumber", equalTo("123456789")));
    }

    @Test
    void proofOfDeliveryOfAPieceIsThatOfItsShipment() {
        answers(200, "two_pieces_one_delivered.json");
        dhl.stubFor(get(urlPathEqualTo("/mydhl/shipments/5786694550/proof-of-delivery"))
                .willReturn(json(200, "mydhl/proof_of_delivery.json")));

        assertThat(client(express()).proofOfDelivery("JD014600006281230701").documents())
                .extracting(Document::kind)
                .containsExactly("proof_of_delivery");
    }

    @Test
    void withoutProofOfDeliveryTheDocumentIsNotFound() {
        dhl.stubFor(get(anyUrl()).willReturn(json(404, "mydhl/not_found.json")));
        TrackingClient client = client(express());

        CarrierException error = catchThrowableOfType(CarrierException.class, () -> client.proofOfDelivery(WAYBILL));

        assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        assertThat(error.details().subject()).contains(WAYBILL);
    }

    @Test
    void aReferenceIsSearchedInTheAccountsLastFourWeeks() {
        answers(200, "batch_of_three_of_five.json");
        TrackingClient client = client(express(), Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "123456789"));

        List<Outcome<TrackingResult>> found = client.trackByReference(TrackingReference.builder()
                .value("PO-4711")
                .type("cu")
                .carrier("dhl")
                .build());

        assertThat(found)
                .extracting(outcome -> outcome.orElseThrow().number().value())
                .containsExactly("2449648740", WAYBILL, "4818240420");
        dhl.verify(getRequestedFor(urlPathEqualTo("/mydhl/tracking"))
                .withQueryParam("shipmentReference", equalTo("PO-4711"))
                .withQueryParam("shipmentReferenceType", equalTo("CU"))
                .withQueryParam("shipperAccountNumber", equalTo("123456789"))
                .withQueryParam("dateRangeFrom", equalTo("2026-02-06"))
                .withQueryParam("dateRangeTo", equalTo("2026-03-06"))
                .withQueryParam("shipmentTrackingNumber", absent()));
    }

    @Test
    void aReferenceNobodyKnowsFindsNothingAndGivenDaysAreKept() {
        answers(404, "not_found.json");
        TrackingClient client = client(express(), Map.of("DHL_EXPRESS_ACCOUNT_NUMBER", "123456789"));

        List<Outcome<TrackingResult>> found = client.trackByReference(TrackingReference.builder()
                .value("nobody's")
                .shippedFrom(LocalDate.parse("2026-01-01"))
                .shippedTo(LocalDate.parse("2026-01-31"))
                .accountNumber("987654321")
                .build());

        assertThat(found.stream().filter(Outcome::isSuccess)).isEmpty();
        dhl.verify(getRequestedFor(anyUrl())
                .withQueryParam("shipperAccountNumber", equalTo("987654321"))
                .withQueryParam("dateRangeFrom", equalTo("2026-01-01"))
                .withQueryParam("dateRangeTo", equalTo("2026-01-31")));
    }

    private CarrierException fails(Map<String, String> settings) {
        TrackingClient client = client(settings);
        return catchThrowableOfType(CarrierException.class, () -> client.track(number(WAYBILL)));
    }
}
