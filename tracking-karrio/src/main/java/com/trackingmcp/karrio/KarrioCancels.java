package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.ShipmentQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Cancels shipments. Safe for use by many threads; never blocks.
 *
 * <p>Karrio cancels whole shipments. Where the module it speaks to a carrier with cannot cancel, it calls the shipment
 * cancelled without asking the carrier: that is told as what it is, as far as it is known of the carrier.
 */
final class KarrioCancels {
    private static final String OPERATION = "cancel_shipment";
    private static final Set<Integer> REFUSED = Set.of(400, 409, 422, 424);

    private final KarrioSeller seller;
    private final KarrioDoor door;
    private final KarrioSearch search;

    KarrioCancels(KarrioSeller seller) {
        this.seller = seller;
        this.door = seller.door();
        this.search = new KarrioSearch(seller);
    }

    CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return search.find(OPERATION, query, call).thenCompose(found -> {
            Stored meant = meant(found, query, call);
            checkWhole(meant, query, call);
            return KarrioShipmentStatus.is(meant, KarrioShipmentStatus.CANCELLED)
                    ? CompletableFuture.failedFuture(door.fault(ErrorCode.SHIPMENT_NOT_CANCELLED, OPERATION)
                            .correlationId(call.correlationId())
                            .argument("reason", "it is cancelled already")
                            .toException())
                    : cancel(meant, call);
        });
    }

    /** Of several, those that are bought count. */
    private Stored meant(List<Stored> found, ShipmentQuery query, CallContext call) {
        List<Stored> bought =
                found.stream().filter(KarrioShipmentStatus::isBought).toList();
        List<Stored> meant = bought.isEmpty() ? found.stream().limit(1).toList() : bought;
        if (meant.isEmpty()) {
            String name =
                    query.id().or(query::trackingNumber).or(query::reference).orElse("");
            throw KarrioSearch.notFound(door, OPERATION, name, call);
        }
        if (meant.size() > 1) {
            String ids = String.join(", ", meant.stream().map(Stored::id).toList());
            throw refusal("id", "does not tell which of " + ids + " is meant", call);
        }
        return meant.get(0);
    }

    private void checkWhole(Stored meant, ShipmentQuery query, CallContext call) {
        Set<String> named = new HashSet<>(query.parcels());
        if (!named.isEmpty() && !named.containsAll(KarrioShipmentMapper.numbers(meant))) {
            throw refusal("parcels", "are not all of the shipment, and Karrio cancels whole ones only", call);
        }
    }

    private CarrierException refusal(String path, String problem, CallContext call) {
        return door.fault(ErrorCode.MALFORMED_REQUEST, OPERATION)
                .correlationId(call.correlationId())
                .argument("reason", path + " " + problem)
                .field(new FieldProblem(path, problem))
                .toException();
    }

    private CompletableFuture<Cancellation> cancel(Stored stored, CallContext call) {
        CarrierRequest.Builder cancel = CarrierRequest.post(OPERATION)
                .path("/v1/shipments")
                .segment(WireText.text(stored.id()).orElse(""))
                .path("/cancel");
        return door.send(cancel, call)
                .thenApply(this::cancelled)
                .thenApply(done -> cancellation(stored))
                .exceptionallyCompose(failure -> settled(KarrioErrors.ofDeed(failure), stored, call));
    }

    private Stored cancelled(CarrierResponse response) {
        Stored stored = KarrioDrafts.identified(door, response);
        if (!KarrioShipmentStatus.is(stored, KarrioShipmentStatus.CANCELLED)) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it does not say that the shipment is cancelled")
                    .toException();
        }
        return stored;
    }

    /** What became of it where the answer does not tell: reading tells. */
    private CompletableFuture<Cancellation> settled(CarrierException error, Stored before, CallContext call) {
        if (KarrioDrafts.isLost(error)) {
            return search.read(OPERATION, WireText.text(before.id()).orElse(""), call)
                    .handle((now, failure) -> {
                        if (now != null && KarrioShipmentStatus.is(now, KarrioShipmentStatus.CANCELLED)) {
                            return cancellation(before);
                        }
                        throw error;
                    });
        }
        boolean refused = REFUSED.contains(error.details().httpStatus().orElse(0));
        return CompletableFuture.failedFuture(
                refused
                        ? error.details().toBuilder(ErrorCode.SHIPMENT_NOT_CANCELLED)
                                .toException(error)
                        : error);
    }

    private Cancellation cancellation(Stored before) {
        boolean draft = KarrioShipmentStatus.is(before, KarrioShipmentStatus.DRAFT);
        Optional<Boolean> asked = draft
                ? Optional.of(false)
                : KarrioConnectors.cancels(seller.connection().carrierName());
        return Cancellation.builder()
                .carrier(door.profile().carrier())
                .connection(door.profile().connection())
                .id(WireText.text(before.id()).orElse(""))
                .cancelled(true)
                .carrierText(
                        draft ? Optional.of("It was a draft: nothing was bought, and no carrier asked") : text(asked))
                .carrierAsked(asked)
                .build();
    }

    private Optional<String> text(Optional<Boolean> asked) {
        String name = seller.connection().displayName();
        if (asked.isEmpty()) {
            return Optional.of("Cancelled at Karrio; whether it asked " + name + " is not known");
        }
        return asked.get()
                ? Optional.empty()
                : Optional.of("Cancelled at Karrio only, which cannot cancel at " + name
                        + ": the label is still good there, and may be charged");
    }
}
