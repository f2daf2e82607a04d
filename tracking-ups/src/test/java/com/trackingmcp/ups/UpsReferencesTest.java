package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpsReferencesTest extends UpsTestBed {
    private static final String PATH = "/api/track/v1/reference/details/";

    private List<TrackingResult> found(TrackingReference reference) {
        return client().trackByReference(reference).stream()
                .map(Outcome::orElseThrow)
                .toList();
    }

    private void searchAnswers(String body) {
        ups.stubFor(any(urlPathMatching(PATH + ".*")).willReturn(json(body)));
    }

    private static String parcels(int from, int to, int count) {
        return IntStream.range(from, to).mapToObj(i -> """
                        {"trackingNumber":"1ZTK0001039%07d","packageCount":%d,"currentStatus":{"code":"005"},
                         "referenceNumber":[{"type":"SHIPMENT","number":"ORDER-1"}]}""".formatted(i, count)).collect(Collectors.joining(","));
    }

    private static String shipment(String parcels) {
        return "{\"trackResponse\":{\"shipment\":[{\"package\":[" + parcels + "]}]}}";
    }

    @Test
    void everyParcelOfEveryShipmentIsAResult() {
        searchAnswers(fixture("one_reference_two_shipments.json"));
        List<TrackingResult> results = found(TrackingReference.of("ORDER/47 11"));
        assertThat(results)
                .extracting(result -> result.number().value(), TrackingResult::status)
                .containsExactly(
                        tuple("1ZTK00010390000017", TrackingStatus.DELIVERED),
                        tuple("1ZTK00010390000026", TrackingStatus.OUT_FOR_DELIVERY),
                        tuple("1ZTK00010390000035", TrackingStatus.LABEL_CREATED));
        assertThat(results.get(1).associatedNumbers())
                .extracting(AssociatedNumber::number)
                .containsExactly("1ZTK00010390000035");
        assertThat(results.get(0).alerts()).isEmpty();
        ups.verify(1, getRequestedFor(urlPathMatching("/api/.*")));
    }

    @Test
    void questionIsSentAsUpsDescribesIt() {
        settings.put("UPS_ACCOUNT_NUMBER", "A1B2C3");
        searchAnswers(fixture("not_found.json"));
        found(TrackingReference.builder()
                .value("ORDER/47 11")
                .type("customer_reference")
                .shippedFrom(LocalDate.of(2026, 2, 1))
                .shippedTo(LocalDate.of(2026, 2, 28))
                .destinationCountry("US")
                .destinationPostalCode("80202")
                .build());
        ups.verify(
                1,
                getRequestedFor(urlEqualTo(PATH + "ORDER%2F47%2011?locale=en_US&fromPickUpDate=20260201"
                                + "&toPickUpDate=20260228&destCountry=US&destZip=80202&shipperNum=A1B2C3"
                                + "&refNumType=SmallPackage"))
                        .withHeader("transId", matching("[0-9a-f]{32}"))
                        .withHeader("transactionSrc", equalTo("trackingmcp")));
    }

    @Test
    void freightIsAskedForAndReadAsFreight() {
        searchAnswers("""
                {"trackResponse":{"shipment":[{"package":[{"trackingNumber":"123456789",%s}]}]}}""".formatted(activities("I//011")));
        List<TrackingResult> results = found(TrackingReference.builder()
                .value("FREIGHT-1")
                .type("FGV")
                .accountNumber("Z9Y8X7")
                .build());
        assertThat(results).extracting(TrackingResult::status).containsExactly(TrackingStatus.OUT_FOR_DELIVERY);
        ups.verify(1, getRequestedFor(urlMatching(".*shipperNum=Z9Y8X7&refNumType=fgv")));
    }

    @Test
    void unknownReferenceIsNoParcel() {
        searchAnswers(fixture("not_found.json"));
        assertThat(found(TrackingReference.of("ORDER-1"))).isEmpty();
    }

    @Test
    void unknownReferenceWithStatus404IsNoParcel() {
        ups.stubFor(any(urlPathMatching(PATH + ".*"))
                .willReturn(json(404, "{\"response\":{\"errors\":[{\"code\":\"TJ001\",\"message\":\"None\"}]}}")));
        assertThat(found(TrackingReference.of("ORDER-1"))).isEmpty();
    }

    @Test
    void failedSearchIsAFailure() {
        ups.stubFor(any(urlPathMatching(PATH + ".*")).willReturn(json(403, "{}")));
        List<Outcome<TrackingResult>> outcomes = client().trackByReference(TrackingReference.of("ORDER-1"));
        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.ACCESS_DENIED));
    }

    @Test
    void restOfALargeShipmentIsFetchedPageByPage() {
        searchAnswers(shipment(parcels(0, 2, 120)));
        for (int page = 0; page < 3; page++) {
            ups.stubFor(get(urlPathEqualTo("/api/track/v1/shipment/details/1ZTK00010390000000"))
                    .withQueryParam("offset", equalTo(Integer.toString(page * 50)))
                    .withQueryParam("count", equalTo("50"))
                    .willReturn(json(shipment(parcels(page * 50, Math.min(120, page * 50 + 50), 120)))));
        }
        List<TrackingResult> results = found(TrackingReference.of("ORDER-1"));
        assertThat(results).hasSize(120);
        assertThat(results).extracting(result -> result.number().value()).doesNotHaveDuplicates();
        assertThat(results.get(119).pieceCount()).hasValue(120);
        assertThat(results).allMatch(result -> result.alerts().isEmpty());
        ups.verify(3, getRequestedFor(urlPathMatching("/api/track/v1/shipment/.*")));
    }

    @Test
    void parcelsOfTheShipmentWithAnotherReferenceAreNotFound() {
        searchAnswers(shipment(parcels(0, 1, 2)));
        ups.stubFor(get(urlPathMatching("/api/track/v1/shipment/.*"))
                .willReturn(
                        json(shipment(parcels(0, 1, 2) + "," + parcels(1, 2, 2).replace("ORDER-1", "ORDER-2")))));
        assertThat(found(TrackingReference.of("order-1")))
                .hasSize(1)
                .allMatch(result -> result.alerts().isEmpty());
    }

    @Test
    void oneShipmentListedAsSeveralIsFetchedOnce() {
        searchAnswers("{\"trackResponse\":{\"shipment\":[{\"package\":[%s]},{\"package\":[%s]}]}}"
                .formatted(parcels(0, 1, 2), parcels(1, 2, 2)));
        ups.stubFor(get(urlPathMatching("/api/track/v1/shipment/.*")).willReturn(json(shipment(parcels(0, 2, 2)))));
        assertThat(found(TrackingReference.of("ORDER-1"))).hasSize(2);
        ups.verify(1, getRequestedFor(urlPathMatching("/api/track/v1/shipment/.*")));
    }

    @Test
    void searchIsBoundedAndSaysWhatIsMissing() {
        searchAnswers(shipment(parcels(0, 2, 900)));
        ups.stubFor(get(urlPathMatching("/api/track/v1/shipment/.*")).willReturn(json(shipment(parcels(0, 50, 900)))));
        List<TrackingResult> results = found(TrackingReference.of("ORDER-1"));
        assertThat(results).hasSize(50);
        assertThat(results.get(0).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.text()).contains("850"));
        ups.verify(10, getRequestedFor(urlPathMatching("/api/track/v1/shipment/.*")));
    }

    @Test
    void failedPageCostsNothingOfWhatWasFound() {
        searchAnswers(shipment(parcels(0, 2, 3)));
        ups.stubFor(get(urlPathMatching("/api/track/v1/shipment/.*")).willReturn(json(500, "")));
        List<TrackingResult> results = found(TrackingReference.of("ORDER-1"));
        assertThat(results).hasSize(2).allMatch(result -> result.alerts().size() == 1);
    }

    @Test
    void numberThatCannotBeAskedForCostsNothingOfWhatWasFound() {
        searchAnswers(shipment("{\"trackingNumber\":\"..\",\"packageCount\":3}," + parcels(0, 1, 3)));
        ups.stubFor(get(urlPathMatching("/api/track/v1/shipment/.*")).willReturn(json(shipment(parcels(0, 3, 3)))));
        assertThat(found(TrackingReference.of("ORDER-1"))).hasSize(3);
    }
}
