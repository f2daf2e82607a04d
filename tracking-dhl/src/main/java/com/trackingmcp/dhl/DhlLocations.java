package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * DHL's Location Finder: service points, post offices and lockers. Safe for use by many threads.
 *
 * <p>Where the connection ships with DHL Express, only places of DHL Express are told; else those of all divisions. How far
 * it looks by itself DHL has changed between versions: five kilometres are asked for where no radius is given, and no more
 * than 25 can be. It tells no more than 50 places.
 */
final class DhlLocations implements LocationCapability {
    static final String FIND = "find_locations";
    private static final Distance USUAL_RADIUS = Distance.of("5000", Distance.Unit.M);
    private static final BigDecimal WIDEST_RADIUS = new BigDecimal("25000");
    private static final int MOST_PLACES = 50;
    private static final int SHORTEST_ADDRESS = 3;
    private static final int NOT_FOUND = 404;

    /** Source: Location Finder 1.4.0, serviceType. What depends on the division is not in it. */
    private static final Map<LocationService, String> SERVICES = Map.of(
            LocationService.PACKING, "packaging-material",
            LocationService.WHEELCHAIR_ACCESS, "handicapped-access",
            LocationService.PARKING, "parking");

    private static final Map<LocationService, String> EXPRESS_SERVICES = Map.of(
            LocationService.DROP_OFF, "express:drop-off",
            LocationService.HOLD, "express:pick-up");

    private final CarrierHttp http;
    private final boolean express;
    private final DhlLocationMapper mapper;

    DhlLocations(DhlConfig config, CarrierProfile profile, CarrierContext context) {
        this.http = context.http(profile)
                .api("locations")
                .quota(config.locationsQuota())
                .baseUri(config.locationsBaseUri())
                .authorization(
                        Authorization.apiKey("DHL-API-Key", config.apiKey().orElseThrow()))
                .errors(new DhlErrors())
                .build();
        this.express = config.express().isPresent();
        this.mapper = new DhlLocationMapper(profile);
    }

    @Override
    public void check(LocationQuery query, RequestCheck check) {
        if (metres(query).compareTo(WIDEST_RADIUS) > 0) {
            check.wrong("radius", "is more than 25 km, as far as DHL looks");
        }
        query.address()
                .filter(address ->
                        query.coordinates().isEmpty() && words(address).length() < SHORTEST_ADDRESS)
                .ifPresent(address -> check.missing("address.city", "with three characters of an address at least"));
    }

    private static String words(Address address) {
        return street(address)
                + address.postalCode().orElse("")
                + address.city().orElse("");
    }

    private static String street(Address address) {
        return String.join(", ", DhlParties.lines(address));
    }

    /** In whole ones, rounded up. */
    private static BigDecimal metres(LocationQuery query) {
        return query.radius()
                .orElse(USUAL_RADIUS)
                .to(Distance.Unit.M, 0, RoundingMode.CEILING)
                .value();
    }

    @Override
    public CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call) {
        return http.send(question(query), call).thenApply(this::read).exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            return error.httpStatus().orElse(0) == NOT_FOUND
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.failedFuture(error);
        });
    }

    private List<ServicePoint> read(CarrierResponse response) {
        return WireJson.list(
                        WireJson.read(response, DhlLocationWire.Answer.class).locations())
                .stream()
                .flatMap(place -> mapper.map(place).stream())
                .toList();
    }

    private CarrierRequest question(LocationQuery query) {
        CarrierRequest.Builder question = CarrierRequest.get(FIND);
        query.coordinates()
                .ifPresentOrElse(
                        point -> at(point, question), () -> near(query.address().orElseThrow(), question));
        if (express) {
            question.query("providerType", "express");
        }
        List<String> types = types(query);
        types.forEach(type -> question.query("locationType", type));
        List<String> services = query.services().stream()
                .flatMap(service -> service(service).stream())
                .sorted()
                .toList();
        services.forEach(service -> question.query("serviceType", service));
        boolean leftOver = services.size() < query.services().size()
                || types.isEmpty() && !query.kinds().isEmpty();
        Optional<Integer> limit = leftOver ? Optional.of(MOST_PLACES) : query.limit();
        return question.query("radius", metres(query).toPlainString())
                .query("limit", limit.map(most -> String.valueOf(Math.min(most, MOST_PLACES))))
                .build();
    }

    private static void at(Coordinates point, CarrierRequest.Builder question) {
        question.path("/find-by-geo")
                .query("latitude", point.latitude().toPlainString())
                .query("longitude", point.longitude().toPlainString());
    }

    private static void near(Address address, CarrierRequest.Builder question) {
        question.path("/find-by-address")
                .query("countryCode", address.country().orElseThrow())
                .query("addressLocality", DhlParties.filled(address.city()))
                .query("postalCode", DhlParties.filled(address.postalCode()))
                .query("streetAddress", DhlParties.filled(Optional.of(street(address))));
    }

    /** The types of all kinds; none where one of the kinds has no type, for then all must be looked at. */
    private static List<String> types(LocationQuery query) {
        List<String> types = Stream.of(ServicePointKind.values())
                .filter(query.kinds()::contains)
                .flatMap(kind -> DhlLocationMapper.type(kind).stream())
                .toList();
        return types.size() < query.kinds().size() ? List.of() : types;
    }

    private Optional<String> service(LocationService service) {
        return Optional.ofNullable(SERVICES.get(service))
                .or(() -> express ? Optional.ofNullable(EXPRESS_SERVICES.get(service)) : Optional.empty());
    }
}
