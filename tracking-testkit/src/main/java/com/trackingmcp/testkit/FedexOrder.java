package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what is to be rated or shipped as strictly as FedEx's published descriptions, and tells all that is wrong at once.
 * Not safe for use by many threads.
 *
 * <p>Codes that FedEx does not publish are made up after its grammar, {@code AREA.SUBJECT.CONDITION}.
 */
final class FedexOrder {
    /** Where FedEx does not go. */
    private static final String NOWHERE = "AQ";

    private static final String NO_POSTAL_CODE = "00000";
    private static final double MOST_POUNDS = 150;
    private static final double POUNDS_PER_KILOGRAM = 2.20462;
    private static final Set<String> POSTAL_AWARE = Set.of("US", "CA", "PR");
    private static final Set<String> TEN_DIGITS = Set.of("US", "CA");
    private static final Set<String> PICKUPS =
            Set.of("CONTACT_FEDEX_TO_SCHEDULE", "DROPOFF_AT_FEDEX_LOCATION", "USE_SCHEDULED_PICKUP");
    private static final Pattern PHONE = Pattern.compile("\\+?1?\\d{10}");

    private final JsonNode body;
    private final JsonNode shipment;
    private final List<FedexRefusal> wrong = new ArrayList<>();

    FedexOrder(JsonNode body) {
        this.body = body;
        this.shipment = body.path("requestedShipment");
    }

    JsonNode body() {
        return body;
    }

    JsonNode shipment() {
        return shipment;
    }

    void refuse(String code, String message) {
        wrong.add(new FedexRefusal(code, message));
    }

    void conclude() throws FedexRefusal {
        FedexRefusal.throwAll(wrong);
    }

    /** The account must be the one that the credentials are for. */
    void account() {
        account(body.path("accountNumber").path("value"));
    }

    /** The same where it stands elsewhere; a text in any case. */
    void account(JsonNode given) {
        String account = given.isTextual() ? given.asText() : "";
        if (account.isEmpty()) {
            refuse(
                    "ACCOUNTNUMBER.REGISTRATION.REQUIRED",
                    "Please enter a valid 9-digit FedEx account number or register for a new FedEx account number.");
        } else if (!account.equals(SandboxSettings.FEDEX_ACCOUNT)) {
            refuse("ACCOUNT.NUMBER.MISMATCH", "The account number does not match the credentials.");
        }
    }

    void text(JsonNode parent, String name, String code) {
        if (!parent.path(name).isTextual() || parent.path(name).asText().isBlank()) {
            refuse(code, name + " must be a text with something in it.");
        }
    }

    void atMost(JsonNode parent, String name, int characters, String code) {
        if (parent.path(name).asText("").length() > characters) {
            refuse(code, name + " has " + characters + " characters at most.");
        }
    }

    void oneOf(JsonNode parent, String name, Set<String> values, String code) {
        if (!values.contains(parent.path(name).asText(""))) {
            refuse(code, name + " must be one of " + String.join(", ", new TreeSet<>(values)) + ".");
        }
    }

    void pickup() {
        oneOf(shipment, "pickupType", PICKUPS, "PICKUPTYPE.VALUE.INVALID");
    }

    /** A place parcels can come from or go to. */
    void place(String who, JsonNode address) {
        text(address, "countryCode", who + ".COUNTRY.INVALID");
        String country = address.path("countryCode").asText("");
        String postalCode = address.path("postalCode").asText("");
        if (country.equals(NOWHERE)) {
            refuse(
                    "RATE.LOCATION.NOSERVICE",
                    "FedEx service is not currently available to this origin / destination combination.");
        } else if (POSTAL_AWARE.contains(country) && postalCode.isBlank()) {
            refuse("ORIGIN.POSTAL.REQUIRED", "Postal code/ZIP is required");
        } else if (address.has("postalCode") && !address.path("postalCode").isTextual()) {
            refuse(who + ".POSTALCODE.INVALID", "A postal code is a text.");
        } else if (postalCode.equals(NO_POSTAL_CODE)) {
            refuse("COUNTRY.POSTALCODE.INVALID", "The postal code is not valid for the country.");
        }
        if (TEN_DIGITS.contains(country)
                && address.path("stateOrProvinceCode").asText("").isBlank()) {
            refuse(who + ".STATEORPROVINCECODE.INVALID", "A state or province is required.");
        }
    }

    /** Somebody a label can name. */
    void party(String who, JsonNode party) {
        JsonNode address = party.path("address");
        place(who, address);
        text(address, "city", who + ".CITY.INVALID");
        JsonNode lines = address.path("streetLines");
        if (!lines.isArray() || lines.isEmpty()) {
            refuse(who + ".STREETLINES.INVALID", "At least one street line is required.");
        }
        for (JsonNode line : lines) {
            if (line.asText().isBlank() || line.asText().length() > 35) {
                refuse(who + ".STREETLINES.INVALID", "A street line has 1 to 35 characters.");
            }
        }
        JsonNode contact = party.path("contact");
        String phone = contact.path("phoneNumber").asText("");
        boolean ten = TEN_DIGITS.contains(address.path("countryCode").asText(""));
        if (!contact.path("phoneNumber").isTextual()
                || phone.isEmpty()
                || phone.length() > 15
                || ten && !PHONE.matcher(phone).matches()) {
            refuse(who + "CONTACT.PHONENUMBER.INVALID", "The phone number is not valid.");
        }
        if (contact.path("personName").asText("").isBlank()
                && contact.path("companyName").asText("").isBlank()) {
            refuse(who + "CONTACT.NAME.REQUIRED", "A person or a company is required.");
        }
    }

    /** The parcels with their weights, in one unit. */
    void parcels(int most) {
        JsonNode items = shipment.path("requestedPackageLineItems");
        if (!items.isArray() || items.isEmpty()) {
            refuse("PACKAGE.NULLOREMPTY.REQUIRED", "At least one package is required.");
        }
        if (items.size() > most) {
            refuse("PACKAGES.COUNT.EXCEEDED", "At most " + most + " packages are allowed.");
        }
        boolean freight = shipment.path("serviceType").asText("").contains("FREIGHT");
        for (JsonNode item : items) {
            JsonNode weight = item.path("weight");
            String units = weight.path("units").asText("");
            if (!weight.path("value").isNumber() || !units.equals("LB") && !units.equals("KG")) {
                refuse("PACKAGE.WEIGHT.INVALID", "A package needs a weight in LB or KG.");
            } else if (!freight && pounds(weight) > MOST_POUNDS) {
                refuse("PACKAGE.WEIGHT.EXCEEDED", "A package may weigh 150 lb at most.");
            }
            for (String side : List.of("length", "width", "height")) {
                if (item.has("dimensions")
                        && !item.path("dimensions").path(side).isInt()) {
                    refuse("PACKAGE.DIMENSIONS.INVALID", "Dimensions are whole numbers.");
                }
            }
        }
    }

    private static double pounds(JsonNode weight) {
        double value = weight.path("value").asDouble();
        return weight.path("units").asText().equals("KG") ? value * POUNDS_PER_KILOGRAM : value;
    }

    double totalPounds() {
        double pounds = 0;
        for (JsonNode item : shipment.path("requestedPackageLineItems")) {
            pounds += pounds(item.path("weight"));
        }
        return pounds;
    }

    int parcelCount() {
        return shipment.path("requestedPackageLineItems").size();
    }
}
