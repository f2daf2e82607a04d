package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.Identifier;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Outcomes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other numbers of a shipment, asked for where FedEx says that there are some. Safe for use by many threads.
 *
 * <p>It is one more call for each such parcel, so the connection has to ask for it. Whatever becomes of the call, the
 * parcel's own result is not lost. FedEx names pages in the question and no next page in its answer: the first page it
 * sends is all there is to be had.
 */
final class FedexAssociated {
    private static final Logger LOG = LoggerFactory.getLogger(FedexAssociated.class);

    /** The relations FedEx can be asked about, the one most parcels have first. */
    private static final List<String> TYPES = List.of("STANDARD_MPS", "GROUP_MPS", "OUTBOUND_LINK_TO_RETURN");

    private final FedexApi api;

    FedexAssociated(FedexApi api) {
        this.api = api;
    }

    CompletableFuture<TrackingResult> complete(TrackingResult result, TrackResult parcel, CallContext call) {
        if (parcel.additionalTrackingInfo() == null
                || !Boolean.TRUE.equals(parcel.additionalTrackingInfo().hasAssociatedShipments())) {
            return CompletableFuture.completedFuture(result);
        }
        Identifier master = parcel.identifiers().stream()
                .filter(identifier -> identifier
                        .kind()
                        .filter(kind -> TYPES.contains(kind.toUpperCase(Locale.ROOT)))
                        .isPresent())
                .filter(identifier -> !identifier.all().isEmpty())
                .findFirst()
                .orElse(new Identifier(TYPES.get(0), List.of(result.number().value()), null));
        String type = master.kind().orElse("").toUpperCase(Locale.ROOT);
        FedexRequests.Associated request =
                FedexRequests.associated(type, master.all().get(0));
        return Outcomes.settle(api.ask("associated_shipments", "/track/v1/associatedshipments", request, call)
                        .thenApply(reply -> with(result, master.kind().orElse(""), reply)))
                .thenApply(outcome -> {
                    outcome.failure()
                            .ifPresent(error -> LOG.debug(
                                    "The shipments associated with a parcel are not known, call {}: {}",
                                    call.correlationId(),
                                    error.code()));
                    return outcome.value().orElse(result);
                });
    }

    /** What FedEx tells of all parcels of the shipment that one belongs to; empty where it travels alone, or does not tell. */
    CompletableFuture<Optional<Reply>> shipmentOf(TrackingNumber number, TrackResult parcel, CallContext call) {
        if (parcel.additionalTrackingInfo() == null
                || !Boolean.TRUE.equals(parcel.additionalTrackingInfo().hasAssociatedShipments())) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        String master = parcel.identifiers().stream()
                .filter(identifier -> identifier.isOf("standard_mps"))
                .flatMap(identifier -> identifier.all().stream())
                .findFirst()
                .orElse(number.value());
        FedexRequests.Associated request = FedexRequests.associated(TYPES.get(0), master);
        return Outcomes.settle(api.ask("associated_shipments", "/track/v1/associatedshipments", request, call))
                .thenApply(Outcome::value);
    }

    private static TrackingResult with(TrackingResult result, String kind, Reply reply) {
        TrackingNumber own = result.number();
        Set<AssociatedNumber> all = new LinkedHashSet<>(result.associatedNumbers());
        reply.results().stream()
                .filter(answer -> answer.results().stream()
                        .noneMatch(parcel -> parcel.fault().isPresent()))
                .flatMap(answer -> answer.number().stream())
                .filter(number -> !number.equals(own.value()))
                .forEach(number -> all.add(
                        AssociatedNumber.builder().type(kind).number(number).build()));
        return TrackingResult.builder().from(result).associatedNumbers(all).build();
    }
}
