package com.trackingmcp.mcp.internal.resource;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labels and papers of the shipments that were bought here: for their buyer and for an administrator. None is listed, for
 * whoever bought it was told its link. Safe for use by many threads.
 */
public final class ShipmentShelf implements Shelf {
    private static final UriPattern LABEL = new UriPattern("tracking://shipments/{id}/label");
    private static final UriPattern DOCUMENT = new UriPattern("tracking://shipments/{id}/documents/{n}");
    private static final String ANY = "application/octet-stream";
    private static final int MOST_DIGITS = 4;

    private final ShipmentBook shipments;

    ShipmentShelf(ShipmentBook shipments) {
        this.shipments = shipments;
    }

    /** Where a shipment's first label is read. */
    public static String labelUri(String shipmentId) {
        return LABEL.with(shipmentId);
    }

    /**
     * Links to all that can be read of a shipment: the first label, then the other labels and the papers.
     *
     * @param id what the book knows it by
     */
    public static List<ToolAnswer.Link> links(String id, ShipmentBook.Entry entry) {
        List<ToolAnswer.Link> links = new ArrayList<>();
        label(entry.shipment()).ifPresent(label -> links.add(link(labelUri(id), label, entry)));
        List<Document> others = others(entry.shipment());
        for (int i = 0; i < others.size(); i++) {
            links.add(link(DOCUMENT.with(id, String.valueOf(i + 1)), others.get(i), entry));
        }
        return links;
    }

    private static ToolAnswer.Link link(String uri, Document paper, ShipmentBook.Entry entry) {
        return new ToolAnswer.Link(
                uri, paper.kind(), Papers.mimeType(paper), Papers.size(paper), Optional.of(entry.until()));
    }

    private static Optional<Document> label(Shipment shipment) {
        return shipment.labels().stream().findFirst();
    }

    /** All but the first label: the parcels' own in their order, then the shipment's. */
    private static List<Document> others(Shipment shipment) {
        Optional<Document> label = label(shipment);
        List<Document> all = new ArrayList<>(Stream.concat(
                        shipment.parcels().stream().flatMap(parcel -> parcel.documents().stream()),
                        shipment.documents().stream())
                .toList());
        label.ifPresent(all::remove);
        return all;
    }

    @Override
    public List<Entry> entries(Caller caller) {
        return List.of();
    }

    @Override
    public List<Template> templates() {
        return List.of(
                new Template(
                        LABEL.template(),
                        "shipment_label",
                        "The label of a shipment",
                        "The first label of a shipment that was bought here, for a day",
                        ANY),
                new Template(
                        DOCUMENT.template(),
                        "shipment_document",
                        "A paper of a shipment",
                        "Its other labels and its papers, from 1 on",
                        ANY));
    }

    @Override
    public Optional<Content> read(String uri, Caller caller) {
        if (!caller.role().includes(Role.SHIP)) {
            return Optional.empty();
        }
        Optional<Document> label =
                LABEL.match(uri).flatMap(values -> bought(values, caller)).flatMap(ShipmentShelf::label);
        return label.or(() -> DOCUMENT.match(uri)
                        .flatMap(values -> bought(values, caller)
                                .map(ShipmentShelf::others)
                                .flatMap(papers -> at(papers, values.getOrDefault("n", "")))))
                .flatMap(Papers::content);
    }

    private Optional<Shipment> bought(Map<String, String> values, Caller caller) {
        return shipments.find(caller, String.valueOf(values.get("id"))).map(ShipmentBook.Entry::shipment);
    }

    private static Optional<Document> at(List<Document> papers, String number) {
        if (!number.matches("[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number) - 1;
        return index < papers.size() ? Optional.of(papers.get(index)) : Optional.empty();
    }

    @Override
    public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
        return List.of();
    }
}
