package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.BatchOperation;
import com.trackingmcp.model.Page;
import java.util.concurrent.CompletableFuture;

/** Tells of work that a server does by itself after it answered. Safe for use by many threads; blocks none. */
public interface BatchCapability extends Capability {
    /** A page of the operations, the newest first. */
    CompletableFuture<Page<BatchOperation>> operations(int offset, int limit, CallContext call);

    /** The operation with this id; fails with {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND} where there is none. */
    CompletableFuture<BatchOperation> operation(String id, CallContext call);
}
