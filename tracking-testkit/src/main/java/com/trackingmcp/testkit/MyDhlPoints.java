package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** MyDHL's service points: the {@link Counter}s but the boxes, and errors with success. Stateless. */
final class MyDhlPoints {
    private static final double USUAL_KILOMETRES = 50;
    private static final List<String> WORK = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
    private static final Map<Counter.Kind, List<String>> TYPES = Map.of(
            Counter.Kind.SHOP, List.of("PARTNER", "PRT"),
            Counter.Kind.OWN_SHOP, List.of("CITY", "CTY"),
            Counter.Kind.LOCKER, List.of("TWENTYFOURSEVEN", "247"),
            Counter.Kind.STATION, List.of("STATION", "STN"));

    private MyDhlPoints() {}

    static SandboxResponse find(SandboxRequest request) {
        return complaint(request).orElseGet(() -> found(request));
    }

    private static Optional<SandboxResponse> complaint(SandboxRequest request) {
        if (request.parameter("address").or(() -> request.parameter("latitude")).isEmpty()) {
            return Optional.of(status(
                    request,
                    101,
                    "Error: Mandatory parameter is missing or empty: countryCode or longitude and latitude"));
        }
        if (!request.parameter("maxDistance").orElse("0").matches("\\d+")) {
            return Optional.of(
                    status(request, 100, "Error: Invalid parameter: maxDistance, specified value is not an integer."));
        }
        return request.parameter("countryCode").orElse("").equals("AQ")
                ? Optional.of(status(request, 600, "Error: No Service Points available for this country"))
                : Optional.empty();
    }

    private static SandboxResponse found(SandboxRequest request) {
        Counter.Point point = request.parameter("latitude")
                .map(latitude -> new Counter.Point(
                        Double.parseDouble(latitude),
                        Double.parseDouble(request.parameter("longitude").orElse("0"))))
                .orElseGet(() -> town(
                        request.parameter("address").orElse(""),
                        request.parameter("countryCode").orElse("")));
        double distance = Double.parseDouble(request.parameter("maxDistance").orElse("0"));
        List<String> types = List.of(
                request.parameter("servicePointTypes").orElse("CTY,STN,PRT,247").split(","));
        List<Counter> found = Counter.near(point, distance > 0 ? distance : USUAL_KILOMETRES).stream()
                .filter(counter -> TYPES.containsKey(counter.kind()))
                .filter(counter -> types.contains(word(counter, 1)))
                .limit(Long.parseLong(request.parameter("servicePointResults").orElse("25")))
                .toList();
        if (found.isEmpty()) {
            return status(request, 201, "Error: No Service Points found.");
        }
        ObjectNode body = start(1, "OK");
        ArrayNode points = body.putArray("servicePoints");
        found.forEach(counter -> points.add(point(counter, point)));
        return MyDhlWire.answer(request, 200, body);
    }

    /** The kind as answers write it, or as questions do. */
    private static String word(Counter counter, int place) {
        return TYPES.getOrDefault(counter.kind(), List.of("", "")).get(place);
    }

    /** DHL finds a town in a line of text. */
    private static Counter.Point town(String address, String country) {
        for (Place place : List.of(Place.MEMPHIS, Place.BONN)) {
            if (address.toLowerCase(Locale.ROOT).contains(place.city().toLowerCase(Locale.ROOT))
                    || address.contains(place.postalCode())) {
                return Counter.town(place.city(), place.postalCode(), country);
            }
        }
        return Counter.town("", "", country);
    }

    private static ObjectNode start(int code, String message) {
        ObjectNode body = Json.object();
        body.putObject("status").put("statusCode", code).put("statusMessage", message);
        return body;
    }

    private static SandboxResponse status(SandboxRequest request, int code, String message) {
        return MyDhlWire.answer(request, 200, start(code, message).putNull("servicePoints"));
    }

    private static ObjectNode point(Counter counter, Counter.Point from) {
        ObjectNode point = Json.object();
        point.put("facilityId", counter.place().area() + String.format(Locale.ROOT, "%03d", counter.number()));
        point.put("serviceAreaCode", counter.place().area());
        point.put("localName", "Example place " + counter.number())
                .put("servicePointName", "DHL Express Service Point");
        point.put("servicePointType", word(counter, 0));
        point.putObject("address")
                .put("addressLine1", counter.street())
                .putNull("addressLine2")
                .put("city", counter.place().city().toUpperCase(Locale.ROOT))
                .put("zipCode", counter.place().postalCode())
                .put("country", counter.place().country());
        point.putObject("geoLocation").put("latitude", counter.latitude()).put("longitude", counter.longitude());
        point.put("distance", String.format(Locale.ROOT, "%.2f km", from.kilometresTo(counter)));
        hours(counter.kind(), point.putObject("openingHours"));
        point.putObject("servicePointCapabilities")
                .put("shipmentDropOff", true)
                .put("shipmentCollection", true)
                .put("labelPrinting", counter.kind() != Counter.Kind.LOCKER)
                .put("capabilityCodes", "73,74,78,79,86,87");
        point.putObject("contactDetails").put("phoneNumber", "+4922855502");
        point.putObject("timeZone").put("id", counter.place().zone().getId()).put("fixed", false);
        return point;
    }

    private static void hours(Counter.Kind kind, ObjectNode told) {
        ArrayNode entries = told.putArray("openingHours");
        for (String day : WORK) {
            if (kind == Counter.Kind.SHOP || kind == Counter.Kind.OWN_SHOP) {
                entry(entries, day, "9:00 AM", "12:30 PM");
                entry(entries, day, "1:30 PM", "6:00 PM");
            } else if (kind == Counter.Kind.STATION) {
                entries.addObject()
                        .put("dayOfWeek", day)
                        .put("openingTime", "07:00")
                        .put("closingTime", 1260);
            }
        }
        if (kind == Counter.Kind.SHOP || kind == Counter.Kind.OWN_SHOP) {
            entry(entries, "SATURDAY", "9:00 AM", "12:30 PM");
        }
        if (kind == Counter.Kind.LOCKER) {
            WORK.forEach(day -> entry(entries, day, "00:00", "23:59"));
            entry(entries, "SATURDAY", "00:00", "23:59");
            entry(entries, "SUNDAY", "00:00", "23:59");
        }
        told.putObject("holidays")
                .putArray("closed")
                .addObject()
                .put("from", "1-5-2026")
                .put("to", "1-5-2026");
    }

    private static void entry(ArrayNode entries, String day, String opens, String closes) {
        entries.addObject().put("dayOfWeek", day).put("openingTime", opens).put("closingTime", closes);
    }
}
