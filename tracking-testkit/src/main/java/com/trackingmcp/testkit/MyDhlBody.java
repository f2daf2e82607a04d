package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One shipment as the MyDHL API writes it: events oldest first, in the local time of their service area. */
final class MyDhlBody {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

    private final SandboxParcel parcel;
    private final String view;
    private final boolean offsets;

    MyDhlBody(SandboxParcel parcel, String view, boolean offsets) {
        this.parcel = parcel;
        this.view = view;
        this.offsets = offsets;
    }

    /** The number on the n-th piece of a waybill. */
    static String pieceNumber(SandboxParcel parcel, int piece) {
        return "JD0146" + parcel.number() + String.format(Locale.ROOT, "%04d", piece);
    }

    ObjectNode render(String levelOfDetail) {
        boolean shipmentLevel = !levelOfDetail.equals("piece");
        ObjectNode body = Json.object();
        // The success of the look-up, not of the delivery.
        body.put("shipmentTrackingNumber", parcel.number()).put("status", "Success");
        body.put(
                "shipmentTimestamp",
                STAMP.format(parcel.created().atZone(parcel.route().origin().zone())));
        body.put("productCode", "P").put("description", "Spare parts");
        body.set("shipperDetails", party(parcel.route().origin()));
        ObjectNode receiver = party(parcel.route().destination());
        ((ObjectNode) receiver.path("serviceArea").get(0))
                .put("facilityCode", parcel.route().destination().area());
        body.set("receiverDetails", receiver);
        body.put("totalWeight", new BigDecimal("0.9").multiply(BigDecimal.valueOf(parcel.pieceCount())));
        body.put("unitOfMeasurements", "metric");
        body.set("shipperReferences", references());
        body.set("events", shipmentLevel ? events() : Json.array());
        body.put("numberOfPieces", parcel.pieceCount());
        if (!shipmentLevel || levelOfDetail.equals("all")) {
            body.set("pieces", pieces());
        }
        if (!parcel.status().isLast()) {
            body.put(
                    "estimatedDeliveryDate",
                    STAMP.format(parcel.estimate()
                            .atZone(parcel.route().destination().zone())));
        }
        return body;
    }

    /** A label alone is no event: a fresh shipment has none. */
    private ArrayNode events() {
        ArrayNode events = Json.array();
        List<Scan> scans = parcel.scans();
        for (int i = 0; i < scans.size(); i++) {
            boolean newest = i == scans.size() - 1;
            boolean wanted = !view.equals("shipment-details-only") && (newest || !view.equals("last-checkpoint"));
            if (wanted && scans.get(i).step() != Step.LABEL_CREATED && !parcel.has(Quirk.NO_SCANS)) {
                events.add(event(scans.get(i), i, newest));
            }
        }
        return events;
    }

    private ObjectNode event(Scan scan, int index, boolean newest) {
        boolean unknown = newest && parcel.has(Quirk.UNKNOWN_CODE);
        ExpressCode code = unknown ? ExpressCode.unheardOf() : ExpressCode.of(scan.step());
        String area = areaName(scan.place());
        ObjectNode event = Json.object();
        if (parcel.has(Quirk.BROKEN_EVENT) && index == 2) {
            event.put("date", "2026-13-45").put("time", "noon");
        } else if (!parcel.has(Quirk.NO_TIMESTAMPS)) {
            event.put("date", DAY.format(scan.local())).put("time", TIME.format(scan.local()));
            if (offsets && !(parcel.has(Quirk.MIXED_OFFSETS) && index % 2 == 0)) {
                event.put("GMTOffset", OFFSET.format(scan.local()));
            }
        }
        event.put("typeCode", code.code()).put("description", code.text() + " - " + area);
        event.set("serviceArea", Json.array(serviceArea(scan.place())));
        if (scan.step() == Step.DELIVERED) {
            event.put("signedBy", parcel.signature().orElse(""));
        }
        return event;
    }

    private static ObjectNode party(Place place) {
        ObjectNode party = Json.object().put("name", "");
        party.putObject("postalAddress")
                .put("cityName", "")
                .put("postalCode", "")
                .put("countryCode", place.country());
        party.set("serviceArea", Json.array(serviceArea(place)));
        return party;
    }

    private static ObjectNode serviceArea(Place place) {
        return Json.object().put("code", place.area()).put("description", areaName(place));
    }

    private static String areaName(Place place) {
        return place.city().toUpperCase(Locale.ROOT) + "-" + place.country();
    }

    private ArrayNode references() {
        ArrayNode references = Json.array();
        for (String reference : parcel.references()) {
            references.addObject().put("value", reference).put("typeCode", "CU");
        }
        return references;
    }

    private ArrayNode pieces() {
        ArrayNode pieces = Json.array();
        for (int i = 1; i <= parcel.pieceCount(); i++) {
            ObjectNode piece = pieces.addObject();
            piece.put("number", i).put("typeCode", "").put("shipmentTrackingNumber", parcel.number());
            piece.put("trackingNumber", pieceNumber(parcel, i)).put("description", "");
            piece.put("weight", new BigDecimal("0.9")).put("actualWeight", new BigDecimal("0.9"));
            piece.putObject("dimensions").put("length", 30).put("width", 20).put("height", 10);
            piece.put("unitOfMeasurements", "metric");
            piece.set("events", events());
        }
        return pieces;
    }
}
