package com.trackingmcp.dhl;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * MyDHL's service points, for connections that have no key of the Location Finder. Safe for use by many threads.
 *
 * <p>DHL opens this part of MyDHL to an account on request only: until it has, it refuses. It looks in a square around the
 * point; what is in its corners, and farther away than asked for, is left out. It answers errors with success and a status of
 * its own: nothing found is no error, a wrong question is one.
 */
final class DhlServicePoints implements LocationCapability {
    /** Nothing found, nothing with room left, nothing in the whole country. */
    private static final Set<String> NOTHING = Set.of("201", "202", "600");

    /** All is well, and well but for a warning; what else comes without places, such as for a wrong parameter, is an error. */
    private static final Set<String> WELL = Set.of("1", "3");

    /** Source: MyDHL API 3.1.1, servicePointTypes. */
    private static final Map<ServicePointKind, String> TYPES = Map.of(
            ServicePointKind.RETAIL, "CTY",
            ServicePointKind.SERVICE_CENTER, "STN",
            ServicePointKind.SERVICE_POINT, "PRT",
            ServicePointKind.LOCKER, "247");

    private final CarrierHttp http;
    private final DhlServicePointMapper mapper;

    DhlServicePoints(CarrierHttp http, DhlServicePointMapper mapper) {
        this.http = http;
        this.mapper = mapper;
    }

    /** MyDHL publishes no limits; it needs no more than the client does. */
    @Override
    public void check(LocationQuery query, RequestCheck check) {}

    @Override
    public CompletableFuture<List<ServicePoint>> find(LocationQuery query, CallContext call) {
        CarrierRequest.Builder question = DhlExpressDoor.headed(CarrierRequest.get(DhlLocations.FIND), call)
                .path("/servicepoints");
        query.coordinates()
                .ifPresentOrElse(
                        point -> question.query("latitude", point.latitude().toPlainString())
                                .query("longitude", point.longitude().toPlainString()),
                        () -> question.query("address", text(query.address().orElseThrow())));
        question.query("countryCode", query.address().flatMap(Address::country))
                .query("servicePointTypes", types(query))
                .query(
                        "maxDistance",
                        query.radius().map(radius -> kilometres(radius, 0).toPlainString()))
                .query("resultUom", "km");
        if (query.services().isEmpty() && query.kinds().isEmpty()) {
            question.query("servicePointResults", query.limit().map(String::valueOf));
        }
        return http.send(question.build(), call).thenApply(response -> read(response, query));
    }

    private static BigDecimal kilometres(Distance distance, int decimals) {
        return distance.to(Distance.Unit.KM, decimals, RoundingMode.CEILING).value();
    }

    /** As it would be written on one line. */
    private static String text(Address address) {
        List<String> words = new ArrayList<>(DhlParties.lines(address));
        Stream.of(address.postalCode(), address.city())
                .flatMap(part -> DhlParties.filled(part).stream())
                .forEach(words::add);
        return String.join(", ", words);
    }

    /** Between commas; none where one of the kinds has no type, for then all must be looked at. */
    private static Optional<String> types(LocationQuery query) {
        boolean known = query.kinds().stream().allMatch(TYPES::containsKey);
        String types = query.kinds().stream()
                .flatMap(kind -> Stream.ofNullable(TYPES.get(kind)))
                .sorted()
                .collect(Collectors.joining(","));
        return known && !types.isEmpty() ? Optional.of(types) : Optional.empty();
    }

    private List<ServicePoint> read(CarrierResponse response, LocationQuery query) {
        DhlServicePointWire.Answer answer = WireJson.read(response, DhlServicePointWire.Answer.class);
        String status = WireText.text(
                        answer.status() == null ? null : answer.status().statusCode())
                .orElse("");
        if (NOTHING.contains(status)) {
            return List.of();
        }
        if (answer.servicePoints() == null && status.isEmpty()) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it tells neither places nor that there are none")
                    .toException();
        }
        if (WireJson.list(answer.servicePoints()).isEmpty() && !status.isEmpty() && !WELL.contains(status)) {
            throw response.fault(ErrorCode.REQUEST_REFUSED)
                    .carrierCode(status)
                    .carrierText(
                            answer.status() == null ? null : answer.status().statusMessage())
                    .toException();
        }
        return WireJson.list(answer.servicePoints()).stream()
                .flatMap(point -> mapper.map(point).stream())
                .filter(point -> isWithin(point, query))
                .toList();
    }

    /** What tells no distance may be. */
    private static boolean isWithin(ServicePoint point, LocationQuery query) {
        Optional<BigDecimal> most = query.radius().map(radius -> kilometres(radius, 3));
        return point.distance()
                .flatMap(distance -> most.map(radius -> kilometres(distance, 3).compareTo(radius) <= 0))
                .orElse(true);
    }
}
