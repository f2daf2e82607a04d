package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexLocationWire.Ability;
import com.trackingmcp.fedex.FedexLocationWire.Answer;
import com.trackingmcp.fedex.FedexLocationWire.Control;
import com.trackingmcp.fedex.FedexLocationWire.Output;
import com.trackingmcp.fedex.FedexLocationWire.Point;
import com.trackingmcp.fedex.FedexLocationWire.Question;
import com.trackingmcp.fedex.FedexLocationWire.Range;
import com.trackingmcp.fedex.FedexLocationWire.Sort;
import com.trackingmcp.fedex.FedexLocationWire.Where;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * FedEx's Locations Search API. Safe for use by many threads.
 *
 * <p>FedEx tells of up to 75 places within 50 miles. It needs to know the country, also of coordinates.
 */
final class FedexLocations implements LocationCapability {
    private static final String FIND = "find_locations";
    private static final int MOST = 75;
    private static final Distance FARTHEST = Distance.of("50", Distance.Unit.MI);

    /** FedEx's code where there is none, by the guide to this API on its developer portal. */
    private static final String NONE = "NORESULT.TO.RETURN";

    private final FedexSales sales;
    private final FedexSales.Door location;
    private final FedexLocationMapper mapper;

    FedexLocations(FedexSales sales) {
        this.sales = sales;
        this.location = sales.door("location");
        this.mapper = new FedexLocationMapper(sales.profile());
    }

    @Override
    public void check(LocationQuery query, RequestCheck check) {
        if (query.coordinates().isPresent()
                && query.address().flatMap(Address::country).isEmpty()) {
            check.missing("address.country", "by FedEx, also with coordinates");
        }
        query.radius()
                .filter(radius -> miles(radius).compareTo(FARTHEST.value()) > 0)
                .ifPresent(radius -> check.wrong("radius", "is " + radius + "; FedEx looks " + FARTHEST + " at most"));
    }

    private static BigDecimal miles(Distance distance) {
        return distance.to(Distance.Unit.MI, 3, RoundingMode.HALF_UP).value();
    }

    @Override
    public CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call) {
        sales.requireCredentials(FIND);
        CarrierRequest request = sales.request(
                CarrierRequest.postToRead(FIND), "/location/v1/locations", question(query), call.correlationId());
        Set<LocationService> asked = granted(query.services());
        return FedexSellingErrors.noneWhere(
                NONE::equals, location.http().send(request, call).thenApply(response -> points(response, asked)));
    }

    /** A place must have every attribute that is asked for; whether it can do all of several things FedEx does not say. */
    private static Set<LocationService> granted(Set<LocationService> wanted) {
        Set<LocationService> granted = new HashSet<>();
        boolean one = FedexLocationCodes.abilities(wanted).size() == 1;
        for (LocationService service : wanted) {
            Set<LocationService> alone = Set.of(service);
            if (!FedexLocationCodes.attributes(alone).isEmpty()
                    || one && !FedexLocationCodes.abilities(alone).isEmpty()) {
                granted.add(service);
            }
        }
        return granted;
    }

    private static Question question(LocationQuery query) {
        Optional<Coordinates> point = query.coordinates();
        // what FedEx cannot be asked for is left out of what it tells, so that it has to tell of more
        boolean all = FedexLocationCodes.canAskForAll(query.kinds(), query.services());
        int most = all ? Math.min(query.limit().orElse(MOST), MOST) : MOST;
        return new Question(
                new Control(query.radius().map(FedexLocations::range).orElse(null), most),
                point.isPresent() ? "GEOGRAPHIC_COORDINATES" : "ADDRESS",
                new Where(
                        FedexParties.place(query.address().orElseThrow()),
                        point.map(given -> new Point(
                                        given.latitude().toPlainString(),
                                        given.longitude().toPlainString()))
                                .orElse(null)),
                new Sort("DISTANCE", "ASCENDING"),
                some(FedexLocationCodes.types(query.kinds())),
                some(FedexLocationCodes.attributes(query.services())),
                some(FedexLocationCodes.abilities(query.services()).stream()
                        .map(Ability::new)
                        .toList()));
    }

    /** FedEx knows no metres. */
    private static Range range(Distance radius) {
        Distance told = radius.unit() == Distance.Unit.M ? radius.to(Distance.Unit.KM, 3, RoundingMode.UP) : radius;
        return new Range(told.unit() == Distance.Unit.MI ? "MI" : "KM", told.value());
    }

    private static <T> @Nullable List<T> some(List<T> values) {
        return values.isEmpty() ? null : values;
    }

    private List<ServicePoint> points(CarrierResponse response, Set<LocationService> asked) {
        Answer answer = WireJson.read(response, Answer.class);
        Output output = FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
        return WireJson.list(output.locationDetailList()).stream()
                .flatMap(detail -> mapper.point(detail, asked).stream())
                .toList();
    }
}
