package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexLocationWire.Ancillary;
import com.trackingmcp.fedex.FedexLocationWire.ContactAndAddress;
import com.trackingmcp.fedex.FedexLocationWire.Detail;
import com.trackingmcp.fedex.FedexLocationWire.Far;
import com.trackingmcp.fedex.FedexLocationWire.GeoPoint;
import com.trackingmcp.fedex.FedexLocationWire.Hours;
import com.trackingmcp.fedex.FedexLocationWire.Span;
import com.trackingmcp.fedex.FedexLocationWire.ToldAddress;
import com.trackingmcp.fedex.FedexLocationWire.ToldContact;
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
import com.trackingmcp.model.TimeSpan;
import com.trackingmcp.spi.CarrierProfile;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** FedEx's locations as the common model. Safe for use by many threads. */
final class FedexLocationMapper {
    private final CarrierProfile profile;

    FedexLocationMapper(CarrierProfile profile) {
        this.profile = profile;
    }

    /**
     * The place; empty where it has no id, so that nobody could name it.
     *
     * @param asked what FedEx was asked for and so every place it tells of can do
     */
    Optional<ServicePoint> point(Detail detail, Set<LocationService> asked) {
        return WireText.text(detail.locationId()).map(id -> point(id, detail, asked));
    }

    private ServicePoint point(String id, Detail detail, Set<LocationService> asked) {
        Optional<String> type = WireText.text(detail.locationType());
        ServicePointKind kind = type.map(FedexLocationCodes::kind).orElse(ServicePointKind.OTHER);
        List<String> codes = codes(detail);
        Set<LocationService> services = Stream.concat(
                        codes.stream().flatMap(code -> FedexLocationCodes.services(code).stream()), asked.stream())
                .collect(Collectors.toSet());
        ContactAndAddress where = detail.contactAndAddress();
        return ServicePoint.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .name(where == null ? Optional.empty() : name(where))
                .kind(kind)
                .carrierKind(type)
                .address(where == null ? Address.builder().build() : address(where))
                .openingHours(hours(detail))
                .distance(distance(detail.distance()))
                .coordinates(coordinates(detail.geoPositionalCoordinates()))
                .services(services)
                .carrierServices(codes)
                .shipToIds(holds(kind, codes, services) ? Map.of("location_id", id) : Map.of())
                .notes(WireText.text(detail.specialInstructions()).map(List::of).orElse(List.of()))
                .build();
    }

    private static List<String> codes(Detail detail) {
        return Stream.concat(
                        WireJson.list(detail.locationAttributeTypes()).stream()
                                .flatMap(code -> WireText.text(code).stream()),
                        WireJson.list(detail.locationCapabilities()).stream()
                                .flatMap(ability -> WireText.text(ability.transferOfPossessionType()).stream()))
                .distinct()
                .toList();
    }

    /** Where FedEx tells what a place can do, that counts; where it does not, all but boxes may hold parcels. */
    private static boolean holds(ServicePointKind kind, List<String> codes, Set<LocationService> services) {
        return services.contains(LocationService.HOLD)
                || codes.isEmpty() && services.isEmpty() && kind != ServicePointKind.DROP_BOX;
    }

    private static Optional<String> name(ContactAndAddress where) {
        Ancillary ancillary = where.addressAncillaryDetail();
        ToldContact contact = where.contact();
        return WireText.first(
                ancillary == null ? null : ancillary.displayName(), contact == null ? null : contact.companyName());
    }

    private static Address address(ContactAndAddress where) {
        Address.Builder address = Address.builder();
        ToldContact contact = where.contact();
        if (contact != null) {
            address.company(WireText.text(contact.companyName()))
                    .phone(WireText.text(contact.phoneNumber()))
                    .email(WireText.text(contact.emailAddress()));
        }
        ToldAddress told = where.address();
        if (told != null) {
            address.lines(WireJson.list(told.streetLines()).stream()
                            .flatMap(line -> WireText.text(line).stream())
                            .toList())
                    .city(WireText.text(told.city()))
                    .stateOrProvince(WireText.text(told.stateOrProvinceCode()))
                    .postalCode(WireText.text(told.postalCode()))
                    .country(WireText.country(told.countryCode()))
                    .residential(Optional.ofNullable(told.residential()));
        }
        return address.build();
    }

    /** In the order of the week; of a day told twice the first counts. */
    private static List<OpeningHours> hours(Detail detail) {
        return WireJson.list(detail.storeHours()).stream()
                .flatMap(hours -> day(hours).stream())
                .collect(Collectors.toMap(OpeningHours::day, hours -> hours, (first, second) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(OpeningHours::day))
                .toList();
    }

    /** Empty where FedEx says neither that it is closed nor from when until when it is open. */
    private static Optional<OpeningHours> day(Hours hours) {
        Optional<DayOfWeek> day = WireText.text(hours.dayofweek())
                .map(text -> text.toUpperCase(Locale.ROOT))
                .flatMap(text -> Stream.of(DayOfWeek.values())
                        .filter(known -> known.name().equals(text))
                        .findFirst());
        String type = WireText.text(hours.operationalHoursType()).orElse("").toUpperCase(Locale.ROOT);
        List<TimeSpan> spans = switch (type) {
            case "CLOSED_ALL_DAY" -> List.of();
            case "OPEN_ALL_DAY" -> List.of(TimeSpan.allDay());
            default ->
                WireJson.list(hours.operationalHours()).stream()
                        .flatMap(span -> span(span).stream())
                        .sorted(Comparator.comparing(TimeSpan::opens))
                        .toList();
        };
        return day.filter(known -> !spans.isEmpty() || type.equals("CLOSED_ALL_DAY"))
                .map(known -> new OpeningHours(known, spans));
    }

    private static Optional<TimeSpan> span(Span span) {
        Optional<LocalTime> closes = WireText.text(span.ends())
                .filter(text -> text.startsWith("24:00"))
                .map(text -> LocalTime.MIDNIGHT)
                .or(() -> WireTime.time(span.ends()));
        return WireTime.time(span.begins()).flatMap(opens -> closes.map(end -> new TimeSpan(opens, end)));
    }

    private static Optional<Distance> distance(@Nullable Far far) {
        if (far == null || far.value() == null || far.value().signum() < 0) {
            return Optional.empty();
        }
        return switch (WireText.text(far.units()).orElse("").toUpperCase(Locale.ROOT)) {
            case "KM" -> Optional.of(new Distance(far.value(), Distance.Unit.KM));
            case "MI" -> Optional.of(new Distance(far.value(), Distance.Unit.MI));
            default -> Optional.empty();
        };
    }

    private static Optional<Coordinates> coordinates(@Nullable GeoPoint point) {
        if (point == null || point.latitude() == null || point.longitude() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Coordinates(point.latitude(), point.longitude()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
