package com.trackingmcp.karrio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.model.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KarrioTrackingTest extends KarrioTestBed {
    private static String event(String members) {
        return "\"status\":\"in_transit\",\"delivered\":false,\"events\":[{" + members + "}]";
    }

    @Test
    void theConnectionThatIsAskedIsNamedByItsLabelAndTheCallByItsId() {
        tracker("\"status\":\"pending\",\"events\":[]");

        karrio.verify(postRequestedFor(urlPathEqualTo(BASE + "/v1/trackers"))
                .withQueryParam("carrier_id", equalTo("canada-east"))
                .withHeader("Authorization", equalTo("Token test-key"))
                .withHeader("X-Request-ID", matching("[0-9a-f]{32}"))
                .withRequestBody(equalToJson(
                        "{\"tracking_number\":\"" + NUMBER + "\",\"carrier_name\":\"canadapost\"}", true, false)));
    }

    @Test
    void everythingThatIsToldOfAParcelIsKept() {
        TrackingResult result = tracker("""
                "status":"delivered","delivered":true,"estimated_delivery":"2026-03-04",
                "delivery_image_url":"/apps/karrio/v1/trackers/trk_1/delivery_image",
                "messages":[{"code":"N1","message":"Canned answer"}],
                "info":{"package_weight":1.50,"package_weight_unit":"KG","shipment_package_count":"2",
                        "shipment_service":"Expedited Parcel","shipment_origin_country":"CA",
                        "shipment_origin_postal_code":"K1K4T3","shipment_destination_country":"US",
                        "shipment_destination_postal_code":"10001","signed_by":"A. Tester","order_id":"SHOP-7"},
                "events":[
                  {"date":"2026-03-04","time":"14:05 PM","timestamp":"2026-03-04T14:05:00.000Z","status":"delivered",
                   "code":"1496","description":"Item successfully delivered","location":"NEW YORK, NY"},
                  {"date":"2026-03-03","time":"08:05","status":"delivery_failed","reason":"consignee_not_home",
                   "code":"1417","description":"Notice card left","location":"NEW YORK, NY"},
                  {"date":"2026-03-01","time":"09:00 AM","status":"picked_up","code":"1400","description":"Accepted",
                   "location":"OTTAWA, ON"}]""");

        assertThat(result.carrier()).isEqualTo("karrio:canadapost");
        assertThat(result.connection()).isEqualTo("karrio:canada-east");
        assertThat(result.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(result.carrierStatusCode()).hasValue("1496");
        assertThat(result.carrierStatusText()).hasValue("Item successfully delivered");
        assertThat(result.deliveredAt()).hasValue(CarrierTime.parse("2026-03-04T14:05:00"));
        assertThat(result.signedBy()).hasValue("A. Tester");
        assertThat(result.estimatedDelivery()).isEmpty();
        assertThat(result.weight()).hasValue(Weight.of("1.50", Weight.Unit.KG));
        assertThat(result.pieceCount()).hasValue(2);
        assertThat(result.serviceName()).hasValue("Expedited Parcel");
        assertThat(result.origin().orElseThrow().country()).hasValue("CA");
        assertThat(result.destination().orElseThrow().postalCode()).hasValue("10001");
        assertThat(result.references())
                .containsExactly(
                        Reference.builder().type("order_id").value("SHOP-7").build());
        assertThat(result.proofOfDeliveryAvailable()).hasValue(true);
        assertThat(result.alerts()).extracting(alert -> alert.text()).containsExactly("Canned answer");
        assertThat(result.events())
                .extracting(TrackingEvent::status)
                .containsExactly(TrackingStatus.DELIVERED, TrackingStatus.DELIVERY_ATTEMPTED, TrackingStatus.PICKED_UP);
        assertThat(result.events().get(1).reasonCode()).hasValue("consignee_not_home");
        assertThat(result.exceptions())
                .extracting(ExceptionDetail::code)
                .allMatch(code -> code.orElseThrow().equals("consignee_not_home"));
    }

    @Test
    void theDayItIsDueIsTold() {
        TrackingResult result =
                tracker("\"status\":\"in_transit\",\"estimated_delivery\":\"2026-03-09\",\"events\":[]");

        DeliveryWindow window = result.estimatedDelivery().orElseThrow();
        assertThat(window.from()).hasValue(CarrierTime.parse("2026-03-09"));
        assertThat(window.basis()).isEqualTo(DeliveryWindow.Basis.ESTIMATED);
    }

    @ParameterizedTest
    @CsvSource({
        "pending,,LABEL_CREATED",
        "picked_up,,PICKED_UP",
        "in_transit,,IN_TRANSIT",
        "out_for_delivery,,OUT_FOR_DELIVERY",
        "ready_for_pickup,,AVAILABLE_FOR_PICKUP",
        "delivered,,DELIVERED",
        "delivery_delayed,weather_delay,EXCEPTION",
        "delivery_failed,consignee_not_home,DELIVERY_ATTEMPTED",
        "delivery_failed,consignee_refused,EXCEPTION",
        "delivery_failed,carrier_parcel_lost,EXCEPTION",
        "delivery_failed,carrier_delay,EXCEPTION",
        "delivery_failed,customs_prohibited,EXCEPTION",
        "return_to_sender,,RETURNING",
        "on_hold,regulatory_hold,ON_HOLD",
        "on_hold,customs_documentation,CUSTOMS",
        "cancelled,,CANCELLED",
        "unknown,,UNKNOWN",
        "teleported,,UNKNOWN"
    })
    void everyWordOfKarriosHasItsMeaning(String status, String reason, TrackingStatus meaning) {
        String why = reason == null ? "" : ",\"reason\":\"" + reason + "\"";
        TrackingResult result = tracker("\"status\":\"" + status
                + "\",\"events\":[{\"date\":\"2026-03-01\",\"status\":\"" + status + "\",\"code\":\"X1\"" + why + "}]");

        assertThat(result.status()).isEqualTo(meaning);
        assertThat(result.events()).extracting(TrackingEvent::status).containsExactly(meaning);
        assertThat(result.delayed()).isEqualTo(status.equals("delivery_delayed"));
        assertThat(clients.get(0).unmappedCodes().isEmpty()).isEqualTo(!status.equals("teleported"));
    }

    @ParameterizedTest
    @CsvSource({
        "\"date\":\"2026-03-01\",2026-03-01",
        "\"date\":\"2026-03-01\";\"time\":\"09:30\",2026-03-01T09:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"09:30 AM\",2026-03-01T09:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"09:30 PM\",2026-03-01T21:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"12:30 AM\",2026-03-01T00:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"12:30 PM\",2026-03-01T12:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"14:30 PM\",2026-03-01T14:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"00:30 AM\",2026-03-01T00:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"noon\",2026-03-01",
        "\"timestamp\":\"2026-03-01T09:30:00.000Z\",2026-03-01T09:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"09:30\";\"timestamp\":\"2026-03-01T09:30:00.000Z\",2026-03-01T09:30:00",
        "\"date\":\"2026-03-01\";\"time\":\"09:30\";\"timestamp\":\"2026-03-01T09:30:00-05:00\",2026-03-01T09:30:00-05:00",
        "\"date\":\"01/03/26\",",
    })
    void timesAreToldAsTheCarrierToldThemAndNoZoneIsMadeUp(String members, String time) {
        TrackingResult result = tracker(event(members.replace(';', ',')));

        assertThat(result.events().get(0).time().map(CarrierTime::toString).orElse(null))
                .isEqualTo(time);
    }

    @Test
    void aParcelOfWhichTheCarrierSaidNothingHasNoEventAndNoStatus() {
        TrackingResult result = tracker("\"status\":\"pending\",\"events\":[{\"code\":\"UNKNOWN\",\"description\":"
                + "\"Awaiting update from carrier...\",\"date\":\"2026-03-05\",\"time\":\"12:00\"}]");

        assertThat(result.events()).isEmpty();
        assertThat(result.status()).isEqualTo(TrackingStatus.UNKNOWN);
    }

    @Test
    void eventsThatComeOldestFirstAreTurnedRoundAndNotSorted() {
        TrackingResult result = tracker("\"status\":\"in_transit\",\"events\":["
                + "{\"date\":\"2026-03-01\",\"code\":\"A\",\"status\":\"picked_up\"},"
                + "{\"date\":\"2026-03-05\",\"code\":\"B\",\"status\":\"in_transit\"},"
                + "{\"date\":\"2026-03-04\",\"code\":\"C\",\"status\":\"in_transit\"}]");

        assertThat(result.events())
                .extracting(one -> one.carrierStatusCode().orElseThrow())
                .containsExactly("C", "B", "A");
    }

    @Test
    void timesThatMayBeOfTwoZonesTurnNothingRound() {
        TrackingResult result = tracker("\"status\":\"in_transit\",\"events\":["
                + "{\"date\":\"2026-03-01\",\"time\":\"10:05\",\"code\":\"ARRIVED\",\"status\":\"in_transit\"},"
                + "{\"date\":\"2026-03-01\",\"time\":\"12:30\",\"code\":\"LEFT\",\"status\":\"picked_up\"}]");

        assertThat(result.latestEvent().orElseThrow().carrierStatusCode()).hasValue("ARRIVED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"events\":{}",
                "\"events\":[{}]",
                "\"events\":[7],\"info\":[]",
                "\"info\":{\"package_weight\":{}}"
            })
    void whatIsBrokenCostsNothingElse(String members) {
        TrackingResult result = tracker("\"status\":\"out_for_delivery\"," + members);

        assertThat(result.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void anEmptyObjectIsNoParcelOfUnknownStatus() {
        assertThat(failure(json(200, "{}")).code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }

    @Test
    void aNumberTheCarrierDoesNotKnowIsNotFoundInTheCarriersWords() {
        CarrierException error = failure(json(
                404,
                "{\"messages\":[{\"carrier_name\":\"canadapost\",\"carrier_id\":\"canada-east\",\"code\":\"004\","
                        + "\"message\":\"No Pin History\"}]}"));

        assertThat(error.code()).isEqualTo(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        assertThat(error.carrierCode()).hasValue("004");
        assertThat(error.carrierText()).hasValue("No Pin History");
        assertThat(error.carrier()).hasValue("karrio:canadapost");
        assertThat(error.details().connection()).hasValue("karrio:canada-east");
        assertThat(error.details().subject()).hasValue(NUMBER);
    }

    @Test
    void aConnectionThatIsGoneIsNoUnknownNumber() {
        CarrierException error = failure(
                json(
                        404,
                        "{\"errors\":[{\"code\":\"not_found\",\"message\":\"No active carrier connection found to process the request\"}]}"));

        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText())
                .hasValueSatisfying(text -> assertThat(text).startsWith("No active carrier"));
    }

    @Test
    void picturesOfADeliveryAreFetchedFromThisServerWhateverHostTheirUrlNames() {
        tracker(
                "\"status\":\"delivered\",\"delivered\":true,\"events\":[{\"date\":\"2026-03-04\",\"status\":\"delivered\"}],"
                        + "\"delivery_image_url\":\"http://inner.example/v1/photo/1\",\"signature_image_url\":\"/apps/karrio/v1/sign/1\"");
        karrio.stubFor(get(urlPathEqualTo(BASE + "/v1/photo/1"))
                .willReturn(aResponse().withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G'})));
        karrio.stubFor(
                get(urlPathEqualTo(BASE + "/v1/sign/1")).willReturn(aResponse().withBody("GIF89a")));

        ProofOfDelivery proof = client().proofOfDelivery(TrackingNumber.of(NUMBER, "karrio:canadapost"));

        assertThat(proof.documents()).extracting(one -> one.kind()).containsExactly("delivery_photo", "signature");
        assertThat(proof.documents())
                .extracting(one -> one.mediaType().orElseThrow())
                .containsExactly("image/png", "image/gif");
        assertThat(proof.deliveredAt()).hasValue(CarrierTime.parse("2026-03-04"));
    }

    @Test
    void aPictureThatIsGoneLeavesTheOtherAProofAndOneThatFailsIsAskedForAgain() {
        tracker(
                "\"status\":\"delivered\",\"delivered\":true,\"events\":[],"
                        + "\"delivery_image_url\":\"/apps/karrio/v1/photo/1\",\"signature_image_url\":\"/apps/karrio/v1/sign/1\"");
        karrio.stubFor(
                get(urlPathEqualTo(BASE + "/v1/sign/1")).willReturn(aResponse().withBody("GIF89a")));
        karrio.stubFor(
                get(urlPathEqualTo(BASE + "/v1/photo/1")).willReturn(aResponse().withStatus(404)));
        TrackingNumber number = TrackingNumber.of(NUMBER, "karrio:canadapost");

        assertThat(client().proofOfDelivery(number).documents())
                .extracting(one -> one.kind())
                .containsExactly("signature");

        karrio.stubFor(
                get(urlPathEqualTo(BASE + "/v1/photo/1")).willReturn(aResponse().withStatus(403)));
        assertThatThrownBy(() -> client().proofOfDelivery(number)).isInstanceOf(CarrierException.class);
    }

    @Test
    void aDeliveryWithoutPicturesIsNoProof() {
        tracker("\"status\":\"delivered\",\"delivered\":true,\"events\":[]");

        assertThatThrownBy(() -> client().proofOfDelivery(TrackingNumber.of(NUMBER, "karrio:canadapost")))
                .isInstanceOfSatisfying(
                        CarrierException.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND));
    }

    @Test
    void everyRowOfTheTableIsReadable() {
        assertThat(List.of("pending", "delivery_failed", "unknown"))
                .allMatch(word -> KarrioStatus.of(word, null).isPresent());
        assertThat(KarrioStatus.of("delivered", "carrier_delay")).hasValue(TrackingStatus.DELIVERED);
        assertThat(KarrioStatus.of(null, "carrier_delay")).isEmpty();
    }
}
