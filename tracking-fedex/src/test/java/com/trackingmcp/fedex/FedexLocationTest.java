package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
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
import com.trackingmcp.testkit.SandboxErrands;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where FedEx takes and gives out parcels. */
class FedexLocationTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private LocationQuery.Builder memphis() {
        return LocationQuery.builder()
                .from(SandboxErrands.of("fedex", bed.sandbox.clock())
                        .locations()
                        .orElseThrow());
    }

    private List<ServicePoint> find(LocationQuery.Builder query) {
        return bed.client.locations().find(query.build()).points();
    }

    @Test
    void places_are_told_the_nearest_first_with_all_that_is_known_of_them() {
        List<ServicePoint> found = find(memphis());

        assertThat(found)
                .extracting(ServicePoint::kind)
                .containsExactly(
                        ServicePointKind.SERVICE_POINT,
                        ServicePointKind.RETAIL,
                        ServicePointKind.DROP_BOX,
                        ServicePointKind.LOCKER,
                        ServicePointKind.SERVICE_CENTER);
        ServicePoint shop = found.get(0);
        assertThat(shop.carrier()).isEqualTo("fedex");
        assertThat(shop.connection()).isEqualTo("fedex");
        assertThat(shop.id()).isEqualTo("MEM1");
        assertThat(shop.name()).contains("Example place 1");
        assertThat(shop.carrierKind()).contains("FEDEX_AUTHORIZED_SHIP_CENTER");
        assertThat(shop.address().lines()).containsExactly("10 Example Street");
        assertThat(shop.address().city()).contains("Memphis");
        assertThat(shop.address().stateOrProvince()).contains("TN");
        assertThat(shop.address().postalCode()).contains("38118");
        assertThat(shop.address().country()).contains("US");
        assertThat(shop.address().phone()).contains("9015550101");
        assertThat(shop.distance()).contains(Distance.of("0.0", Distance.Unit.MI));
        assertThat(shop.coordinates()).contains(Coordinates.of("35.15", "-90.0495"));
        assertThat(shop.services())
                .containsExactlyInAnyOrder(LocationService.DROP_OFF, LocationService.HOLD, LocationService.PACKING);
        assertThat(shop.carrierServices())
                .containsExactly("GROUND_DROPOFFS", "PACK_AND_SHIP", "WEEKDAY_GROUND_HOLD_AT_LOCATION");
        assertThat(shop.shipToIds()).containsExactly(Map.entry("location_id", "MEM1"));
        assertThat(found.get(4).notes()).containsExactly("Enter from the north.");
    }

    @Test
    void hours_are_told_from_monday_on_with_breaks_and_closed_days() {
        List<ServicePoint> found = find(memphis());

        assertThat(found.get(0).openingHours()).extracting(OpeningHours::day).containsExactly(DayOfWeek.values());
        assertThat(found.get(0).on(DayOfWeek.MONDAY).orElseThrow().spans())
                .containsExactly(
                        new TimeSpan(LocalTime.of(9, 0), LocalTime.of(12, 30)),
                        new TimeSpan(LocalTime.of(13, 30), LocalTime.of(18, 0)));
        assertThat(found.get(0).on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
        assertThat(found.get(2).on(DayOfWeek.SUNDAY).orElseThrow().spans()).containsExactly(TimeSpan.allDay());
        assertThat(found.get(4).on(DayOfWeek.SATURDAY).orElseThrow().isClosed()).isTrue();
    }

    @Test
    void a_box_holds_nothing_so_that_nothing_can_be_sent_there() {
        ServicePoint box = find(memphis().addKinds(ServicePointKind.DROP_BOX)).get(0);

        assertThat(box.shipToIds()).isEmpty();
        assertThat(box.services()).containsExactly(LocationService.DROP_OFF);
    }

    @Test
    void places_are_found_around_a_point_too() {
        List<ServicePoint> found = find(LocationQuery.builder()
                .coordinates(Coordinates.of("50.7374", "7.0982"))
                .address(Address.builder().country("DE").build())
                .radius(Distance.of("3", Distance.Unit.KM)));

        assertThat(found).extracting(ServicePoint::id).containsExactly("CGN6", "CGN7", "CGN8", "CGN9");
        assertThat(found.get(0).distance().orElseThrow().unit()).isEqualTo(Distance.Unit.KM);
    }

    @Test
    void kinds_services_and_a_limit_are_kept_to() {
        assertThat(find(memphis().addKinds(ServicePointKind.LOCKER, ServicePointKind.RETAIL)))
                .extracting(ServicePoint::id)
                .containsExactly("MEM2", "MEM3");
        assertThat(find(memphis().addServices(LocationService.HAZMAT)))
                .extracting(ServicePoint::id)
                .containsExactly("MEM5");
        assertThat(find(memphis().addServices(LocationService.HOLD, LocationService.DROP_OFF)))
                .extracting(ServicePoint::id)
                .containsExactly("MEM1", "MEM5");
        assertThat(find(memphis().addServices(LocationService.PACKING).limit(1)))
                .extracting(ServicePoint::id)
                .containsExactly("MEM1");
        assertThat(find(memphis().limit(2))).hasSize(2);
    }

    @Test
    void where_there_is_nothing_the_remedy_is_told() {
        CarrierException nothing = catchThrowableOfType(
                CarrierException.class, () -> find(LocationQuery.builder().address(FedexOrders.denver())));

        assertThat(nothing.code()).isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
    }

    @Test
    void a_country_fedex_does_not_know_is_a_refusal() {
        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> find(LocationQuery.builder()
                        .address(Address.builder().country("AQ").city("McMurdo").build())));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_REFUSED);
        assertThat(refusal.carrierCode()).contains("COUNTRY.CODE.SUPPORTED");
    }

    @Test
    void all_that_is_missing_or_wrong_is_told_before_anything_is_sent() {
        CarrierException refusal = catchThrowableOfType(
                CarrierException.class,
                () -> find(LocationQuery.builder()
                        .coordinates(Coordinates.of("1", "2"))
                        .radius(Distance.of("81", Distance.Unit.KM))));

        assertThat(FedexDeskBed.paths(refusal)).containsExactly("address.country", "radius");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void a_question_is_asked_again_where_its_answer_is_lost() {
        bed.sandbox.fail("fedex").on("locations").withLostAnswer().times(1);

        assertThat(find(memphis())).hasSize(5);
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(2);
    }

    /** Questions as they stand on the wire, and answers in their shapes. */
    @Nested
    class Shapes {
        private static final String FIND = "/location/v1/locations";

        private final FedexServer fedex = new FedexServer();
        private final TrackingClient client = fedex.client();

        @AfterEach
        void stop() {
            client.close();
            fedex.close();
        }

        private ServicePoint place(String members) {
            return place(members, memphis().build());
        }

        private ServicePoint place(String members, LocationQuery query) {
            fedex.answer(
                    FIND,
                    200,
                    ("{'output':{'locationDetailList':[{'locationType':'FEDEX_OFFICE'},{'locationId':'DXBA'," + members
                                    + "}]}}")
                            .replace('\'', '"'));
            return client.locations().find(query).points().get(0);
        }

        @Test
        void what_fedex_can_filter_by_it_is_asked_for() {
            place(
                    "'locationType':'FEDEX_OFFICE'",
                    memphis()
                            .radius(Distance.of("500", Distance.Unit.M))
                            .addKinds(ServicePointKind.RETAIL)
                            .addServices(LocationService.HOLD, LocationService.RETURNS)
                            .limit(7)
                            .build());

            assertThat(fedex.sent(FIND).get(0))
                    .hasToString("{\"locationsSummaryRequestControlParameters\":{\"distance\":{\"units\":\"KM\","
                            + "\"value\":0.5},\"maxResults\":7},\"locationSearchCriterion\":\"ADDRESS\",\"location\":{"
                            + "\"address\":{\"city\":\"Memphis\",\"stateOrProvinceCode\":\"TN\",\"postalCode\":\"38118\","
                            + "\"countryCode\":\"US\"}},\"sort\":{\"criteria\":\"DISTANCE\",\"order\":\"ASCENDING\"},"
                            + "\"locationTypes\":[\"FEDEX_OFFICE\"],\"locationAttrTypes\":[\"RETURNS_SERVICES\"],"
                            + "\"locationCapabilities\":[{\"transferOfPossessionType\":\"HOLD_AT_LOCATION\"}]}");
        }

        @Test
        void what_fedex_cannot_filter_by_is_left_out_of_all_that_it_has() {
            place(
                    "'locationType':'FEDEX_STAFFED','locationAttributeTypes':['PACK_AND_SHIP']",
                    memphis()
                            .addKinds(ServicePointKind.STAFFED)
                            .addServices(LocationService.PACKING)
                            .limit(7)
                            .build());

            JsonNode sent = fedex.sent(FIND).get(0);
            assertThat(sent.at("/locationsSummaryRequestControlParameters/maxResults")
                            .intValue())
                    .isEqualTo(75);
            assertThat(sent.has("locationTypes")).isFalse();
            assertThat(sent.has("locationAttrTypes")).isFalse();
        }

        @Test
        void a_place_has_what_fedex_was_asked_for() {
            ServicePoint place = place(
                    "'locationType':'FEDEX_ONSITE'",
                    memphis().addServices(LocationService.HOLD).build());

            assertThat(place.services()).containsExactly(LocationService.HOLD);
            assertThat(place.shipToIds()).containsEntry("location_id", "DXBA");
        }

        @ParameterizedTest
        @CsvSource({
            "FEDEX_AUTHORIZED_SHIP_CENTER, SERVICE_POINT",
            "FEDEX_ONSITE, SERVICE_POINT",
            "FEDEX_OFFICE, RETAIL",
            "FEDEX_STAFFED, STAFFED",
            "FEDEX_SHIP_AND_GET, LOCKER",
            "FEDEX_SELF_SERVICE_LOCATION, DROP_BOX",
            "FEDEX_EXPRESS_STATION, SERVICE_CENTER",
            "FEDEX_SHIPSITE, OTHER",
            "FEDEX_ON_THE_MOON, OTHER"
        })
        void a_kind_is_told_and_an_unknown_one_kept(String type, ServicePointKind kind) {
            ServicePoint place = place("'locationType':'" + type + "'");

            assertThat(place.kind()).isEqualTo(kind);
            assertThat(place.carrierKind()).contains(type);
        }

        @Test
        void hours_may_be_one_span_or_several_or_nonsense() {
            ServicePoint place = place("'storeHours':[{'dayofweek':'FRIDAY','operationalHoursType':'OPEN_BY_HOURS',"
                    + "'operationalHours':{'begins':'20:00:00','ends':'24:00:00'}},{'dayofweek':'monday',"
                    + "'operationalHours':[{'begins':'14:00','ends':'18:00'},{'begins':'09:00','ends':'12:00'},"
                    + "{'begins':'noon','ends':'18:00'}]},{'dayofweek':'TUESDAY','operationalHoursType':"
                    + "'OPEN_BY_HOURS'},{'dayofweek':'SOMEDAY','operationalHoursType':'CLOSED_ALL_DAY'}]");

            assertThat(place.openingHours())
                    .containsExactly(
                            new OpeningHours(
                                    DayOfWeek.MONDAY,
                                    List.of(
                                            new TimeSpan(LocalTime.of(9, 0), LocalTime.NOON),
                                            new TimeSpan(LocalTime.of(14, 0), LocalTime.of(18, 0)))),
                            new OpeningHours(
                                    DayOfWeek.FRIDAY, List.of(new TimeSpan(LocalTime.of(20, 0), LocalTime.MIDNIGHT))));
        }

        @Test
        void what_is_no_distance_and_no_point_is_none() {
            ServicePoint place = place("'distance':{'units':'LY','value':1},'geoPositionalCoordinates':{"
                    + "'latitude':135.1,'longitude':7},'contactAndAddress':{'contact':{'companyName':'FedEx Office'}},"
                    + "'locationCapabilities':[{'transferOfPossessionType':'DROPOFF'}]");

            assertThat(place.distance()).isEmpty();
            assertThat(place.coordinates()).isEmpty();
            assertThat(place.name()).contains("FedEx Office");
            assertThat(place.services()).isEqualTo(Set.of(LocationService.DROP_OFF));
            assertThat(place.shipToIds()).isEmpty();
        }

        @Test
        void ways_of_handing_over_are_read_as_the_example_spells_them() {
            ServicePoint place = place("'locationCapabilities':[{'transferOfPossessionType':'DROP_OFF'},"
                    + "{'transferOfPossessionType':'HOLD_AT_LOCATION'}]");

            assertThat(place.services()).isEqualTo(Set.of(LocationService.DROP_OFF, LocationService.HOLD));
        }

        @Test
        void a_place_of_which_little_is_told_may_hold_parcels() {
            assertThat(place("'locationType':'FEDEX_OFFICE'").shipToIds()).containsEntry("location_id", "DXBA");
        }
    }
}
