package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
    private final @Nullable DhlExpressTracking express;
    private final @Nullable DhlUnifiedTracking unified;

    DhlTracking(DhlConfig config, CarrierProfile profile, CarrierContext context) {
        this.profile = profile;
        this.express = config.express()
                .map(credentials -> new DhlExpressTracking(
                        config.expressBaseUri(), credentials, config.expressAccountNumber(), profile, context))
                .orElse(null);
        this.unified = config.apiKey()
                .map(key -> new DhlUnifiedTracking(config.unifiedBaseUri(), key, profile, context))
                .orElse(null);
        if (express != null) {
            apis.put(DhlApi.EXPRESS, express::trackShipments);
            apis.put(DhlApi.EXPRESS_PIECE, express::trackPieces);
        }
        config.ecommerce()
                .ifPresent(credentials -> apis.put(
                        DhlApi.ECOMMERCE,
                        new DhlEcommerceTracking(config.ecommerceBaseUri(), credentials, profile, context)));
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

    /** One number on its way from API to API. */
    private static final class Quest {
        private final TrackingNumber number;
        private final List<DhlApi> candidates;
        private @Nullable Outcome<TrackingResult> outcome;

        Quest(TrackingNumber number, List<DhlApi> candidates) {
            this.number = number;
            this.candidates = candidates;
        }

        boolean isOpenAt(int round) {
            return (outcome == null || !outcome.isSuccess()) && round < candidates.size();
        }

        /** A find beats a failure, a failure beats "not found", the first failure beats later ones. */
        void hear(Outcome<TrackingResult> said) {
            boolean keep = outcome != null
                    && !said.isSuccess()
                    && outcome.failure()
                            .filter(error -> !(error instanceof TrackingNumberNotFoundException))
                            .isPresent();
            if (!keep) {
                outcome = said;
            }
        }
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        List<Quest> quests = numbers.stream()
                .map(number -> new Quest(number, candidates(number)))
                .toList();
        return round(quests, 0, call)
                .thenApply(done -> quests.stream().map(this::outcome).toList());
    }

    private Outcome<TrackingResult> outcome(Quest quest) {
        return quest.outcome == null ? Outcome.failure(nobodyToAsk(quest.number)) : quest.outcome;
    }

    /** Asks each number's next API; the numbers of one API go together, no more than it takes. */
    private CompletableFuture<Void> round(List<Quest> quests, int round, CallContext call) {
        Map<DhlApi, List<Quest>> byApi = new EnumMap<>(DhlApi.class);
        quests.stream()
                .filter(quest -> quest.isOpenAt(round))
                .forEach(quest -> byApi.computeIfAbsent(quest.candidates.get(round), api -> new ArrayList<>())
                        .add(quest));
        if (byApi.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        byApi.forEach((api, open) -> asked.add(inTurn(api, open, 0, call)));
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenCompose(done -> round(quests, round + 1, call));
    }

    /** One batch after the other: what is left over of fifty waybills must not be fifty calls at once elsewhere. */
    private CompletableFuture<Void> inTurn(DhlApi api, List<Quest> open, int from, CallContext call) {
        if (from >= open.size()) {
            return CompletableFuture.completedFuture(null);
        }
        int to = Math.min(from + api.lane().maxNumbers(), open.size());
        return ask(api, open.subList(from, to), call).thenCompose(done -> inTurn(api, open, to, call));
    }

    private CompletableFuture<Void> ask(DhlApi api, List<Quest> quests, CallContext call) {
        DhlApi.Client client = Objects.requireNonNull(apis.get(api), "only connected APIs are candidates");
        List<TrackingNumber> numbers =
                quests.stream().map(quest -> quest.number).toList();
        return client.track(numbers, call).handle((outcomes, failure) -> {
            CarrierException error = failure == null ? null : Outcomes.carrierException(failure);
            for (int i = 0; i < quests.size(); i++) {
                Quest quest = quests.get(i);
                quest.hear(
                        error == null
                                ? named(outcomes.get(i), quest.number)
                                : Outcome.failure(DhlWireRead.about(error, quest.number)));
            }
            return null;
        });
    }

    private static Outcome<TrackingResult> named(Outcome<TrackingResult> outcome, TrackingNumber number) {
        return outcome.failure()
                .map(error -> Outcome.<TrackingResult>failure(DhlWireRead.about(error, number)))
                .orElse(outcome);
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
