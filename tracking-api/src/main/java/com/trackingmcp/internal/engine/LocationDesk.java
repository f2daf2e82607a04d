package com.trackingmcp.internal.engine;

import com.trackingmcp.FoundLocations;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PoliticalDivision;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Asks carriers where parcels are handed over: all at once. Safe for use by many threads. */
public final class LocationDesk {
    private static final Verb<LocationCapability> FIND =
            Verb.of(LocationCapability.class, "find_locations", "finding locations");
    private static final Verb<LocationCapability> DIVISIONS = new Verb<>(
            LocationCapability.class,
            "political_divisions",
            "political divisions",
            LocationCapability::tellsPoliticalDivisions);

    /** What tells no distance comes last. */
    private static final Comparator<ServicePoint> NEAREST_FIRST =
            Comparator.comparing(point -> point.distance().map(LocationDesk::metres), LocationDesk::firstOf);

    private final Connections connections;
    private final HttpTransport transport;

    public LocationDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    private static BigDecimal metres(Distance distance) {
        return distance.to(Distance.Unit.M, 3, RoundingMode.HALF_UP).value();
    }

    private static int firstOf(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return one.get().compareTo(other.get());
    }

    /** What the carriers named know, or all that can tell; fails where none knows any place. */
    public CompletableFuture<FoundLocations> find(LocationQuery query, CallContext call) {
        List<Carrier> able = FIND.able(connections, query.carrier());
        List<CompletableFuture<List<ServicePoint>>> asked =
                able.stream().map(carrier -> ask(carrier, query, call)).toList();
        return Outcomes.gather(asked).thenApply(outcomes -> merged(query, able, outcomes, call));
    }

    private CompletableFuture<List<ServicePoint>> ask(Carrier carrier, LocationQuery query, CallContext call) {
        Clerk<LocationCapability> clerk = new Clerk<>(FIND, carrier, transport, call);
        return clerk.ask(locations -> {
            RequestCheck check = new RequestCheck();
            general(query, check);
            locations.check(query, check);
            clerk.refuse(check);
            return locations.find(query, call).thenApply(points -> wanted(query, points));
        });
    }

    private static List<ServicePoint> wanted(LocationQuery query, List<ServicePoint> points) {
        return points.stream()
                .filter(point -> query.kinds().isEmpty() || query.kinds().contains(point.kind()))
                .filter(point -> point.services().containsAll(query.services()))
                .sorted(NEAREST_FIRST)
                .limit(query.limit().orElse(Integer.MAX_VALUE))
                .toList();
    }

    private static FoundLocations merged(
            LocationQuery query, List<Carrier> asked, List<Outcome<List<ServicePoint>>> outcomes, CallContext call) {
        List<ServicePoint> points = new ArrayList<>();
        Map<String, CarrierException> failures = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Outcome<List<ServicePoint>> outcome = outcomes.get(i);
            outcome.value().ifPresent(points::addAll);
            String connection = Connections.id(asked.get(i));
            outcome.failure().ifPresent(failure -> failures.put(connection, failure));
        }
        if (points.isEmpty() && failures.size() == asked.size()) {
            throw failures.values().iterator().next();
        }
        if (points.isEmpty()) {
            throw nothing(query, asked, failures, call);
        }
        points.sort(NEAREST_FIRST);
        return new FoundLocations(points, failures);
    }

    /** Those that looked found none; why others could not look goes with it. */
    private static CarrierException nothing(
            LocationQuery query, List<Carrier> asked, Map<String, CarrierException> failures, CallContext call) {
        CarrierException none = ErrorDetails.builder(ErrorCode.NO_LOCATIONS_FOUND)
                .carrier(asked.stream()
                        .map(Connections::id)
                        .filter(connection -> !failures.containsKey(connection))
                        .collect(Collectors.joining(", ")))
                .operation(FIND.operation())
                .correlationId(call.correlationId())
                .argument("radius", query.radius().map(Distance::toString).orElse("the radius it looks in by itself"))
                .toException();
        failures.values().forEach(none::addSuppressed);
        return none;
    }

    private static void general(LocationQuery query, RequestCheck check) {
        if (query.address().isEmpty() && query.coordinates().isEmpty()) {
            check.missing("address", "unless coordinates are given");
        }
        query.address().ifPresent(address -> {
            if (query.coordinates().isEmpty()) {
                PlaceChecks.place("address", Optional.of(address), check);
            } else {
                PlaceChecks.country("address.country", address.country(), check);
            }
        });
        query.radius()
                .filter(radius -> radius.value().signum() == 0)
                .ifPresent(radius -> check.wrong("radius", "is nothing"));
        query.limit().filter(limit -> limit < 1).ifPresent(limit -> check.wrong("limit", "is less than 1"));
    }

    /**
     * The states, provinces or the like of a country, by the first carrier that tells them; by ISO 3166-2 where none does,
     * or none answers.
     */
    public CompletableFuture<List<PoliticalDivision>> politicalDivisions(String country, CallContext call) {
        RequestCheck check = new RequestCheck();
        PlaceChecks.country("country", check.required("country", Optional.of(country)), check);
        Clerk.refuse(check, DIVISIONS.operation(), call);
        Optional<Carrier> teller = connections.all().stream()
                .filter(carrier -> carrier.capability(LocationCapability.class)
                        .filter(LocationCapability::tellsPoliticalDivisions)
                        .isPresent())
                .findFirst();
        if (teller.isEmpty()) {
            return CompletableFuture.completedFuture(Subdivisions.of(country));
        }
        return new Clerk<>(DIVISIONS, teller.get(), transport, call)
                .ask(locations -> locations.politicalDivisions(country, call).thenApply(List::copyOf))
                .handle((told, failure) -> failure != null || told.isEmpty() ? Subdivisions.of(country) : told);
    }
}
