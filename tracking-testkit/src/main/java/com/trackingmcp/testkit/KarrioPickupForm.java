package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the gateway demands of a request for a pickup before any carrier is asked. Not safe for use by many threads. */
final class KarrioPickupForm {
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):[0-5]?\\d");
    private static final int LONGEST = 50;
    private static final Set<String> TYPES = Set.of("one_time", "daily", "recurring");

    private final KarrioServer server;
    private final KarrioAsk ask;
    private final KarrioBody form;

    KarrioPickupForm(KarrioServer server, KarrioAsk ask) {
        this.server = server;
        this.ask = ask;
        this.form = KarrioBody.of(ask);
    }

    KarrioBody form() {
        return form;
    }

    /** Days, times, lengths and choices, of a new pickup and of a change alike. */
    private void common() {
        if (form.has("pickup_date") && !isDay(form.text("pickup_date"))) {
            form.complain("pickup_date", "The date format must match YYYY-MM-DD");
        }
        form.like("ready_time", TIME, "The time format must match HH:HM");
        form.like("closing_time", TIME, "The time format must match HH:HM");
        form.most(LONGEST, "instruction", "package_location").oneOf("pickup_type", TYPES);
        if (form.has("parcels_count") && form.get("parcels_count").asInt() < 1) {
            form.complain("parcels_count", "Ensure this value is greater than or equal to 1.");
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    /** The shipments meant by {@code tracking_numbers}; complains of those it does not know and of those that wait already. */
    List<KarrioEntry> shipments() {
        List<KarrioEntry> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (String number : form.texts("tracking_numbers")) {
            Optional<KarrioEntry> shipment = server.shipment(ask, number);
            shipment.ifPresentOrElse(found::add, () -> unknown.add("'" + number + "'"));
            if (shipment.filter(one -> server.awaitingPickup().contains(one.id()))
                    .isPresent()) {
                waiting.add("'" + number + "'");
            }
        }
        if (!unknown.isEmpty()) {
            form.complain("tracking_numbers", "Shipment with the tracking numbers: " + unknown + " not found");
        } else if (!waiting.isEmpty()) {
            form.complain(
                    "tracking_numbers", "The following shipments " + waiting + " are already scheduled for pickups");
        }
        return found;
    }

    /** Demands day and times. */
    KarrioPickupForm times() {
        form.need("pickup_date", "ready_time", "closing_time");
        common();
        return this;
    }

    ObjectNode address() {
        return KarrioAddresses.read(server, ask, form, "address");
    }

    /** A new pickup's address: its own, or that of the one shipment it is for. */
    ObjectNode fresh(List<KarrioEntry> shipments) {
        times();
        int numbers = form.get("tracking_numbers").size();
        if (numbers == 0 && !form.has("parcels_count")) {
            form.complain("At least one of tracking_numbers or parcels_count must be provided");
        }
        if (form.has("address")) {
            return address();
        }
        if (numbers != 1) {
            form.complain(
                    numbers == 0
                            ? "address is required when not linking to shipments"
                            : "address must be specified for multi-shipments pickup");
        }
        return shipments.stream()
                .findFirst()
                .map(one -> one.json().path("shipper").deepCopy())
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(Json::object);
    }

    /** A changed pickup's address: what is given, over what was. */
    ObjectNode changed(ObjectNode before) {
        form.need("confirmation_number");
        common();
        shipments();
        ObjectNode address = before.deepCopy();
        address.setAll(form.object("address"));
        ObjectNode whole = Json.object();
        whole.set("address", form.get("address").isTextual() ? form.get("address") : address);
        KarrioBody merged = KarrioBody.of(whole);
        ObjectNode read = KarrioAddresses.read(server, ask, merged, "address");
        merged.check();
        return read;
    }
}
