package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.model.BatchOperation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Work that a server does by itself on many things after it answered, such as following many parcels. Safe for use by many threads; lives as long as its client. */
public final class Batches {
    private final StoreDesk desk;
    private final Calls calls;

    Batches(StoreDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * The operations, the newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked tells of such work
     */
    public Listing<BatchOperation> list(String carrier) {
        Async.required("carrier", carrier);
        return new Listing<>(
                page -> calls.ask(Optional.of(carrier), call -> desk.operations(carrier, page, call)),
                BatchOperation::id);
    }

    /**
     * One operation, and how far it is.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked tells of such work
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public BatchOperation get(String carrier, String id) {
        return getting(carrier, id).await();
    }

    /** The twin of {@link #get(String, String)}. */
    public CompletableFuture<BatchOperation> getAsync(String carrier, String id) {
        return Async.attempt(() -> getting(carrier, id).handedOver());
    }

    private Pending<BatchOperation> getting(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.ask(Optional.of(carrier), call -> desk.operation(carrier, id, call));
    }
}
