package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** What FedEx's Locations Search API answers. */
final class FedexLocationBehaviour {
    static final String PATH = "/location/v1/locations";

    private static final double KM_PER_MILE = 1.609344;
    private static final double FARTHEST_MILES = 50;
    private static final int MOST = 75;
    private static final String NOWHERE = "AQ";

    private static final Map<Counter.Kind, String> TYPES = Map.of(
            Counter.Kind.SHOP, "FEDEX_AUTHORIZED_SHIP_CENTER",
            Counter.Kind.OWN_SHOP, "FEDEX_OFFICE",
            Counter.Kind.LOCKER, "FEDEX_SHIP_AND_GET",
            Counter.Kind.BOX, "FEDEX_SELF_SERVICE_LOCATION",
            Counter.Kind.STATION, "FEDEX_EXPRESS_STATION");

    private static final Map<Counter.Kind, List<String>> ATTRIBUTES = Map.of(
            Counter.Kind.SHOP,
            List.of("GROUND_DROPOFFS", "PACK_AND_SHIP", "WEEKDAY_GROUND_HOLD_AT_LOCATION"),
            Counter.Kind.OWN_SHOP,
            List.of("EXPRESS_PARCEL_DROPOFFS", "PACKAGING_SUPPLIES", "RETURNS_SERVICES", "ACCEPTS_CASH"),
            Counter.Kind.LOCKER,
            List.of("WEEKDAY_EXPRESS_HOLD_AT_LOCATION", "OPEN_TWENTY_FOUR_HOURS"),
            Counter.Kind.BOX,
            List.of("DROP_BOX", "EXPRESS_PARCEL_DROPOFFS"),
            Counter.Kind.STATION,
            List.of("DANGEROUS_GOODS_SERVICES", "EXPRESS_PARCEL_DROPOFFS", "WEEKDAY_EXPRESS_HOLD_AT_LOCATION"));

    private FedexLocationBehaviour() {}

    static ObjectNode find(JsonNode body) throws FedexRefusal {
        JsonNode address = body.path("location").path("address");
        boolean byPoint = body.path("locationSearchCriterion").asText("ADDRESS").equals("GEOGRAPHIC_COORDINATES");
        check(body, address, byPoint);
        JsonNode control = body.path("locationsSummaryRequestControlParameters");
        String units = control.path("distance").path("units").asText("MI");
        double unit = units.equals("KM") ? 1 : KM_PER_MILE;
        double radius = Math.min(
                control.path("distance").path("value").asDouble(FARTHEST_MILES) * unit, FARTHEST_MILES * KM_PER_MILE);
        JsonNode point = body.path("location").path("longLat");
        Counter.Point from = byPoint
                ? new Counter.Point(
                        point.path("latitude").asDouble(),
                        point.path("longitude").asDouble())
                : Counter.town(
                        address.path("city").asText(""),
                        address.path("postalCode").asText(""),
                        address.path("countryCode").asText());
        List<Counter> found = Counter.near(from, radius).stream()
                .filter(counter -> isWanted(counter, body))
                .limit(control.path("maxResults").asInt(MOST))
                .toList();
        if (found.isEmpty()) {
            throw new FedexRefusal("NORESULT.TO.RETURN", "No result returned.");
        }
        ObjectNode output = Json.object().put("totalResults", found.size()).put("resultsReturned", found.size());
        ArrayNode list = output.putArray("locationDetailList");
        found.forEach(counter -> list.add(detail(counter, from, units, unit)));
        return output;
    }

    private static void check(JsonNode body, JsonNode address, boolean byPoint) throws FedexRefusal {
        String country = FedexAsk.text(address, "countryCode", "LOCATION.COUNTRYCODE.REQUIRED");
        if (country.equals(NOWHERE)) {
            throw new FedexRefusal("COUNTRY.CODE.SUPPORTED", "This Country Code is not supported.");
        }
        if (byPoint) {
            FedexAsk.text(body.path("location").path("longLat"), "latitude", "ERROR.LONGLAT.REQUIRED");
            FedexAsk.text(body.path("location").path("longLat"), "longitude", "ERROR.LONGLAT.REQUIRED");
        } else if (!address.has("city")) {
            FedexAsk.text(address, "postalCode", "CITYNAME.POSTALCODE.REQUIRED");
        }
        if (body.path("locationsSummaryRequestControlParameters")
                        .path("maxResults")
                        .asInt(1)
                < 1) {
            throw new FedexRefusal("REQUEST.POSITIVE.NUMBER", "Results requested must be a non-negative integer.");
        }
    }

    private static List<String> attributes(Counter counter) {
        return ATTRIBUTES.getOrDefault(counter.kind(), List.of());
    }

    private static boolean isWanted(Counter counter, JsonNode body) {
        List<String> attributes = attributes(counter);
        for (JsonNode wanted : body.path("locationAttrTypes")) {
            if (!attributes.contains(wanted.asText())) {
                return false;
            }
        }
        for (JsonNode wanted : body.path("locationCapabilities")) {
            String way = wanted.path("transferOfPossessionType").asText();
            String end = way.equals("DROPOFF") ? "_DROPOFFS" : "_HOLD_AT_LOCATION";
            if (attributes.stream().noneMatch(attribute -> attribute.endsWith(end))) {
                return false;
            }
        }
        JsonNode types = body.path("locationTypes");
        return types.isEmpty() || types.toString().contains("\"" + TYPES.get(counter.kind()) + "\"");
    }

    private static ObjectNode detail(Counter counter, Counter.Point from, String units, double unit) {
        ObjectNode detail = Json.object();
        detail.putObject("distance")
                .put("units", units)
                .put(
                        "value",
                        BigDecimal.valueOf(from.kilometresTo(counter) / unit).setScale(1, RoundingMode.HALF_UP));
        ObjectNode where = detail.putObject("contactAndAddress");
        where.putObject("contact")
                .put("companyName", "FedEx place " + counter.number())
                .put("phoneNumber", "90155501" + String.format("%02d", counter.number()));
        ObjectNode address = where.putObject("address");
        address.putArray("streetLines").add(counter.street());
        address.put("city", counter.place().city());
        if (!counter.place().state().isEmpty()) {
            address.put("stateOrProvinceCode", counter.place().state());
        }
        address.put("postalCode", counter.place().postalCode());
        address.put("countryCode", counter.place().country()).put("residential", false);
        where.putObject("addressAncillaryDetail")
                .put("locationInCity", "Downtown")
                .put("displayName", "Example place " + counter.number());
        detail.put("locationId", counter.place().area() + counter.number());
        detail.set("storeHours", hours(counter.kind()));
        detail.putObject("geoPositionalCoordinates")
                .put("latitude", BigDecimal.valueOf(counter.latitude()))
                .put("longitude", BigDecimal.valueOf(counter.longitude()));
        detail.put("locationType", TYPES.get(counter.kind()));
        attributes(counter).forEach(detail.putArray("locationAttributeTypes")::add);
        if (counter.kind() == Counter.Kind.STATION) {
            detail.put("specialInstructions", "Enter from the north.");
        }
        return detail;
    }

    /** From Sunday on, as FedEx's own week begins. */
    private static ArrayNode hours(Counter.Kind kind) {
        ArrayNode week = Json.array();
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            DayOfWeek day = DayOfWeek.SUNDAY.plus(i);
            ObjectNode hours = week.addObject().put("dayofweek", day.name());
            boolean closed = day == DayOfWeek.SUNDAY || kind == Counter.Kind.STATION && day == DayOfWeek.SATURDAY;
            switch (kind) {
                case LOCKER, BOX -> hours.put("operationalHoursType", "OPEN_ALL_DAY");
                default -> {
                    hours.put("operationalHoursType", closed ? "CLOSED_ALL_DAY" : "OPEN_BY_HOURS");
                    if (!closed) {
                        spans(hours.putArray("operationalHours"), kind);
                    }
                }
            }
        }
        return week;
    }

    private static void spans(ArrayNode spans, Counter.Kind kind) {
        if (kind == Counter.Kind.STATION) {
            spans.addObject().put("begins", "08:00:00").put("ends", "19:00:00");
        } else {
            spans.addObject().put("begins", "09:00:00").put("ends", "12:30:00");
            spans.addObject().put("begins", "13:30:00").put("ends", "18:00:00");
        }
    }
}
