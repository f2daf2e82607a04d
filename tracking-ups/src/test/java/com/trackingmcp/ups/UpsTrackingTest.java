package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpsTrackingTest extends UpsTestBed {

    @Test
    void everythingUpsTellsOfADeliveredParcel() {
        TrackingResult parcel = track(json(fixture("delivered_at_front_door.json")));
        assertThat(parcel.number()).isEqualTo(TrackingNumber.of(NUMBER, "ups"));
        assertThat(parcel.carrier()).isEqualTo("ups");
        assertThat(parcel.connection()).isEqualTo("ups");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).hasValue("011");
        assertThat(parcel.carrierStatusText()).hasValue("DELIVERED");
        assertThat(parcel.deliveredAt()).hasValue(CarrierTime.parse("2026-03-04T14:12:07-07:00"));
        assertThat(parcel.signedBy()).hasValue("TEST RECEIVER");
        assertThat(parcel.estimatedDelivery()).isEmpty();
        assertThat(parcel.delayed()).isFalse();
        assertThat(parcel.serviceCode()).hasValue("003");
        assertThat(parcel.serviceName()).hasValue("UPS Ground");
        assertThat(parcel.weight().orElseThrow()).hasToString("13.00 lb");
        assertThat(parcel.dimensions().orElseThrow()).hasToString("12.5 x 8.00 x 4 in");
        assertThat(parcel.pieceCount()).hasValue(1);
        assertThat(parcel.exceptions()).isEmpty();
        assertThat(parcel.retrievedAt()).isEqualTo(NOW);
        assertThat(parcel.rawJson()).isEmpty();
    }

    @Test
    void eventsKeepUpssOrderThoughTheLabelIsLaterThanTheFirstScan() {
        TrackingResult parcel = track(json(fixture("delivered_at_front_door.json")));
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.DELIVERED,
                        TrackingStatus.OUT_FOR_DELIVERY,
                        TrackingStatus.IN_TRANSIT,
                        TrackingStatus.LABEL_CREATED);
        TrackingEvent origin = parcel.events().get(2);
        assertThat(origin.carrierStatusCode()).hasValue("005");
        assertThat(origin.reasonCode()).hasValue("I:OR");
        assertThat(origin.location().orElseThrow().facility()).hasValue("977AM");
        assertThat(origin.location().orElseThrow().city()).hasValue("ALBANY");
    }

    @Test
    void paddedAddressesAndTheReferenceNaAreCleaned() {
        TrackingResult parcel = track(json(fixture("delivered_at_front_door.json")));
        assertThat(parcel.origin().orElseThrow().city()).hasValue("ALBANY");
        assertThat(parcel.destination().orElseThrow().city()).hasValue("DENVER");
        assertThat(parcel.destination().orElseThrow().stateOrProvince()).hasValue("CO");
        assertThat(parcel.destination().orElseThrow().postalCode()).hasValue("80202");
        assertThat(parcel.references())
                .containsExactly(
                        Reference.builder().type("package").value("ORDER-4711").build());
        assertThat(parcel.associatedNumbers())
                .containsExactly(AssociatedNumber.builder()
                        .type("usps_pic")
                        .number("9261290099010000000116")
                        .build());
    }

    @Test
    void newestActivityWinsOverACurrentStatusThatLagsBehind() {
        TrackingResult parcel = track(json(fixture("across_a_border_while_current_status_lags.json")));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.carrierStatusCode()).hasValue("021");
        assertThat(parcel.carrierStatusText()).hasValue("Out For Delivery Today");
    }

    @Test
    void statusCodeWinsOverAnExceptionCodeThatMeansTheOpposite() {
        TrackingEvent cleared = track(json(fixture("across_a_border_while_current_status_lags.json")))
                .events()
                .get(1);
        assertThat(cleared.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(cleared.reasonCode()).hasValue("X:VK");
    }

    @Test
    void exceptionCodeThatLostItsZeroIsKnownAllTheSame() {
        TrackingResult parcel = track(json(fixture("across_a_border_while_current_status_lags.json")));
        assertThat(parcel.exceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.code()).hasValue("X:08");
            assertThat(exception.time()).hasValue(CarrierTime.parse("2026-03-03T22:15:00-06:00"));
        });
    }

    @Test
    void offsetIsTheDifferenceToGmtAndNotThePrintedOne() {
        List<TrackingEvent> events = track(json(fixture("across_a_border_while_current_status_lags.json")))
                .events();
        assertThat(events.get(0).time()).hasValue(CarrierTime.parse("2026-03-04T08:55:00-06:00"));
        assertThat(events.get(2).time()).hasValue(CarrierTime.parse("2026-03-03T22:15:00-06:00"));
        assertThat(events.get(3).time()).hasValue(CarrierTime.parse("2026-03-03T05:00:00-06:00"));
    }

    @Test
    void deliveryInformationBeforeDeliveryMeansNothing() {
        TrackingResult parcel = track(json(fixture("across_a_border_while_current_status_lags.json")));
        assertThat(parcel.signedBy()).isEmpty();
        assertThat(parcel.deliveredAt()).isEmpty();
        assertThat(parcel.proofOfDeliveryAvailable()).isEmpty();
    }

    @Test
    void rescheduledWindowIsAnEstimate() {
        TrackingResult parcel = track(json(fixture("across_a_border_while_current_status_lags.json")));
        assertThat(parcel.estimatedDelivery())
                .hasValue(DeliveryWindow.between(
                        CarrierTime.parse("2026-03-04T11:15:00"),
                        CarrierTime.parse("2026-03-04T13:15:00"),
                        Basis.ESTIMATED));
    }

    @Test
    void mailInnovationsHasItsOwnCodesAndLocalTimesAlone() {
        ups.stubFor(any(urlMatching("/api/track/v1/details/9261290099010000020312.*"))
                .willReturn(json(fixture("mail_innovations_handed_to_post_office.json"))));
        TrackingResult parcel = client().track(TrackingNumber.of("9261290099010000020312", "ups"));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.carrierStatusCode()).hasValue("D:DL");
        assertThat(parcel.deliveredAt()).hasValue(CarrierTime.parse("2026-03-04T11:15:00"));
        assertThat(parcel.events())
                .extracting(TrackingEvent::status)
                .containsExactly(TrackingStatus.DELIVERED, TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.PICKED_UP);
        assertThat(parcel.events().get(2).time()).hasValue(CarrierTime.on(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void parcelOfTheNumberIsChosenAmongThoseOfItsShipment() {
        TrackingResult parcel = track(json(fixture("shipment_of_three_parcels.json")));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.alternatives()).isEmpty();
        assertThat(parcel.pieceCount()).hasValue(3);
        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::type, AssociatedNumber::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("package", "1ZTK00010390000026"),
                        org.assertj.core.groups.Tuple.tuple("package", "1ZTK00010390000035"));
    }

    @Test
    void parcelsThatDoNotBearTheNumberAreAlternativesBestFirst() {
        TrackingResult parcel = track(json(fixture("parcels_of_a_foreign_number.json")));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(parcel.associatedNumbers())
                .extracting(AssociatedNumber::number)
                .contains("1ZTK00010390000026");
        assertThat(parcel.alternatives())
                .extracting(TrackingResult::status)
                .containsExactly(TrackingStatus.LABEL_CREATED, TrackingStatus.UNKNOWN);
    }

    @Test
    void onlyParcelOfAMasterNumberIsItsAnswer() {
        TrackingResult parcel = track(json("""
                {"trackResponse":{"shipment":{"package":{"trackingNumber":"1ZTK00010390000026",
                 "currentStatus":{"code":"021"}}}}}"""));
        assertThat(parcel.number().value()).isEqualTo(NUMBER);
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.alternatives()).isEmpty();
    }

    @Test
    void oneNumberInTwoShipmentsIsOneParcelWithAnAlternative() {
        TrackingResult parcel = track(json("""
                {"trackResponse":{"shipment":[
                 {"package":[{"trackingNumber":"%1$s","currentStatus":{"code":"003"}}]},
                 {"package":[{"trackingNumber":"%1$s","currentStatus":{"code":"005"}}]}]}}""".formatted(NUMBER)));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(parcel.alternatives())
                .extracting(TrackingResult::status)
                .containsExactly(TrackingStatus.LABEL_CREATED);
    }

    @Test
    void justManifestedParcelWithoutActivitiesIsAnAnswer() {
        TrackingResult parcel = parcel("\"activity\":[],\"service\":{\"description\":\"UPS Ground\"}");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(parcel.carrierStatusCode()).isEmpty();
        assertThat(parcel.events()).isEmpty();
        assertThat(parcel.serviceName()).hasValue("UPS Ground");
    }

    @Test
    void warningsBesideAParcelAreAlerts() {
        TrackingResult parcel = track(json("""
                {"trackResponse":{"shipment":[{"package":[{"trackingNumber":"%s","currentStatus":{"code":"005"}}],
                 "warnings":[{"code":"TW0002","message":"Some data is late. "}]}]}}""".formatted(NUMBER)));
        assertThat(parcel.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.code()).hasValue("TW0002");
            assertThat(alert.text()).isEqualTo("Some data is late.");
        });
    }

    @Test
    void escapedLineEndsAreStripped() {
        TrackingResult parcel = parcel("""
                "currentStatus":{"code":"&#xD;&#xD;021","description":"&#xD;Out for Delivery&#xA;"}""");
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.carrierStatusText()).hasValue("Out for Delivery");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "20260304|101500|20260304|15:15:00|-05:00|2026-03-04T10:15:00-05:00",
                "20260304|101500|20260304|151500|-|2026-03-04T10:15:00-05:00",
                "20260304|24700|20260304|74700|-|2026-03-04T02:47:00-05:00",
                "20260304|234500|20260304|18:00|+05:30|2026-03-04T23:45:00+05:45",
                "20260304|101500|20260304|15:22:00|-05:00|2026-03-04T10:15",
                "20260304|101500|20260302|15:15:00|-05:00|2026-03-04T10:15",
                "20260304|101500|-|-|-05:00|2026-03-04T10:15:00-05:00",
                "20260304|101500|-|-|-04.00|2026-03-04T10:15:00-04:00",
                "20260304|101500|-|-|-|2026-03-04T10:15",
                "20260304|-|-|-|-|2026-03-04",
                "-|-|20260304|15:15:00|-05:00|2026-03-04T10:15:00-05:00",
                "noon|20XX|-|-|-|-"
            })
    void timeIsLocalWithAnOffsetOnlyWhereUpsTellsOne(
            String date, String time, String gmtDate, String gmtTime, String offset, String expected) {
        UpsTrackingWire.Activity wire = new UpsTrackingWire.Activity(date, time, gmtDate, gmtTime, offset, null, null);
        assertThat(UpsEvents.time(wire)).isEqualTo(Optional.ofNullable(expected).map(CarrierTime::parse));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "SDD|EOD|-|230000|2026-03-06|2026-03-06|SCHEDULED",
                "SDD|-|-|-|2026-03-06|2026-03-06|SCHEDULED",
                "RDD|CMT|-|103000|-|2026-03-06T10:30:00|COMMITMENT",
                "SDD|EDW|134500|174500|2026-03-06T13:45:00|2026-03-06T17:45:00|ESTIMATED",
                "SDD|CDW|90000|110000|2026-03-06T09:00:00|2026-03-06T11:00:00|ESTIMATED",
                "SDD|IDW|-|110000|-|2026-03-06T11:00:00|ESTIMATED",
                "SDD|DEL|-|110000|2026-03-06|2026-03-06|SCHEDULED"
            })
    void expectedDeliveryFollowsTheKindOfTime(
            String day, String kind, String start, String end, String from, String to, Basis basis) {
        TrackingResult parcel = parcel(
                """
                "deliveryDate":[{"type":"%s","date":"20260306"}],"currentStatus":{"code":"005"},
                "deliveryTime":{"type":"%s","startTime":"%s","endTime":"%s"}""".formatted(day, kind == null ? "" : kind, start == null ? "" : start, end == null ? "" : end));
        DeliveryWindow window = parcel.estimatedDelivery().orElseThrow();
        assertThat(window.from().map(Object::toString).orElse(null)).isEqualTo(from);
        assertThat(window.to().map(Object::toString).orElse(null)).isEqualTo(to);
        assertThat(window.basis()).isEqualTo(basis);
    }

    @Test
    void rescheduledDayWinsOverTheScheduledOne() {
        TrackingResult parcel = parcel("""
                "deliveryDate":[{"type":"SDD","date":"20260305"},{"type":"RDD","date":"20260306"}],
                "currentStatus":{"code":"005"}""");
        assertThat(parcel.estimatedDelivery().orElseThrow().date()).hasValue(LocalDate.of(2026, 3, 6));
    }

    @Test
    void nothingIsExpectedOfWhatIsDelivered() {
        assertThat(parcel(
                                "\"deliveryDate\":[{\"type\":\"SDD\",\"date\":\"20260306\"}],\"currentStatus\":{\"code\":\"011\"}")
                        .estimatedDelivery())
                .isEmpty();
    }

    @Test
    void deliveryWithoutAnActivityIsDatedByTheDeliveryDate() {
        TrackingResult parcel = parcel("""
                "deliveryDate":[{"type":"DEL","date":"20260304"}],"deliveryTime":{"type":"DEL","endTime":"141207"},
                "currentStatus":{"code":"011"}""");
        assertThat(parcel.deliveredAt()).hasValue(CarrierTime.parse("2026-03-04T14:12:07"));
    }

    @Test
    void rawJsonIsThatOfTheParcelAlone() {
        answer(json(fixture("shipment_of_three_parcels.json")));
        String raw =
                client(true).track(TrackingNumber.of(NUMBER, "ups")).rawJson().orElseThrow();
        assertThat(raw).contains(NUMBER).doesNotContain("1ZTK00010390000026").startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "7", "\"oops\"", "[]"})
    void rawJsonIsThatOfTheParcelBesideBrokenOnesToo(String broken) {
        answer(json("""
                {"trackResponse":{"shipment":[%1$s,{"package":[%1$s,{"trackingNumber":"%2$s"},
                 {"trackingNumber":"1ZTK00010390000026"}]}]}}""".formatted(broken, NUMBER)));
        TrackingResult parcel = client(true).track(TrackingNumber.of(NUMBER, "ups"));
        assertThat(parcel.rawJson()).hasValue("{\"trackingNumber\":\"" + NUMBER + "\"}");
    }

    @Test
    void warningsOfAnotherShipmentWithParcelsAreNotItsOwn() {
        TrackingResult parcel = track(json("""
                {"trackResponse":{"shipment":[
                 {"package":[{"trackingNumber":"%s"}],"warnings":[{"code":"A","message":"Of its own."}]},
                 {"package":[{"trackingNumber":"1ZTK00010390000026"}],"warnings":[{"code":"B","message":"Of another."}]},
                 {"warnings":[{"code":"C","message":"Of the whole answer."}]}]}}""".formatted(NUMBER)));
        assertThat(parcel.alerts())
                .extracting(alert -> alert.text())
                .containsExactly("Of its own.", "Of the whole answer.");
    }

    @Test
    void oneBrokenActivityCostsNothingElse() {
        TrackingResult parcel = parcel("""
                "activity":["oops",%s,{"status":[],"location":"x","date":{}},null],"weight":{"weight":"heavy"}""".formatted(activity("I/OT/021")));
        assertThat(parcel.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(parcel.events()).hasSize(2);
        assertThat(parcel.weight()).isEmpty();
    }

    @Test
    void everyRequestIsWhatUpsDescribes() {
        track(json(fixture("delivered_at_front_door.json")));
        ups.verify(
                1,
                postRequestedFor(urlEqualTo("/security/v1/oauth/token"))
                        .withHeader("Authorization", equalTo("Basic dGVzdC1jbGllbnQ6dGVzdC1zZWNyZXQ="))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
        ups.verify(
                1,
                getRequestedFor(urlEqualTo("/api/track/v1/details/" + NUMBER + "?locale=en_US&returnMilestones=true"))
                        .withHeader("Authorization", equalTo("Bearer test-token"))
                        .withHeader("transId", matching("[0-9a-f]{32}"))
                        .withHeader("transactionSrc", equalTo("trackingmcp")));
    }

    @Test
    void manyNumbersAreOneCallEachAndOneOutcomeEachInTheirOrder() {
        ups.stubFor(
                any(urlMatching("/api/track/v1/details/.*")).atPriority(9).willReturn(json(fixture("not_found.json"))));
        answer(json(fixture("delivered_at_front_door.json")));
        List<TrackingNumber> numbers = IntStream.range(0, 25)
                .mapToObj(i -> TrackingNumber.of(i == 13 ? NUMBER : "1ZTK000103900001%02d".formatted(i), "ups"))
                .toList();
        List<Outcome<TrackingResult>> outcomes = client().trackAll(numbers);
        assertThat(outcomes).hasSize(25);
        for (int i = 0; i < 25; i++) {
            if (i == 13) {
                assertThat(outcomes.get(i).orElseThrow().status()).isEqualTo(TrackingStatus.DELIVERED);
            } else {
                assertThat(outcomes.get(i).failure().orElseThrow().details().subject())
                        .hasValue(numbers.get(i).value());
            }
        }
        ups.verify(25, getRequestedFor(urlMatching("/api/track/v1/details/.*")));
        ups.verify(1, postRequestedFor(urlEqualTo("/security/v1/oauth/token")));
    }

    @ParameterizedTest
    @CsvSource({"1Z1234", "12345678901234567890123456789012345"})
    void numbersUpsCannotTakeAreNotSent(String number) {
        Outcome<TrackingResult> outcome =
                client().trackAll(List.of(TrackingNumber.of(number, "ups"))).get(0);
        assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.INVALID_TRACKING_NUMBER);
        ups.verify(0, getRequestedFor(anyUrl()));
    }
}
