package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedParcel;
import com.trackingmcp.model.StoredShipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shipment as agents see it: never with the bytes of its label. Stateless. */
final class ShipmentView {
    private static final int MOST = 50;
    private static final String PDF = "application/pdf";

    private ShipmentView() {}

    /** All optional, for answers that may hold no shipment. */
    static List<Field> fields() {
        List<Field> fields = new ArrayList<>(shortFields());
        fields.add(Field.texts("parcels", "Tracking numbers", MOST));
        fields.add(Field.text("service_name", ""));
        fields.addAll(Delivery.fields());
        fields.add(Field.text("label_expires_at", ""));
        fields.add(Notes.field());
        return fields;
    }

    /** What a list tells of each. */
    static List<Field> shortFields() {
        return List.of(
                Field.text("shipment_id", ""),
                Field.text("carrier", ""),
                Field.text("shipment_status", ""),
                Field.text("tracking_number", ""),
                Field.text("service", ""),
                Field.text("price", ""),
                Field.text("currency", ""),
                Field.texts("references", "", MOST),
                Field.text("created", ""),
                Field.text("label_uri", "Read it as a resource"));
    }

    /** Puts what a list tells of a shipment that was bought here. */
    static ObjectNode putShort(ObjectNode json, Entry entry) {
        Shipment shipment = entry.shipment();
        json.put("shipment_id", entry.id())
                .put("carrier", shipment.connection())
                .put("shipment_status", entry.cancelled() ? "cancelled" : "created")
                .put("tracking_number", shipment.trackingNumber());
        Json.put(json, "service", shipment.service());
        Amounts.putPrice(json, shipment.price());
        putReferences(json, shipment.references());
        Json.put(json, "created", shipment.created());
        label(entry).ifPresent(label -> json.put("label_uri", entry.labelUri()));
        return json;
    }

    /** Puts all of a shipment that was bought here. */
    static ObjectNode put(ObjectNode json, Entry entry) {
        Shipment shipment = entry.shipment();
        putShort(json, entry);
        json.set(
                "parcels",
                Json.texts(shipment.parcels().stream()
                        .map(ShippedParcel::trackingNumber)
                        .limit(MOST)
                        .toList()));
        Json.put(json, "service_name", shipment.serviceName().map(ForeignText::of));
        Delivery.put(json, shipment.delivery());
        label(entry)
                .ifPresent(label -> json.put("label_expires_at", entry.until().toString()));
        Notes.put(json, shipment.alerts());
        return json;
    }

    /** Puts what a list tells of a shipment that a server keeps. */
    static ObjectNode putShort(ObjectNode json, StoredShipment stored) {
        json.put("shipment_id", ShipmentBook.idOf(stored.connection(), stored.id()))
                .put("carrier", stored.connection())
                .put("shipment_status", stored.status().word());
        Json.put(json, "tracking_number", stored.trackingNumber());
        Json.put(json, "service", stored.service());
        Amounts.putPrice(json, stored.price());
        putReferences(json, stored.references());
        Json.put(json, "created", stored.created());
        return json;
    }

    private static void putReferences(ObjectNode json, List<Reference> references) {
        if (!references.isEmpty()) {
            json.set(
                    "references",
                    Json.texts(references.stream()
                            .limit(MOST)
                            .map(reference -> ForeignText.of(reference.value()))
                            .toList()));
        }
    }

    /** In one line. */
    static String line(ObjectNode view) {
        return view.path("shipment_id").asText() + ", "
                + view.path("shipment_status").asText()
                + optional(view, "tracking_number", ", tracking number ")
                + optional(view, "service", ", ")
                + optional(view, "price", ", ")
                + optional(view, "currency", " ");
    }

    private static String optional(ObjectNode view, String name, String before) {
        return view.has(name) ? before + view.path(name).asText() : "";
    }

    /** The link to its labels, where they are here. */
    static Optional<ToolAnswer.Link> link(Entry entry) {
        return label(entry).map(label -> {
            int count = entry.shipment().labels().size();
            Optional<Long> bytes = count == 1 ? Optional.of((long) label.size()) : Optional.empty();
            String ending = label.format().map(format -> format.word()).orElse("bin");
            return new ToolAnswer.Link(
                    entry.labelUri(), "label." + ending, mimeType(entry), bytes, Optional.of(entry.until()));
        });
    }

    /** The same answer, with the link to its labels. */
    static ToolAnswer linked(ToolAnswer answer, Entry entry) {
        return link(entry).map(answer::with).orElse(answer);
    }

    /** What the label is and how long it can be read, in a sentence. */
    static String labelWords(Entry entry) {
        if (entry.cancelled()) {
            return "It is cancelled: its label is void.";
        }
        return label(entry)
                .map(label -> "Its label (" + mimeType(entry) + ") is the resource " + entry.labelUri() + " until "
                        + entry.until() + ".")
                .orElse("Its label is not here.");
    }

    /** The first label whose bytes are here. */
    private static Optional<Document> label(Entry entry) {
        return entry.shipment().labels().stream()
                .filter(label -> label.base64().isPresent())
                .findFirst();
    }

    private static String mimeType(Entry entry) {
        return label(entry).flatMap(Document::mediaType).orElse(PDF);
    }
}
