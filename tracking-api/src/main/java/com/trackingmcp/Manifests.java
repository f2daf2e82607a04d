package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.internal.engine.ManifestDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Ends the day at the carrier's counter. Safe for use by many threads; lives as long as its client.
 */
public final class Manifests {
    private final ManifestDesk desk;
    private final Calls calls;

    Manifests(ManifestDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * Closes a day: what was labelled is declared as handed over. Sent once.
     *
     * @return the day's papers
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing: only FedEx Ground has, of the
     *     carriers that are asked directly
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the day may be closed; {@link #reprint} tells
     * @throws CarrierException for whatever else went wrong
     */
    public Manifest close(ManifestRequest request) {
        return closing(request).await();
    }

    /** The twin of {@link #close(ManifestRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Manifest> closeAsync(ManifestRequest request) {
        return Async.attempt(() -> closing(request).handedOver());
    }

    private Pending<Manifest> closing(ManifestRequest request) {
        Async.required("request", request);
        return calls.have(request.carrier(), call -> desk.close(request, call));
    }

    /**
     * Everything that keeps {@link #close} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> check(ManifestRequest request) {
        return checking(request).await();
    }

    /** The twin of {@link #check(ManifestRequest)}. */
    public CompletableFuture<List<FieldProblem>> checkAsync(ManifestRequest request) {
        return Async.attempt(() -> checking(request).handedOver());
    }

    private Pending<List<FieldProblem>> checking(ManifestRequest request) {
        Async.required("request", request);
        return calls.check(request.carrier(), call -> desk.problems(request, call));
    }

    /**
     * The papers of a day that was closed, once more.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier cannot, as with {@link #close}
     * @throws CarrierException for whatever else went wrong; a day that was not closed is a refusal of the carrier's
     */
    public Manifest reprint(ManifestRequest request) {
        return reprinting(request).await();
    }

    /** The twin of {@link #reprint(ManifestRequest)}. */
    public CompletableFuture<Manifest> reprintAsync(ManifestRequest request) {
        return Async.attempt(() -> reprinting(request).handedOver());
    }

    private Pending<Manifest> reprinting(ManifestRequest request) {
        Async.required("request", request);
        return calls.ask(request.carrier(), call -> desk.reprint(request, call));
    }
}
