package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.ups.UpsAddressWire.KeyFormat;
import com.trackingmcp.ups.UpsLocator.Wanted;
import com.trackingmcp.ups.UpsLocatorWire.AccessPoint;
import com.trackingmcp.ups.UpsLocatorWire.Attribute;
import com.trackingmcp.ups.UpsLocatorWire.DropLocation;
import com.trackingmcp.ups.UpsLocatorWire.Geocode;
import com.trackingmcp.ups.UpsLocatorWire.Hours;
import com.trackingmcp.ups.UpsLocatorWire.Instruction;
import com.trackingmcp.ups.UpsParts.Status;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads places of UPS's Locator API. Safe for use by many threads.
 *
 * <p>UPS's codes of kinds differ from country to country and are not published: the English names are read, those that UPS's
 * public descriptions and examples have. A place is known by its public id where it is an access point, else by UPS's own.
 */
final class UpsLocatorMapper {
    private static final String LOCATION = "01";
    private static final String ADDITIONAL_SERVICES = "03";
    private static final String REGULAR_HOURS = "10";
    private static final String AVAILABLE = "01";
    private static final String HIDDEN = "0";
    private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

    /** The first of these that is in the name tells the kind. */
    private static final Map<String, ServicePointKind> KINDS = kinds();

    /** What is offered at an access point, from UPS's description of the Locator API. */
    private static final Map<String, Set<LocationService>> OFFERINGS = Map.of(
            "005", Set.of(LocationService.HOLD), // pickup
            "006", Set.of(LocationService.DROP_OFF), // drop off
            "007", Set.of(LocationService.HOLD, LocationService.DROP_OFF), // PUDO: pick up and drop off
            "009", Set.of(LocationService.DROP_OFF), // accepts prepaid drop offs
            "011", Set.of(LocationService.PAYMENT), // accepts payments
            "012", Set.of(LocationService.PAYMENT)); // pay at store

    private final CarrierProfile profile;

    UpsLocatorMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    private static Map<String, ServicePointKind> kinds() {
        Map<String, ServicePointKind> kinds = new LinkedHashMap<>();
        kinds.put("LOCKER", ServicePointKind.LOCKER);
        kinds.put("UPS STORE", ServicePointKind.RETAIL);
        kinds.put("DROP BOX", ServicePointKind.DROP_BOX);
        kinds.put("CUSTOMER CENTER", ServicePointKind.SERVICE_CENTER);
        kinds.put("UPS CENTER", ServicePointKind.SERVICE_CENTER);
        kinds.put("AUTHORIZED SHIPPING OUTLET", ServicePointKind.SERVICE_POINT);
        kinds.put("AUTHORIZED SERVICE PROVIDER", ServicePointKind.SERVICE_POINT);
        kinds.put("ALLIANCE LOCATION", ServicePointKind.SERVICE_POINT);
        kinds.put("ACCESS POINT", ServicePointKind.SERVICE_POINT);
        return kinds;
    }

    /**
     * A place, and what it is told apart by: its public id is in one of the searches only.
     *
     * @param key UPS's own id, of the search's kind
     */
    record Found(String key, ServicePoint point) {}

    Optional<Found> found(DropLocation told, Wanted wanted) {
        return point(told, wanted)
                .map(point -> new Found(UpsText.clean(told.LocationID()).orElse("public " + point.id()), point));
    }

    /** Empty for what UPS gives no id, which nobody could name. */
    private Optional<ServicePoint> point(DropLocation told, Wanted wanted) {
        Optional<AccessPoint> accessPoint = Optional.ofNullable(told.AccessPointInformation());
        Optional<String> publicId = accessPoint.flatMap(point -> UpsText.clean(point.PublicAccessPointID()));
        Optional<String> id = publicId.or(() -> UpsText.clean(told.LocationID()));
        Optional<KeyFormat> place = Optional.ofNullable(told.AddressKeyFormat());
        Optional<Status> type = attributes(told, LOCATION).findFirst();
        return id.map(known -> ServicePoint.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(known)
                .name(place.flatMap(address -> UpsText.clean(address.ConsigneeName())))
                .kind(kind(told, type, wanted))
                .carrierKind(type.flatMap(code -> UpsText.clean(code.Code())))
                .address(address(told, place))
                .openingHours(hours(told))
                .distance(Optional.ofNullable(told.Distance())
                        .flatMap(far -> UpsLocator.distance(
                                far.Value(),
                                Optional.ofNullable(far.UnitOfMeasurement())
                                        .flatMap(unit -> UpsText.clean(unit.Code())))))
                .coordinates(coordinates(told.Geocode()))
                .services(services(told))
                .carrierServices(carrierServices(told))
                .timeZone(timeZone(told.Timezone()))
                .shipToIds(publicId.filter(name -> takesParcels(accessPoint))
                        .map(name -> Map.of("access_point_id", name))
                        .orElse(Map.of()))
                .notes(notes(told, accessPoint))
                .build());
    }

    private static Stream<Status> attributes(DropLocation told, String type) {
        return list(told.LocationAttribute()).stream()
                .filter(attribute -> attribute.OptionType() != null
                        && UpsText.is(attribute.OptionType().Code(), type))
                .map(Attribute::OptionCode)
                .flatMap(codes -> list(codes).stream());
    }

    private static ServicePointKind kind(DropLocation told, Optional<Status> type, Wanted wanted) {
        String name = type.flatMap(code -> UpsText.clean(code.Description()))
                .map(text -> text.toUpperCase(Locale.ROOT))
                .orElse("");
        boolean accessPoint = wanted == Wanted.ACCESS_POINTS || told.AccessPointInformation() != null;
        return KINDS.entrySet().stream()
                .filter(known -> name.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(accessPoint ? ServicePointKind.SERVICE_POINT : ServicePointKind.OTHER);
    }

    /** Lines may come as one text with line ends in it. */
    private static Address address(DropLocation told, Optional<KeyFormat> place) {
        Optional<String> phone = list(told.PhoneNumber()).stream()
                .flatMap(number -> UpsText.clean(number).stream())
                .filter(number -> !UpsText.is(told.DisplayPhoneNumberIndicator(), HIDDEN))
                .findFirst();
        Address.Builder address = Address.builder();
        place.ifPresent(known -> address.from(UpsAddresses.address(known))
                .lines(list(known.AddressLine()).stream()
                        .flatMap(String::lines)
                        .flatMap(line -> UpsText.clean(line).stream())
                        .toList()));
        return address.phone(phone).email(UpsText.clean(told.EMailAddress())).build();
    }

    /** The regular hours; where UPS tells none of these, it may tell others, which are not when the place is open. */
    private static List<OpeningHours> hours(DropLocation told) {
        List<Hours> all = told.OperatingHours() == null
                ? List.of()
                : list(told.OperatingHours().StandardHours());
        return UpsHours.of(all.stream()
                .filter(hours -> UpsText.is(hours.HoursType(), REGULAR_HOURS))
                .flatMap(hours -> list(hours.DayOfWeek()).stream())
                .toList());
    }

    private static Optional<Coordinates> coordinates(@Nullable Geocode point) {
        if (point == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> north = degrees(point.Latitude(), QUARTER_TURN);
        Optional<BigDecimal> east = degrees(point.Longitude(), HALF_TURN);
        return north.flatMap(latitude -> east.map(longitude -> new Coordinates(latitude, longitude)));
    }

    private static Optional<BigDecimal> degrees(@Nullable String text, BigDecimal most) {
        return UpsText.clean(text)
                .flatMap(WireText::decimal)
                .filter(told -> told.abs().compareTo(most) <= 0);
    }

    /** What is offered, as far as codes tell; where UPS tells until when parcels are taken, they are. */
    private static Set<LocationService> services(DropLocation told) {
        Set<LocationService> services = EnumSet.noneOf(LocationService.class);
        offerings(told)
                .forEach(offering -> UpsText.clean(offering.Code())
                        .map(code -> OFFERINGS.getOrDefault(UpsText.padded(code, 3), Set.of()))
                        .ifPresent(services::addAll));
        boolean takesParcels = Stream.of(told.LatestGroundDropOffTime(), told.LatestAirDropOffTime())
                .flatMap(times -> list(times).stream())
                .anyMatch(time -> UpsTimes.time(time).isPresent());
        if (takesParcels) {
            services.add(LocationService.DROP_OFF);
        }
        if (UpsText.is(told.WillCallLocationIndicator(), "Y")) {
            services.add(LocationService.HOLD);
        }
        return services;
    }

    private static List<Status> offerings(DropLocation told) {
        return told.ServiceOfferingList() == null
                ? List.of()
                : list(told.ServiceOfferingList().ServiceOffering());
    }

    private static List<String> carrierServices(DropLocation told) {
        return Stream.concat(offerings(told).stream(), attributes(told, ADDITIONAL_SERVICES))
                .flatMap(service -> UpsText.clean(service.Code()).stream())
                .distinct()
                .toList();
    }

    /** Only what is a zone: the document does not say what else it may be. */
    static Optional<String> timeZone(@Nullable String told) {
        return UpsText.clean(told)
                .filter(zone ->
                        zone.contains("/") && ZoneId.getAvailableZoneIds().contains(zone));
    }

    /** Suspended, full or closed ones have another status. */
    private static boolean takesParcels(Optional<AccessPoint> accessPoint) {
        return accessPoint
                .map(AccessPoint::AccessPointStatus)
                .flatMap(status -> UpsText.clean(status.Code()))
                .map(code -> UpsText.padded(code, 2))
                .filter(code -> !code.equals(AVAILABLE))
                .isEmpty();
    }

    private static List<String> notes(DropLocation told, Optional<AccessPoint> accessPoint) {
        Stream<String> unavailable = takesParcels(accessPoint)
                ? Stream.empty()
                : accessPoint
                        .map(AccessPoint::AccessPointStatus)
                        .flatMap(status -> UpsText.clean(status.Description()))
                        .stream();
        Stream<String> walks = list(told.SpecialInstructions()).stream()
                .flatMap(walk -> list(walk.Segment()).stream())
                .flatMap(segment -> UpsText.clean(segment).stream());
        // hours in words are all there is where the days are not told
        Stream<String> hours = told.OperatingHours() == null
                ? UpsText.clean(told.StandardHoursOfOperation()).stream()
                : Stream.empty();
        return Stream.of(unavailable, hours, walks, instructions(told.LocalizedInstruction()))
                .flatMap(notes -> notes)
                .distinct()
                .toList();
    }

    static Stream<String> instructions(@Nullable List<@Nullable Instruction> told) {
        return list(told).stream().flatMap(instruction -> UpsText.clean(instruction.Last50ftInstruction()).stream());
    }
}
