package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * UPS's Locator API in the sandbox. Stateless. It says no with status 200. The city Springfield is ambiguous. Codes of kinds
 * are the sandbox's own: UPS has others from country to country, and does not publish them.
 */
final class UpsLocatorBehaviour {
    static final String PATH = "/api/locations/v3/search/availabilities/";
    private static final String LOCATIONS = "1";
    private static final String ACCESS_POINTS = "64";
    private static final BigDecimal KILOMETRES_A_MILE = new BigDecimal("1.609344");
    private static final String NOWHERE = "AQ";

    private UpsLocatorBehaviour() {}

    static SandboxResponse answer(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("LocatorRequest");
        JsonNode origin = asked.path("OriginAddress");
        JsonNode address = origin.path("AddressKeyFormat");
        String option = request.path().substring(PATH.length());
        Optional<String> complaint = complaint(asked, option);
        if (complaint.isPresent()) {
            return failed(complaint.get());
        }
        ObjectNode answer = head("1", "Success");
        ObjectNode results = answer.putObject("SearchResults");
        if (UpsJson.text(address, "PoliticalDivision2").equalsIgnoreCase("Springfield")) {
            results.set("GeocodeCandidate", Json.array(springfield("IL", "62701"), springfield("MA", "01103")));
            return response(answer);
        }
        Counter.Point point = origin.has("Geocode")
                ? new Counter.Point(
                        UpsJson.number(origin, "Geocode", "Latitude").doubleValue(),
                        UpsJson.number(origin, "Geocode", "Longitude").doubleValue())
                : Counter.town(
                        UpsJson.text(address, "PoliticalDivision2"),
                        UpsJson.text(address, "PostcodePrimaryLow"),
                        UpsJson.text(address, "CountryCode"));
        boolean miles = UpsJson.text(asked, "UnitOfMeasurement", "Code").equals("MI");
        BigDecimal radius = number(asked, "SearchRadius", new BigDecimal("100"));
        double kilometres = (miles ? radius.multiply(KILOMETRES_A_MILE) : radius).doubleValue();
        int most = number(asked, "MaximumListSize", new BigDecimal("5")).intValue();
        List<Counter> found = Counter.near(point, kilometres).stream()
                .filter(counter -> kinds(option).contains(counter.kind()))
                .limit(most)
                .toList();
        if (found.isEmpty()) {
            return failed("There are no UPS locations for this address.");
        }
        ArrayNode places = results.putArray("DropLocation");
        found.forEach(counter -> places.add(place(counter, point, miles)));
        return response(answer);
    }

    private static Optional<String> complaint(JsonNode asked, String option) {
        JsonNode origin = asked.path("OriginAddress");
        JsonNode address = origin.path("AddressKeyFormat");
        String unit = UpsJson.text(asked, "UnitOfMeasurement", "Code");
        BigDecimal radius = number(asked, "SearchRadius", new BigDecimal("100"));
        BigDecimal most = number(asked, "MaximumListSize", BigDecimal.ONE);
        boolean placed =
                origin.has("Geocode") || address.has("PostcodePrimaryLow") || address.has("PoliticalDivision2");
        if (kinds(option).isEmpty()) {
            return Optional.of("Invalid request option.");
        }
        if (!UpsJson.text(asked, "Request", "RequestAction").equals("Locator") || !asked.has("Translate")) {
            return Optional.of("Invalid request action.");
        }
        if (UpsJson.text(address, "CountryCode").isEmpty() || !placed) {
            return Optional.of("Missing origin address.");
        }
        if (UpsJson.text(address, "CountryCode").equals(NOWHERE)) {
            return Optional.of("The country is not served.");
        }
        if (!Set.of("MI", "KM").contains(unit)
                || isOutside(radius, "5", unit.equals("MI") ? "100" : "150")
                || isOutside(most, "1", "50")) {
            return Optional.of("Invalid search criteria.");
        }
        return Optional.empty();
    }

    private static boolean isOutside(BigDecimal value, String least, String most) {
        return value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0;
    }

    private static BigDecimal number(JsonNode asked, String name, BigDecimal otherwise) {
        JsonNode criteria = asked.path("LocationSearchCriteria");
        return criteria.has(name) ? UpsJson.number(criteria, name) : otherwise;
    }

    private static Set<Counter.Kind> kinds(String option) {
        return switch (option) {
            case LOCATIONS -> Set.of(Counter.Kind.OWN_SHOP, Counter.Kind.BOX, Counter.Kind.STATION);
            case ACCESS_POINTS -> Set.of(Counter.Kind.SHOP, Counter.Kind.LOCKER);
            default -> Set.of();
        };
    }

    private static ObjectNode head(String code, String words) {
        ObjectNode answer = Json.object();
        answer.putObject("Response")
                .put("ResponseStatusCode", code)
                .put("ResponseStatusDescription", words)
                .putObject("TransactionReference")
                .put("CustomerContext", "");
        return answer.put("AllowAllConfidenceLevels", "False");
    }

    private static SandboxResponse failed(String words) {
        ObjectNode answer = head("0", "Failure");
        ((ObjectNode) answer.path("Response"))
                .putObject("Error")
                .put("ErrorSeverity", "Hard")
                .put("ErrorCode", UpsRefusal.UNPUBLISHED)
                .put("ErrorDescription", words);
        answer.putObject("SearchResults");
        return response(answer);
    }

    private static SandboxResponse response(ObjectNode answer) {
        ObjectNode body = Json.object();
        body.set("LocatorResponse", answer);
        return SandboxResponse.json(200, body);
    }

    private static ObjectNode springfield(String state, String postalCode) {
        ObjectNode candidate = Json.object();
        candidate.putObject("Geocode").put("Latitude", "40.0").put("Longitude", "-80.0");
        candidate
                .putObject("AddressKeyFormat")
                .put("AddressLine", "")
                .put("PoliticalDivision2", "SPRINGFIELD")
                .put("PoliticalDivision1", state)
                .put("PostcodePrimaryLow", postalCode)
                .put("CountryCode", "US");
        return candidate;
    }

    private static ObjectNode place(Counter counter, Counter.Point from, boolean miles) {
        ObjectNode told = Json.object();
        told.put("LocationID", "%06d".formatted(counter.number())).put("OriginOrDestination", "01");
        told.putObject("IVR").put("PhraseID", "sandbox");
        told.putObject("Geocode")
                .put("Latitude", Double.toString(counter.latitude()))
                .put("Longitude", Double.toString(counter.longitude()));
        told.putObject("AddressKeyFormat")
                .put("ConsigneeName", name(counter))
                .put("AddressLine", counter.street())
                .put("PoliticalDivision2", counter.place().city().toUpperCase(Locale.ROOT))
                .put("PoliticalDivision1", counter.place().state())
                .put("PostcodePrimaryLow", counter.place().postalCode())
                .put("CountryCode", counter.place().country());
        told.putArray("PhoneNumber").add("90155501%02d".formatted(counter.number()));
        told.set("LocationAttribute", Json.array(kind(counter)));
        told.set("Distance", distance(counter, from, miles));
        told.putArray("SpecialInstructions").addObject().putArray("Segment").add("Beside the fountain");
        told.putArray("LatestGroundDropOffTime").add("1700");
        told.put("Timezone", counter.place().zone().getId());
        told.set("OperatingHours", UpsWeek.standardHours(counter.kind()));
        if (Set.of(Counter.Kind.SHOP, Counter.Kind.LOCKER).contains(counter.kind())) {
            told.putObject("ServiceOfferingList")
                    .set(
                            "ServiceOffering",
                            Json.array(UpsJson.status("005", "Pickup"), UpsJson.status("006", "Drop Off")));
            told.putObject("AccessPointInformation")
                    .put("PublicAccessPointID", "U%08d".formatted(counter.number()))
                    .set("AccessPointStatus", UpsJson.status("01", "Active-available"));
        }
        return told;
    }

    private static ObjectNode kind(Counter counter) {
        ObjectNode attribute = Json.object();
        attribute.set("OptionType", UpsJson.status("01", "Location"));
        attribute.set(
                "OptionCode",
                Json.array(
                        switch (counter.kind()) {
                            case SHOP -> UpsJson.status("018", "UPS Access Point");
                            case LOCKER -> UpsJson.status("018", "UPS Access Point Locker");
                            case OWN_SHOP -> UpsJson.status("002", "The UPS Store");
                            case BOX -> UpsJson.status("003", "UPS Drop Box");
                            case STATION -> UpsJson.status("001", "UPS Customer Center");
                        }));
        return attribute;
    }

    private static String name(Counter counter) {
        return switch (counter.kind()) {
            case SHOP -> "EXAMPLE BOOKS " + counter.number();
            case LOCKER -> "EXAMPLE LOCKER " + counter.number();
            case OWN_SHOP -> "THE UPS STORE";
            case BOX -> "UPS DROP BOX";
            case STATION -> "UPS CUSTOMER CENTER";
        };
    }

    private static ObjectNode distance(Counter counter, Counter.Point from, boolean miles) {
        ObjectNode distance = Json.object();
        distance.put("Value", far(counter, from, miles, 1));
        distance.set("UnitOfMeasurement", miles ? UpsJson.status("MI", "Miles") : UpsJson.status("KM", "Kilometers"));
        return distance;
    }

    /** How far it is, with so many decimals. */
    static String far(Counter counter, Counter.Point from, boolean miles, int decimals) {
        BigDecimal kilometres = BigDecimal.valueOf(from.kilometresTo(counter));
        return (miles ? kilometres.divide(KILOMETRES_A_MILE, decimals, RoundingMode.HALF_UP) : kilometres)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
