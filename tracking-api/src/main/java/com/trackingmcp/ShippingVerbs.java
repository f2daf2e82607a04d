package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TransitTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What the client does around shipments: a part of {@link TrackingClient}, which is the only one. */
abstract class ShippingVerbs {
    /** Package-private: only the client is one. */
    ShippingVerbs() {}

    abstract Shipping shipping();

    /**
     * What shipping would cost, the cheapest first: every connection that can is asked at once.
     *
     * @return the prices, one for each service, and beside them why a connection has none
     * @throws InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws CarrierException for whatever keeps all of them from being asked
     */
    public Rates rates(ShipmentRequest shipment) {
        return rates(RateRequest.of(Async.required("shipment", shipment)));
    }

    /** The prices asked for, in the order asked for; throws as {@link #rates(ShipmentRequest)} does. */
    public Rates rates(RateRequest request) {
        return shipping().rates(request, true).await();
    }

    /** The twin of {@link #rates(RateRequest)}. */
    public CompletableFuture<Rates> ratesAsync(RateRequest request) {
        return Async.attempt(() -> shipping().rates(request, false).handedOver());
    }

    /** How long each service of each connection takes that tells it; a connection that fails is one failure. */
    public List<Outcome<TransitTime>> transitTimes(ShipmentRequest shipment) {
        return shipping().transitTimes(shipment, true).await();
    }

    /** The twin of {@link #transitTimes(ShipmentRequest)}. */
    public CompletableFuture<List<Outcome<TransitTime>>> transitTimesAsync(ShipmentRequest shipment) {
        return Async.attempt(() -> shipping().transitTimes(shipment, false).handedOver());
    }

    /**
     * Buys the labels of one shipment. Sent at most once, unless it surely never reached the carrier, or the carrier refused it
     * because of its papers and it goes once more without them. What was not sent yet when the thread is interrupted, the time is
     * over or the client closed, is not sent any more.
     *
     * @throws InvalidRequestException naming every missing or wrong field, before anything is sent; or where the
     *     {@link ShipmentRequest#idempotencyKey()} was used before
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: something may have been bought, to
     *     be looked for with {@code shipments().recover(...)} by the exception's {@code reference()}
     * @throws CarrierException for whatever else went wrong; nothing was bought then
     */
    public Shipment ship(ShipmentRequest request) {
        return shipping().ship(request).await();
    }

    /** Buys exactly the quoted service, from the connection that quoted it; throws as {@link #ship(ShipmentRequest)} does. */
    public Shipment ship(Rate rate, ShipmentRequest request) {
        return ship(Shipping.at(rate, request));
    }

    /** The twin of {@link #ship(ShipmentRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Shipment> shipAsync(ShipmentRequest request) {
        return Async.attempt(() -> shipping().ship(request).handedOver());
    }

    /** The twin of {@link #ship(Rate, ShipmentRequest)}. */
    public CompletableFuture<Shipment> shipAsync(Rate rate, ShipmentRequest request) {
        return Async.attempt(() -> shipAsync(Shipping.at(rate, request)));
    }

    /**
     * Everything that keeps {@link #ship(ShipmentRequest)} from being sent as it is, told beforehand: every missing or wrong
     * field, those of the carrier's own included. Asks the carrier nothing. {@link #previewAll(List)} tells the prices too.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connected carrier ships
     */
    public List<FieldProblem> check(ShipmentRequest request) {
        return shipping().check(request).await();
    }

    /** The twin of {@link #check(ShipmentRequest)}. */
    public CompletableFuture<List<FieldProblem>> checkAsync(ShipmentRequest request) {
        return Async.attempt(() -> shipping().check(request).handedOver());
    }

    /**
     * Buys many shipments, a few at a time; each row fails alone, and each is bought at most once. Each row has the
     * client's deadline from when it is begun.
     *
     * <p>Papers for customs go with their rows; one that fails is an alert on the shipment, and costs no label.
     *
     * @return one outcome per row, in the order of the rows, and the pickups that would fetch what was bought. Where the
     *     thread is interrupted, which it still is afterwards, no further row is begun, and it comes at once: rows on their
     *     way are {@link com.trackingmcp.error.OutcomeUnknownException}, rows not begun
     *     {@link com.trackingmcp.error.ErrorCode#NOT_TRIED}
     */
    public ShippedBatch shipAll(List<ShipmentRequest> requests, BatchOptions options) {
        return shipping().shipAll(requests, options).await();
    }

    /** The twin of {@link #shipAll}; cancelling the future begins no further row. */
    public CompletableFuture<ShippedBatch> shipAllAsync(List<ShipmentRequest> requests, BatchOptions options) {
        return Async.attempt(() -> shipping().shipAll(requests, options).handedOver());
    }

    /** What {@link #shipAll} would come to, row by row: what is missing or wrong, and the prices. Buys nothing. */
    public List<ShipmentPreview> previewAll(List<ShipmentRequest> requests) {
        return previewAll(requests, PreviewOptions.standard());
    }

    /** The same with what else is asked for, such as duties and taxes. */
    public List<ShipmentPreview> previewAll(List<ShipmentRequest> requests, PreviewOptions options) {
        return shipping().previewAll(requests, options).await();
    }

    /** The twin of {@link #previewAll(List)}. */
    public CompletableFuture<List<ShipmentPreview>> previewAllAsync(List<ShipmentRequest> requests) {
        return previewAllAsync(requests, PreviewOptions.standard());
    }

    /** The twin of {@link #previewAll(List, PreviewOptions)}. */
    public CompletableFuture<List<ShipmentPreview>> previewAllAsync(
            List<ShipmentRequest> requests, PreviewOptions options) {
        return Async.attempt(() -> shipping().previewAll(requests, options).handedOver());
    }

    /** What can be done with shipments that were bought: cancel them, find them again. */
    public Shipments shipments() {
        return new Shipments(
                shipping().purchases(), shipping().desks().store(), shipping().calls());
    }

    /** What carriers know of addresses. */
    public Addresses addresses() {
        return new Addresses(shipping().desks().addresses(), shipping().calls());
    }

    /** Parcels that are fetched: windows and prices, booking, changing, calling off. */
    public Pickups pickups() {
        return new Pickups(shipping().desks().pickups(), shipping().calls());
    }

    /** Duties and taxes. */
    public LandedCosts landedCosts() {
        return new LandedCosts(shipping().desks().landedCosts(), shipping().calls());
    }

    /** Papers for customs. */
    public Documents documents() {
        return new Documents(shipping().desks().documents(), shipping().calls());
    }

    /** Places at which parcels are handed over. */
    public Locations locations() {
        return new Locations(shipping().desks().locations(), shipping().calls());
    }

    /** The end of the day. */
    public Manifests manifests() {
        return new Manifests(shipping().desks().manifests(), shipping().calls());
    }

    /** Being told of parcels as they move. */
    public Subscriptions subscriptions() {
        return new Subscriptions(shipping().desks().subscriptions(), shipping().calls());
    }

    /** What carriers send to a web address of yours. */
    public Webhooks webhooks() {
        return new Webhooks(
                shipping().desks().subscriptions(),
                shipping().desks().store(),
                shipping().calls());
    }

    /** Orders that a server keeps. */
    public Orders orders() {
        return new Orders(shipping().desks().store(), shipping().calls());
    }

    /** Addresses and usual parcels that a server keeps. */
    public AddressBook addressBook() {
        return new AddressBook(shipping().desks().store(), shipping().calls());
    }

    /** Work that a server does by itself. */
    public Batches batches() {
        return new Batches(shipping().desks().store(), shipping().calls());
    }
}
