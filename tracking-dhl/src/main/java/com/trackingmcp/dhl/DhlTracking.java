package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * DHL's tracking APIs as one: each number goes to the API its shape belongs to, and on to the others that may know it
 * while nobody does. Safe for use by many threads.
 *
 * <p>A number is not found only when every API asked said so; where one of them failed and none found it, the first
 * failure is reported. A number that fits none of the connected APIs is refused without asking, naming what is missing.
 */
final class DhlTracking implements TrackingCapability {
    private final CarrierProfile profile;
    private final Map<DhlApi, DhlApi.Client> apis = new EnumMap<>(DhlApi.class);
    private final DhlRounds rounds = new DhlRounds(apis);
    private final @Nullable DhlExpressTracking express;
    private final @Nullable DhlUnifiedTracking unified;

    DhlTracking(DhlConfig config, CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.express = config.express()
                .map(credentials -> new DhlExpressTracking(
                        config.expressBaseUri(),
                        credentials,
                        config.expressAccountNumber(),
                        config.expressQuota(),
                        profile,
                        context))
                .orElse(null);
        this.unified = config.apiKey()
                .map(key ->
                        new DhlUnifiedTracking(config.unifiedBaseUri(), key, config.unifiedQuota(), profile, context))
                .orElse(null);
        if (express != null) {
            apis.put(DhlApi.EXPRESS, express::trackShipments);
            apis.put(DhlApi.EXPRESS_PIECE, express::trackPieces);
        }
        config.ecommerce()
                .ifPresent(credentials -> apis.put(
                        DhlApi.ECOMMERCE,
                        new DhlEcommerceTracking(
                                config.ecommerceBaseUri(), credentials, config.ecommerceQuota(), profile, context)));
        if (unified != null) {
            apis.put(DhlApi.UNIFIED, unified);
        }
    }

    private List<DhlApi> candidates(TrackingNumber number) {
        return DhlApi.candidates(number.value(), apis.keySet());
    }

    /** Whether there is an API to ask about a number. */
    boolean takes(TrackingNumber number) {
        return !candidates(number).isEmpty();
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return candidates(number).stream().findFirst().orElse(DhlApi.UNIFIED).lane();
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        return rounds.ask(numbers, call)
                .thenApply(outcomes -> IntStream.range(0, numbers.size())
                        .mapToObj(i -> outcomes.get(i).orElseGet(() -> Outcome.failure(nobodyToAsk(numbers.get(i)))))
                        .toList());
    }

    private CarrierException nobodyToAsk(TrackingNumber number) {
        return ErrorDetails.builder(ErrorCode.CARRIER_NOT_DETECTED)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .operation(DhlWireRead.TRACK)
                .subject(number.value())
                .argument(
                        "reason",
                        "none of DHL's APIs this connection has credentials for takes numbers of this form;"
                                + " unified tracking does, with DHL_API_KEY")
                .toException();
    }

    @Override
    public boolean tracksByReference() {
        return express != null && express.account().isPresent();
    }

    @Override
    public CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        return tracksByReference() && express != null
                ? express.trackByReference(reference, call)
                : TrackingCapability.super.trackByReference(reference, call);
    }

    @Override
    public boolean provesDelivery() {
        return express != null || unified != null;
    }

    /** MyDHL's document for Express shipments, else the links unified tracking knows. */
    @Override
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        List<DhlApi> candidates = candidates(number);
        if (express == null || !(candidates.contains(DhlApi.EXPRESS) || candidates.contains(DhlApi.EXPRESS_PIECE))) {
            return unifiedProof(number, call);
        }
        CompletableFuture<ProofOfDelivery> document = waybill(number, candidates, call)
                .thenCompose(waybill -> express.proofOfDelivery(number, waybill, call));
        return document.exceptionallyCompose(failure -> {
            CarrierException first = DhlWireRead.about(Outcomes.carrierException(failure), number);
            return unified == null
                    ? CompletableFuture.failedFuture(first)
                    : unifiedProof(number, call)
                            .exceptionallyCompose(second -> CompletableFuture.failedFuture(
                                    isMissing(first) ? Outcomes.carrierException(second) : first));
        });
    }

    private static boolean isMissing(CarrierException error) {
        return error.code() == ErrorCode.DOCUMENT_NOT_FOUND || error.code() == ErrorCode.TRACKING_NUMBER_NOT_FOUND;
    }

    private CompletableFuture<ProofOfDelivery> unifiedProof(TrackingNumber number, CallContext call) {
        return unified == null
                ? TrackingCapability.super.proofOfDelivery(number, call)
                : unified.proofOfDelivery(number, call)
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                                DhlWireRead.about(Outcomes.carrierException(failure), number)));
    }

    /** Proof is filed under the waybill, so a piece's has to be asked for first. */
    private CompletableFuture<String> waybill(TrackingNumber number, List<DhlApi> candidates, CallContext call) {
        if (!candidates.contains(DhlApi.EXPRESS_PIECE) || express == null) {
            return CompletableFuture.completedFuture(number.value());
        }
        return express.trackPieces(List.of(number), call)
                .thenApply(outcomes -> outcomes.get(0).orElseThrow())
                .thenApply(parcel -> parcel.associatedNumbers().stream()
                        .filter(other -> other.type().equals("shipment"))
                        .map(AssociatedNumber::number)
                        .findFirst()
                        .orElse(number.value()));
    }
}
