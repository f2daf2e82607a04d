package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Shipments;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stores shipments without buying them: the first of the two steps to a label. Safe for use by many threads; never blocks.
 *
 * <p>A draft has prices and costs nothing. Where its answer is lost it is looked for by the id its request had, and by the same
 * id among its metadata, for something on the way may drop what it does not know; what is found is gone on with. Where none is
 * found, a second one is stored, once: Karrio may still be at work at the first, which then stays a draft that nobody
 * buys. It never leads to two purchases, for one draft is handed on, and only the one that is handed on is bought.
 */
final class KarrioDrafts {
    private static final String OPERATION = "ship";
    private static final String SHIPMENTS = "/v1/shipments";
    private static final Duration TIDYING = Duration.ofSeconds(5);

    private final KarrioSeller seller;
    private final KarrioDoor door;

    KarrioDrafts(KarrioSeller seller) {
        this.seller = seller;
        this.door = seller.door();
    }

    /**
     * A shipment that is stored and priced.
     *
     * @param purchase the id of the purchase: Karrio keeps it with the shipment
     */
    CompletableFuture<Stored> make(ShipmentRequest request, String purchase, CallContext call) {
        return store(request, purchase, call)
                .exceptionallyCompose(failure -> isLost(failure)
                        ? found(purchase, call)
                                .exceptionallyCompose(blind -> CompletableFuture.failedFuture(nothingBought(failure)))
                                .thenCompose(draft -> draft.map(CompletableFuture::completedFuture)
                                        .orElseGet(() -> again(request, purchase, call)))
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Stored> again(ShipmentRequest request, String purchase, CallContext call) {
        return store(request, purchase, call)
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(isLost(failure) ? nothingBought(failure) : failure));
    }

    private CompletableFuture<Stored> store(ShipmentRequest request, String purchase, CallContext call) {
        CarrierRequest.Builder draft = CarrierRequest.post(OPERATION)
                .path(SHIPMENTS)
                .json(WireJson.write(KarrioShipRequests.draft(request, seller, purchase)));
        return door.send(draft, purchase, call).thenApply(response -> identified(door, response));
    }

    /** A shipment in an answer, which has an id. */
    static Stored identified(KarrioDoor door, CarrierResponse response) {
        return door.read(response, Stored.class, stored -> {
            if (WireText.text(stored.id()).isEmpty()) {
                throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                        .argument("reason", "it tells no id of the shipment")
                        .toException();
            }
            return stored;
        });
    }

    /** Whether it may have been stored although nobody was told. */
    static boolean isLost(Throwable failure) {
        ErrorCode code = Outcomes.carrierException(failure).code();
        return code == ErrorCode.OUTCOME_UNKNOWN
                || code == ErrorCode.MALFORMED_RESPONSE
                || code == ErrorCode.UNEXPECTED;
    }

    private CompletableFuture<Optional<Stored>> found(String purchase, CallContext call) {
        return first("request_id", purchase, call)
                .thenCompose(stored -> stored.isPresent()
                        ? CompletableFuture.completedFuture(stored)
                        : first("metadata_value", purchase, call));
    }

    private CompletableFuture<Optional<Stored>> first(String parameter, String purchase, CallContext call) {
        CarrierRequest.Builder question = CarrierRequest.get(OPERATION)
                .path(SHIPMENTS)
                .query(parameter, purchase)
                .query("limit", "10");
        return door.ask(
                question,
                Shipments.class,
                shipments -> WireJson.list(shipments.results()).stream()
                        .filter(stored -> isOf(stored, purchase))
                        .findFirst(),
                call);
    }

    /** A server that does not know the filter would answer with any. */
    private static boolean isOf(Stored stored, String purchase) {
        List<Optional<String>> ids = List.of(
                KarrioMaps.text(stored.metadata(), KarrioShipRequests.PURCHASE),
                KarrioMaps.text(stored.meta(), "request_id"));
        return WireText.text(stored.id()).isPresent() && ids.contains(Optional.of(purchase));
    }

    private CarrierException nothingBought(Throwable failure) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean closed = door.isClosed();
        return error.details().toBuilder(closed ? ErrorCode.CLIENT_CLOSED : ErrorCode.CARRIER_UNAVAILABLE)
                .argument("reason", "the answer to the draft of the shipment was lost; nothing was bought")
                .retryable(!closed)
                .toException(error);
    }

    /**
     * Cancels a draft that is not needed any more, as well as that goes: it contacts nobody, and never fails. Also where the
     * call has ended, for the draft was made for it alone.
     */
    CompletableFuture<Void> discard(Stored draft, CallContext call) {
        Instant deadline = door.clock().instant().plus(TIDYING);
        CarrierRequest.Builder cancel = CarrierRequest.post(OPERATION)
                .path(SHIPMENTS)
                .segment(WireText.text(draft.id()).orElse(""))
                .path("/cancel");
        return door.send(cancel, new CallContext(call.correlationId(), deadline, false))
                .handle((response, failure) -> null);
    }
}
