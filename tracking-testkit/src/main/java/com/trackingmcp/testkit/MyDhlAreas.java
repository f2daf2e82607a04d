package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where MyDHL picks up and delivers: everywhere but in Antarctica and at the postal code 00000. Safe for use by many
 * threads.
 */
final class MyDhlAreas {
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    private static final List<Place> KNOWN = List.of(
            Place.MEMPHIS,
            Place.LOUISVILLE,
            Place.SEATTLE,
            Place.DENVER,
            Place.AUSTIN,
            Place.NEW_YORK,
            Place.PHOENIX,
            Place.CHICAGO,
            Place.TORONTO,
            Place.LONDON,
            Place.BONN,
            Place.LEIPZIG,
            Place.HAMBURG,
            Place.MUNICH,
            Place.UTRECHT,
            Place.TOKYO,
            Place.KOLKATA,
            Place.SYDNEY,
            Place.AUCKLAND);

    /** Of countries with one time, or with one that will do. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("DE", "Europe/Berlin"),
            Map.entry("FR", "Europe/Paris"),
            Map.entry("NL", "Europe/Amsterdam"),
            Map.entry("GB", "Europe/London"),
            Map.entry("US", "America/New_York"),
            Map.entry("CA", "America/Toronto"),
            Map.entry("MX", "America/Mexico_City"),
            Map.entry("BR", "America/Sao_Paulo"),
            Map.entry("CN", "Asia/Shanghai"),
            Map.entry("SG", "Asia/Singapore"),
            Map.entry("JP", "Asia/Tokyo"),
            Map.entry("IN", "Asia/Kolkata"),
            Map.entry("AU", "Australia/Sydney"),
            Map.entry("NZ", "Pacific/Auckland"));

    private final Clock clock;

    MyDhlAreas(Clock clock) {
        this.clock = clock;
    }

    static boolean isServed(String country, String postalCode) {
        return !country.equals("AQ") && !postalCode.equals("00000");
    }

    /** What MyDHL says of a country's postal code and city; empty where it does not go there. */
    Optional<ObjectNode> address(String country, String postalCode, String city) {
        if (!isServed(country, postalCode) || postalCode.isEmpty() && city.isEmpty()) {
            return Optional.empty();
        }
        Optional<Place> known = KNOWN.stream()
                .filter(place -> place.country().equals(country))
                .filter(place -> postalCode.isEmpty()
                        ? place.city().equalsIgnoreCase(city)
                        : place.postalCode().equals(postalCode))
                .findFirst();
        String name = known.map(Place::city).orElse(city).toUpperCase(Locale.ROOT);
        ObjectNode address = Json.object()
                .put("countryCode", country)
                .put("postalCode", known.map(Place::postalCode).orElse(postalCode))
                .put("cityName", name);
        String area = known.map(Place::area).orElse((name + "XXX").substring(0, 3));
        ZoneId zone = known.map(Place::zone).orElseGet(() -> ZoneId.of(ZONES.getOrDefault(country, "UTC")));
        address.putObject("serviceArea")
                .put("code", area)
                .put("description", name + "-" + country)
                .put("GMTOffset", OFFSET.format(clock.instant().atZone(zone)));
        return Optional.of(address);
    }
}
