package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What UPS's Pickup API tells besides pickups: the service centers for freight, and the states of countries. Stateless. It
 * knows states of the United States, Canada and Ireland, a few of each; of other countries it tells none.
 */
final class UpsFacilities {
    static final String CENTERS = "/api/pickup/v2409/servicecenterlocations";
    static final String COUNTRIES = "/api/pickup/v2409/countries/";
    private static final double KILOMETRES_A_MILE = 1.609344;
    private static final BigDecimal FARTHEST = new BigDecimal("200");
    private static final BigDecimal MOST = new BigDecimal("100");
    private static final String NOWHERE = "AQ";
    private static final Map<String, List<String>> DIVISIONS = Map.of(
            "US", List.of("CA", "NY", "TN", "TX"),
            "CA", List.of("BC", "ON", "QC"),
            "IE", List.of("CORK", "DUBLIN"));

    private UpsFacilities() {}

    static SandboxResponse divisions(SandboxRequest request) {
        for (String name : List.of("transId", "transactionSrc")) {
            if (request.header(name).orElse("").isBlank()) {
                throw refusal("Missing header " + name);
            }
        }
        String country = request.path().substring(COUNTRIES.length());
        if (country.length() != 2 || country.equals(NOWHERE)) {
            throw refusal("Invalid country code");
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PickupGetPoliticalDivision1ListResponse");
        answer.set("Response", UpsJson.head(Json.object()));
        List<String> known = DIVISIONS.getOrDefault(country, List.of());
        if (!known.isEmpty()) {
            ArrayNode told = answer.putArray("PoliticalDivision1");
            known.forEach(told::add);
        }
        return SandboxResponse.json(200, body);
    }

    static SandboxResponse centers(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("PickupGetServiceCenterFacilitiesRequest");
        JsonNode origin = asked.path("OriginAddress");
        JsonNode criteria = origin.path("OriginSearchCriteria");
        check(asked, criteria);
        boolean miles = UpsJson.text(criteria, "DistanceUnitOfMeasure").equals("MI");
        double radius = within(criteria, "SearchRadius", FARTHEST).doubleValue();
        int most = within(criteria, "MaximumLocation", MOST).intValue();
        Counter.Point from = Counter.town(
                UpsJson.text(origin, "City"), UpsJson.text(origin, "PostalCode"), UpsJson.text(origin, "CountryCode"));
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("PickupGetServiceCenterFacilitiesResponse");
        answer.set("Response", UpsJson.head(asked));
        ArrayNode centers = Json.array();
        Counter.near(from, miles ? radius * KILOMETRES_A_MILE : radius).stream()
                .filter(counter -> counter.kind() == Counter.Kind.STATION)
                .limit(most)
                .forEach(counter -> centers.add(center(counter, from, miles)));
        ObjectNode location = answer.putObject("ServiceCenterLocation");
        if (!centers.isEmpty()) {
            location.set("DropOffFacilities", centers);
        }
        return SandboxResponse.json(200, body);
    }

    private static void check(JsonNode asked, JsonNode criteria) {
        List<JsonNode> pieces = UpsJson.many(asked.path("PickupPiece"));
        boolean freight = pieces.size() == 1
                && Set.of("096", "96").contains(UpsJson.text(pieces.get(0), "ServiceCode"))
                && UpsJson.text(pieces.get(0), "ContainerCode").equals("03");
        if (!asked.path("Request").isObject() || !freight) {
            throw refusal("Missing or invalid PickupPiece");
        }
        if (!UpsJson.text(asked, "Locale").matches("[a-z]{2}_[A-Z]{2}")) {
            throw refusal("Missing or invalid Locale");
        }
        String country = UpsJson.text(asked, "OriginAddress", "CountryCode");
        if (country.isEmpty() || country.equals(NOWHERE)) {
            throw refusal("The country is not served");
        }
        if (!asked.has("ProximitySearchIndicator")
                || !Set.of("MI", "KM").contains(UpsJson.text(criteria, "DistanceUnitOfMeasure"))) {
            throw refusal("Missing or invalid DistanceUnitOfMeasure");
        }
    }

    private static BigDecimal within(JsonNode criteria, String name, BigDecimal most) {
        BigDecimal value = criteria.has(name) ? UpsJson.number(criteria, name) : most;
        if (value.signum() <= 0 || value.compareTo(most) > 0) {
            throw refusal("Invalid " + name);
        }
        return value;
    }

    private static ObjectNode center(Counter counter, Counter.Point from, boolean miles) {
        Place place = counter.place();
        ObjectNode told = Json.object();
        told.put("Name", "UPS FREIGHT " + place.area());
        // one line as it is, as the document allows
        told.putObject("Address")
                .put("AddressLine", counter.street())
                .put("City", place.city())
                .put("StateProvince", place.state().isEmpty() ? "NW" : place.state())
                .put("PostalCode", place.postalCode())
                .put("CountryCode", place.country())
                .put("ResidentialIndicator", "N");
        told.put("SLIC", "%04d".formatted(counter.number()))
                .put("Type", "FRT")
                .put("Timezone", place.zone().getId())
                .put("Phone", "90155502%02d".formatted(counter.number()))
                .put("Fax", "90155503%02d".formatted(counter.number()))
                .put("OriginOrDestination", "01");
        told.set("FacilityTime", UpsWeek.facilityTime());
        told.putArray("LocalizedInstruction")
                .addObject()
                .put("Locale", "en_US")
                .put("Last50ftInstruction", "Ring at gate " + counter.number());
        told.putObject("Distance")
                .put("Value", UpsLocatorBehaviour.far(counter, from, miles, 2))
                .put("UnitOfMeasurement", miles ? "MI" : "KM");
        return told;
    }

    private static UpsRefusal refusal(String message) {
        return new UpsRefusal(UpsRefusal.UNPUBLISHED, message);
    }
}
