package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.UpsRefusal.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What UPS looks at before it prices or books a pickup. Complains about everything at once. A day may be so far ahead as the
 * sandbox says: UPS does not publish how far.
 */
final class UpsPickupChecks {
    private static final String BAD_DATE = "9560131";
    private static final int DAYS_AHEAD = 30;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final Set<String> WITH_STATES = Set.of("US", "CA", "VN");
    private static final String NOWHERE = "AQ";
    private static final String BY_ACCOUNT = "01";
    private static final String BY_NUMBERS = "04";

    private final List<Problem> problems = new ArrayList<>();
    private final JsonNode asked;

    private UpsPickupChecks(JsonNode asked) {
        this.asked = asked;
    }

    static void toPrice(JsonNode asked, Clock clock) {
        UpsPickupChecks checks = new UpsPickupChecks(asked);
        checks.common(clock);
        checks.required("PickupAddress", "PostalCode");
        if (!UpsJson.text(asked, "ServiceDateOption").equals("03")) {
            checks.add("Invalid ServiceDateOption");
        }
        checks.account(asked.path("ShipperAccount"), false);
        checks.conclude();
    }

    static void toBook(JsonNode asked, Clock clock) {
        UpsPickupChecks checks = new UpsPickupChecks(asked);
        checks.common(clock);
        checks.yesOrNo("RatePickupIndicator");
        checks.required("PickupAddress", "CompanyName");
        checks.required("PickupAddress", "ContactName");
        checks.required("PickupAddress", "Phone", "Number");
        JsonNode lines = asked.path("PickupAddress").path("AddressLine");
        if (!lines.isArray() || lines.size() != 1) {
            checks.add("Missing or invalid AddressLine");
        }
        checks.pieces();
        String method = UpsJson.text(asked, "PaymentMethod");
        if (!method.matches("0[0-7]")) {
            checks.add("Missing or invalid PaymentMethod");
        }
        if (method.equals(BY_NUMBERS) && asked.path("TrackingData").isEmpty()) {
            checks.add("Missing TrackingNumber");
        }
        checks.account(asked.path("Shipper").path("Account"), method.equals(BY_ACCOUNT));
        checks.conclude();
    }

    static LocalDate date(JsonNode asked) {
        return LocalDate.parse(UpsJson.text(asked, "PickupDateInfo", "PickupDate"), DAY);
    }

    static LocalTime time(JsonNode asked, String name) {
        return LocalTime.parse(UpsJson.text(asked, "PickupDateInfo", name), TIME);
    }

    /** Today where the pickup is: Memphis in the United States, Bonn anywhere else. */
    static LocalDate today(String country, Clock clock) {
        Place place = country.equals("US") ? Place.MEMPHIS : Place.BONN;
        return LocalDate.ofInstant(clock.instant(), place.zone());
    }

    private void common(Clock clock) {
        if (!asked.path("Request").isObject()) {
            add("Missing Request");
        }
        yesOrNo("AlternateAddressIndicator");
        yesOrNo("PickupAddress", "ResidentialIndicator");
        required("PickupAddress", "City");
        String country = UpsJson.text(asked, "PickupAddress", "CountryCode");
        if (country.length() != 2 || country.equals(NOWHERE)) {
            add("Pickup is not available in this country");
        }
        if (WITH_STATES.contains(country)) {
            required("PickupAddress", "StateProvince");
        }
        dates(today(country, clock));
    }

    private void dates(LocalDate today) {
        try {
            LocalDate date = date(asked);
            if (date.isBefore(today) || date.isAfter(today.plusDays(DAYS_AHEAD))) {
                problems.add(new Problem(BAD_DATE, "Invalid pickup date"));
            }
            if (!time(asked, "ReadyTime").isBefore(time(asked, "CloseTime"))) {
                add("CloseTime must be later than ReadyTime");
            }
        } catch (DateTimeParseException unreadable) {
            add("Missing or invalid PickupDateInfo");
        }
    }

    private void pieces() {
        List<JsonNode> pieces = UpsJson.many(asked.path("PickupPiece"));
        boolean complete = !pieces.isEmpty()
                && pieces.stream()
                        .allMatch(piece -> UpsJson.text(piece, "ServiceCode").length() == 3
                                && UpsJson.text(piece, "Quantity").matches("[1-9]\\d{0,2}")
                                && UpsJson.text(piece, "DestinationCountryCode").length() == 2
                                && UpsJson.text(piece, "ContainerCode").matches("0[123]"));
        if (!complete) {
            add("Missing or invalid PickupPiece");
        }
    }

    private void account(JsonNode account, boolean needed) {
        Optional<String> number =
                Optional.of(UpsJson.text(account, "AccountNumber")).filter(text -> !text.isEmpty());
        boolean known = number.filter(SandboxSettings.UPS_ACCOUNT::equals).isPresent()
                && UpsJson.text(account, "AccountCountryCode").length() == 2;
        if (needed && !known || number.isPresent() && !known) {
            add("Missing or invalid account");
        }
    }

    private void yesOrNo(String... path) {
        if (!Set.of("Y", "N").contains(UpsJson.text(asked, path))) {
            add("Missing or invalid " + path[path.length - 1]);
        }
    }

    private void required(String... path) {
        if (UpsJson.text(asked, path).isEmpty()) {
            add("Missing " + path[path.length - 1]);
        }
    }

    private void add(String message) {
        problems.add(new Problem(UpsRefusal.UNPUBLISHED, message));
    }

    private void conclude() {
        if (!problems.isEmpty()) {
            throw new UpsRefusal(problems);
        }
    }
}
