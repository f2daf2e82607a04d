package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.PickupDesk;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.PickupSuggestion;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Has parcels fetched. Safe for use by many threads; lives as long as its client. Dates and times are local to the address.
 */
public final class Pickups {
    private final PickupDesk desk;
    private final Calls calls;

    Pickups(PickupDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * In which windows a carrier would come, and what that costs, as far as it tells: nothing is booked.
     *
     * @return none where it says that it does not come there; some carriers refuse instead
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such question, such as DHL Express
     * @throws CarrierException for whatever else went wrong
     */
    public List<PickupQuote> quote(PickupRequest request) {
        return quoting(request).await();
    }

    /** The twin of {@link #quote(PickupRequest)}. */
    public CompletableFuture<List<PickupQuote>> quoteAsync(PickupRequest request) {
        return Async.attempt(() -> quoting(request).handedOver());
    }

    private Pending<List<PickupQuote>> quoting(PickupRequest request) {
        Async.required("request", request);
        return calls.ask(request.carrier(), call -> desk.quote(request, call));
    }

    /**
     * Everything that keeps {@link #quote} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> checkQuote(PickupRequest request) {
        return checkingQuote(request).await();
    }

    /** The twin of {@link #checkQuote(PickupRequest)}. */
    public CompletableFuture<List<FieldProblem>> checkQuoteAsync(PickupRequest request) {
        return Async.attempt(() -> checkingQuote(request).handedOver());
    }

    private Pending<List<FieldProblem>> checkingQuote(PickupRequest request) {
        Async.required("request", request);
        return calls.check(request.carrier(), call -> desk.quoteProblems(request, call));
    }

    /**
     * Books a pickup. Sent once; withdrawn where the thread is interrupted before it is sent.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent;
     *     with {@link com.trackingmcp.error.ErrorCode#PICKUP_TIMING} where the carrier refuses the time
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: a driver may come;
     *     {@link #pending} tells at UPS, and else the carrier
     * @throws CarrierException for whatever else went wrong
     */
    public PickupConfirmation schedule(PickupRequest request) {
        return scheduling(request).await();
    }

    /** The twin of {@link #schedule(PickupRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<PickupConfirmation> scheduleAsync(PickupRequest request) {
        return Async.attempt(() -> scheduling(request).handedOver());
    }

    private Pending<PickupConfirmation> scheduling(PickupRequest request) {
        Async.required("request", request);
        return calls.have(request.carrier(), call -> desk.schedule(request, call));
    }

    /**
     * Everything that keeps {@link #schedule} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> check(PickupRequest request) {
        return checking(request).await();
    }

    /** The twin of {@link #check(PickupRequest)}. */
    public CompletableFuture<List<FieldProblem>> checkAsync(PickupRequest request) {
        return Async.attempt(() -> checking(request).handedOver());
    }

    private Pending<List<FieldProblem>> checking(PickupRequest request) {
        Async.required("request", request);
        return calls.check(request.carrier(), call -> desk.problems(request, call));
    }

    /**
     * Changes a pickup that was booked. Sent once. The confirmation number may be another afterwards.
     *
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier cannot: cancel it and book another
     * @throws CarrierException as {@link #schedule} does
     */
    public PickupConfirmation update(PickupQuery pickup, PickupRequest request) {
        return updating(pickup, request).await();
    }

    /** The twin of {@link #update(PickupQuery, PickupRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<PickupConfirmation> updateAsync(PickupQuery pickup, PickupRequest request) {
        return Async.attempt(() -> updating(pickup, request).handedOver());
    }

    private Pending<PickupConfirmation> updating(PickupQuery pickup, PickupRequest request) {
        Async.required("pickup", pickup);
        Async.required("request", request);
        return calls.have(pickup.carrier().or(request::carrier), call -> desk.update(pickup, request, call));
    }

    /**
     * Everything that keeps {@link #update} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> checkUpdate(PickupQuery pickup, PickupRequest request) {
        return checkingUpdate(pickup, request).await();
    }

    /** The twin of {@link #checkUpdate(PickupQuery, PickupRequest)}. */
    public CompletableFuture<List<FieldProblem>> checkUpdateAsync(PickupQuery pickup, PickupRequest request) {
        return Async.attempt(() -> checkingUpdate(pickup, request).handedOver());
    }

    private Pending<List<FieldProblem>> checkingUpdate(PickupQuery pickup, PickupRequest request) {
        Async.required("pickup", pickup);
        Async.required("request", request);
        return calls.check(pickup.carrier().or(request::carrier), call -> desk.problems(pickup, request, call));
    }

    /**
     * The pickups that would fetch what was bought, as {@link ShippedBatch#pickupSuggestions()} tells them of one batch: for
     * those that bought in several. Asks nobody.
     *
     * @param outcomes one for each request, in their order
     * @throws com.trackingmcp.error.InvalidRequestException where these are not as many
     */
    public List<PickupSuggestion> suggest(List<ShipmentRequest> requests, List<Outcome<Shipment>> outcomes) {
        if (Async.required("requests", requests).size()
                != Async.required("outcomes", outcomes).size()) {
            throw ErrorDetails.builder(ErrorCode.MALFORMED_REQUEST)
                    .argument(
                            "reason", "there are " + requests.size() + " requests and " + outcomes.size() + " outcomes")
                    .toException();
        }
        return desk.suggest(requests, outcomes);
    }

    /**
     * Calls a pickup off. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier cannot
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#PICKUP_NOT_CANCELLED} where the carrier would not, and for
     *     whatever else went wrong
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: asking again tells
     */
    public Cancellation cancel(PickupQuery pickup) {
        return cancelling(pickup).await();
    }

    /** The twin of {@link #cancel(PickupQuery)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Cancellation> cancelAsync(PickupQuery pickup) {
        return Async.attempt(() -> cancelling(pickup).handedOver());
    }

    private Pending<Cancellation> cancelling(PickupQuery pickup) {
        Async.required("pickup", pickup);
        return calls.have(pickup.carrier(), call -> desk.cancel(pickup, call));
    }

    /**
     * Everything that keeps {@link #cancel} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> checkCancel(PickupQuery pickup) {
        return checkingCancel(pickup).await();
    }

    /** The twin of {@link #checkCancel(PickupQuery)}. */
    public CompletableFuture<List<FieldProblem>> checkCancelAsync(PickupQuery pickup) {
        return Async.attempt(() -> checkingCancel(pickup).handedOver());
    }

    private Pending<List<FieldProblem>> checkingCancel(PickupQuery pickup) {
        Async.required("pickup", pickup);
        return calls.check(pickup.carrier(), call -> desk.cancelProblems(pickup, call));
    }

    /**
     * Calls all pickups of the connection's account off, where the carrier can: UPS. Sent once; throws as {@link #cancel} does.
     */
    public Cancellation cancelAll(String carrier) {
        return cancellingAll(carrier).await();
    }

    /** The twin of {@link #cancelAll(String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Cancellation> cancelAllAsync(String carrier) {
        return Async.attempt(() -> cancellingAll(carrier).handedOver());
    }

    private Pending<Cancellation> cancellingAll(String carrier) {
        Async.required("carrier", carrier);
        return calls.have(Optional.of(carrier), call -> desk.cancelAll(carrier, call));
    }

    /**
     * What became of a pickup, where the carrier tells: UPS does, of those of today and tomorrow.
     *
     * @return empty where the carrier does not tell of that one
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier tells of none
     * @throws CarrierException for whatever else went wrong
     */
    public Optional<PickupConfirmation> status(PickupQuery pickup) {
        return askingStatus(pickup).await();
    }

    /** The twin of {@link #status(PickupQuery)}. */
    public CompletableFuture<Optional<PickupConfirmation>> statusAsync(PickupQuery pickup) {
        return Async.attempt(() -> askingStatus(pickup).handedOver());
    }

    private Pending<Optional<PickupConfirmation>> askingStatus(PickupQuery pickup) {
        Async.required("pickup", pickup);
        return calls.ask(pickup.carrier(), call -> desk.status(pickup, call));
    }

    /**
     * The pickups that are booked, as far ahead as the carrier tells of; throws as {@link #status} does.
     */
    public List<PickupConfirmation> pending(String carrier) {
        return askingPending(carrier).await();
    }

    /** The twin of {@link #pending(String)}. */
    public CompletableFuture<List<PickupConfirmation>> pendingAsync(String carrier) {
        return Async.attempt(() -> askingPending(carrier).handedOver());
    }

    private Pending<List<PickupConfirmation>> askingPending(String carrier) {
        Async.required("carrier", carrier);
        return calls.ask(Optional.of(carrier), call -> desk.pending(carrier, call));
    }
}
