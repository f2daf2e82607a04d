package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * What FedEx's Address Validation and Postal Code Validation APIs answer. The sandbox knows no streets: an address is
 * good unless its postal code is {@code 00000}, its country {@code AQ}, or its street named {@code Nowhere}; in a tower
 * without a second line a suite is missing, and at an avenue nobody lives.
 */
final class FedexAddressBehaviour {
    static final String ADDRESS = "/address/v1/addresses/resolve";
    static final String POSTAL = "/country/v1/postal/validate";

    private static final int MOST = 100;
    private static final Set<String> COMPANIES = Set.of("FDXE", "FDXG", "FXSP", "FDXC", "FXCC");

    private FedexAddressBehaviour() {}

    static ObjectNode resolve(JsonNode body) throws FedexRefusal {
        JsonNode asked = body.path("addressesToValidate");
        if (!asked.isArray() || asked.isEmpty() || asked.size() > MOST) {
            throw new FedexRefusal("ADDRESSES.COUNT.INVALID", "One to a hundred addresses are required.");
        }
        ObjectNode output = Json.object();
        ArrayNode resolved = output.putArray("resolvedAddresses");
        for (JsonNode one : asked) {
            resolved.add(resolved(one.path("address")));
        }
        return output;
    }

    private static ObjectNode resolved(JsonNode address) throws FedexRefusal {
        JsonNode lines = address.path("streetLines");
        if (!lines.isArray() || lines.isEmpty()) {
            throw new FedexRefusal("ADDRESS.STREETLINES.REQUIRED", "At least one street line is required.");
        }
        if (address.path("city").asText("").isBlank()
                && address.path("postalCode").asText("").isBlank()) {
            throw new FedexRefusal("CITYNAME.POSTALCODE.REQUIRED", "City Name or Postal Code is required.");
        }
        String street = lines.path(0).asText().toUpperCase(Locale.ROOT);
        if (street.contains("NOWHERE")) {
            throw new FedexRefusal("STANDARDIZED.ADDRESS.NOTFOUND", "Standardized address is not found.");
        }
        String country = address.path("countryCode").asText("");
        boolean supported = !country.equals("AQ");
        boolean known = supported && !address.path("postalCode").asText("").equals("00000");
        boolean suiteMissing = known && street.contains("TOWER") && lines.size() < 2;
        ObjectNode resolved = Json.object();
        resolved.set("streetLinesToken", known ? standardised(lines) : lines);
        text(resolved, "city", address.path("city").asText(""), known);
        text(
                resolved,
                "stateOrProvinceCode",
                address.path("stateOrProvinceCode").asText(""),
                known);
        resolved.put("countryCode", country);
        // texts, though described as objects
        ArrayNode messages = resolved.putArray("customerMessage");
        if (suiteMissing) {
            messages.add("SUITE.NUMBER.REQUIRED");
        }
        postalCode(resolved, address, known);
        resolved.put("classification", !known ? "UNKNOWN" : street.contains("AVENUE") ? "BUSINESS" : "RESIDENTIAL");
        resolved.put("postOfficeBox", false).put("generalDelivery", false);
        ObjectNode attributes = resolved.putObject("attributes");
        attributes.put("Resolved", known).put("Matched", known).put("DPV", known && !suiteMissing);
        attributes.put("CountrySupported", supported).put("MultipleMatches", false);
        attributes.put("SuiteRequiredButMissing", suiteMissing).put("InvalidSuiteNumber", false);
        attributes.put("AddressType", !supported ? "RAW" : known ? "STANDARDIZED" : "NORMALIZED");
        attributes.put("AddressPrecision", "STREET_ADDRESS").put("DataVintage", "February 2026");
        return resolved;
    }

    private static ArrayNode standardised(JsonNode lines) {
        ArrayNode told = Json.array();
        lines.forEach(line -> told.add(line.asText()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\bSTREET\\b", "ST")
                .replaceAll("\\bAVENUE\\b", "AVE")));
        return told;
    }

    private static void text(ObjectNode resolved, String name, String value, boolean known) {
        if (!value.isEmpty()) {
            resolved.put(name, known ? value.toUpperCase(Locale.ROOT) : value);
        }
    }

    /** American postal codes get the four digits they lack. */
    private static void postalCode(ObjectNode resolved, JsonNode address, boolean known) {
        String given = address.path("postalCode").asText("");
        String base = given.split("-", 2)[0];
        ObjectNode parsed = resolved.putObject("parsedPostalCode").put("base", base);
        if (known && address.path("countryCode").asText("").equals("US")) {
            parsed.put("addOn", "2716");
        }
    }

    static ObjectNode postalCode(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.oneOf(body, "carrierCode", COMPANIES, "CARRIERCODE.VALUE.INVALID");
        order.text(body, "countryCode", "COUNTRYCODE.VALUE.INVALID");
        order.text(body, "postalCode", "CITYNAME.POSTALCODE.REQUIRED");
        order.text(body, "stateOrProvinceCode", "STATEORPROVINCECODE.VALUE.REQUIRED");
        FedexAsk.day(body, "shipDate", LocalDate.MIN);
        order.text(body, "shipDate", "SHIPDATE.VALUE.REQUIRED");
        String postalCode = body.path("postalCode").asText("");
        if (postalCode.equals("00000")) {
            order.refuse("COUNTRY.POSTALCODE.INVALID", "The postal code is not valid for the country.");
        }
        order.conclude();
        ObjectNode output = Json.object();
        output.put("countryCode", body.path("countryCode").asText());
        output.put("stateOrProvinceCode", body.path("stateOrProvinceCode").asText());
        output.put("cleanedPostalCode", postalCode.replaceAll("[\\s-]", ""));
        output.putArray("locationDescriptions")
                .addObject()
                .put("locationId", "MEMA ")
                .put("locationNumber", "0")
                .put("serviceArea", "A1")
                .put("airportId", "MEM");
        return output;
    }
}
