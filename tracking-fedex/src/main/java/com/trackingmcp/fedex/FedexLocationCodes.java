package com.trackingmcp.fedex;

import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.ServicePointKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What FedEx calls kinds of places and what can be done there: the lists of its description. Stateless. */
final class FedexLocationCodes {
    private static final Map<String, ServicePointKind> KINDS = Map.ofEntries(
            Map.entry("FEDEX_AUTHORIZED_SHIP_CENTER", ServicePointKind.SERVICE_POINT),
            Map.entry("FEDEX_ONSITE", ServicePointKind.SERVICE_POINT),
            Map.entry("FEDEX_OFFICE", ServicePointKind.RETAIL),
            Map.entry("FEDEX_STAFFED", ServicePointKind.STAFFED),
            Map.entry("FEDEX_SHIP_AND_GET", ServicePointKind.LOCKER),
            Map.entry("FEDEX_SELF_SERVICE_LOCATION", ServicePointKind.DROP_BOX),
            Map.entry("FEDEX_EXPRESS_STATION", ServicePointKind.SERVICE_CENTER),
            Map.entry("FEDEX_GROUND_TERMINAL", ServicePointKind.SERVICE_CENTER),
            Map.entry("FEDEX_HOME_DELIVERY_STATION", ServicePointKind.SERVICE_CENTER),
            Map.entry("FEDEX_FACILITY", ServicePointKind.SERVICE_CENTER),
            Map.entry("FEDEX_FREIGHT_SERVICE_CENTER", ServicePointKind.SERVICE_CENTER),
            Map.entry("FEDEX_SMART_POST_HUB", ServicePointKind.SERVICE_CENTER));

    /** What FedEx can be asked for; of the kinds that are not here it tells, but cannot be asked for them alone. */
    private static final Map<ServicePointKind, List<String>> TYPES = Map.of(
            ServicePointKind.SERVICE_POINT, List.of("FEDEX_AUTHORIZED_SHIP_CENTER", "FEDEX_ONSITE"),
            ServicePointKind.RETAIL, List.of("FEDEX_OFFICE"),
            ServicePointKind.LOCKER, List.of("FEDEX_SHIP_AND_GET"),
            ServicePointKind.DROP_BOX, List.of("FEDEX_SELF_SERVICE_LOCATION"),
            ServicePointKind.SERVICE_CENTER, List.of("FEDEX_EXPRESS_STATION"));

    /** What stands for a service alone, so that FedEx can be asked for it. */
    private static final Map<LocationService, String> ATTRIBUTES = Map.of(
            LocationService.HAZMAT, "DANGEROUS_GOODS_SERVICES",
            LocationService.RETURNS, "RETURNS_SERVICES",
            LocationService.PAYMENT, "ACCEPTS_CASH");

    private static final Map<LocationService, String> ABILITIES =
            Map.of(LocationService.DROP_OFF, "DROPOFF", LocationService.HOLD, "HOLD_AT_LOCATION");

    private FedexLocationCodes() {}

    static ServicePointKind kind(String type) {
        return KINDS.getOrDefault(type.toUpperCase(Locale.ROOT), ServicePointKind.OTHER);
    }

    /** What FedEx is asked for; nothing where one of the kinds cannot be asked for, or none is wanted in particular. */
    static List<String> types(Set<ServicePointKind> kinds) {
        return TYPES.keySet().containsAll(kinds)
                ? kinds.stream()
                        .sorted()
                        .flatMap(kind -> TYPES.getOrDefault(kind, List.of()).stream())
                        .toList()
                : List.of();
    }

    /** The attributes a place must have, each of them. */
    static List<String> attributes(Set<LocationService> services) {
        return named(services, ATTRIBUTES);
    }

    /** What must be possible there. */
    static List<String> abilities(Set<LocationService> services) {
        return named(services, ABILITIES);
    }

    private static List<String> named(Set<LocationService> services, Map<LocationService, String> names) {
        return services.stream()
                .sorted()
                .filter(names::containsKey)
                .map(names::get)
                .toList();
    }

    /** Whether FedEx itself sees to all that is wanted, so that none of what it tells has to be left out. */
    static boolean canAskForAll(Set<ServicePointKind> kinds, Set<LocationService> services) {
        return TYPES.keySet().containsAll(kinds)
                && services.stream()
                        .allMatch(service -> ATTRIBUTES.containsKey(service) || ABILITIES.containsKey(service));
    }

    /** What a place can do, by an attribute of it or a way of handing over there; most codes say nothing of that. */
    static Set<LocationService> services(String given) {
        String code = given.toUpperCase(Locale.ROOT);
        // the description lists DROPOFF, and its example has DROP_OFF
        if (code.endsWith("_DROPOFFS") || code.equals("DROPOFF") || code.equals("DROP_OFF")) {
            return EnumSet.of(LocationService.DROP_OFF);
        }
        if (code.endsWith("HOLD_AT_LOCATION")) {
            return EnumSet.of(LocationService.HOLD);
        }
        return switch (code) {
            case "DANGEROUS_GOODS_SERVICES" -> EnumSet.of(LocationService.HAZMAT);
            case "RETURNS_SERVICES", "FEDEX_RETURNS_TECHNOLOGY" -> EnumSet.of(LocationService.RETURNS);
            case "PACK_AND_SHIP", "PACKAGING_SUPPLIES" -> EnumSet.of(LocationService.PACKING);
            case "ACCEPTS_CASH" -> EnumSet.of(LocationService.PAYMENT);
            default -> EnumSet.noneOf(LocationService.class);
        };
    }
}
