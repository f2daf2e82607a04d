package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.Page;
import java.util.concurrent.CompletableFuture;

/** Tells of orders. Safe for use by many threads; blocks none. */
public interface OrderCapability extends Capability {
    /**
     * A page of the orders that a filter lets through, the newest first.
     *
     * @param offset how many come before it
     * @param limit how many to tell, at most; 1 to 100
     */
    CompletableFuture<Page<Order>> list(OrderFilter filter, int offset, int limit, CallContext call);

    /** The order with this id; fails with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none. */
    CompletableFuture<Order> read(String id, CallContext call);
}
