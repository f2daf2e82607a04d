package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One shipment as DHL's unified tracking writes it: events newest first, times as the division keeps them. */
final class UnifiedBody {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter ZULU = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private final SandboxParcel parcel;
    /** Oldest first. */
    private final List<Scan> scans;

    UnifiedBody(SandboxParcel parcel) {
        this.parcel = parcel;
        this.scans = parcel.scans();
    }

    /** Which division's the parcel is, in the words of the {@code service} parameter. */
    static String service(SandboxParcel parcel) {
        return switch (parcel.family()) {
            case DHL_ECOMMERCE -> "ecommerce";
            case DHL_PARCEL_DE -> "parcel-de";
            case DHL_PARCEL_NL -> parcel.has(Quirk.HANDED_TO_SHOP) ? "ecommerce-europe" : "parcel-nl";
            default -> "express";
        };
    }

    ObjectNode render() {
        Route route = parcel.route();
        ObjectNode shipment = Json.object().put("id", parcel.number()).put("service", service(parcel));
        shipment.putObject("origin").set("address", address(route.origin()));
        shipment.putObject("destination").set("address", address(route.destination()));
        if (!scans.isEmpty()) {
            shipment.set("status", event(Scan.newestStatus(scans)));
        }
        if (!parcel.status().isLast() && !parcel.has(Quirk.NO_TIMESTAMPS)) {
            shipment.put(
                    "estimatedTimeOfDelivery",
                    OFFSET.format(parcel.estimate().atZone(route.destination().zone())));
        }
        shipment.put("returnFlag", scans.stream().anyMatch(scan -> scan.step().isReturn()));
        shipment.set("details", details());
        if (!parcel.has(Quirk.NO_SCANS)) {
            ArrayNode events = shipment.putArray("events");
            for (int i = scans.size() - 1; i >= 0; i--) {
                events.add(event(i));
            }
        }
        return shipment;
    }

    private ObjectNode event(int index) {
        Scan scan = scans.get(index);
        UnifiedCode code = code(index);
        ObjectNode event = Json.object();
        if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            event.put("timestamp", timestamp(index));
        }
        event.putObject("location").set("address", address(scan.place()));
        event.put("statusCode", code.coarse()).put("status", code.status());
        return event.put("description", code.text());
    }

    private UnifiedCode code(int index) {
        boolean newest = index == scans.size() - 1;
        if (newest && parcel.has(Quirk.UNKNOWN_CODE)) {
            return UnifiedCode.unheardOf();
        }
        return newest && parcel.has(Quirk.HANDED_TO_SHOP)
                ? UnifiedCode.inShop()
                : UnifiedCode.of(parcel.family(), scans.get(index).step());
    }

    private String timestamp(int index) {
        OffsetDateTime local = scans.get(index).local();
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 1) {
            return "yesterday";
        }
        if (parcel.has(Quirk.MIXED_OFFSETS)) {
            return index % 2 == 0 ? OFFSET.format(local) : LOCAL.format(local);
        }
        return switch (parcel.family()) {
            case DHL_EXPRESS -> ZULU.format(local.withOffsetSameInstant(ZoneOffset.UTC));
            case DHL_PARCEL_NL -> OFFSET.format(local);
            default -> LOCAL.format(local);
        };
    }

    private static ObjectNode address(Place place) {
        return Json.object()
                .put("countryCode", place.country())
                .put("postalCode", place.postalCode())
                .put("addressLocality", place.city());
    }

    private ObjectNode details() {
        ObjectNode details = Json.object();
        details.putObject("product").put("productName", "Parcel");
        details.put("proofOfDeliverySignedAvailable", parcel.signature().isPresent());
        details.put("totalNumberOfPieces", parcel.pieceCount());
        details.putArray("pieceIds").add(parcel.number());
        details.putObject("weight").put("value", 0.9).put("unitText", "kg");
        ArrayNode references = details.putArray("references");
        for (String reference : parcel.references()) {
            references.addObject().put("number", reference).put("type", "customer-reference");
        }
        if (parcel.status() == Step.DELIVERED && !parcel.has(Quirk.NO_TIMESTAMPS)) {
            ObjectNode proof = details.putObject("proofOfDelivery").put("timestamp", timestamp(scans.size() - 1));
            parcel.signature().ifPresent(name -> proof.putObject("signed").put("name", name));
        }
        return details;
    }
}
