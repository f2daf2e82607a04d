package com.trackingmcp.ups;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupStatus;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.TimeSpan;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UPS's answers about pickups and places as they come: objects for lists, misplaced members, missing parts. */
class UpsDeskLenienceTest extends UpsTestBed {
    private static final SandboxErrands ERRANDS = SandboxErrands.of("ups", Clock.fixed(NOW, ZoneOffset.UTC));
    private static final PickupRequest PICKUP = ERRANDS.pickup().orElseThrow();

    private void answers(ResponseDefinitionBuilder response) {
        settings.put("UPS_ACCOUNT_NUMBER", "TK0001");
        ups.stubFor(any(urlPathMatching("/api/.*")).willReturn(response));
    }

    private PickupConfirmation booked(String body) {
        answers(json(body));
        return client().pickups().schedule(PICKUP);
    }

    private PickupConfirmation smart(String body) {
        answers(json(body));
        return client().pickups()
                .schedule(PickupRequest.builder()
                        .from(PICKUP)
                        .putOptions("ups_pickup_type", "smart")
                        .build());
    }

    private List<PickupConfirmation> pending(String statuses) {
        answers(json("{\"PickupPendingStatusResponse\":{\"Response\":{\"ResponseStatus\":{\"Code\":\"1\"}}%s}}"
                .formatted(statuses)));
        return client().pickups().pending("ups");
    }

    private Cancellation cancelled(String parts) {
        answers(json(
                "{\"PickupCancelResponse\":{\"Response\":{\"ResponseStatus\":{\"Code\":\"1\"}},\"PickupType\":\"01\"%s}}"
                        .formatted(parts)));
        return client().pickups().cancel(PickupQuery.of("ups", "29TK0000001"));
    }

    private List<ServicePoint> found(String results, ServicePointKind... kinds) {
        answers(json("{\"LocatorResponse\":{\"Response\":{\"ResponseStatusCode\":\"1\"},\"SearchResults\":%s}}"
                .formatted(results)));
        return client().locations()
                .find(LocationQuery.builder()
                        .from(ERRANDS.locations().orElseThrow())
                        .addKinds(kinds)
                        .build())
                .points();
    }

    private static CarrierException failure(Runnable call) {
        return catchThrowableOfType(CarrierException.class, call::run);
    }

    @Test
    void chargesMayComeAsObjectsAndWithoutWhatTheAccountSaves() {
        answers(json("""
                {"PickupRateResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
                  "Alert":{"Code":"1","Description":"Canned"}},
                 "RateResult":{"RateType":"SD","CurrencyCode":"USD",
                  "ChargeDetail":{"ChargeCode":"A","ChargeDescription":"SATURDAY ON-CALL STOP CHARGE","ChargeAmount":"6.50","TaxAmount":"0.00"},
                  "TaxCharges":{"Type":"GST","MonetaryValue":"0.50"},"GrandTotalOfAllCharge":"7.00"}}}"""));
        PickupQuote quote = client().pickups().quote(PICKUP).get(0);
        assertThat(quote.price()).hasValue(Money.of("7.00", "USD"));
        assertThat(quote.charges()).extracting(Charge::type).containsExactly(Charge.Type.SURCHARGE, Charge.Type.TAX);
        assertThat(quote.charges().get(0).code()).hasValue("A");
        assertThat(quote.alerts()).hasSize(1);
        ups.verify(postRequestedFor(urlPathEqualTo("/api/shipments/v2409/pickup/oncall")));
    }

    @Test
    void bookingWithoutAPriceSaysWhy() {
        PickupConfirmation booked = booked("""
                {"PickupCreationResponse":{"Response":{"ResponseStatus":{"Code":"1"}},"PRN":"2929AONCALL02",
                 "RateStatus":{"Code":"02","Description":"Rate not available"}}}""");
        assertThat(booked.confirmationNumber()).isEqualTo("2929AONCALL02");
        assertThat(booked.price()).isEmpty();
        assertThat(booked.alerts().get(0).text()).isEqualTo("Rate not available");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PickupCreationResponse\":{\"Response\":{\"ResponseStatus\":{\"Code\":\"1\"}},\"RateStatus\":{\"Code\":\"01\"}}}",
                "{}",
                "not json",
                "{\"PickupCreationResponse\":"
            })
    void bookingThatCannotBeReadMayHaveBeenMade(String body) {
        assertThat(failure(() -> booked(body))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(failure(() -> booked(body)).reference()).hasValue("pickup-4711");
    }

    @Test
    void bookingRefusedWithAGoodStatusIsRefused() {
        CarrierException error = failure(() -> booked(
                "{\"response\":{\"errors\":[{\"code\":\"9560132\",\"message\":\"ReadyTime is after the cut-off\"}]}}"));
        assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_TIMING);
        assertThat(error.carrierCode()).hasValue("9560132");
    }

    @ParameterizedTest
    @CsvSource({
        "Close time must be later than the earliest allowed customer close time,PICKUP_TIMING",
        "Pickup date is invalid,PICKUP_TIMING",
        "LeadTime not met,PICKUP_TIMING",
        "Missing or invalid account,REQUEST_REFUSED"
    })
    void refusalsOfTheTimeAreKnownByTheirWords(String words, ErrorCode code) {
        answers(json(400, "{\"response\":{\"errors\":[{\"code\":\"95\",\"message\":\"%s\"}]}}".formatted(words)));
        CarrierException error = failure(() -> client().pickups().schedule(PICKUP));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.carrierText()).hasValue(words);
        assertThat(error.httpStatus()).hasValue(400);
    }

    @Test
    void smartAnswerMayStandBesideItsHead() {
        PickupConfirmation booked = smart("""
                {"PickupTriggerGWNResponse":{"Response":{"ResponseStatus":{"Code":"1"},"Alert":{"Code":"9","Description":"Soon"}},
                 "ServiceDate":"20260306","PRN":"GPE58AB041C","TriggerStatus":{"Code":"02","Description":"EXISTING"}}}""");
        assertThat(booked.confirmationNumber()).isEqualTo("GPE58AB041C");
        assertThat(booked.date()).hasValue(LocalDate.of(2026, 3, 6));
        assertThat(booked.alerts()).hasSize(2);
    }

    @Test
    void smartAnswerMayStandInItsHead() {
        PickupConfirmation booked = smart("""
                {"PickupTriggerGWNResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
                 "TransactionReference":{"CustomerContext":"string","TransactionIdentifier":"string"},
                 "ServiceDate":"20260206","PRN":"GPD49B1D615","TriggerStatus":{"Code":"02","Description":"EXISTING"}}}}""");
        assertThat(booked.confirmationNumber()).isEqualTo("GPD49B1D615");
        assertThat(booked.carrierStatusText()).hasValue("EXISTING");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "001|Received at dispatch|SCHEDULED|001",
                "012|x|SCHEDULED|012",
                "2|x|DISPATCHED|002",
                "003|x|COMPLETED|003",
                "004|x|UNSUCCESSFUL|004",
                "005|x|DELAYED|005",
                "007|x|CANCELLED|007",
                "008|x|UNKNOWN|008",
                "|002|DISPATCHED|002",
                "|Your pickup request is being processed|SCHEDULED|012",
                "Q7|Dispatched to driver|DISPATCHED|002",
                "Q7|Something new|UNKNOWN|Q7"
            },
            delimiter = '|')
    void statusOfAPickupOnCallIsReadFromCodeOrWords(String code, String words, PickupStatus status, String told) {
        PickupConfirmation one = pending(
                        ",\"PendingStatus\":{\"PRN\":\"29TK0000001\",\"ServiceDate\":\"20260305\",%s\"PickupStatusMessage\":\"%s\"}"
                                .formatted(code == null ? "" : "\"OnCallStatusCode\":\"" + code + "\",", words))
                .get(0);
        assertThat(one.status()).isEqualTo(status);
        assertThat(one.carrierStatusCode()).hasValue(told);
        assertThat(one.carrierStatusText()).hasValue(words);
    }

    @ParameterizedTest
    @CsvSource({
        "01,SCHEDULED",
        "02,CANCELLED",
        "03,COMPLETED",
        "04,UNSUCCESSFUL",
        "05,UNSUCCESSFUL",
        "06,UNSUCCESSFUL",
        "07,UNKNOWN",
        "08,CANCELLED",
        "99,UNKNOWN"
    })
    void statusOfASmartPickupHasCodesOfItsOwn(String code, PickupStatus status) {
        assertThat(pending(
                        ",\"PendingStatus\":[{\"PRN\":\"GPD49B1D615\",\"GWNStatusCode\":\"%s\"},{\"ServiceDate\":\"20260305\"},null]"
                                .formatted(code)))
                .extracting(PickupConfirmation::status)
                .containsExactly(status);
    }

    @Test
    void noPendingPickupsAreNone() {
        assertThat(pending("")).isEmpty();
        ups.verify(anyRequestedFor(urlPathEqualTo("/api/shipments/v2409/pickup/both"))
                .withHeader("AccountNumber", equalTo("TK0001")));
    }

    @ParameterizedTest
    @CsvSource({"001,false", "002,true", "008,true", "999,false"})
    void stateOfASmartPickupTellsWhetherItIsCancelled(String code, boolean cancelled) {
        Cancellation told = cancelled(",\"GWNStatus\":{\"Code\":\"%s\",\"Description\":\"So it is\"}".formatted(code));
        assertThat(told.cancelled()).isEqualTo(cancelled);
        assertThat(told.carrierText()).hasValue("So it is");
        ups.verify(anyRequestedFor(urlPathEqualTo("/api/shipments/v2409/pickup/02"))
                .withHeader("Prn", equalTo("29TK0000001")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"003", "004", "5", "006", "007"})
    void whatWasFetchedOrMissedIsNotCancelled(String code) {
        CarrierException error = failure(() -> cancelled(",\"GWNStatus\":{\"Code\":\"%s\"}".formatted(code)));
        assertThat(error.code()).isEqualTo(ErrorCode.PICKUP_NOT_CANCELLED);
        assertThat(error.carrierCode()).hasValue(code.length() == 1 ? "005" : code);
    }

    @Test
    void placeMayComeAsAnObjectWithObjectsForLists() {
        ServicePoint point = found("""
                {"DropLocation":{"LocationID":"12345","Geocode":{"Latitude":"33.7","Longitude":"-84.4"},
                 "AddressKeyFormat":{"ConsigneeName":"A SHOP","AddressLine":"1 MAIN ST\\nSUITE 2","PoliticalDivision2":"ATLANTA",
                  "PoliticalDivision1":"GA","PostcodePrimaryLow":"30303","PostcodeExtendedLow":"1234","CountryCode":"US"},
                 "PhoneNumber":"4045550100","LocationAttribute":{"OptionType":{"Code":"01","Description":"Location"},
                  "OptionCode":{"Code":"004","Description":"Authorized Shipping Outlet"}},
                 "Distance":{"Value":"1.3","UnitOfMeasurement":{"Code":"MI","Description":"Miles"}},
                 "SpecialInstructions":{"Segment":"Upstairs"},"LatestGroundDropOffTime":"0","Timezone":"EST",
                 "OperatingHours":{"StandardHours":{"HoursType":"10","DayOfWeek":[
                  {"Day":"1","ClosedIndicator":""},{"Day":"2","OpenHours":"930","CloseHours":"0"},
                  {"Day":"3","Open24HoursIndicator":""},{"Day":"4"},{"Day":"9","OpenHours":"930","CloseHours":"1700"}]}}}}""").get(0);
        assertThat(point.id()).isEqualTo("12345");
        assertThat(point.kind()).isEqualTo(ServicePointKind.SERVICE_POINT);
        assertThat(point.carrierKind()).hasValue("004");
        assertThat(point.address().lines()).containsExactly("1 MAIN ST", "SUITE 2");
        assertThat(point.address().postalCode()).hasValue("30303-1234");
        assertThat(point.address().phone()).hasValue("4045550100");
        assertThat(point.on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(new TimeSpan(LocalTime.of(9, 30), LocalTime.MIDNIGHT));
        assertThat(point.on(DayOfWeek.TUESDAY).orElseThrow().spans()).containsExactly(TimeSpan.allDay());
        assertThat(point.on(DayOfWeek.WEDNESDAY)).isEmpty();
        assertThat(point.timeZone()).isEmpty();
        assertThat(point.notes()).containsExactly("Upstairs");
        assertThat(point.shipToIds()).isEmpty();
    }

    @Test
    void placeWithLittleIsReadAndPlaceWithoutAnIdIsNot() {
        List<ServicePoint> points = found("""
                {"DropLocation":[{"LocationID":"1","Distance":{"Value":"near"},"Geocode":{"Latitude":"95","Longitude":"1"},
                  "LocationAttribute":[{"OptionType":{"Code":"01"},"OptionCode":[{"Code":"777","Description":"Something new"}]}]},
                 {"PhoneNumber":["1"]},null]}""", ServicePointKind.OTHER);
        assertThat(points).hasSize(1);
        assertThat(points.get(0).carrierKind()).hasValue("777");
        assertThat(points.get(0).coordinates()).isEmpty();
        assertThat(points.get(0).distance()).isEmpty();
    }

    @Test
    void accessPointThatTakesNoParcelsNowCannotBeSentTo() {
        ServicePoint point = found("""
                {"DropLocation":[{"LocationID":"1","PhoneNumber":["4045550100"],"DisplayPhoneNumberIndicator":"0",
                  "AccessPointInformation":{"PublicAccessPointID":"U1","AccessPointStatus":{"Code":"07","Description":"Active-unavailable"}}}]}""").get(0);
        assertThat(point.id()).isEqualTo("U1");
        assertThat(point.kind()).isEqualTo(ServicePointKind.SERVICE_POINT);
        assertThat(point.shipToIds()).isEmpty();
        assertThat(point.notes()).containsExactly("Active-unavailable");
        assertThat(point.address().phone()).isEmpty();
    }

    @Test
    void samePlaceInBothSearchesIsToldOnce() {
        assertThat(found("{\"DropLocation\":[{\"LocationID\":\"1\"}]}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "There are no UPS locations for this address.,NO_LOCATIONS_FOUND",
        "No matching drop locations,NO_LOCATIONS_FOUND",
        "Location not found,NO_LOCATIONS_FOUND",
        "No country given for the location search,REQUEST_REFUSED"
    })
    void thatThereIsNothingIsReadFromUpssWords(String words, ErrorCode code) {
        answers(json(
                "{\"LocatorResponse\":{\"Response\":{\"ResponseStatusCode\":\"0\",\"Error\":{\"ErrorSeverity\":\"Hard\",\"ErrorCode\":\"1\",\"ErrorDescription\":\"%s\"}}}}"
                        .formatted(words)));
        assertThat(failure(() -> client().locations().find(ERRANDS.locations().orElseThrow()))
                        .code())
                .isEqualTo(code);
    }

    @Test
    void hoursInWordsAreANoteWhereDaysAreNotTold() {
        ServicePoint point = found(
                        "{\"DropLocation\":{\"LocationID\":\"1\",\"StandardHoursOfOperation\":\"Mon-Fri: 9:00am-6:00pm\"}}")
                .get(0);
        assertThat(point.openingHours()).isEmpty();
        assertThat(point.notes()).containsExactly("Mon-Fri: 9:00am-6:00pm");
    }

    @Test
    void passingFailureOfTheLocatorSaysHowLongToWait() {
        answers(json("""
                {"LocatorResponse":{"Response":{"ResponseStatusCode":"0","ResponseStatusDescription":"Failure",
                 "Error":{"ErrorSeverity":"TransientError","ErrorCode":"350001","ErrorDescription":"Try again","MinimumRetrySeconds":"30"}}}}"""));
        CarrierException error =
                failure(() -> client().locations().find(ERRANDS.locations().orElseThrow()));
        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.carrierCode()).hasValue("350001");
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void searchThatIsRefusedDoesNotTakeTheOtherDown() {
        answers(json("{\"LocatorResponse\":{\"Response\":{\"ResponseStatusCode\":\"1\"},"
                + "\"SearchResults\":{\"DropLocation\":[{\"LocationID\":\"1\"}]}}}"));
        ups.stubFor(any(urlPathMatching("/api/locations/v3/search/availabilities/64"))
                .willReturn(json(400, "{\"response\":{\"errors\":[{\"code\":\"1\",\"message\":\"Not here\"}]}}")));
        assertThat(client().locations().find(ERRANDS.locations().orElseThrow()).points())
                .hasSize(1);
        ups.stubFor(any(urlPathMatching("/api/locations/v3/search/availabilities/64"))
                .willReturn(json(500, "{}")));
        assertThat(failure(() -> client().locations().find(ERRANDS.locations().orElseThrow()))
                        .code())
                .isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
    }

    @Test
    void failureThatPassesIsToldBeforeARefusal() {
        answers(json(503, "{}"));
        ups.stubFor(any(urlPathMatching("/api/locations/v3/search/availabilities/64"))
                .willReturn(json(400, "{\"response\":{\"errors\":[{\"code\":\"1\",\"message\":\"Not here\"}]}}")));
        assertThat(failure(() -> client().locations().find(ERRANDS.locations().orElseThrow()))
                        .code())
                .isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
    }

    @Test
    void freightCenterMayHaveOneLineOrSeveralAndDaysInShort() {
        answers(json("""
                {"PickupGetServiceCenterFacilitiesResponse":{"Response":{"ResponseStatus":{"Code":"1"}},"ServiceCenterLocation":{
                 "DropOffFacilities":{"Name":"UPS","SLIC":"3031","Address":{"AddressLine":["1 DOCK RD","GATE 2"],"City":"ATLANTA","CountryCode":"US"},
                  "Timezone":"America/New_York","Type":"PKG","FacilityTime":{"DayOfWeek":{"Day":"Mon","OpenHours":"800","CloseHours":"1730"}},
                  "Distance":{"Value":"12.25","UnitOfMeasurement":"KM"}}}},
                 "LocatorResponse":{"Response":{"ResponseStatusCode":"1"},"SearchResults":{}}}"""));
        ServicePoint point = client().locations()
                .find(LocationQuery.builder()
                        .address(Address.builder()
                                .country("US")
                                .postalCode("30303-1234")
                                .build())
                        .addKinds(ServicePointKind.SERVICE_CENTER)
                        .build())
                .points()
                .get(0);
        assertThat(point.address().lines()).containsExactly("1 DOCK RD", "GATE 2");
        assertThat(point.timeZone()).hasValue("America/New_York");
        assertThat(point.distance().orElseThrow()).hasToString("12.25 km");
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(new TimeSpan(LocalTime.of(8, 0), LocalTime.of(17, 30)));
    }

    @Test
    void oneStateMayComeAsAText() {
        answers(json(
                "{\"PickupGetPoliticalDivision1ListResponse\":{\"Response\":{},\"PoliticalDivision1\":\"CORK\"}}"));
        assertThat(client().locations().politicalDivisions("IE"))
                .extracting(state -> state.name())
                .containsExactly("CORK");
    }
}
