package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Shipments;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.StoredShipment;
import com.trackingmcp.spi.ShipmentListCapability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The shipments a Karrio server stores: all of them, for the gateway. Safe for use by many threads; never blocks. Archived ones
 * are not among them.
 */
final class KarrioShipmentList implements ShipmentListCapability {
    private static final String LIST = "list_shipments";
    private static final String READ = "get_shipment";

    private final KarrioDoor door;
    private final KarrioStoredMapper mapper;
    private final KarrioPapers papers;

    KarrioShipmentList(KarrioDoor door) {
        this.door = door;
        this.mapper = new KarrioStoredMapper(door);
        this.papers = new KarrioPapers(door);
    }

    @Override
    public CompletableFuture<Page<StoredShipment>> list(
            ShipmentFilter filter, int offset, int limit, CallContext call) {
        return part(filter, Optional.empty(), offset, limit, call)
                .thenApply(page -> new Page<>(
                        page.items().stream().map(mapper::stored).toList(),
                        page.offset(),
                        page.total(),
                        page.hasMore()));
    }

    /**
     * A part of the list as Karrio keeps it.
     *
     * @param carrierName Karrio's name of the carrier, where one alone is meant
     */
    CompletableFuture<Page<Stored>> part(
            ShipmentFilter filter, Optional<String> carrierName, int offset, int limit, CallContext call) {
        List<String> words = KarrioShipmentStatus.words(filter.statuses());
        if (words.isEmpty() && !filter.statuses().isEmpty()) {
            return CompletableFuture.completedFuture(new Page<>(List.of(), offset, Optional.of(0L), false));
        }
        CarrierRequest.Builder question = CarrierRequest.get(LIST)
                .path("/v1/shipments")
                .query("carrier_name", carrierName)
                .query("tracking_number", filter.trackingNumber())
                .query("reference", filter.reference())
                .query("order_id", filter.orderId())
                .query("service", filter.service())
                .query("created_after", filter.createdFrom().map(Instant::toString))
                .query("created_before", filter.createdTo().map(Instant::toString))
                .query("keyword", filter.keyword())
                .query("metadata_key", filter.metadataKey())
                .query("metadata_value", filter.metadataValue());
        words.forEach(word -> question.query("status", word));
        return door.page(question, offset, limit, Shipments.class, this::known, call);
    }

    private Stored known(Stored stored) {
        WireText.text(stored.status())
                .filter(word -> !KarrioShipmentStatus.knows(word))
                .ifPresent(word -> door.unmapped("shipment:" + word));
        return stored;
    }

    @Override
    public CompletableFuture<StoredShipment> read(String id, CallContext call) {
        return one(id, call).thenApply(mapper::stored);
    }

    @Override
    public CompletableFuture<List<Document>> documents(String id, CallContext call) {
        return one(id, call).thenCompose(stored -> papers.all(stored, call));
    }

    CompletableFuture<Stored> one(String id, CallContext call) {
        return KarrioSearch.read(door, READ, id, call).thenApply(this::known);
    }

    StoredShipment told(Stored stored) {
        return mapper.stored(stored);
    }

    CompletableFuture<List<Document>> documents(Stored stored, CallContext call) {
        return papers.all(stored, call);
    }
}
