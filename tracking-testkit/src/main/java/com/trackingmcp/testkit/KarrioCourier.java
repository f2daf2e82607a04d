package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The carriers behind the gateway as far as they fetch parcels: what they refuse, and the book of what they promised. */
final class KarrioCourier {
    private static final String WIRE = "karrio";
    private final DeskBook desk;

    KarrioCourier(DeskBook desk) {
        this.desk = desk;
    }

    /**
     * Books a pickup.
     *
     * @param weighed whether the carrier is told what the parcels weigh
     * @return its number
     */
    String book(KarrioConnection connection, ObjectNode pickup, int pieces, boolean weighed) {
        refuse(connection, pickup, weighed);
        String number = "PU" + (10_000_000 + desk.next());
        desk.enter(
                new SandboxPickup(WIRE, number, connection.label(), day(pickup), ready(pickup), close(pickup), pieces));
        return number;
    }

    void change(KarrioConnection connection, String number, ObjectNode pickup) {
        refuse(connection, pickup, true);
        SandboxPickup known = desk.pickup(WIRE, number)
                .filter(one -> !one.isCancelled())
                .orElseThrow(() -> refusal(connection, "PU404", "No pickup with this confirmation number"));
        known.change(day(pickup), ready(pickup), close(pickup), known.pieces());
    }

    /** Calls a pickup off at the carrier; a connector that voids nothing is not even asked. */
    void cancel(KarrioConnection connection, String number) {
        if (!KarrioTill.isSafe(connection)) {
            Optional<SandboxPickup> known = desk.pickup(WIRE, number);
            if (known.isEmpty() || !known.get().cancel()) {
                throw refusal(connection, "PU404", "No pickup with this confirmation number");
            }
        }
    }

    private void refuse(KarrioConnection connection, ObjectNode pickup, boolean weighed) {
        for (String field : List.of("person_name", "address_line1", "city", "postal_code")) {
            if (pickup.path("address").path(field).asText("").isEmpty()) {
                throw refusal(connection, "PU001", "Pickup address: " + field + " is missing");
            }
        }
        if (pickup.path("address").path("country_code").asText().equals("AQ")) {
            throw refusal(connection, "PU002", "No pickup service at this address");
        }
        if (day(pickup).isBefore(LocalDate.now(desk.clock()))) {
            throw refusal(connection, "PU003", "The pickup date is in the past");
        }
        if (!ready(pickup).isBefore(close(pickup))) {
            throw refusal(connection, "PU004", "The closing time must be after the ready time");
        }
        if (!weighed && connection.carrierName().equals("mydhl")) {
            throw refusal(connection, "PU005", "Each package needs its weight");
        }
    }

    private static KarrioRefusal refusal(KarrioConnection connection, String code, String message) {
        return KarrioRefusal.messages(424, List.of(KarrioRefusal.message(connection, code, message)));
    }

    private static LocalDate day(ObjectNode pickup) {
        return LocalDate.parse(pickup.path("pickup_date").asText());
    }

    private static LocalTime ready(ObjectNode pickup) {
        return LocalTime.parse(pickup.path("ready_time").asText());
    }

    private static LocalTime close(ObjectNode pickup) {
        return LocalTime.parse(pickup.path("closing_time").asText());
    }
}
