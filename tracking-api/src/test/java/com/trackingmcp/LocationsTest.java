package com.trackingmcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.testcarrier.Desk;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places of several carriers are one list, the nearest first; a carrier that fails costs no other's. */
class LocationsTest {
    private static final LocationQuery BONN = LocationQuery.near(
            Address.builder().country("DE").postalCode("53113").build());

    /** Knows the places a test gives it. */
    private static final class Atlas implements LocationCapability {
        private final List<LocationQuery> asked = new CopyOnWriteArrayList<>();
        private Supplier<CompletableFuture<List<ServicePoint>>> places =
                () -> CompletableFuture.completedFuture(List.of());
        private Supplier<CompletableFuture<List<PoliticalDivision>>> divisions;

        Atlas knowing(ServicePoint... points) {
            places = () -> CompletableFuture.completedFuture(Arrays.asList(points));
            return this;
        }

        Atlas failing(ErrorCode code) {
            places = () ->
                    CompletableFuture.failedFuture(ErrorDetails.builder(code).toException());
            return this;
        }

        @Override
        public void check(LocationQuery query, RequestCheck check) {
            query.limit().filter(limit -> limit > 50).ifPresent(limit -> check.wrong("limit", "is more than 50"));
        }

        @Override
        public CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call) {
            asked.add(query);
            return places.get();
        }

        @Override
        public boolean tellsPoliticalDivisions() {
            return divisions != null;
        }

        @Override
        public CompletableFuture<List<PoliticalDivision>> politicalDivisions(String country, CallContext call) {
            return divisions.get();
        }
    }

    private final Atlas post = new Atlas();
    private final Atlas rail = new Atlas();
    private final TrackingClient client = TrackingClient.builder()
            .providers(List.of())
            .carrier(new Desk("post").offering(LocationCapability.class, post).factory())
            .carrier(new Desk("rail").offering(LocationCapability.class, rail).factory())
            .build();

    @AfterEach
    void close() {
        client.close();
    }

    private static ServicePoint.Builder place(String id) {
        return ServicePoint.builder()
                .carrier("post")
                .connection("post")
                .id(id)
                .kind(ServicePointKind.SERVICE_POINT)
                .address(Address.builder().country("DE").build());
    }

    private static ServicePoint at(String id, String distance, Distance.Unit unit) {
        return place(id).distance(Distance.of(distance, unit)).build();
    }

    private List<String> found(LocationQuery query) {
        return client.locations().find(query).points().stream()
                .map(ServicePoint::id)
                .toList();
    }

    private List<String> paths(LocationQuery query) {
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> client.locations().find(query));
        return refusal.fields().stream().map(FieldProblem::path).toList();
    }

    @Test
    void placesOfAllCarriersAreTheNearestFirstWhateverTheirUnits() {
        post.knowing(
                at("mile", "1", Distance.Unit.MI), place("somewhere").build(), at("1600 m", "1600", Distance.Unit.M));
        rail.knowing(at("1.605 km", "1.605", Distance.Unit.KM), at("door", "0", Distance.Unit.KM));
        assertThat(found(BONN)).containsExactly("door", "1600 m", "1.605 km", "mile", "somewhere");
    }

    @Test
    void whatIsNotWantedIsLeftOutAndTheLimitIsOfEachCarrierAfterThat() {
        ServicePoint locker = place("locker")
                .kind(ServicePointKind.LOCKER)
                .distance(Distance.of("3", Distance.Unit.KM))
                .addServices(LocationService.HOLD, LocationService.DROP_OFF)
                .build();
        ServicePoint near = ServicePoint.builder()
                .from(locker)
                .id("near")
                .distance(Distance.of("2", Distance.Unit.KM))
                .build();
        post.knowing(at("shop", "1", Distance.Unit.KM), locker, near);
        rail.knowing(ServicePoint.builder().from(locker).id("other locker").build());
        LocationQuery.Builder lockers = LocationQuery.builder().from(BONN).addKinds(ServicePointKind.LOCKER);
        assertThat(found(lockers.limit(1).build())).containsExactly("near", "other locker");
        assertThat(found(LocationQuery.builder()
                        .from(BONN)
                        .addServices(LocationService.HOLD)
                        .build()))
                .containsExactly("near", "locker", "other locker");
        assertThatThrownBy(() -> found(LocationQuery.builder()
                        .from(BONN)
                        .addServices(LocationService.HOLD, LocationService.HAZMAT)
                        .build()))
                .hasMessageContaining("E-3008");
    }

    @Test
    void failuresAreToldInTheOrderOfTheConnections() {
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        for (int i = 10; i < 30; i++) {
            failures.put(
                    "post-" + i,
                    ErrorDetails.builder(ErrorCode.CARRIER_UNAVAILABLE).toException());
        }

        assertThat(new FoundLocations(List.of(), failures).failures().keySet())
                .containsExactlyElementsOf(failures.keySet());
    }

    @Test
    void aCarrierThatFailsCostsNoOthersPlaces() {
        post.knowing(at("door", "0", Distance.Unit.KM));
        for (CompletableFuture<List<ServicePoint>> answer : Arrays.<CompletableFuture<List<ServicePoint>>>asList(
                null,
                CompletableFuture.completedFuture(null),
                CompletableFuture.completedFuture(Arrays.asList((ServicePoint) null)),
                CompletableFuture.failedFuture(new LinkageError("another version")))) {
            rail.places = () -> answer;
            FoundLocations found = client.locations().find(BONN);
            assertThat(found.points()).hasSize(1);
            assertThat(found.failures()).containsOnlyKeys("rail");
            assertThat(found.failures().get("rail").carrier()).contains("rail");
        }
    }

    @Test
    void whereAllFailTheFirstSaysWhy() {
        post.failing(ErrorCode.CARRIER_UNAVAILABLE);
        rail.failing(ErrorCode.REQUEST_REFUSED);
        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> client.locations().find(BONN));
        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.carrier()).contains("post");
    }

    @Test
    void whereThereAreNoneTheRadiusIsToldAndWhoCouldNotLook() {
        rail.failing(ErrorCode.CARRIER_UNAVAILABLE);
        LocationQuery near = LocationQuery.builder()
                .from(BONN)
                .radius(Distance.of("5", Distance.Unit.KM))
                .build();
        CarrierException none = catchThrowableOfType(
                CarrierException.class, () -> client.locations().find(near));
        assertThat(none.code()).isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
        assertThat(none).hasMessageContaining("post knows no location within 5 km");
        assertThat(none.getSuppressed()).singleElement().asString().contains("rail");
        rail.knowing();
        assertThatThrownBy(() -> client.locations().find(BONN))
                .hasMessageContaining("post, rail")
                .hasMessageContaining("the radius it looks in by itself")
                .hasMessageContaining("Widen the radius");
    }

    @Test
    void allThatIsMissingIsToldAtOnceAndNothingIsSent() {
        assertThat(paths(LocationQuery.builder().build())).containsExactly("address");
        assertThat(paths(LocationQuery.builder()
                        .address(Address.builder().country("XX").build())
                        .radius(Distance.of("0", Distance.Unit.KM))
                        .limit(0)
                        .build()))
                .containsExactly("address.country", "address.postal_code", "radius", "limit");
        assertThat(paths(LocationQuery.builder()
                        .coordinates(Coordinates.of("50.7", "7.1"))
                        .address(Address.builder().country("XX").build())
                        .limit(51)
                        .build()))
                .containsExactly("address.country", "limit");
        assertThat(post.asked).isEmpty();
        assertThat(rail.asked).isEmpty();
    }

    @Test
    void aPointIsEnough() {
        post.knowing(at("door", "0", Distance.Unit.KM));
        assertThat(found(LocationQuery.builder()
                        .coordinates(Coordinates.of("50.7", "7.1"))
                        .build()))
                .containsExactly("door");
    }

    @Test
    void onlyTheCarrierNamedIsAsked() {
        post.knowing(at("door", "0", Distance.Unit.KM));
        assertThat(found(LocationQuery.builder().from(BONN).carrier("post").build()))
                .hasSize(1);
        assertThat(rail.asked).isEmpty();
    }

    @Test
    void divisionsAreTheCarriersWhereOneTellsThem() {
        PoliticalDivision bavaria =
                PoliticalDivision.builder().name("Bavaria").source("rail").build();
        rail.divisions = () -> CompletableFuture.completedFuture(List.of(bavaria));
        assertThat(client.locations().politicalDivisions("DE")).containsExactly(bavaria);
    }

    @Test
    void divisionsAreThoseOfIsoWhereNoCarrierTellsAny() {
        List<PoliticalDivision> iso = client.locations().politicalDivisions("DE");
        assertThat(iso).hasSize(16).allMatch(division -> division.source().equals("iso-3166-2"));
        for (CompletableFuture<List<PoliticalDivision>> answer :
                Arrays.<CompletableFuture<List<PoliticalDivision>>>asList(
                        null,
                        CompletableFuture.completedFuture(List.of()),
                        CompletableFuture.completedFuture(null),
                        CompletableFuture.completedFuture(Arrays.asList((PoliticalDivision) null)),
                        CompletableFuture.failedFuture(new IllegalStateException("defect")))) {
            rail.divisions = () -> answer;
            assertThat(client.locations().politicalDivisions("DE")).isEqualTo(iso);
        }
    }

    @Test
    void divisionsOfWhatIsNoCountryAreRefused() {
        for (String country : List.of("", "Germany", "de", "XX", "DE-", ".*")) {
            assertThatThrownBy(() -> client.locations().politicalDivisions(country))
                    .as(country)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("country");
        }
        assertThatThrownBy(() -> client.locations().politicalDivisions(null))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> client.locations().find(null)).isInstanceOf(InvalidRequestException.class);
    }
}
