package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.StoredShipment;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tells of shipments that are stored at the server. Safe for use by many threads; blocks none. */
public interface ShipmentListCapability extends Capability {
    /**
     * A page of the shipments that a filter lets through, the newest first.
     *
     * @param offset how many come before it
     * @param limit how many to tell, at most; 1 to 100
     */
    CompletableFuture<Page<StoredShipment>> list(ShipmentFilter filter, int offset, int limit, CallContext call);

    /** The shipment with this id; fails with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none. */
    CompletableFuture<StoredShipment> read(String id, CallContext call);

    /** Its labels and papers with their bytes; fails as {@link #read} does. */
    CompletableFuture<List<Document>> documents(String id, CallContext call);
}
