package com.trackingmcp.internal.engine;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

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
        return closing(request, call)
                .accepted()
                .once("the manifest of " + request.date().orElseThrow(), days -> days.close(request, call));
    }

    /** Everything that keeps {@link #close} from being sent. */
    public List<FieldProblem> problems(ManifestRequest request, CallContext call) {
        return closing(request, call).problems();
    }

    private Errand<ManifestCapability> closing(ManifestRequest request, CallContext call) {
        return errand(CLOSE, request, call, (days, check) -> days.check(request, check));
    }

    /** The papers of a day that was closed, once more. */
    public CompletableFuture<Manifest> reprint(ManifestRequest request, CallContext call) {
        return errand(REPRINT, request, call, (days, check) -> days.checkReprint(request, check))
                .accepted()
                .ask(days -> days.reprint(request, call));
    }

    private Errand<ManifestCapability> errand(
            Verb<ManifestCapability> verb,
            ManifestRequest request,
            CallContext call,
            BiConsumer<ManifestCapability, RequestCheck> own) {
        return verb.errand(
                connections, transport, request.carrier(), call, check -> check.required("date", request.date()), own);
    }
}
