package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.spi.ShipmentListCapability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The shipments of one connection that its server stores. Safe for use by many threads; never blocks.
 *
 * <p>Karrio lists by carrier and not by connection: what was bought with others of the same carrier is left out here. How many
 * there are is not told then. Drafts belong to no connection, and are in the list of the gateway alone.
 */
final class KarrioOwnShipments implements ShipmentListCapability {
    private static final int PAGE = 100;
    private static final int PLACES_KEPT = 64;

    private final KarrioSeller seller;
    private final KarrioShipmentList all;

    /** Where Karrio's list is at an offset of this one, for who reads on. */
    private final Map<Place, Integer> places = new LinkedHashMap<>();

    private record Place(ShipmentFilter filter, int offset) {}

    /** What was gathered of a page so far, and how far Karrio's list was read for it. */
    private record Gathered(List<StoredShipment> items, int theirs, boolean more) {}

    KarrioOwnShipments(KarrioSeller seller) {
        this.seller = seller;
        this.all = new KarrioShipmentList(seller.door());
    }

    @Override
    public CompletableFuture<Page<StoredShipment>> list(
            ShipmentFilter filter, int offset, int limit, CallContext call) {
        int theirs = place(filter, offset);
        int skipped = theirs < 0 ? offset : 0;
        return gather(new Gathered(List.of(), Math.max(theirs, 0), true), filter, skipped, limit, call)
                .thenApply(gathered -> {
                    keep(filter, offset + gathered.items().size(), gathered.theirs());
                    return new Page<>(gathered.items(), offset, Optional.empty(), gathered.more());
                });
    }

    private CompletableFuture<Gathered> gather(
            Gathered before, ShipmentFilter filter, int toSkip, int limit, CallContext call) {
        return all.part(filter, Optional.of(seller.connection().carrierName()), before.theirs(), PAGE, call)
                .thenCompose(page -> {
                    List<StoredShipment> items = new ArrayList<>(before.items());
                    int skip = toSkip;
                    int read = 0;
                    for (Stored stored : page.items()) {
                        if (items.size() == limit) {
                            break;
                        }
                        read++;
                        if (seller.owns(stored) && skip-- <= 0) {
                            items.add(all.told(stored));
                        }
                    }
                    boolean more = read < page.items().size() || page.hasMore();
                    Gathered now = new Gathered(items, before.theirs() + read, more);
                    return items.size() == limit || !more
                            ? CompletableFuture.completedFuture(now)
                            : gather(now, filter, Math.max(skip, 0), limit, call);
                });
    }

    private int place(ShipmentFilter filter, int offset) {
        synchronized (places) {
            return offset == 0 ? 0 : places.getOrDefault(new Place(filter, offset), -1);
        }
    }

    private void keep(ShipmentFilter filter, int offset, int theirs) {
        synchronized (places) {
            places.put(new Place(filter, offset), theirs);
            if (places.size() > PLACES_KEPT) {
                places.remove(places.keySet().iterator().next());
            }
        }
    }

    @Override
    public CompletableFuture<StoredShipment> read(String id, CallContext call) {
        return own(id, call).thenApply(all::told);
    }

    @Override
    public CompletableFuture<List<Document>> documents(String id, CallContext call) {
        return own(id, call).thenCompose(stored -> all.documents(stored, call));
    }

    private CompletableFuture<Stored> own(String id, CallContext call) {
        return all.one(id, call)
                .thenCompose(stored -> seller.owns(stored)
                        ? CompletableFuture.completedFuture(stored)
                        : CompletableFuture.failedFuture(
                                KarrioSearch.notFound(seller.door(), "get_shipment", id, call)));
    }
}
