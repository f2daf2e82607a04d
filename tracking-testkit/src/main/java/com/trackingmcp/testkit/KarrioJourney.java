package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A parcel as Karrio tells it: events newest first, but DHL Express's as DHL has them; times of day without any zone, and a
 * {@code timestamp} that calls them UTC although they are local. Immutable.
 */
final class KarrioJourney {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.'000Z'");
    private static final DateTimeFormatter TRUE_STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final SandboxParcel parcel;
    private final KarrioConnection connection;

    KarrioJourney(SandboxParcel parcel, KarrioConnection connection) {
        this.parcel = parcel;
        this.connection = connection;
    }

    /** What the connector made of the carrier's answer. */
    ObjectNode details() {
        List<Scan> scans = told();
        ArrayNode events = events(scans);
        String status = status(scans, events);
        ObjectNode details = Json.object()
                .put("object_type", "tracker")
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label())
                .put("tracking_number", parcel.number())
                .put("test_mode", connection.testMode())
                .put("status", status)
                .put("delivered", status.equals("delivered"));
        details.set("info", info(status));
        details.set("events", events);
        if (!parcel.status().isLast()) {
            details.put(
                    "estimated_delivery",
                    DAY.format(parcel.estimate()
                            .atZone(parcel.route().destination().zone())));
        }
        details.putObject("meta").put("ext", connection.carrierName()).put("carrier", connection.carrierName());
        details.putObject("metadata");
        details.putArray("messages");
        return details;
    }

    /** A label alone is no event to DHL Express. */
    private List<Scan> told() {
        return parcel.scans().stream()
                .filter(scan -> parcel.family() != Family.DHL_EXPRESS || scan.step() != Step.LABEL_CREATED)
                .toList();
    }

    private ArrayNode events(List<Scan> scans) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            boolean unknown = i == scans.size() - 1 && parcel.has(Quirk.UNKNOWN_CODE);
            KarrioCode code = unknown
                    ? KarrioCode.unheardOf()
                    : KarrioCode.of(parcel.family(), scans.get(i).step());
            events.add(event(scans.get(i), i, code));
        }
        pickUp(events);
        if (parcel.family() != Family.DHL_EXPRESS) {
            Collections.reverse(events);
        }
        return Json.array(events.toArray(new ObjectNode[0]));
    }

    /** Where nobody picked the parcel up, the first event on its way does. */
    private static void pickUp(List<ObjectNode> oldestFirst) {
        boolean pickedUp = oldestFirst.stream()
                .anyMatch(event -> event.path("status").asText().equals("picked_up"));
        if (!pickedUp) {
            oldestFirst.stream()
                    .filter(event -> event.path("status").asText().equals("in_transit"))
                    .findFirst()
                    .ifPresent(event -> event.put("status", "picked_up"));
        }
    }

    private ObjectNode event(Scan scan, int index, KarrioCode code) {
        ObjectNode event = Json.object().put("code", code.code()).put("description", code.text());
        event.put("location", scan.place().city().toUpperCase(Locale.ROOT) + region(scan.place()));
        OffsetDateTime local = scan.local();
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 2) {
            event.put("date", "2026-13-45").put("time", "noon");
        } else if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            boolean honest = parcel.has(Quirk.MIXED_OFFSETS) && index % 2 == 0;
            event.put("date", DAY.format(local)).put("time", time(local));
            event.put("timestamp", (honest ? TRUE_STAMP : STAMP).format(local));
        }
        code.status().ifPresent(status -> event.put("status", status));
        code.reason().ifPresent(reason -> event.put("reason", reason));
        return event;
    }

    private static String region(Place place) {
        return ", " + (place.state().isEmpty() ? place.country() : place.state());
    }

    /** As the connectors have them: by 24 hours, by 12, or by 24 hours with AM and PM behind. */
    private String time(OffsetDateTime local) {
        String pattern = switch (parcel.family()) {
            case CANADA_POST -> "HH:mm a";
            case FEDEX, USPS -> "hh:mm a";
            default -> "HH:mm";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
    }

    /** The connector's word for the newest event that says something; else the server takes it to be on its way. */
    private String status(List<Scan> scans, JsonNode events) {
        if (scans.isEmpty()
                || events.size() == 1 && events.get(0).path("code").asText().equals("CREATED")) {
            return "pending";
        }
        int newest = Scan.newestStatus(scans);
        boolean unknown = newest == scans.size() - 1 && parcel.has(Quirk.UNKNOWN_CODE);
        return unknown
                ? "in_transit"
                : KarrioCode.of(parcel.family(), scans.get(newest).step())
                        .status()
                        .orElse("in_transit");
    }

    private ObjectNode info(String status) {
        ObjectNode info = Json.object();
        info.put("shipment_package_count", Integer.toString(parcel.pieceCount()));
        info.put("shipment_origin_country", parcel.route().origin().country());
        info.put("shipment_destination_country", parcel.route().destination().country());
        info.put(
                "shipment_destination_postal_code",
                parcel.route().destination().postalCode().replace(" ", ""));
        // a text, and sometimes a number
        if (parcel.has(Quirk.BROKEN_EVENT)) {
            info.put("package_weight", 1.5);
        } else {
            info.put("package_weight", "1.5");
        }
        info.put("package_weight_unit", "KG");
        if (status.equals("delivered")) {
            parcel.signature().ifPresent(name -> info.put("signed_by", name));
        }
        return info;
    }
}
