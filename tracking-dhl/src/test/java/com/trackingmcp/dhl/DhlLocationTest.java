package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.CarrierUnavailableException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.TimeSpan;
import com.trackingmcp.testkit.SandboxErrands;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places around Bonn, as DHL's Location Finder and MyDHL tell them in the sandbox. */
class DhlLocationTest extends DhlSalesBed {
    private final TrackingClient keyOnly =
            client(Map.of("DHL_EXPRESS_USERNAME", "", "DHL_EXPRESS_PASSWORD", "", "DHL_EXPRESS_ACCOUNT_NUMBER", ""));
    private final TrackingClient myDhlOnly = client(Map.of("DHL_API_KEY", ""));

    @AfterEach
    void closes() {
        keyOnly.close();
        myDhlOnly.close();
    }

    private LocationQuery.Builder around() {
        return LocationQuery.builder()
                .from(SandboxErrands.of("dhl", sandbox.clock()).locations().orElseThrow());
    }

    private static List<ServicePoint> found(TrackingClient asked, LocationQuery.Builder query) {
        return asked.locations().find(query.build()).points();
    }

    private static List<ServicePointKind> kinds(TrackingClient asked, LocationQuery.Builder query) {
        return found(asked, query).stream().map(ServicePoint::kind).toList();
    }

    private static TimeSpan span(String opens, String closes) {
        return new TimeSpan(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void aPlaceIsToldInFull() {
        ServicePoint shop = found(keyOnly, around()).get(0);

        assertThat(shop.carrier()).isEqualTo("dhl");
        assertThat(shop.connection()).isEqualTo("dhl");
        assertThat(shop.id()).isEqualTo("8003-6");
        assertThat(shop.name()).contains("Example place 6");
        assertThat(shop.kind()).isEqualTo(ServicePointKind.SERVICE_POINT);
        assertThat(shop.carrierKind()).contains("servicepoint");
        assertThat(shop.address())
                .isEqualTo(Address.builder()
                        .addLines("Beispielstr. 10")
                        .city("Bonn")
                        .postalCode("53113")
                        .country("DE")
                        .build());
        assertThat(shop.distance().orElseThrow().unit()).isEqualTo(Distance.Unit.M);
        assertThat(shop.distance().orElseThrow().value()).isBetween(new BigDecimal("50"), new BigDecimal("150"));
        assertThat(shop.coordinates()).contains(Coordinates.of("50.738", "7.099"));
        assertThat(shop.openingHours()).extracting(OpeningHours::day).containsExactly(DayOfWeek.values());
        assertThat(shop.on(DayOfWeek.SATURDAY).orElseThrow().spans())
                .containsExactly(span("09:00", "12:30"), span("13:30", "18:00"));
        assertThat(shop.on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
        assertThat(shop.services())
                .containsExactlyInAnyOrder(LocationService.DROP_OFF, LocationService.HOLD, LocationService.PARKING);
        assertThat(shop.carrierServices()).contains("express:pick-up");
        assertThat(shop.shipToIds())
                .containsOnly(
                        Map.entry("keyword", "Postfiliale"),
                        Map.entry("keyword_id", "406"),
                        Map.entry("service_point_id", "CGN006"));
        assertThat(shop.notes()).containsExactly("Closed from 2026-05-01 to 2026-05-02 (holiday)");
        assertThat(shop.timeZone()).isEmpty();
    }

    @Test
    void allDivisionsAreToldWithoutExpressAndExpressAloneWithIt() {
        assertThat(kinds(keyOnly, around()))
                .containsExactly(ServicePointKind.SERVICE_POINT, ServicePointKind.RETAIL, ServicePointKind.LOCKER);
        assertThat(kinds(client, around())).containsExactly(ServicePointKind.SERVICE_POINT, ServicePointKind.LOCKER);
        assertThat(sandbox.calls("mydhl")).isEmpty();
        assertThat(sandbox.calls("dhl-locations"))
                .hasSize(2)
                .allMatch(call -> call.operation().equals("locations"));
    }

    @Test
    void kindsServicesAndLimitNarrowTheSearch() {
        assertThat(kinds(keyOnly, around().addKinds(ServicePointKind.LOCKER))).containsExactly(ServicePointKind.LOCKER);
        assertThat(kinds(keyOnly, around().addServices(LocationService.PACKING)))
                .containsExactly(ServicePointKind.RETAIL);
        assertThat(kinds(keyOnly, around().addServices(LocationService.DROP_OFF).limit(1)))
                .containsExactly(ServicePointKind.SERVICE_POINT);
        assertThat(kinds(client, around().addServices(LocationService.DROP_OFF, LocationService.PARKING)))
                .containsExactly(ServicePointKind.SERVICE_POINT);
        assertThat(kinds(keyOnly, around().limit(2))).hasSize(2);
    }

    @Test
    void placesAreLookedForAroundAPointAndFartherAway() {
        LocationQuery.Builder point = LocationQuery.builder()
                .carrier("dhl")
                .coordinates(Coordinates.of("50.8", "7.2"))
                .radius(Distance.of("0.5", Distance.Unit.KM));

        assertThat(found(client, point)).extracting(ServicePoint::id).containsExactly("CGN010");
        assertThat(found(client, around().radius(Distance.of("15", Distance.Unit.MI))))
                .extracting(ServicePoint::id)
                .containsExactly("8003-6", "8003-8", "CGN010");
        assertThat(found(myDhlOnly, point)).extracting(ServicePoint::id).containsExactly("CGN010");
    }

    @Test
    void aLockerNeverCloses() {
        ServicePoint locker =
                found(keyOnly, around().addKinds(ServicePointKind.LOCKER)).get(0);

        assertThat(locker.openingHours())
                .hasSize(7)
                .allMatch(hours -> hours.spans().equals(List.of(TimeSpan.allDay())));
    }

    @Test
    void myDhlTellsItsPlacesWhereThereIsNoKey() {
        List<ServicePoint> points = found(myDhlOnly, around());

        assertThat(points)
                .extracting(ServicePoint::kind)
                .containsExactly(
                        ServicePointKind.SERVICE_POINT,
                        ServicePointKind.RETAIL,
                        ServicePointKind.LOCKER,
                        ServicePointKind.SERVICE_CENTER);
        ServicePoint shop = points.get(0);
        assertThat(shop.id()).isEqualTo("CGN006");
        assertThat(shop.name()).contains("Example place 6");
        assertThat(shop.carrierKind()).contains("PARTNER");
        assertThat(shop.address().phone()).contains("+4922855502");
        assertThat(shop.address().lines()).containsExactly("Beispielstr. 10");
        assertThat(shop.distance().orElseThrow().unit()).isEqualTo(Distance.Unit.KM);
        assertThat(shop.coordinates()).contains(Coordinates.of("50.738", "7.099"));
        assertThat(shop.on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(span("09:00", "12:30"), span("13:30", "18:00"));
        assertThat(shop.on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
        assertThat(points.get(3).on(DayOfWeek.MONDAY).orElseThrow().spans()).containsExactly(span("07:00", "21:00"));
        assertThat(shop.services())
                .containsExactlyInAnyOrder(
                        LocationService.DROP_OFF, LocationService.HOLD, LocationService.LABEL_PRINTING);
        assertThat(shop.carrierServices()).contains("74", "86");
        assertThat(shop.timeZone()).contains("Europe/Berlin");
        assertThat(shop.shipToIds()).containsOnly(Map.entry("service_point_id", "CGN006"));
        assertThat(shop.notes()).containsExactly("Closed on 2026-05-01");
        assertThat(sandbox.calls("dhl-locations")).isEmpty();
    }

    @Test
    void myDhlIsAskedForKindsAndDistanceAndForNoMoreThanWanted() {
        assertThat(kinds(myDhlOnly, around().addKinds(ServicePointKind.LOCKER, ServicePointKind.SERVICE_CENTER)))
                .containsExactly(ServicePointKind.LOCKER, ServicePointKind.SERVICE_CENTER);
        assertThat(kinds(myDhlOnly, around().radius(Distance.of("500", Distance.Unit.M))))
                .containsExactly(ServicePointKind.SERVICE_POINT);
        assertThat(kinds(myDhlOnly, around().limit(2))).hasSize(2);
        assertThat(kinds(
                        myDhlOnly,
                        around().addServices(LocationService.LABEL_PRINTING).limit(9)))
                .doesNotContain(ServicePointKind.LOCKER)
                .hasSize(3);
    }

    @Test
    void whereThereIsNothingTheRadiusIsToBeWidened() {
        Address sea = DhlOrders.address("1 Ice Street", "Base", "1234", "AQ").build();
        for (TrackingClient asked : List.of(keyOnly, myDhlOnly)) {
            for (LocationQuery.Builder query : List.of(
                    around().address(sea),
                    around().address(DhlOrders.munich().build()).radius(Distance.of("2", Distance.Unit.KM)))) {
                CarrierException nothing = catchThrowableOfType(CarrierException.class, () -> found(asked, query));
                assertThat(nothing.code()).isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
            }
        }
    }

    @Test
    void whatIsWrongIsToldAtOnceAndNothingIsSent() {
        LocationQuery wrong = LocationQuery.builder()
                .carrier("dhl")
                .address(Address.builder().country("DE").city("X").build())
                .radius(Distance.of("25.001", Distance.Unit.KM))
                .build();

        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> keyOnly.locations().find(wrong))
                        .fields())
                .extracting(FieldProblem::path)
                .containsExactly("radius", "address.city");
        assertThat(sandbox.calls("dhl")).isEmpty();
    }

    @Test
    void aWrongKeyAndALostAnswerAreFailuresOfTheQuestion() {
        try (TrackingClient stranger = client(Map.of("DHL_API_KEY", "test-other-key"))) {
            assertThat(catchThrowableOfType(CarrierException.class, () -> found(stranger, around()))
                            .code())
                    .isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
        }
        sandbox.fail("dhl-locations").on("locations").withLostAnswer().untilCleared();
        assertThat(catchThrowableOfType(CarrierUnavailableException.class, () -> found(keyOnly, around()))
                        .retryable())
                .isTrue();
    }
}
