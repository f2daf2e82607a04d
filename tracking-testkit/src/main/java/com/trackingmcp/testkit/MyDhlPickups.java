package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * MyDHL's pickups: in the next ten days, where DHL goes at all. Nobody comes on Sundays: these are moved to the day after.
 * Safe for use by many threads.
 */
final class MyDhlPickups {
    private static final String WIRE = "mydhl";
    private static final Duration MOST_AHEAD = Duration.ofDays(10);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final DeskBook desk;

    MyDhlPickups(DeskBook desk) {
        this.desk = desk;
    }

    /** When it was wished for, and when it will be. */
    private record Slot(LocalDate day, LocalTime ready, LocalTime close, boolean moved) {}

    SandboxResponse schedule(SandboxRequest request) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> refusal = refusal(request, MyDhlDeskForms.PICKUP, body);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Slot slot = slot(body);
        String number = "PRG" + DAY.format(desk.clock().instant().atOffset(ZoneOffset.UTC))
                + String.format(Locale.ROOT, "%06d", desk.next());
        desk.enter(new SandboxPickup(WIRE, number, "", slot.day(), slot.ready(), slot.close(), pieces(body)));
        ObjectNode answer = Json.object();
        answer.putArray("dispatchConfirmationNumbers").add(number);
        return MyDhlWire.answer(request, 201, moved(answer, slot));
    }

    SandboxResponse change(SandboxRequest request, String number) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> refusal = refusal(request, MyDhlDeskForms.PICKUP_CHANGE, body);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<SandboxPickup> pickup = desk.pickup(WIRE, number).filter(one -> !one.isCancelled());
        if (pickup.isEmpty()) {
            return MyDhlWire.nothing(request, "Pickup not found", " Requested Pickup was not found");
        }
        if (!body.path("originalShipperAccountNumber").asText().equals(SandboxSettings.EXPRESS_ACCOUNT)) {
            return MyDhlShop.bad(
                    request,
                    "5556: The Original Shipper Account Number must match with the Shipper Account Number used"
                            + " previously to create/update successful pickup request.");
        }
        Slot slot = slot(body);
        int pieces = body.has("shipmentDetails") ? pieces(body) : pickup.get().pieces();
        pickup.get().change(slot.day(), slot.ready(), slot.close(), pieces);
        ObjectNode answer = Json.object().put("dispatchConfirmationNumber", number);
        return MyDhlWire.answer(request, 200, moved(answer, slot));
    }

    SandboxResponse cancel(SandboxRequest request, String number) {
        for (String name : new String[] {"requestorName", "reason"}) {
            if (request.parameter(name).orElse("").isBlank()) {
                return MyDhlWire.bad(request, "Missing parameters", "Missing mandatory parameters: " + name);
            }
        }
        Optional<SandboxPickup> pickup = desk.pickup(WIRE, number);
        if (pickup.isEmpty()) {
            return MyDhlWire.nothing(
                    request,
                    "Pickup not found",
                    "Cancellation of booking was not successful. Requested Pickup was not found");
        }
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC);
        boolean done = pickup.get().date().isBefore(today);
        return done || !pickup.get().cancel()
                ? MyDhlShop.bad(request, "The booking has been cancelled or completed already.")
                : SandboxResponse.empty(200);
    }

    private Optional<SandboxResponse> refusal(SandboxRequest request, MyDhlForm.Rule form, JsonNode body) {
        Optional<SandboxResponse> invalid = MyDhlShop.invalid(request, form, body);
        return invalid.isPresent() ? invalid : complaint(body).map(text -> MyDhlShop.bad(request, text));
    }

    /** What DHL has against a pickup that is well written. */
    private Optional<String> complaint(JsonNode body) {
        if (!MyDhlDesk.isBillable(body)) {
            return Optional.of(
                    "8003: Account not allowed for this service. Please contact your DHL Express" + " representative.");
        }
        Optional<OffsetDateTime> planned = planned(body);
        if (planned.isEmpty()) {
            return Optional.of("998: plannedPickupDateAndTime is not well formatted."
                    + "(Expected Sample Format : '2010-02-11T17:10:09 GMT+01:00')");
        }
        Duration ahead = Duration.between(desk.clock().instant(), planned.get().toInstant());
        if (ahead.isNegative() || ahead.compareTo(MOST_AHEAD.plusDays(1)) > 0) {
            return Optional.of("The pickup date is in the past or more than 10 days in the future.");
        }
        if (!slot(body).close().isAfter(slot(body).ready())) {
            return Optional.of("The close time is not after the time the shipment is ready for pickup.");
        }
        JsonNode place = body.at("/customerDetails/shipperDetails/postalAddress");
        return MyDhlAreas.isServed(
                        place.path("countryCode").asText(),
                        place.path("postalCode").asText())
                ? Optional.empty()
                : Optional.of("No pickup service is available at the given location.");
    }

    private static Optional<OffsetDateTime> planned(JsonNode body) {
        Matcher time =
                MyDhlOrder.TIME.matcher(body.path("plannedPickupDateAndTime").asText());
        return time.matches() ? Optional.of(OffsetDateTime.parse(time.group(1) + time.group(2))) : Optional.empty();
    }

    private static Slot slot(JsonNode body) {
        OffsetDateTime planned = planned(body).orElseThrow();
        boolean moved = planned.getDayOfWeek() == DayOfWeek.SUNDAY;
        String close = body.path("closeTime").asText();
        return new Slot(
                planned.toLocalDate().plusDays(moved ? 1 : 0),
                planned.toLocalTime(),
                close.isEmpty() ? EVENING : LocalTime.parse(close, CLOCK),
                moved);
    }

    private static int pieces(JsonNode body) {
        int pieces = 0;
        for (JsonNode shipment : body.path("shipmentDetails")) {
            pieces += shipment.path("packages").size();
        }
        return pieces;
    }

    private static ObjectNode moved(ObjectNode answer, Slot slot) {
        return slot.moved()
                ? answer.put("readyByTime", CLOCK.format(slot.ready()))
                        .put("nextPickupDate", slot.day().toString())
                : answer;
    }
}
