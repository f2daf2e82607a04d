package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.Purchases;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.StoredShipment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What can be done with shipments that were bought. Safe for use by many threads; lives as long as its client.
 */
public final class Shipments {
    private final Purchases purchases;
    private final StoreDesk store;
    private final Calls calls;

    Shipments(Purchases purchases, StoreDesk store, Calls calls) {
        this.purchases = purchases;
        this.store = store;
        this.calls = calls;
    }

    /**
     * Cancels a shipment with all its parcels. Sent once; withdrawn where the thread is interrupted before it is sent.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier cannot, such as DHL Express: a label
     *     that is not handed over is not charged there, and ends by itself
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: asking again tells
     * @throws CarrierException for whatever else went wrong; with
     *     {@link com.trackingmcp.error.ErrorCode#SHIPMENT_NOT_CANCELLED} where the carrier would not
     */
    public Cancellation cancel(Shipment shipment) {
        return cancel(ShipmentQuery.of(Async.required("shipment", shipment)));
    }

    /** Cancels a shipment, or only the {@link ShipmentQuery#parcels()} named; throws as {@link #cancel(Shipment)} does. */
    public Cancellation cancel(ShipmentQuery query) {
        return cancelling(query).await();
    }

    /** The twin of {@link #cancel(ShipmentQuery)}; cancelling the future withdraws it where it was not sent yet. */
    public CompletableFuture<Cancellation> cancelAsync(ShipmentQuery query) {
        return Async.attempt(() -> cancelling(query).handedOver());
    }

    private Pending<Cancellation> cancelling(ShipmentQuery query) {
        Async.required("query", query);
        return calls.have(query.carrier(), call -> purchases.cancel(query, call));
    }

    /**
     * Finds shipments that were bought, with their labels where the carrier gives them again (UPS); DHL Express
     * gives its copy of the waybill where it has filed one, and FedEx tells that they exist, and under which numbers.
     *
     * @return none where the carrier knows none
     * @throws CarrierException for whatever went wrong
     */
    public List<Shipment> recover(ShipmentQuery query) {
        return recovering(query).await();
    }

    /** The twin of {@link #recover(ShipmentQuery)}. */
    public CompletableFuture<List<Shipment>> recoverAsync(ShipmentQuery query) {
        return Async.attempt(() -> recovering(query).handedOver());
    }

    private Pending<List<Shipment>> recovering(ShipmentQuery query) {
        Async.required("query", query);
        return calls.ask(query.carrier(), call -> purchases.recover(query, call));
    }

    /**
     * The shipments that a server stores and a filter lets through, drafts and cancelled ones too where the filter names no status; the
     * newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked stores shipments
     */
    public Listing<StoredShipment> list(ShipmentFilter filter) {
        Async.required("filter", filter);
        return new Listing<>(
                page -> calls.ask(filter.carrier(), call -> store.shipments(filter, page, call)), StoredShipment::id);
    }

    /**
     * One shipment that a server stores.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked stores shipments
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public StoredShipment get(String carrier, String id) {
        return getting(carrier, id).await();
    }

    /** The twin of {@link #get(String, String)}. */
    public CompletableFuture<StoredShipment> getAsync(String carrier, String id) {
        return Async.attempt(() -> getting(carrier, id).handedOver());
    }

    private Pending<StoredShipment> getting(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.ask(Optional.of(carrier), call -> store.shipment(carrier, id, call));
    }

    /**
     * The labels and papers of a shipment that a server stores, with their bytes.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked stores shipments
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public List<Document> documents(String carrier, String id) {
        return gettingDocuments(carrier, id).await();
    }

    /** The twin of {@link #documents(String, String)}. */
    public CompletableFuture<List<Document>> documentsAsync(String carrier, String id) {
        return Async.attempt(() -> gettingDocuments(carrier, id).handedOver());
    }

    private Pending<List<Document>> gettingDocuments(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.ask(Optional.of(carrier), call -> store.documents(carrier, id, call));
    }
}
