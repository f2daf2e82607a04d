package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * What FedEx's Pickup Request API answers. Refusals have the codes of FedEx's guide to it; the United States are on Memphis's
 * time here.
 *
 * <p>As that guide has it Express comes on this or the next business day, and Ground from the next day on within two weeks.
 * From ready to close there must be an hour and a half, and Express takes what is ready by 18:00.
 */
final class FedexPickupBehaviour {
    static final String PICKUPS = "/pickup/v1/pickups";
    static final String QUOTE = "/pickup/v1/pickups/availabilities";
    static final String CANCEL = "/pickup/v1/pickups/cancel";

    private static final String EXPRESS = "FDXE";
    private static final String GROUND = "FDXG";
    private static final Set<String> COMPANIES = Set.of(EXPRESS, GROUND);
    private static final Set<String> PLACES = Set.of("FRONT", "NONE", "REAR", "SIDE");
    private static final Set<String> RELATIONS = Set.of("DOMESTIC", "INTERNATIONAL");
    private static final Set<String> AMERICAN = Set.of("US", "CA");
    private static final String NOWHERE = "AQ";
    private static final Duration ACCESS = Duration.ofMinutes(90);
    private static final LocalTime CUTOFF = LocalTime.of(18, 0);
    private static final int MOST_DAYS_AHEAD = 14;

    private final DeskBook desk;

    FedexPickupBehaviour(DeskBook desk) {
        this.desk = desk;
    }

    ObjectNode book(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.account(body.path("associatedAccountNumber").path("value"));
        order.oneOf(body, "carrierCode", COMPANIES, "PICKUP.CARRIERCODE.INVALID");
        JsonNode origin = body.path("originDetail");
        address(order, origin.path("pickupLocation").path("address"));
        contact(order, origin.path("pickupLocation").path("contact"));
        boolean ground = body.path("carrierCode").asText().equals(GROUND);
        if (ground) {
            order.oneOf(origin, "packageLocation", PLACES, "PICKUPCREATE.PACKAGELOCATION.INVALID");
        }
        if (body.path("packageCount").asInt(0) < 1) {
            order.refuse("PACKAGE.COUNT.INVALID", "Invalid or blank package count.");
        }
        if (body.has("totalWeight") && !body.path("totalWeight").path("value").isNumber()) {
            order.refuse("PICKUP.WEIGHT.VALUE.INVALID", "Invalid or missing weight value.");
        }
        order.atMost(body, "remarks", 60, "PICKUP.REMARKS.INVALID");
        order.conclude();
        LocalDateTime ready = ready(origin);
        LocalTime close = time(origin.path("customerCloseTime").asText());
        timing(ready, close, ground, now(origin.path("pickupLocation").path("address")));
        String number = String.valueOf(desk.next());
        String station = ground ? "" : "MEMA";
        desk.enter(new SandboxPickup(
                "fedex",
                number,
                station,
                ready.toLocalDate(),
                ready.toLocalTime(),
                close,
                body.path("packageCount").asInt()));
        ObjectNode output = Json.object().put("pickupConfirmationCode", number).put("message", "Courier on the way");
        return ground ? output : output.put("location", station);
    }

    private static void address(FedexOrder order, JsonNode address) {
        country(order, address);
        if (!address.path("streetLines").has(0)) {
            order.refuse("PICKUP.STREETLINE.MISSING", "Street line is missing");
        }
        order.text(address, "city", "PICKUP.CITY.MISSING");
        if (AMERICAN.contains(address.path("countryCode").asText())) {
            order.text(address, "stateOrProvinceCode", "PICKUP.STATEORPROVINCECODE.MISSING");
        }
    }

    private static void country(FedexOrder order, JsonNode address) {
        order.text(address, "countryCode", "PICKUP.COUNTRY.CODE.INVALID");
        String country = address.path("countryCode").asText();
        if (country.equals(NOWHERE)) {
            order.refuse("PICKUP.COUNTRY.NOT.SERVED", "COUNTRY NOT SERVED");
        }
        if (AMERICAN.contains(country)) {
            order.text(address, "postalCode", "PICKUP.POSTALCODE.MISSING");
        }
        if (address.path("postalCode").asText("").equals("00000")) {
            order.refuse("POSTALCODE.INFO.INVALID", "The postal code and country do not match.");
        }
    }

    private static void contact(FedexOrder order, JsonNode contact) {
        if (!contact.path("phoneNumber").asText("").matches("\\d{8,13}")) {
            order.refuse("PICKUPCONTACT.PHONENUMBER.INVALID", "The phone number is not valid.");
        }
        if (contact.path("personName").asText("").isBlank()
                && contact.path("companyName").asText("").isBlank()) {
            order.refuse("PICKUPCONTACT.NAME.REQUIRED", "A person or a company is required.");
        }
    }

    /** A Z at its end is ignored, as the description says. */
    private static LocalDateTime ready(JsonNode origin) throws FedexRefusal {
        try {
            return LocalDateTime.parse(
                    origin.path("readyDateTimestamp").asText().replaceFirst("Z$", ""));
        } catch (DateTimeParseException noTime) {
            throw new FedexRefusal(
                    "INCORRECT.READYTIMESTAMP.FORMAT",
                    "Please provide a valid date time format for ex 2019-02-07T10:00:00Z");
        }
    }

    private static LocalTime time(String text) throws FedexRefusal {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new FedexRefusal(
                    "INCORRECT.COMPANYCLOSETIME.FORMAT",
                    "Please use the required company close time format: HH:MM:SS.");
        }
    }

    private LocalDateTime now(JsonNode address) {
        ZoneId zone = switch (address.path("countryCode").asText()) {
            case "US" -> Place.MEMPHIS.zone();
            case "DE" -> Place.BONN.zone();
            default -> ZoneOffset.UTC;
        };
        return LocalDateTime.ofInstant(desk.clock().instant(), zone);
    }

    private static void timing(LocalDateTime ready, LocalTime close, boolean ground, LocalDateTime now)
            throws FedexRefusal {
        LocalDate day = ready.toLocalDate();
        LocalDate today = now.toLocalDate();
        if (day.isBefore(today)) {
            throw new FedexRefusal(
                    "PICKUP.REQUESTED.PREVIOUS.DAY", "Cannot schedule a pickup requested for a previous day.");
        }
        if (ground && day.equals(today)) {
            throw new FedexRefusal(
                    "ORIGINDETAIL.READYDATETIMESTAMP.PROHIBITED",
                    "Provided pickup ready date time stamp is not allowed. Please update and try again.");
        }
        if (day.isAfter(last(today, ground))) {
            throw new FedexRefusal("PICKUPDATE.TOO.FAR", "Pickup Date too far in future.");
        }
        if (ready.isBefore(now) || !ground && ready.toLocalTime().isAfter(CUTOFF)) {
            throw new FedexRefusal("READY.TIME.INVALID", "Invalid ready time");
        }
        if (close.isBefore(ready.toLocalTime())
                || Duration.between(ready.toLocalTime(), close).compareTo(ACCESS) < 0) {
            throw new FedexRefusal(
                    "FDSDMINIMUM.HOUR.REQUIRED",
                    "Make sure you allow a minimum of 1.5 hours between ready time and latest available time.");
        }
    }

    private static LocalDate last(LocalDate today, boolean ground) {
        if (ground) {
            return today.plusDays(MOST_DAYS_AHEAD);
        }
        LocalDate next = today.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The account is a text here. */
    ObjectNode quote(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.account(body.path("associatedAccountNumber"));
        country(order, body.path("pickupAddress"));
        order.oneOf(body, "countryRelationship", RELATIONS, "COUNTRY.RELATIONSHIP.REQUIRED");
        if (!body.path("pickupRequestType").has(0)) {
            order.refuse("PICKUPREQUESTTYPE.VALUE.REQUIRED", "PickupRequestType array missing or empty");
        }
        if (!body.path("carriers").has(0)) {
            order.refuse("PICKUP.CARRIERCODE.REQUIRED", "Carrier code is required");
        }
        order.conclude();
        LocalDateTime now = now(body.path("pickupAddress"));
        LocalDate day = FedexAsk.day(body, "dispatchDate", now.toLocalDate());
        String schedule = day.equals(now.toLocalDate()) ? "SAME_DAY" : "FUTURE_DAY";
        ObjectNode output =
                Json.object().put("requestTimestamp", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(now.withNano(0)));
        ArrayNode options = output.putArray("options");
        if (body.path("pickupRequestType").toString().contains(schedule)) {
            for (JsonNode carrier : body.path("carriers")) {
                options.add(option(carrier.asText(), day, schedule, now, body));
            }
        }
        return output;
    }

    private static ObjectNode option(String carrier, LocalDate day, String schedule, LocalDateTime now, JsonNode body) {
        boolean ground = carrier.equals(GROUND);
        LocalDate today = now.toLocalDate();
        boolean past = day.isBefore(today)
                || day.equals(today) && (ground || now.toLocalTime().isAfter(CUTOFF));
        ObjectNode option = Json.object().put("carrier", carrier);
        option.put("available", !past && !day.isAfter(last(today, ground)));
        option.put("pickupDate", day.toString()).put("cutOffTime", ground ? "17:00:00" : "18:00:00");
        option.putObject("accessTime").put("hours", 1).put("minutes", 30);
        option.put("residentialAvailable", true);
        option.put("countryRelationship", body.path("countryRelationship").asText());
        option.put("scheduleDay", schedule).put("defaultReadyTime", "12:00:00");
        option.put("defaultLatestTimeOptions", "18:00:00");
        option.putArray("readyTimeOptions").add("09:00:00").add("12:00:00").add("15:00:00");
        option.putArray("latestTimeOptions").add("18:00:00").add("19:30:00");
        return option;
    }

    /** The same number may be another's on another day: day and station must be right. */
    ObjectNode cancel(JsonNode body) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.account(body.path("associatedAccountNumber").path("value"));
        order.text(body, "pickupConfirmationCode", "PICKUP.NUMBER.INVALID");
        order.text(body, "scheduledDate", "INCORRECT.SCHEDULEDDATE.FORMAT");
        order.conclude();
        boolean ground = body.path("carrierCode").asText(EXPRESS).equals(GROUND);
        String station = ground ? "" : body.path("location").asText("");
        String number = body.path("pickupConfirmationCode").asText();
        LocalDate day = FedexAsk.day(body, "scheduledDate", LocalDate.MIN);
        Optional<SandboxPickup> meant = desk.pickup("fedex", number)
                .filter(pickup -> pickup.date().equals(day) && pickup.location().equals(station));
        if (meant.isEmpty()) {
            throw new FedexRefusal("NO.DISPATCH.FOUND", "No Dispatch found for this account.");
        }
        if (day.isBefore(LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC))) {
            throw new FedexRefusal("PICKUP.NUMBER.EXPIRED", "PREVIOUS DAY PICKUP, CANNOT CANCEL OR UPDATE");
        }
        if (!meant.get().cancel()) {
            throw new FedexRefusal("DUPLICATE.REQUEST.CANCEL", "Duplicate cancel request");
        }
        return Json.object()
                .put("pickupConfirmationCode", number)
                .put("cancelConfirmationMessage", "Requested pickup has been cancelled Successfully.");
    }
}
