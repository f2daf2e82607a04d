package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.TimeSpan;
import com.trackingmcp.testkit.SandboxCall;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places and states of UPS through the public door, on the sandbox. */
class UpsLocationsTest extends UpsSaleBed {
    private LocationQuery.Builder query() {
        return LocationQuery.builder()
                .from(SandboxErrands.of("ups", sandbox.clock()).locations().orElseThrow());
    }

    private List<ServicePoint> find(LocationQuery.Builder query) {
        return client.locations().find(query.build()).points();
    }

    private ServicePoint only(ServicePointKind kind) {
        List<ServicePoint> points = find(query().addKinds(kind));
        assertThat(points).hasSize(1);
        return points.get(0);
    }

    private CarrierException failure(LocationQuery.Builder query) {
        return catchThrowableOfType(CarrierException.class, () -> find(query));
    }

    private static Address.Builder town(String city, String country) {
        return Address.builder().city(city).country(country);
    }

    private List<String> operations() {
        return sandbox.callsWithoutTokens("ups").stream()
                .map(SandboxCall::operation)
                .toList();
    }

    @Test
    void pointIsToldInAsManyCharactersAsUpsTakes() {
        LocationQuery exact = LocationQuery.builder()
                .address(Address.builder().country("US").build())
                .coordinates(Coordinates.of("35.14950000000000329", "-179.98765432109999999"))
                .build();
        JsonNode point = tree(UpsLocator.question(exact)).at("/LocatorRequest/OriginAddress/Geocode");
        assertThat(point.path("Latitude").textValue()).isEqualTo("35.1495000000");
        assertThat(point.path("Longitude").textValue())
                .isEqualTo("-179.9876543211")
                .hasSize(15);
    }

    @Test
    void accessPointIsToldWithAllUpsTellsOfIt() {
        ServicePoint point = only(ServicePointKind.SERVICE_POINT);
        assertThat(point.carrier()).isEqualTo("ups");
        assertThat(point.connection()).isEqualTo("ups");
        assertThat(point.id()).isEqualTo("U00000001");
        assertThat(point.name()).hasValue("EXAMPLE BOOKS 1");
        assertThat(point.carrierKind()).hasValue("018");
        assertThat(point.address().lines()).containsExactly("10 Example Street");
        assertThat(point.address().city()).hasValue("MEMPHIS");
        assertThat(point.address().stateOrProvince()).hasValue("TN");
        assertThat(point.address().postalCode()).hasValue("38118");
        assertThat(point.address().country()).hasValue("US");
        assertThat(point.address().phone()).hasValue("9015550101");
        assertThat(point.distance().orElseThrow().unit()).isEqualTo(Distance.Unit.MI);
        assertThat(point.coordinates()).hasValue(Coordinates.of("35.15", "-90.0495"));
        assertThat(point.services()).containsExactlyInAnyOrder(LocationService.DROP_OFF, LocationService.HOLD);
        assertThat(point.carrierServices()).containsExactly("005", "006");
        assertThat(point.timeZone()).hasValue("America/Chicago");
        assertThat(point.shipToIds()).isEqualTo(Map.of("access_point_id", "U00000001"));
        assertThat(point.notes()).containsExactly("Beside the fountain");
    }

    @Test
    void hoursOfAShopHaveTwoSpansAndAClosedDay() {
        ServicePoint point = only(ServicePointKind.SERVICE_POINT);
        assertThat(point.openingHours()).extracting(hours -> hours.day()).containsExactly(DayOfWeek.values());
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(
                        new TimeSpan(LocalTime.of(9, 30), LocalTime.of(12, 30)),
                        new TimeSpan(LocalTime.of(13, 30), LocalTime.of(19, 0)));
        assertThat(point.on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
    }

    @Test
    void boxesNeverClose() {
        ServicePoint box = only(ServicePointKind.DROP_BOX);
        assertThat(box.on(DayOfWeek.SUNDAY).orElseThrow().spans()).containsExactly(TimeSpan.allDay());
        assertThat(box.services()).containsExactly(LocationService.DROP_OFF);
        assertThat(box.shipToIds()).isEmpty();
        assertThat(box.id()).isEqualTo("000004");
    }

    @Test
    void eachKindIsFoundByTheSearchThatHasIt() {
        assertThat(only(ServicePointKind.LOCKER).name()).hasValue("EXAMPLE LOCKER 3");
        assertThat(only(ServicePointKind.RETAIL).name()).hasValue("THE UPS STORE");
        assertThat(operations()).containsExactly("locations", "locations");
    }

    @Test
    void withoutAKindAllPlacesAreToldTheNearestFirst() {
        List<ServicePoint> points = find(query());
        assertThat(points)
                .extracting(ServicePoint::kind)
                .containsExactly(
                        ServicePointKind.SERVICE_POINT,
                        ServicePointKind.RETAIL,
                        ServicePointKind.DROP_BOX,
                        ServicePointKind.LOCKER,
                        ServicePointKind.SERVICE_CENTER);
        assertThat(operations()).doesNotContain("service-centers");
    }

    @Test
    void serviceCentersForFreightAreAskedForByTheirKind() {
        List<ServicePoint> points = find(query().addKinds(ServicePointKind.SERVICE_CENTER));
        assertThat(points).extracting(ServicePoint::id).containsExactlyInAnyOrder("000005", "0005");
        ServicePoint freight = points.stream()
                .filter(point -> point.id().equals("0005"))
                .findFirst()
                .orElseThrow();
        assertThat(freight.name()).hasValue("UPS FREIGHT MEM");
        assertThat(freight.carrierKind()).hasValue("FRT");
        assertThat(freight.timeZone()).hasValue("America/Chicago");
        assertThat(freight.address().lines()).containsExactly("50 Example Street");
        assertThat(freight.address().phone()).hasValue("9015550205");
        assertThat(freight.on(DayOfWeek.FRIDAY).orElseThrow().spans())
                .containsExactly(new TimeSpan(LocalTime.of(8, 0), LocalTime.of(18, 0)));
        assertThat(freight.on(DayOfWeek.SATURDAY)).isEmpty();
        assertThat(freight.distance().orElseThrow().unit()).isEqualTo(Distance.Unit.MI);
        assertThat(freight.notes()).containsExactly("Ring at gate 5");
        assertThat(freight.services()).containsExactly(LocationService.DROP_OFF);
        assertThat(freight.shipToIds()).isEmpty();
    }

    @Test
    void aPointIsEnoughWithItsCountry() {
        List<ServicePoint> points = find(LocationQuery.builder()
                .coordinates(Coordinates.of("50.7374", "7.0982"))
                .address(Address.builder().country("DE").build())
                .radius(Distance.of("5", Distance.Unit.KM))
                .limit(1));
        assertThat(points).hasSize(1);
        assertThat(points.get(0).address().city()).hasValue("BONN");
        assertThat(points.get(0).distance().orElseThrow().unit()).isEqualTo(Distance.Unit.KM);
    }

    @Test
    void servicesAndLimitAreKept() {
        assertThat(find(query().addServices(LocationService.HOLD)))
                .extracting(ServicePoint::kind)
                .containsExactly(ServicePointKind.SERVICE_POINT, ServicePointKind.LOCKER);
        assertThat(find(query().limit(2))).hasSize(2);
    }

    @Test
    void nothingFoundSaysSo() {
        CarrierException error = failure(
                query().address(town("Austin", "US").stateOrProvince("TX").build()));
        assertThat(error.code()).isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
    }

    @Test
    void aCountryThatIsNotServedIsRefusedThoughTheStatusIsGood() {
        CarrierException error = failure(query().address(town("Base", "AQ").build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierCode()).hasValue("120000");
        assertThat(error.carrierText()).hasValue("The country is not served.");
    }

    @Test
    void anAmbiguousAddressIsRefusedWithTheTownsItMayBeIn() {
        CarrierException error = failure(
                query().address(town("Springfield", "US").stateOrProvince("IL").build()));
        assertThat(error.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(error.carrierText().orElseThrow()).contains("SPRINGFIELD IL 62701", "SPRINGFIELD MA 01103");
    }

    @Test
    void allThatIsMissingOrWrongIsToldAndNothingIsSent() {
        CarrierException error = failure(query().address(town("Springfield", "US")
                        .lines(List.of("1".repeat(101), "2".repeat(65), "3", "4"))
                        .build())
                .radius(Distance.of("101", Distance.Unit.MI)));
        assertThat(error.details().fields())
                .extracting(field -> field.path())
                .containsExactly(
                        "address.lines", "address.lines[0]", "address.lines[1]", "address.postal_code", "radius");
        CarrierException point = failure(LocationQuery.builder()
                .coordinates(Coordinates.of("35", "-90"))
                .radius(Distance.of("3999", Distance.Unit.M))
                .addKinds(ServicePointKind.SERVICE_CENTER));
        assertThat(point.details().fields())
                .extracting(field -> field.path())
                .containsExactly("address.country", "radius", "address.postal_code");
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void aRadiusInMetresIsRoundedUpToKilometres() {
        assertThat(UpsLocator.radius(Distance.of("5000.1", Distance.Unit.M)))
                .isEqualTo(Distance.of("6", Distance.Unit.KM));
        assertThat(UpsLocator.radius(Distance.of("7", Distance.Unit.MI))).isEqualTo(Distance.of("7", Distance.Unit.MI));
    }

    @Test
    void statesAreThoseUpsTells() {
        List<PoliticalDivision> states = client.locations().politicalDivisions("US");
        assertThat(states).extracting(PoliticalDivision::name).containsExactly("CA", "NY", "TN", "TX");
        assertThat(states.get(0).code()).hasValue("CA");
        assertThat(states.get(0).source()).isEqualTo("ups");
        PoliticalDivision county = client.locations().politicalDivisions("IE").get(1);
        assertThat(county.name()).isEqualTo("DUBLIN");
        assertThat(county.code()).isEmpty();
    }

    @Test
    void whereUpsTellsNoStatesTheIsoListDoes() {
        assertThat(client.locations().politicalDivisions("DE"))
                .isNotEmpty()
                .allMatch(state -> state.source().equals("iso-3166-2"));
        assertThat(client.locations().politicalDivisions("AQ")).isEmpty();
    }
}
