package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns places of the Location Finder into service points. Immutable.
 *
 * <p>In Germany a parcel is sent to one by writing keyword and keyword id as street and number. What DHL Express calls a
 * service point's id, six characters that begin with its service area, is told where the place has one of that form.
 */
record DhlLocationMapper(CarrierProfile profile) {
    static final String SERVICE_POINT_ID = "service_point_id";
    private static final String KEYWORD = "keyword";
    private static final String KEYWORD_ID = "keyword_id";
    private static final String EXPRESS_ID = "[A-Z]{3}[A-Z0-9]{3}";

    /** Source: Location Finder 1.4.0, locationType. */
    private static final Map<String, ServicePointKind> KINDS = Map.of(
            "servicepoint", ServicePointKind.SERVICE_POINT,
            "locker", ServicePointKind.LOCKER,
            "postoffice", ServicePointKind.RETAIL,
            "postbank", ServicePointKind.STAFFED);

    /** Source: Location Finder 1.4.0, serviceTypes; others have no word of ours. */
    private static final Map<String, LocationService> SERVICES = Map.of(
            "packaging-material", LocationService.PACKING,
            "handicapped-access", LocationService.WHEELCHAIR_ACCESS,
            "parking", LocationService.PARKING);

    /** The type that a kind is looked for by. */
    static Optional<String> type(ServicePointKind kind) {
        return KINDS.entrySet().stream()
                .filter(known -> known.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A place without an id is none: nobody could name it. */
    Optional<ServicePoint> map(DhlLocationWire.Place place) {
        List<DhlLocationWire.Id> ids =
                WireJson.list(place.location() == null ? null : place.location().ids());
        return ids.stream()
                .flatMap(id -> WireText.text(id.locationId()).stream())
                .findFirst()
                .map(id -> point(id, ids, place));
    }

    private ServicePoint point(String id, List<DhlLocationWire.Id> ids, DhlLocationWire.Place place) {
        Optional<String> type =
                WireText.text(place.location() == null ? null : place.location().type());
        List<String> services = Stream.of(place.serviceTypes(), place.seviceTypes())
                .flatMap(told -> WireJson.list(told).stream())
                .flatMap(service -> WireText.text(service).stream())
                .distinct()
                .toList();
        return ServicePoint.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .name(WireText.text(place.name()))
                .kind(type.map(KINDS::get).orElse(ServicePointKind.OTHER))
                .carrierKind(type)
                .address(address(place.place()))
                .addAllOpeningHours(hours(place))
                .distance(distance(place.distance()))
                .coordinates(coordinates(place.place()))
                .addAllServices(services(services))
                .addAllCarrierServices(services)
                .putAllShipToIds(shipToIds(ids, place.location()))
                .addAllNotes(notes(place))
                .build();
    }

    private static Address address(DhlLocationWire.@Nullable Spot spot) {
        DhlLocationWire.Postal postal = spot == null ? null : spot.address();
        if (postal == null) {
            return Address.builder().build();
        }
        return Address.builder()
                .lines(WireText.text(postal.streetAddress()).stream().toList())
                .city(WireText.text(postal.addressLocality()))
                .postalCode(WireText.text(postal.postalCode()))
                .country(WireText.country(postal.countryCode()))
                .build();
    }

    private static List<OpeningHours> hours(DhlLocationWire.Place place) {
        DhlHours hours = new DhlHours();
        WireJson.list(place.openingHours()).forEach(one -> hours.add(one.dayOfWeek(), one.opens(), one.closes()));
        return hours.week();
    }

    private static Optional<Distance> distance(@Nullable String metres) {
        return WireText.decimal(metres)
                .filter(value -> value.signum() >= 0)
                .map(value -> new Distance(value, Distance.Unit.M));
    }

    private static Optional<Coordinates> coordinates(DhlLocationWire.@Nullable Spot spot) {
        DhlLocationWire.Geo geo = spot == null ? null : spot.geo();
        return geo == null ? Optional.empty() : coordinates(geo.latitude(), geo.longitude());
    }

    /** A point, where both are degrees. */
    static Optional<Coordinates> coordinates(@Nullable String latitude, @Nullable String longitude) {
        Optional<BigDecimal> north = WireText.decimal(latitude);
        Optional<BigDecimal> east = WireText.decimal(longitude);
        try {
            return north.flatMap(degrees -> east.map(others -> new Coordinates(degrees, others)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<LocationService> services(List<String> told) {
        Set<LocationService> services = EnumSet.noneOf(LocationService.class);
        for (String service : told) {
            Optional.ofNullable(SERVICES.get(service)).ifPresent(services::add);
            if (service.contains(":drop-off")) {
                services.add(LocationService.DROP_OFF);
            }
            if (service.contains(":pick-up")) {
                services.add(LocationService.HOLD);
            }
        }
        return services;
    }

    private static Map<String, String> shipToIds(
            List<DhlLocationWire.Id> ids, DhlLocationWire.@Nullable Location location) {
        Map<String, String> shipTo = new LinkedHashMap<>();
        WireText.text(location == null ? null : location.keyword()).ifPresent(word -> shipTo.put(KEYWORD, word));
        WireText.text(location == null ? null : location.keywordId()).ifPresent(id -> shipTo.put(KEYWORD_ID, id));
        ids.stream()
                .filter(id -> WireText.first(id.provider(), id.providerType())
                        .filter("express"::equals)
                        .isPresent())
                .flatMap(id -> WireText.text(id.locationId()).stream())
                .filter(id -> id.matches(EXPRESS_ID))
                .findFirst()
                .ifPresent(id -> shipTo.put(SERVICE_POINT_ID, id));
        return shipTo;
    }

    private static List<String> notes(DhlLocationWire.Place place) {
        List<String> notes = new ArrayList<>();
        DhlLocationWire.Containing around =
                place.place() == null ? null : place.place().containedInPlace();
        WireText.text(around == null ? null : around.name()).ifPresent(name -> notes.add("In " + name));
        for (DhlLocationWire.Closure closure : WireJson.list(place.closurePeriods())) {
            String why =
                    WireText.text(closure.type()).map(type -> " (" + type + ")").orElse("");
            closed(day(closure.fromDate()), day(closure.toDate())).ifPresent(note -> notes.add(note + why));
        }
        return notes;
    }

    /** With a time or without. */
    private static Optional<LocalDate> day(@Nullable String text) {
        return WireTime.parse(text).map(time -> time.date());
    }

    /** Closed from one day to another, or from one on. */
    static Optional<String> closed(Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.map(first -> until.filter(last -> !last.equals(first))
                .map(last -> "Closed from " + first + " to " + last)
                .orElseGet(() -> until.isPresent() ? "Closed on " + first : "Closed from " + first + " on"));
    }
}
