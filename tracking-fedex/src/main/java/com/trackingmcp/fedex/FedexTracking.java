package com.trackingmcp.fedex;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.CompleteResult;
import com.trackingmcp.fedex.FedexTrackingWire.Fault;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Alert;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's Track API: thirty numbers a call, each with an answer of its own. Safe for use by many threads.
 *
 * <p>A number FedEx names without any result counts as not found. A number its answer does not name at all has the error
 * FedEx tells beside the results of others; without one it is a malformed answer, for FedEx said nothing about it.
 */
final class FedexTracking implements TrackingCapability {
    private static final BatchLane LANE = new BatchLane("track", 30);

    private final FedexConfig config;
    private final FedexApi api;
    private final FedexTrackingMapper mapper;
    private final FedexAssociated associated;
    private final FedexProofOfDelivery proofs;
    private final CarrierContext context;

    FedexTracking(FedexConfig config, CarrierProfile profile, CarrierContext context) {
        this.config = config;
        this.context = context;
        this.api = new FedexApi(config, profile, context);
        this.mapper = new FedexTrackingMapper(profile, context);
        this.associated = new FedexAssociated(api);
        this.proofs = new FedexProofOfDelivery(config, api);
    }

    /** The door to the Track API, which does more than track. */
    FedexApi api() {
        return api;
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return LANE;
    }

    @Override
    public boolean tracksByReference() {
        return true;
    }

    @Override
    public boolean provesDelivery() {
        return true;
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        return api.ask("track", "/track/v1/trackingnumbers", FedexRequests.track(numbers), call)
                .thenCompose(reply -> outcomes(numbers, reply, call));
    }

    private CompletableFuture<List<Outcome<TrackingResult>>> outcomes(
            List<TrackingNumber> numbers, Reply reply, CallContext call) {
        Optional<Fault> whole = reply.faults().findFirst();
        if (reply.results().isEmpty() && whole.isPresent()) {
            return CompletableFuture.failedFuture(api.fault(whole.get(), reply).toException());
        }
        FedexTrackingMapper.Batch batch = mapper.batch(reply, call);
        FedexCandidates candidates = new FedexCandidates(numbers, reply.results());
        List<CompletableFuture<TrackingResult>> parcels = numbers.stream()
                .map(number -> parcel(number, candidates, batch, call))
                .toList();
        return Outcomes.gather(parcels);
    }

    private CompletableFuture<TrackingResult> parcel(
            TrackingNumber number, FedexCandidates answers, FedexTrackingMapper.Batch batch, CallContext call) {
        Reply reply = batch.reply();
        try {
            List<TrackResult> candidates = answers.of(number)
                    .orElseThrow(() -> silence(reply).subject(number.value()).toException());
            if (candidates.isEmpty()) {
                throw api.fault(ErrorCode.TRACKING_NUMBER_NOT_FOUND, reply)
                        .subject(number.value())
                        .toException();
            }
            TrackResult meant = candidates.get(0);
            if (meant.fault().isPresent()) {
                throw api.fault(meant.fault().get(), reply)
                        .subject(number.value())
                        .toException();
            }
            TrackingResult result = batch.result(number, candidates);
            return config.associatedShipments()
                    ? associated.complete(result, meant, call)
                    : CompletableFuture.completedFuture(result);
        } catch (CarrierException e) {
            return CompletableFuture.failedFuture(e);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(api.fault(ErrorCode.MALFORMED_RESPONSE, reply)
                    .argument("reason", "this parcel's part of it cannot be read")
                    .subject(number.value())
                    .toException(e));
        }
    }

    /** Why FedEx does not speak of a number: an error beside the results of others is about those without any. */
    private ErrorDetails.Builder silence(Reply reply) {
        return reply.errors()
                .findFirst()
                .map(error -> api.fault(error, reply))
                .orElseGet(() -> api.fault(ErrorCode.MALFORMED_RESPONSE, reply)
                        .argument("reason", "it does not speak of this number"));
    }

    @Override
    public CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        FedexRequests.ByReference request = FedexRequests.byReference(reference, config.accountNumber(), today);
        Optional<CarrierException> incomplete = incomplete(request.referencesInformation(), call);
        if (incomplete.isPresent()) {
            return CompletableFuture.failedFuture(incomplete.get());
        }
        return noneWhereNotFound(api.ask("track_by_reference", "/track/v1/referencenumbers", request, call)
                .thenApply(reply -> found(reply, call)));
    }

    private Optional<CarrierException> incomplete(FedexRequests.Reference reference, CallContext call) {
        // Only FedEx knows which countries have no postal codes.
        if (reference.destinationCountryCode() != null || reference.accountNumber() != null) {
            return Optional.empty();
        }
        String instead = "FedEx needs the shipper's account, or the destination's country and postal code";
        return Optional.of(api.fault(ErrorCode.MISSING_REQUIRED_FIELDS, "track_by_reference")
                .correlationId(call.correlationId())
                .argument("count", "1")
                .argument("paths", "account_number")
                .field(new FieldProblem("account_number", instead))
                .toException());
    }

    /** Every result is a parcel with the reference, several of one number included; what FedEx could not tell is told in alerts. */
    private List<TrackingResult> found(Reply reply, CallContext call) {
        FedexTrackingMapper.Batch batch = mapper.batch(reply, call);
        List<TrackingResult> found = new ArrayList<>();
        List<CarrierException> failures = new ArrayList<>();
        reply.faults().forEach(fault -> failures.add(api.fault(fault, reply).toException()));
        for (CompleteResult answer : reply.results()) {
            for (TrackResult parcel : answer.results()) {
                try {
                    if (parcel.fault().isPresent()) {
                        throw api.fault(parcel.fault().get(), reply).toException();
                    }
                    found.add(batch.found(answer, parcel));
                } catch (CarrierException e) {
                    failures.add(e);
                } catch (RuntimeException e) {
                    failures.add(api.fault(ErrorCode.MALFORMED_RESPONSE, reply)
                            .argument("reason", "a parcel's part of it cannot be read")
                            .toException(e));
                }
            }
        }
        failures.removeIf(error -> error.code() == ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        if (found.isEmpty() && !failures.isEmpty()) {
            throw failures.get(0);
        }
        return failures.isEmpty()
                ? List.copyOf(found)
                : found.stream().map(parcel -> withAlerts(parcel, failures)).toList();
    }

    /** The parcel with this number and the others of its shipment, each as FedEx tells it; none where it knows none. */
    CompletableFuture<List<TrackingResult>> shipmentOf(TrackingNumber number, CallContext call) {
        return noneWhereNotFound(
                api.ask("track", "/track/v1/trackingnumbers", FedexRequests.track(List.of(number)), call)
                        .thenCompose(reply -> shipmentOf(number, reply, call)));
    }

    private CompletableFuture<List<TrackingResult>> shipmentOf(TrackingNumber number, Reply reply, CallContext call) {
        List<TrackingResult> found = found(reply, call);
        Optional<TrackResult> meant = new FedexCandidates(List.of(number), reply.results())
                .of(number).stream()
                        .flatMap(List::stream)
                        .filter(result -> result.fault().isEmpty())
                        .findFirst();
        if (found.isEmpty() || meant.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<TrackingResult> alone = List.of(mapper.batch(reply, call).result(number, List.of(meant.get())));
        return associated
                .shipmentOf(number, meant.get(), call)
                .thenApply(
                        others -> others.map(together -> found(together, call)).orElse(alone))
                .thenApply(parcels -> parcels.isEmpty() ? alone : parcels);
    }

    private static CompletableFuture<List<TrackingResult>> noneWhereNotFound(
            CompletableFuture<List<TrackingResult>> answer) {
        return answer.exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            return error.code() == ErrorCode.TRACKING_NUMBER_NOT_FOUND
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.failedFuture(error);
        });
    }

    /** A search never fails for what it did find, and never hides what it did not. */
    private static TrackingResult withAlerts(TrackingResult parcel, List<CarrierException> failures) {
        TrackingResult.Builder told = TrackingResult.builder().from(parcel);
        failures.forEach(error -> told.addAlerts(Alert.builder()
                .code(error.carrierCode().orElse(error.code().id()))
                .text("A parcel with this reference was left out: "
                        + error.carrierText().orElse(error.code().title()))
                .build()));
        return told.build();
    }

    @Override
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        return proofs.fetch(number, call);
    }
}
