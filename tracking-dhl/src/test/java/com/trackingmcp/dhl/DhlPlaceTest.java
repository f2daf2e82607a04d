package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What questions for places look like on the wire, and what is made of the oddities in their answers. */
class DhlPlaceTest extends DhlTestBed {
    private static final LocationQuery BONN =
            LocationQuery.near(DhlOrders.bonn().build());

    private TrackingClient finder() {
        return client(unified(), Map.of("DHL_LOCATION_FINDER_BASE_URL", dhl.baseUrl() + "/locations"));
    }

    private List<ServicePoint> found(TrackingClient client, LocationQuery query, String json) {
        dhl.stubFor(any(anyUrl()).willReturn(DhlOrderBed.answer(200, json)));
        return client.locations().find(query).points();
    }

    private static String place(String members) {
        return "{'locations':[{'location':{'ids':[{'locationId':'8003-1'}]}" + members + "}]}";
    }

    private String asked(String path) {
        return dhl.findAll(getRequestedFor(urlPathEqualTo(path))).get(0).getUrl();
    }

    @Test
    void theRadiusIsAlwaysSentInWholeMetresAndTheLimitNoHigherThanDhlTakes() {
        found(finder(), BONN, place(""));
        assertThat(asked("/locations/find-by-address"))
                .endsWith("?countryCode=DE&addressLocality=Bonn&postalCode=53113&streetAddress=Beispielstr.%201"
                        + "&radius=5000");

        found(
                finder(),
                LocationQuery.builder()
                        .coordinates(Coordinates.of("50.7374", "7.0982"))
                        .radius(Distance.of("1.2345678", Distance.Unit.KM))
                        .limit(200)
                        .build(),
                place(""));
        assertThat(asked("/locations/find-by-geo")).endsWith("?latitude=50.7374&longitude=7.0982&radius=1235&limit=50");
    }

    @Test
    void filtersAreRepeatedAndThoseDhlDoesNotKnowAreLeftToTheClient() {
        LocationQuery query = LocationQuery.builder()
                .from(BONN)
                .addKinds(ServicePointKind.LOCKER, ServicePointKind.RETAIL)
                .addServices(LocationService.PARKING, LocationService.PACKING, LocationService.DROP_OFF)
                .limit(3)
                .build();
        catchThrowableOfType(CarrierException.class, () -> found(finder(), query, place("")));

        assertThat(asked("/locations/find-by-address"))
                .contains("&locationType=postoffice&locationType=locker")
                .contains("&serviceType=packaging-material&serviceType=parking&radius")
                .endsWith("&limit=50");

        dhl.resetRequests();
        LocationQuery mixed = LocationQuery.builder()
                .from(BONN)
                .addKinds(ServicePointKind.LOCKER, ServicePointKind.OTHER)
                .build();
        found(finder(), mixed, place(""));
        assertThat(asked("/locations/find-by-address"))
                .doesNotContain("locationType")
                .endsWith("&limit=50");
    }

    @Test
    void expressAsksForItsOwnServices() {
        TrackingClient both =
                client(unified(), express(), Map.of("DHL_LOCATION_FINDER_BASE_URL", dhl.baseUrl() + "/locations"));
        found(
                both,
                LocationQuery.builder()
                        .from(BONN)
                        .addServices(LocationService.HOLD)
                        .limit(3)
                        .build(),
                place(",'serviceTypes':['express:pick-up']"));

        assertThat(asked("/locations/find-by-address"))
                .contains("&providerType=express&serviceType=express%3Apick-up&")
                .endsWith("&limit=3");
    }

    @Test
    void theDescriptionsSpellingsAreReadAsWellAsTheRealOnes() {
        ServicePoint point = found(
                        finder(),
                        BONN,
                        "{'locations':[{'location':{'ids':[{'locationId':'CGN001','providerType':'express'}],"
                                + "'type':'pobox'},'distance':'16.5','seviceTypes':['handicapped-access'],"
                                + "'place':{'geo':{'latitude':'53.5512589','longitude':'10.0023976'},"
                                + "'containedInPlace':{'name':'Central Station'}},"
                                + "'openingHours':[{'opens':'08:00:00Z','closes':'24:00:00','dayOfWeek':'Monday'},"
                                + "{'opens':'soon','closes':'later','dayOfWeek':'Tuesday'},"
                                + "{'opens':'10:00','closes':'12:00','dayOfWeek':'http://schema.org/PublicHolidays'}],"
                                + "'closurePeriods':[{'fromDate':'2026-05-01T00:00:00Z'}]}]}")
                .get(0);

        assertThat(point.kind()).isEqualTo(ServicePointKind.OTHER);
        assertThat(point.carrierKind()).contains("pobox");
        assertThat(point.distance()).contains(Distance.of("16.5", Distance.Unit.M));
        assertThat(point.services()).containsExactly(LocationService.WHEELCHAIR_ACCESS);
        assertThat(point.shipToIds()).containsOnly(Map.entry("service_point_id", "CGN001"));
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(new TimeSpan(LocalTime.of(8, 0), LocalTime.MIDNIGHT));
        assertThat(point.on(DayOfWeek.TUESDAY)).isEmpty();
        assertThat(point.on(DayOfWeek.WEDNESDAY).map(OpeningHours::isClosed)).contains(true);
        assertThat(point.notes()).containsExactly("In Central Station", "Closed from 2026-05-01 on");
    }

    @Test
    void whatIsMissingOrBrokenIsEmptyAndWhatHasNoIdIsNoPlace() {
        List<ServicePoint> points = found(
                finder(),
                BONN,
                "{'locations':[null,{'name':'nowhere'},{'location':{'ids':[null,{'locationId':'1'}]},"
                        + "'distance':-1,'place':{'geo':{'latitude':'north','longitude':'200'}}}]}");

        assertThat(points).singleElement().satisfies(point -> {
            assertThat(point.id()).isEqualTo("1");
            assertThat(point.kind()).isEqualTo(ServicePointKind.OTHER);
            assertThat(point.address()).isEqualTo(Address.builder().build());
            assertThat(point.openingHours()).isEmpty();
            assertThat(point.distance()).isEmpty();
            assertThat(point.coordinates()).isEmpty();
            assertThat(point.shipToIds()).isEmpty();
        });
    }

    @Test
    void aPageThatIsNotFoundIsNothingFound() {
        dhl.stubFor(any(anyUrl())
                .willReturn(DhlOrderBed.answer(404, "{'title':'No result found','detail':'not found','status':404}")));

        assertThat(catchThrowableOfType(
                                CarrierException.class,
                                () -> finder().locations().find(BONN))
                        .code())
                .isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
    }

    @Test
    void aCountryThatIsNoneIsRefused() {
        dhl.stubFor(any(anyUrl())
                .willReturn(DhlOrderBed.answer(400, "{'status':400,'title':'Bad Request','detail':'No country'}")));

        CarrierException refused = catchThrowableOfType(
                CarrierException.class, () -> finder().locations().find(BONN));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refused).hasMessageContaining("No country");
    }

    @Test
    void myDhlIsAskedInOneLineOfTextAndWholeKilometres() {
        found(
                client(express()),
                LocationQuery.builder()
                        .from(BONN)
                        .addKinds(ServicePointKind.LOCKER, ServicePointKind.RETAIL)
                        .radius(Distance.of("2.1", Distance.Unit.KM))
                        .build(),
                "{'status':{'statusCode':3},'servicePoints':[{'facilityId':'CGN001','servicePointType':'CITY'}]}");

        assertThat(asked("/mydhl/servicepoints"))
                .endsWith("?address=Beispielstr.%201%2C%2053113%2C%20Bonn&countryCode=DE"
                        + "&servicePointTypes=247%2CCTY&maxDistance=3&resultUom=km");
    }

    @Test
    void whatIsFartherAwayThanAskedForIsLeftOut() {
        List<ServicePoint> points = found(
                client(express()),
                LocationQuery.builder()
                        .from(BONN)
                        .radius(Distance.of("2", Distance.Unit.KM))
                        .build(),
                "{'status':{'statusCode':1},'servicePoints':[{'facilityId':'FAR001','distance':'2.01 km'},"
                        + "{'facilityId':'OLD001','distance':'near'},{'facilityId':'CGN001','distance':'1.2 MI'}]}");

        assertThat(points).extracting(ServicePoint::id).containsExactly("CGN001", "OLD001");
    }

    @Test
    void myDhlsValuesThatContradictTheirTypesAreRead() {
        ServicePoint point = found(
                        client(express()),
                        BONN,
                        "{'status':{'statusCode':1},'searchLocation':null,'servicePoints':[{'facilityId':null,"
                                + "'shippingCutOffTime':45000.0,'localName':'null','servicePointName':'Point',"
                                + "'servicePointType':'NEW','address':null,'geoLocation':null,"
                                + "'contactDetails':{'servicePointId':'CGN001','email':null},"
                                + "'openingHours':{'openingHours':[{'dayOfWeek':'MONDAY','openingTime':'07:00',"
                                + "'closingTime':1260},{'dayOfWeek':'HOLIDAY','openingTime':'07:00',"
                                + "'closingTime':'08:00'}],'holidays':{'closed':[{'from':'31-2-2026'},"
                                + "{'from':'31-3-2026','to':'2-4-2026'}]}},"
                                + "'servicePointCapabilities':{'payWithCash':true,'parkingAvailable':false,"
                                + "'pieceDimensionsLimit':{'L':60}},'timeZone':{'id':'+05:30','fixed':true}}]}")
                .get(0);

        assertThat(point.id()).isEqualTo("CGN001");
        assertThat(point.name()).contains("Point");
        assertThat(point.kind()).isEqualTo(ServicePointKind.OTHER);
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(new TimeSpan(LocalTime.of(7, 0), LocalTime.of(21, 0)));
        assertThat(point.services()).containsExactly(LocationService.PAYMENT);
        assertThat(point.timeZone()).isEmpty();
        assertThat(point.notes()).containsExactly("Closed from 2026-03-31 to 2026-04-02");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 600})
    void nothingFoundIsNoErrorOfMyDhl(int status) {
        assertThat(catchThrowableOfType(
                                CarrierException.class,
                                () -> found(
                                        client(express()),
                                        BONN,
                                        "{'status':{'statusCode':" + status + "},'servicePoints':null}"))
                        .code())
                .isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
    }

    @Test
    void nothingIsSentToAPlaceThatHandsNothingOut() {
        List<ServicePoint> points = found(
                client(express()),
                BONN,
                "{'status':{'statusCode':1},'servicePoints':[{'facilityId':'CGN001','servicePointCapabilities':"
                        + "{'shipmentCollection':false}},{'facilityId':'CGN002'}]}");

        assertThat(points.get(0).shipToIds()).isEmpty();
        assertThat(points.get(1).shipToIds()).containsOnly(Map.entry("service_point_id", "CGN002"));
    }

    @Test
    void aStatusThatNobodyKnowsIsNotNothingFound() {
        CarrierException unknown = catchThrowableOfType(
                CarrierException.class,
                () -> found(
                        client(express()),
                        BONN,
                        "{'status':{'statusCode':700,'statusMessage':'Error: Out of order'},'servicePoints':null}"));
        CarrierException silent =
                catchThrowableOfType(CarrierException.class, () -> found(client(express()), BONN, "{}"));

        assertThat(unknown.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(unknown.carrierCode()).contains("700");
        assertThat(silent.code()).isEqualTo(ErrorCode.MALFORMED_RESPONSE);
    }

    @Test
    void anErrorThatComesWithSuccessIsAnError() {
        CarrierException refused = catchThrowableOfType(
                CarrierException.class,
                () -> found(
                        client(express()),
                        BONN,
                        "{'status':{'statusCode':101,'statusMessage':'Error: Mandatory parameter is missing'}}"));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refused.carrierCode()).contains("101");
        assertThat(refused).hasMessageContaining("Mandatory parameter");
    }

    @Test
    void aFailureOfTheServiceBehindMyDhlIsToldInItsWords() {
        dhl.stubFor(any(anyUrl())
                .willReturn(DhlOrderBed.answer(
                        500, "{'message':'Internal Server Error. Please check','status':500,'exception':null}")));

        CarrierException failed = catchThrowableOfType(
                CarrierException.class, () -> client(express()).locations().find(BONN));

        assertThat(failed.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(failed).hasMessageContaining("Please check");
    }

    @ParameterizedTest
    @CsvSource({
        "08:00:00, 08:00",
        "8:00 AM, 08:00",
        "12:00 AM, 00:00",
        "12:30 PM, 12:30",
        "9:05 p.m., 21:05",
        "480, 08:00",
        "1440, 00:00",
        "24:00, 00:00",
        "07:00:00+02:00, 07:00",
        "45000.0,",
        "noon,"
    })
    void timesComeInManyForms(String told, String read) {
        assertThat(DhlHours.time(told)).isEqualTo(Optional.ofNullable(read).map(LocalTime::parse));
    }
}
