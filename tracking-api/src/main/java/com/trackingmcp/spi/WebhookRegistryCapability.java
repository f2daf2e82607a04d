package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the web addresses that are told of what happens. Safe for use by many threads; blocks none. What registers, tests or
 * removes is sent at most once; what is not there is {@link com.trackingmcp.error.ErrorCode#OBJECT_NOT_FOUND}.
 */
public interface WebhookRegistryCapability extends Capability {
    /** Tells everything that keeps it from registering the address. */
    void check(WebhookRequest request, RequestCheck check);

    /** Registers a web address. */
    CompletableFuture<WebhookRegistration> register(WebhookRequest request, CallContext call);

    /** A page of the registered addresses, the newest first. */
    CompletableFuture<Page<WebhookRegistration>> registered(int offset, int limit, CallContext call);

    /** Has it send a message that tells of nothing; whether that was answered. */
    CompletableFuture<Boolean> test(String id, CallContext call);

    /** Tells the web address no more. */
    CompletableFuture<WebhookRegistration> remove(String id, CallContext call);
}
