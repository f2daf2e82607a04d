package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.StoreDesk;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Orders that a server keeps, such as a Karrio server. Safe for use by many threads; lives as long as its client. */
public final class Orders {
    private final StoreDesk desk;
    private final Calls calls;

    Orders(StoreDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * The orders a filter lets through, the newest first. Nothing is asked before it is read.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException when it is read, where no connection asked keeps orders
     */
    public Listing<Order> list(OrderFilter filter) {
        Async.required("filter", filter);
        return new Listing<>(page -> calls.ask(filter.carrier(), call -> desk.orders(filter, page, call)), Order::id);
    }

    /**
     * One order.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked keeps orders
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none with this id; and for whatever else went
     *     wrong
     */
    public Order get(String carrier, String id) {
        return getting(carrier, id).await();
    }

    /** The twin of {@link #get(String, String)}. */
    public CompletableFuture<Order> getAsync(String carrier, String id) {
        return Async.attempt(() -> getting(carrier, id).handedOver());
    }

    private Pending<Order> getting(String carrier, String id) {
        Async.required("carrier", carrier);
        Async.required("id", id);
        return calls.ask(Optional.of(carrier), call -> desk.order(carrier, id, call));
    }
}
