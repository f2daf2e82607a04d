package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierProfile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns MyDHL's service points into ours. Immutable. Times, holidays and distances come in several forms: all are read. */
record DhlServicePointMapper(CarrierProfile profile) {
    private static final Pattern DISTANCE = Pattern.compile("([\\d.]+)\\s*(km|mi)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");

    /** Source: MyDHL API 3.1.1, servicePointType. */
    private static final Map<String, ServicePointKind> KINDS = Map.of(
            "CITY", ServicePointKind.RETAIL,
            "STATION", ServicePointKind.SERVICE_CENTER,
            "PARTNER", ServicePointKind.SERVICE_POINT,
            "TWENTYFOURSEVEN", ServicePointKind.LOCKER);

    /** A place without an id is none: nobody could name it. */
    Optional<ServicePoint> map(DhlServicePointWire.Point point) {
        return WireText.first(
                        point.facilityId(),
                        point.contactDetails() == null
                                ? null
                                : point.contactDetails().servicePointId())
                .map(id -> named(id, point));
    }

    private ServicePoint named(String id, DhlServicePointWire.Point point) {
        Optional<String> type = WireText.text(point.servicePointType());
        return ServicePoint.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .name(WireText.first(point.localName(), point.servicePointName()))
                .kind(type.map(KINDS::get).orElse(ServicePointKind.OTHER))
                .carrierKind(type)
                .address(address(point))
                .addAllOpeningHours(hours(point.openingHours()))
                .distance(distance(point.distance()))
                .coordinates(coordinates(point.geoLocation()))
                .addAllServices(services(point.servicePointCapabilities()))
                .addAllCarrierServices(codes(point.servicePointCapabilities()))
                .timeZone(WireText.text(
                                point.timeZone() == null
                                        ? null
                                        : point.timeZone().id())
                        .filter(zone -> zone.contains("/")))
                .putAllShipToIds(handsOut(point) ? Map.of(DhlLocationMapper.SERVICE_POINT_ID, id) : Map.of())
                .addAllNotes(notes(point.openingHours()))
                .build();
    }

    /** Unless DHL says that it does not. */
    private static boolean handsOut(DhlServicePointWire.Point point) {
        DhlServicePointWire.Capabilities can = point.servicePointCapabilities();
        return can == null || !"false".equalsIgnoreCase(can.shipmentCollection());
    }

    private static Address address(DhlServicePointWire.Point point) {
        Address.Builder address = Address.builder();
        if (point.contactDetails() != null) {
            address.phone(WireText.text(point.contactDetails().phoneNumber()))
                    .email(WireText.text(point.contactDetails().email()));
        }
        DhlServicePointWire.Postal postal = point.address();
        if (postal != null) {
            address.lines(Stream.of(postal.addressLine1(), postal.addressLine2(), postal.addressLine3())
                            .flatMap(line -> WireText.text(line).stream())
                            .toList())
                    .city(WireText.text(postal.city()))
                    .postalCode(WireText.text(postal.zipCode()))
                    .stateOrProvince(WireText.text(postal.state()))
                    .country(WireText.country(postal.country()));
        }
        return address.build();
    }

    private static List<OpeningHours> hours(DhlServicePointWire.@Nullable Hours told) {
        DhlHours hours = new DhlHours();
        WireJson.list(told == null ? null : told.openingHours())
                .forEach(one -> hours.add(one.dayOfWeek(), one.openingTime(), one.closingTime()));
        return hours.week();
    }

    /** Such as {@code 1.65 km}. */
    private static Optional<Distance> distance(@Nullable String text) {
        Matcher told = DISTANCE.matcher(WireText.text(text).orElse(""));
        return told.matches()
                ? WireText.decimal(told.group(1))
                        .map(value -> new Distance(
                                value, Distance.Unit.ofWord(told.group(2).toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }

    private static Optional<Coordinates> coordinates(DhlLocationWire.@Nullable Geo geo) {
        return geo == null ? Optional.empty() : DhlLocationMapper.coordinates(geo.latitude(), geo.longitude());
    }

    private static Set<LocationService> services(DhlServicePointWire.@Nullable Capabilities can) {
        Set<LocationService> services = EnumSet.noneOf(LocationService.class);
        if (can != null) {
            add(services, can.shipmentDropOff(), LocationService.DROP_OFF);
            add(services, can.shipmentCollection(), LocationService.HOLD);
            add(services, can.labelPrinting(), LocationService.LABEL_PRINTING);
            add(services, can.packaging(), LocationService.PACKING);
            add(services, can.payWithCash(), LocationService.PAYMENT);
            add(services, can.payWithCreditCard(), LocationService.PAYMENT);
            add(services, can.disabledAccess(), LocationService.WHEELCHAIR_ACCESS);
            add(services, can.parkingAvailable(), LocationService.PARKING);
        }
        return services;
    }

    private static void add(Set<LocationService> services, @Nullable String can, LocationService service) {
        if (Boolean.parseBoolean(can)) {
            services.add(service);
        }
    }

    private static List<String> codes(DhlServicePointWire.@Nullable Capabilities can) {
        return WireText.text(can == null ? null : can.capabilityCodes()).stream()
                .flatMap(codes -> Stream.of(codes.split(",", -1)))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static List<String> notes(DhlServicePointWire.@Nullable Hours hours) {
        List<String> notes = new ArrayList<>();
        DhlServicePointWire.Holidays holidays = hours == null ? null : hours.holidays();
        for (DhlServicePointWire.Closed closed : WireJson.list(holidays == null ? null : holidays.closed())) {
            DhlLocationMapper.closed(day(closed.from()), day(closed.to())).ifPresent(notes::add);
        }
        return notes;
    }

    /** Day before month, such as {@code 1-5-2023}: its samples have days beyond the twelfth in that place. */
    private static Optional<LocalDate> day(@Nullable String text) {
        Matcher told = DAY.matcher(WireText.text(text).orElse(""));
        try {
            return told.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(told.group(3)),
                            Integer.parseInt(told.group(2)),
                            Integer.parseInt(told.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
