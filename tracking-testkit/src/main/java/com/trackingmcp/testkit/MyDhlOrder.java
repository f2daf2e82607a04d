package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question for prices and a purchase have in common, and what DHL Express has against it. Immutable. */
final class MyDhlOrder {
    static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d) ?GMT([+-]\\d\\d:\\d\\d)");
    private static final Duration MOST_AHEAD = Duration.ofDays(10);
    private static final BigDecimal POUND = new BigDecimal("0.45359237");
    private static final BigDecimal CUBIC_CENTIMETRES = BigDecimal.valueOf(5000);
    private static final BigDecimal CUBIC_INCH = new BigDecimal("16.387064");
    private static final int LEAST_DIGITS = 9;

    private static final Set<String> SERVICES = Set.of(
            "AA", "DD", "EE", "FE", "HC", "HD", "HH", "HM", "HV", "HW", "II", "LX", "NN", "PT", "PU", "PV", "PW", "PZ",
            "SF", "SX", "TF", "TK", "TV", "WY", "YC");

    private final JsonNode body;
    private final JsonNode packages;
    private final JsonNode from;
    private final JsonNode to;
    private final boolean declarable;
    private final String units;

    private MyDhlOrder(JsonNode body, JsonNode content, String address) {
        this.body = body;
        this.packages = content.path("packages");
        this.from = body.path("customerDetails").path("shipperDetails").at(address);
        this.to = body.path("customerDetails").path("receiverDetails").at(address);
        this.declarable = content.path("isCustomsDeclarable").asBoolean();
        this.units = content.path("unitOfMeasurement").asText();
    }

    static MyDhlOrder ofRates(JsonNode body) {
        return new MyDhlOrder(body, body, "");
    }

    static MyDhlOrder ofShipment(JsonNode body) {
        return new MyDhlOrder(body, body.path("content"), "/postalAddress");
    }

    /** What keeps it from being looked at, in MyDHL's words. */
    Optional<String> complaint(Clock clock) {
        Matcher time = TIME.matcher(body.path("plannedShippingDateAndTime").asText());
        if (!time.matches()) {
            return Optional.of("998: ShipTimeStamp is not well formatted."
                    + "(Expected Sample Format : '2010-02-11T17:10:09 GMT+01:00')");
        }
        Duration ahead = Duration.between(
                clock.instant(),
                OffsetDateTime.parse(time.group(1) + time.group(2)).toInstant());
        if (ahead.isNegative() || ahead.compareTo(MOST_AHEAD.plusDays(1)) > 0) {
            return Optional.of("The planned shipping date is in the past or more than 10 days in the future.");
        }
        for (JsonNode place : List.of(from, to)) {
            if (place.path("postalCode").asText().equals("00000")) {
                return Optional.of("The postal code 00000 is not valid for the country "
                        + place.path("countryCode").asText() + ".");
            }
        }
        for (String code : services()) {
            if (!SERVICES.contains(code)) {
                return Optional.of("7008: The requested Special Service Code  #/valueAddedServices/0/serviceCode '"
                        + code + "' is not available between this origin and destination.");
            }
        }
        return Optional.empty();
    }

    /** Whether the accounts are ones DHL knows. */
    boolean isBillable() {
        boolean shipper = false;
        for (JsonNode account : body.path("accounts")) {
            String number = account.path("number").asText();
            if (number.length() < LEAST_DIGITS || number.chars().allMatch(digit -> digit == '0')) {
                return false;
            }
            shipper |= account.path("typeCode").asText().equals("shipper")
                    && number.equals(SandboxSettings.EXPRESS_ACCOUNT);
        }
        return shipper;
    }

    /** The products for the lane and the weight. */
    List<MyDhlProduct> products() {
        boolean served = MyDhlAreas.isServed(country(from), "") && MyDhlAreas.isServed(country(to), "");
        return served
                ? MyDhlProduct.between(country(from), country(to), declarable, pieces()).stream()
                        .filter(product -> product.carries(kilograms()))
                        .toList()
                : List.of();
    }

    private static String country(JsonNode place) {
        return place.path("countryCode").asText();
    }

    boolean isDomestic() {
        return country(from).equals(country(to));
    }

    boolean isDeclarable() {
        return declarable;
    }

    int pieces() {
        return packages.size();
    }

    boolean isMetric() {
        return units.equals("metric");
    }

    /** The day it is handed over, and when that is. */
    OffsetDateTime planned() {
        Matcher time = TIME.matcher(body.path("plannedShippingDateAndTime").asText());
        return time.matches() ? OffsetDateTime.parse(time.group(1) + time.group(2)) : OffsetDateTime.MIN;
    }

    /** As it was told, in the units of the request. */
    BigDecimal weight() {
        BigDecimal weight = BigDecimal.ZERO;
        for (JsonNode piece : packages) {
            weight = weight.add(new BigDecimal(piece.path("weight").asText()));
        }
        return weight;
    }

    /** By its size, in the units of the request. */
    BigDecimal volumetric() {
        BigDecimal volume = BigDecimal.ZERO;
        for (JsonNode piece : packages) {
            JsonNode size = piece.path("dimensions");
            volume = volume.add(
                    side(size, "length").multiply(side(size, "width")).multiply(side(size, "height")));
        }
        BigDecimal cubic = isMetric() ? volume : volume.multiply(CUBIC_INCH).divide(POUND, 6, RoundingMode.HALF_UP);
        return cubic.divide(CUBIC_CENTIMETRES, 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal side(JsonNode size, String name) {
        return size.has(name) ? new BigDecimal(size.path(name).asText()) : BigDecimal.ZERO;
    }

    /** What is billed. */
    BigDecimal kilograms() {
        BigDecimal billed = weight().max(volumetric());
        return isMetric() ? billed : billed.multiply(POUND).setScale(3, RoundingMode.CEILING);
    }

    List<String> services() {
        List<String> codes = new ArrayList<>();
        body.path("valueAddedServices")
                .forEach(service -> codes.add(service.path("serviceCode").asText()));
        return codes;
    }

    boolean asksFor(String list, String typeCode) {
        for (JsonNode wish : body.at(list)) {
            if (wish.path("typeCode").asText().equals(typeCode)
                    && wish.path("isRequested").asBoolean(true)) {
                return true;
            }
        }
        return false;
    }
}
