package com.trackingmcp.mcp.internal.resource;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.book.PaperBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** All resources there are. Safe for use by many threads. */
public final class Shelves implements Shelf {
    private final List<Shelf> each;

    private Shelves(List<Shelf> each) {
        this.each = each;
    }

    /** All of them, over one client and its books. */
    public static Shelves of(Supplier<TrackingClient> client, ShipmentBook shipments, PaperBook papers) {
        return new Shelves(List.of(
                new CarrierShelf(client), new ReferenceShelf(), new ShipmentShelf(shipments), new PaperShelf(papers)));
    }

    /** The shelves, always in the same order. */
    public List<Shelf> each() {
        return each;
    }

    @Override
    public List<Entry> entries(Caller caller) {
        return each.stream().flatMap(shelf -> shelf.entries(caller).stream()).toList();
    }

    @Override
    public List<Template> templates() {
        return each.stream().flatMap(shelf -> shelf.templates().stream()).toList();
    }

    @Override
    public Optional<Content> read(String uri, Caller caller) {
        return each.stream().flatMap(shelf -> shelf.read(uri, caller).stream()).findFirst();
    }

    /** As {@link Shelf#complete}; at most {@link Completions#MOST}. */
    @Override
    public List<String> complete(String template, String variable, String begun, Map<String, String> known) {
        return each.stream()
                .flatMap(shelf -> shelf.complete(template, variable, begun, known).stream())
                .limit(Completions.MOST)
                .toList();
    }
}
