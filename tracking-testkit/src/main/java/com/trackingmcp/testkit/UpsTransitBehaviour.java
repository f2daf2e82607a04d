package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * UPS's Time In Transit API in the sandbox. Stateless. The city "Springfield" without a postal code is ambiguous; errors
 * are at the top of the body, as this API has them.
 */
final class UpsTransitBehaviour {
    static final String PATH = "/api/shipments/v1/transittimes";
    private static final Set<String> WITH_POSTAL_CODES = Set.of("US", "PR", "CA");

    private UpsTransitBehaviour() {}

    static SandboxResponse answer(SandboxRequest request) {
        JsonNode asked = Json.read(request.body());
        String from = UpsJson.text(asked, "originCountryCode");
        String to = UpsJson.text(asked, "destinationCountryCode");
        if (from.isEmpty() || to.isEmpty()) {
            return refusal("270001", "Missing or invalid country code.");
        }
        if (to.equals("AQ")) {
            return refusal("270050", "No service is available between these places.");
        }
        if (UpsJson.text(asked, "destinationPostalCode").equals("00000")) {
            return invalid("destinationPostalCode");
        }
        boolean unclear = WITH_POSTAL_CODES.contains(to)
                && UpsJson.text(asked, "destinationPostalCode").isEmpty()
                && UpsJson.text(asked, "destinationCityName").equals("Springfield");
        return unclear ? ambiguous() : times(asked, from, to);
    }

    private static SandboxResponse refusal(String code, String message) {
        ObjectNode body = Json.object();
        body.putArray("errors").addObject().put("code", code).put("message", message);
        return SandboxResponse.json(400, body);
    }

    private static SandboxResponse invalid(String field) {
        ObjectNode body = Json.object();
        ObjectNode validation = body.putObject("validationList");
        validation.putArray("invalidFieldList").add(field);
        validation.putArray("invalidFieldListCodes").add(field);
        validation.put("destinationAmbiguous", false).put("originAmbiguous", false);
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse ambiguous() {
        ObjectNode body = Json.object();
        body.putObject("validationList").put("destinationAmbiguous", true).put("originAmbiguous", false);
        ArrayNode candidates = Json.array();
        for (String state : List.of("IL", "MA")) {
            candidates
                    .addObject()
                    .put("countryName", "UNITED STATES")
                    .put("countryCode", "US")
                    .put("stateProvince", state)
                    .put("city", "SPRINGFIELD")
                    .put("postalCodeLow", state.equals("IL") ? "62701" : "01101");
        }
        body.set("destinationPickList", candidates);
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse times(JsonNode asked, String from, String to) {
        LocalDate handedOver = LocalDate.parse(UpsJson.text(asked, "shipDate"));
        List<String> services = UpsTariff.services(from, to, false);
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("emsResponse");
        answer.put("shipDate", handedOver.toString()).put("shipTime", "").put("serviceLevel", "A");
        answer.put("billType", UpsJson.text(asked, "billType"));
        answer.put("residentialIndicator", UpsJson.text(asked, "residentialIndicator"));
        place(answer, "destination", asked, to);
        place(answer, "origin", asked, from);
        answer.put("weight", UpsJson.text(asked, "weight"));
        answer.put("weightUnitOfMeasure", UpsJson.text(asked, "weightUnitOfMeasure"));
        answer.put("guaranteeSuspended", false).put("numberOfServices", services.size());
        ArrayNode all = answer.putArray("services");
        services.forEach(service -> all.add(service(service, handedOver)));
        return SandboxResponse.json(200, body);
    }

    private static void place(ObjectNode answer, String which, JsonNode asked, String country) {
        answer.put(which + "CountryName", new Locale("", country).getDisplayCountry(Locale.ENGLISH));
        answer.put(which + "CountryCode", country);
        answer.put(which + "PostalCode", UpsJson.text(asked, which + "PostalCode"));
        answer.put(which + "CityName", UpsJson.text(asked, which + "CityName"));
    }

    private static ObjectNode service(String service, LocalDate handedOver) {
        LocalDate arrival = UpsSchedule.arrival(service, handedOver);
        String by = UpsSchedule.by(service) + ":00";
        return Json.object()
                .put("serviceLevel", UpsSchedule.level(service))
                .put("serviceLevelDescription", UpsSchedule.name(service))
                .put("shipDate", handedOver.toString())
                .put("deliveryDate", arrival.toString())
                .put("commitTime", by)
                .put("deliveryTime", by)
                .put("deliveryDayOfWeek", UpsSchedule.dayOfWeek(arrival))
                .put("nextDayPickupIndicator", "0")
                .put("saturdayPickupIndicator", "0")
                .put("guaranteeIndicator", UpsSchedule.isGuaranteed(service) ? "1" : "0")
                .put("totalTransitDays", 0)
                .put("businessTransitDays", UpsSchedule.days(service))
                .put("restDaysCount", 0)
                .put("holidayCount", 0)
                .put("delayCount", 0)
                .put("pickupDate", handedOver.toString())
                .put("pickupTime", "18:00:00")
                .put("cstccutoffTime", "15:00:00");
    }
}
