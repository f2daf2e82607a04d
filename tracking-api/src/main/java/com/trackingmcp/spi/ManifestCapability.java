package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import java.util.concurrent.CompletableFuture;

/** Closes days. Safe for use by many threads; blocks none. Sent at most once. */
public interface ManifestCapability extends Capability {
    /** Tells everything that keeps this carrier from closing the day. */
    default void check(ManifestRequest request, RequestCheck check) {}

    /** Closes a day. */
    CompletableFuture<Manifest> close(ManifestRequest request, CallContext call);

    /** Tells everything that keeps this carrier from printing the day's papers again; the same as for closing it, by itself. */
    default void checkReprint(ManifestRequest request, RequestCheck check) {
        check(request, check);
    }

    /** Whether {@link #reprint} can be asked. */
    default boolean reprints() {
        return false;
    }

    /** The papers of a day that was closed, once more. */
    default CompletableFuture<Manifest> reprint(ManifestRequest request, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("printing manifests again"));
    }
}
