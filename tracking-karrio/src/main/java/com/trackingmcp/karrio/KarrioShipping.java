package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireText.text;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Labels through Karrio. Safe for use by many threads; never blocks.
 *
 * <p>Karrio would buy a shipment as it is stored, were its service named then. It is never named there: a draft is stored, and
 * one of its prices bought, once. What was bought is found again by its id, its tracking number, its reference or
 * the idempotency key; of the parcels of one shipment, by the number of the first.
 */
final class KarrioShipping implements ShippingCapability {
    private static final String RECOVER = "recover_shipment";
    private static final int MOST_SHIPMENTS = 10;

    private final KarrioPurchases purchases;
    private final KarrioCancels cancels;
    private final KarrioSearch search;
    private final KarrioPapers papers;
    private final KarrioShipmentMapper mapper;

    KarrioShipping(KarrioSeller seller) {
        this.purchases = new KarrioPurchases(seller);
        this.cancels = new KarrioCancels(seller);
        this.search = new KarrioSearch(seller);
        this.papers = new KarrioPapers(seller.door());
        this.mapper = new KarrioShipmentMapper(seller.door());
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        KarrioShipChecks.forShipping(request, check);
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        return purchases.ship(request, call);
    }

    @Override
    public boolean cancels() {
        return true;
    }

    @Override
    public CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return cancels.cancel(query, call);
    }

    @Override
    public boolean recovers() {
        return true;
    }

    /** With their labels for the newest ten; cancelled ones are none. */
    @Override
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return search.find(RECOVER, query, call).thenCompose(found -> {
            CompletableFuture<List<Shipment>> all = CompletableFuture.completedFuture(new ArrayList<>());
            List<Stored> bought = found.stream()
                    .filter(KarrioShipmentStatus::isBought)
                    .filter(stored -> text(stored.id()).isPresent())
                    .limit(MOST_SHIPMENTS)
                    .toList();
            for (Stored stored : bought) {
                all = all.thenCombine(papers.of(stored, call), (before, prints) -> {
                    before.add(mapper.recovered(stored, prints));
                    return before;
                });
            }
            return all;
        });
    }
}
