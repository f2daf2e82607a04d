package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DHL's Location Finder: a key in a header, the {@link Counter}s but the boxes. Safe for use by many threads. */
final class LocationFinderWire implements CarrierBehaviour {
    private static final String BY_ADDRESS = "/find-by-address";
    private static final String BY_GEO = "/find-by-geo";
    private static final int WIDEST = 25_000;
    private static final int USUAL = 500;
    private static final int MOST = 50;
    private static final int METRES = 1000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<Counter.Kind, String> TYPES = Map.of(
            Counter.Kind.SHOP, "servicepoint",
            Counter.Kind.OWN_SHOP, "postoffice",
            Counter.Kind.LOCKER, "locker",
            Counter.Kind.STATION, "servicepoint");

    /** What can be done: at a post office nothing of Express, at a station nothing else. */
    private static final Map<Counter.Kind, List<String>> SERVICES = Map.of(
            Counter.Kind.SHOP,
                    List.of("parcel:pick-up", "parcel:drop-off", "express:pick-up", "express:drop-off", "parking"),
            Counter.Kind.OWN_SHOP,
                    List.of("parcel:pick-up", "parcel:drop-off", "packaging-material", "handicapped-access"),
            Counter.Kind.LOCKER, List.of("parcel:pick-up-registered", "express:pick-up"),
            Counter.Kind.STATION, List.of("express:pick-up", "express:drop-off"));

    private static final List<String> WEEK =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final int WORK = 5;

    @Override
    public String wire() {
        return "dhl-locations";
    }

    @Override
    public String operation(SandboxRequest request) {
        return request.is("GET", BY_ADDRESS) || request.is("GET", BY_GEO) ? "locations" : "unknown";
    }

    @Override
    public int numbers(SandboxRequest request) {
        return 0;
    }

    /** Nothing to expire: the key goes with every call. */
    @Override
    public void expireTokens() {}

    @Override
    public SandboxResponse failure(int status) {
        return switch (status) {
            case 400 -> error(400, "Bad Request", "The request is invalid.");
            case 401 -> error(401, "Unauthorized", "Invalid token");
            case 404 -> error(404, "No result found", "not found");
            case 429 -> error(429, "Too Many Requests", "Too many requests within the time allowed.");
            default -> error(status, "Internal Server Error", "The server encountered an unexpected condition.");
        };
    }

    @Override
    public SandboxResponse answer(SandboxRequest request) {
        if (!request.header("DHL-API-Key").orElse("").equals(SandboxSettings.DHL_KEY)) {
            return failure(401);
        }
        if (operation(request).equals("unknown")) {
            return failure(404);
        }
        return complaint(request)
                .map(detail -> error(400, "Bad Request", detail))
                .orElseGet(() -> find(request));
    }

    private static Optional<String> complaint(SandboxRequest request) {
        if (request.path().equals(BY_GEO)) {
            if (request.parameter("latitude").isEmpty()
                    || request.parameter("longitude").isEmpty()) {
                return Optional.of("Latitude and longitude are required.");
            }
        } else if (!COUNTRIES.contains(request.parameter("countryCode").orElse(""))) {
            return Optional.of("Provided country is not valid.");
        } else if (request.parameter("addressLocality")
                .or(() -> request.parameter("postalCode"))
                .isEmpty()) {
            return Optional.of("Either addressLocality or postalCode is required.");
        }
        for (String type : request.parameters("locationType")) {
            if (!Set.of("servicepoint", "locker", "postoffice", "postbank").contains(type)) {
                return Optional.of("Provided locationType " + type + " is not known.");
            }
        }
        boolean narrow = number(request, "radius", USUAL) <= WIDEST;
        return narrow && number(request, "limit", 1) <= MOST
                ? Optional.empty()
                : Optional.of("Radius or limit is too large.");
    }

    private static int number(SandboxRequest request, String name, int usual) {
        return request.parameter(name)
                .map(text -> text.matches("\\d{1,6}") ? Integer.parseInt(text) : Integer.MAX_VALUE)
                .orElse(usual);
    }

    private static SandboxResponse find(SandboxRequest request) {
        Counter.Point point = request.path().equals(BY_GEO)
                ? new Counter.Point(
                        Double.parseDouble(request.parameter("latitude").orElseThrow()),
                        Double.parseDouble(request.parameter("longitude").orElseThrow()))
                : Counter.town(
                        request.parameter("addressLocality").orElse(""),
                        request.parameter("postalCode").orElse(""),
                        request.parameter("countryCode").orElse(""));
        List<String> types = request.parameters("locationType");
        String provider = request.parameter("providerType").orElse("");
        ObjectNode body = Json.object();
        ArrayNode locations = body.putArray("locations");
        Counter.near(point, number(request, "radius", USUAL) / (double) METRES).stream()
                .filter(counter -> TYPES.containsKey(counter.kind()))
                .filter(counter -> types.isEmpty() || types.contains(TYPES.get(counter.kind())))
                .filter(counter -> services(counter).containsAll(request.parameters("serviceType")))
                .filter(counter -> provider.isEmpty() || serves(counter, provider))
                .limit(number(request, "limit", 15))
                .forEach(counter -> locations.add(place(counter, point)));
        return SandboxResponse.json(200, body);
    }

    private static List<String> services(Counter counter) {
        return SERVICES.getOrDefault(counter.kind(), List.of());
    }

    private static boolean serves(Counter counter, String provider) {
        return services(counter).stream().anyMatch(service -> service.startsWith(provider + ":"));
    }

    private static ObjectNode place(Counter counter, Counter.Point from) {
        ObjectNode place = Json.object();
        place.put("url", "/locations/8003-" + counter.number());
        ObjectNode location = place.putObject("location");
        ArrayNode ids = location.putArray("ids");
        if (serves(counter, "parcel")) {
            ids.addObject().put("locationId", "8003-" + counter.number()).put("provider", "parcel");
            location.put("keyword", counter.kind() == Counter.Kind.LOCKER ? "Packstation" : "Postfiliale")
                    .put("keywordId", String.valueOf(400 + counter.number()));
        }
        if (serves(counter, "express")) {
            String id = counter.place().area() + String.format(Locale.ROOT, "%03d", counter.number());
            ids.addObject().put("locationId", id).put("provider", "express");
        }
        location.put("type", TYPES.get(counter.kind()));
        place.put("name", "Example place " + counter.number());
        place.put("distance", Math.round(from.kilometresTo(counter) * METRES));
        ObjectNode spot = place.putObject("place");
        spot.putObject("address")
                .put("countryCode", counter.place().country())
                .put("postalCode", counter.place().postalCode())
                .put("addressLocality", counter.place().city())
                .put("streetAddress", counter.street());
        spot.putObject("geo").put("latitude", counter.latitude()).put("longitude", counter.longitude());
        hours(counter.kind(), place.putArray("openingHours"));
        ArrayNode closures = place.putArray("closurePeriods");
        if (counter.kind() == Counter.Kind.SHOP) {
            closures.addObject()
                    .put("type", "holiday")
                    .put("fromDate", "2026-05-01")
                    .put("toDate", "2026-05-02");
        }
        ArrayNode services = place.putArray("serviceTypes");
        services(counter).forEach(services::add);
        return place;
    }

    private static void hours(Counter.Kind kind, ArrayNode hours) {
        for (int day = 0; day < WEEK.size(); day++) {
            boolean shop = kind == Counter.Kind.SHOP || kind == Counter.Kind.OWN_SHOP;
            if (kind == Counter.Kind.LOCKER) {
                entry(hours, day, "00:00:00", "23:59:00");
            } else if (shop && day <= WORK) {
                entry(hours, day, "09:00:00", "12:30:00");
                entry(hours, day, "13:30:00", "18:00:00");
            } else if (kind == Counter.Kind.STATION && day < WORK) {
                entry(hours, day, "07:00:00", "21:00:00");
            }
        }
    }

    private static void entry(ArrayNode hours, int day, String opens, String closes) {
        hours.addObject()
                .put("opens", opens)
                .put("closes", closes)
                .put("dayOfWeek", "http://schema.org/" + WEEK.get(day));
    }

    private static SandboxResponse error(int status, String title, String detail) {
        ObjectNode body = Json.object();
        body.put("status", status).put("title", title).put("detail", detail);
        return SandboxResponse.of(status, "application/problem+json", body.toString());
    }
}
