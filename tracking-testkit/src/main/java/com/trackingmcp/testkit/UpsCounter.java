package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.UpsRefusal.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What UPS looks at before it prices or sells a shipment: account, addresses, units, weights. Stateless. Complains about
 * everything at once; the codes are those people report of UPS.
 */
final class UpsCounter {
    private static final Set<String> IMPERIAL = Set.of("US", "PR");
    private static final Set<String> WITH_STATES = Set.of("US", "CA", "PR");
    private static final BigDecimal MOST_POUNDS = new BigDecimal("150");
    private static final BigDecimal MOST_KILOGRAMS = new BigDecimal("70");
    private static final String NOWHERE = "AQ";
    private static final String NO_POSTAL_CODE = "00000";

    private UpsCounter() {}

    /** A request for prices. */
    static void checkToPrice(JsonNode shipment) {
        List<Problem> problems = new ArrayList<>();
        String account = UpsJson.text(shipment, "Shipper", "ShipperNumber");
        if (!account.isEmpty() && !account.equals(SandboxSettings.UPS_ACCOUNT)) {
            problems.add(new Problem("111580", "Missing or invalid account number."));
        }
        for (String party : List.of("Shipper", "ShipTo")) {
            JsonNode address = shipment.path(party).path("Address");
            if (UpsJson.text(address, "CountryCode").isEmpty()) {
                problems.add(new Problem("110208", "Missing or illegal " + party + " country code."));
            }
            if (!address.path("AddressLine").isArray()) {
                problems.add(new Problem(UpsRefusal.UNPUBLISHED, "Missing " + party + " address line."));
            }
        }
        String to = country(shipment, "ShipTo");
        if (UpsJson.text(shipment, "ShipTo", "Address", "PostalCode").equals(NO_POSTAL_CODE)) {
            problems.add(new Problem("111285", "The postal code 00000 is invalid for " + to + "."));
        }
        if (to.equals(NOWHERE)) {
            problems.add(new Problem("111210", "The requested service is unavailable between the selected locations."));
        }
        packages(shipment, "PackagingType", problems);
        complain(problems);
    }

    /** An order for labels. */
    static void checkToSell(JsonNode order) {
        JsonNode shipment = order.path("Shipment");
        List<Problem> problems = new ArrayList<>();
        if (!UpsJson.text(shipment, "Shipper", "ShipperNumber").equals(SandboxSettings.UPS_ACCOUNT)) {
            problems.add(new Problem("120100", "Missing or invalid shipper number"));
        }
        party(shipment.path("Shipper"), "1201", "shipper", problems);
        party(shipment.path("ShipTo"), "1202", "ship to", problems);
        if (country(shipment, "ShipTo").equals(NOWHERE)) {
            problems.add(new Problem("121210", "The requested service is unavailable between the selected locations."));
        }
        boolean abroad = !origin(shipment).equals(country(shipment, "ShipTo"));
        if (abroad && UpsJson.text(shipment, "ShipTo", "Phone", "Number").isEmpty()) {
            problems.add(new Problem("120209", "Missing or invalid ship to phone number"));
        }
        if (abroad && UpsJson.text(shipment, "Shipper", "Phone", "Number").isEmpty()) {
            problems.add(new Problem("120109", "Missing or invalid shipper phone number"));
        }
        require(order, "Missing label format", problems, "LabelSpecification", "LabelImageFormat", "Code");
        require(order, "Missing request option", problems, "Request", "RequestOption");
        require(shipment, "Missing or invalid service code", problems, "Service", "Code");
        require(shipment, "Missing payment information", problems, "PaymentInformation", "ShipmentCharge");
        if (shipment.has("ReturnService")
                && UpsJson.text(shipment, "Description").isEmpty()) {
            problems.add(new Problem(UpsRefusal.UNPUBLISHED, "A return needs a description of the goods."));
        }
        packages(shipment, "Packaging", problems);
        complain(problems);
    }

    private static void complain(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UpsRefusal(problems);
        }
    }

    private static void require(JsonNode node, String message, List<Problem> problems, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        if (at.isMissingNode() || at.isTextual() && at.asText().isBlank()) {
            problems.add(new Problem(UpsRefusal.UNPUBLISHED, message + "."));
        }
    }

    private static void party(JsonNode party, String series, String name, List<Problem> problems) {
        JsonNode address = party.path("Address");
        if (UpsJson.text(party, "Name").isEmpty()) {
            problems.add(new Problem(UpsRefusal.UNPUBLISHED, "Missing or invalid " + name + " name"));
        }
        if (UpsJson.many(address.path("AddressLine")).stream()
                .allMatch(line -> line.asText().isBlank())) {
            problems.add(new Problem(series + "02", "Missing or invalid " + name + " address line 1"));
        }
        if (UpsJson.text(address, "City").isEmpty()) {
            problems.add(new Problem(series + "05", "Missing or invalid " + name + " city"));
        }
        String country = UpsJson.text(address, "CountryCode");
        if (country.isEmpty()) {
            problems.add(new Problem(series + "08", "Missing or invalid " + name + " country code"));
        }
        if (WITH_STATES.contains(country)
                && UpsJson.text(address, "StateProvinceCode").isEmpty()
                && !country.equals("PR")) {
            problems.add(new Problem(series + "06", "Missing or invalid " + name + " state province code"));
        }
        String postalCode = UpsJson.text(address, "PostalCode");
        if (WITH_STATES.contains(country) && postalCode.isEmpty() || postalCode.equals(NO_POSTAL_CODE)) {
            problems.add(new Problem(series + "07", "Missing or invalid " + name + " postal code"));
        }
    }

    private static void packages(JsonNode shipment, String packaging, List<Problem> problems) {
        List<JsonNode> packages = UpsJson.many(shipment.path("Package"));
        if (packages.isEmpty()) {
            problems.add(new Problem("110002", "No packages in shipment."));
        }
        boolean imperial = IMPERIAL.contains(origin(shipment));
        for (JsonNode one : packages) {
            if (UpsJson.text(one, packaging, "Code").isEmpty()) {
                problems.add(new Problem(UpsRefusal.UNPUBLISHED, "Missing or invalid package type."));
            }
            String unit = UpsJson.text(one, "PackageWeight", "UnitOfMeasurement", "Code");
            if (imperial && unit.equals("KGS")) {
                problems.add(new Problem("111057", "This measurement system is not valid for the selected country."));
            }
            BigDecimal weight = UpsJson.number(one, "PackageWeight", "Weight");
            if (weight.signum() <= 0) {
                problems.add(new Problem("111030", "Packages must weigh more than zero pounds."));
            }
            if (!unit.equals("KGS") && weight.compareTo(MOST_POUNDS) > 0) {
                problems.add(new Problem("111035", tooHeavy("150.00 pounds")));
            }
            if (unit.equals("KGS") && weight.compareTo(MOST_KILOGRAMS) > 0) {
                problems.add(new Problem("111036", tooHeavy("70.00 kg")));
            }
            String length = UpsJson.text(one, "Dimensions", "UnitOfMeasurement", "Code");
            if (!length.isEmpty() && length.equals("CM") != unit.equals("KGS")) {
                problems.add(
                        new Problem("110548", "A shipment cannot have a KGS/IN or LBS/CM as its unit of measurements"));
            }
        }
    }

    private static String tooHeavy(String limit) {
        return "The maximum per package weight for the selected service from the selected country is " + limit + ".";
    }

    static String country(JsonNode shipment, String party) {
        return UpsJson.text(shipment, party, "Address", "CountryCode");
    }

    /** Where a shipment is handed over: at the shipper's, unless it says otherwise. */
    static String origin(JsonNode shipment) {
        return shipment.has("ShipFrom") ? country(shipment, "ShipFrom") : country(shipment, "Shipper");
    }
}
