package com.trackingmcp.support;

import com.trackingmcp.http.Authorization;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.Secret;
import java.util.concurrent.CompletableFuture;

/** A credential that is waited for: nothing is sent until it arrives. Safe for use by many threads. */
public final class LateKey implements Authorization {
    private final CompletableFuture<Header> key = new CompletableFuture<>();

    /** Lets what waits for it be sent. */
    public void arrives() {
        key.complete(new Header("Authorization", Secret.of("test-key")));
    }

    @Override
    public CompletableFuture<Header> header(CallContext call) {
        return key;
    }

    @Override
    public boolean refused(Header header) {
        return false;
    }
}
