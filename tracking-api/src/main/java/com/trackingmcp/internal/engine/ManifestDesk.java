package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.spi.ManifestCapability;
import java.util.concurrent.CompletableFuture;

/** Closes days, each wish sent once. Safe for use by many threads. */
public final class ManifestDesk {
    private static final Verb<ManifestCapability> CLOSE =
            Verb.of(ManifestCapability.class, "close_day", "closing a day (manifests)");
    private static final Verb<ManifestCapability> REPRINT = new Verb<>(
            ManifestCapability.class, "reprint_manifest", "printing manifests again", ManifestCapability::reprints);

    private final Connections connections;
    private final HttpTransport transport;

    public ManifestDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    /** Closes a day. */
    public Pending<Manifest> close(ManifestRequest request, CallContext call) {
        return clerk(CLOSE, request, call)
                .once("the manifest of " + request.date().orElseThrow(), days -> days.close(request, call));
    }

    /** The papers of a day that was closed, once more. */
    public CompletableFuture<Manifest> reprint(ManifestRequest request, CallContext call) {
        return clerk(REPRINT, request, call).ask(days -> days.reprint(request, call));
    }

    private Clerk<ManifestCapability> clerk(Verb<ManifestCapability> verb, ManifestRequest request, CallContext call) {
        return verb.only(
                connections,
                transport,
                request.carrier(),
                call,
                check -> check.required("date", request.date()),
                (days, check) -> days.check(request, check));
    }
}
