package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.book.OwnerBook;
import com.trackingmcp.mcp.internal.book.PaperBook;
import com.trackingmcp.mcp.internal.book.QuoteBook;
import com.trackingmcp.mcp.internal.book.ShipmentBook;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * What all tools and resources work with. Safe for use by many threads.
 *
 * @param client the one client; asking for it waits until it is connected
 * @param folders where documents may be read from; none where empty
 */
public record Workbench(
        Supplier<TrackingClient> client,
        Clock clock,
        Confirmations confirmations,
        QuoteBook quotes,
        ShipmentBook shipments,
        PaperBook papers,
        OwnerBook owners,
        List<Path> folders) {
    /** What all work with. */
    public Workbench {
        folders = List.copyOf(folders);
    }

    /** What all work with, and nothing remembered of papers and their like yet. */
    public Workbench(
            Supplier<TrackingClient> client,
            Clock clock,
            Confirmations confirmations,
            QuoteBook quotes,
            ShipmentBook shipments,
            List<Path> folders) {
        this(client, clock, confirmations, quotes, shipments, new PaperBook(clock), new OwnerBook(clock), folders);
    }
}
