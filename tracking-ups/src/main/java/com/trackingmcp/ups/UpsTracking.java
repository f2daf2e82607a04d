package com.trackingmcp.ups;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.model.Document;
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
import com.trackingmcp.ups.UpsParcels.Found;
import com.trackingmcp.ups.UpsTrackingWire.Warning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tracking at UPS. Safe for use by many threads; never blocks.
 *
 * <p>UPS takes one number a call. A number of another length than UPS takes is not
 * sent. "Not found" comes with status 200 and a warning, or as an error; an answer with neither a parcel nor a warning
 * says nothing and is malformed. Milestones are asked for because the current one names the activity behind it: that
 * activity counts where no table explains the newest one. They have no published codes of their own.
 */
final class UpsTracking implements TrackingCapability {
    private static final BatchLane LANE = new BatchLane("track", 1);
    private static final String DETAILS = "/api/track/v1/details";
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 34;
    /** UPS takes 200 to a shipment; each is told of with the numbers of all. */
    private static final int MOST_PARCELS = 1_000;

    private static final Comparator<TrackingResult> BEST_FIRST =
            Comparator.comparingInt(result -> switch (result.status()) {
                case UNKNOWN -> 2;
                case LABEL_CREATED -> 1;
                default -> 0;
            });

    private final CarrierHttp http;
    private final CarrierProfile profile;
    private final UpsTrackingMapper mapper;
    private final UpsReferences references;

    UpsTracking(CarrierHttp http, CarrierProfile profile, CarrierContext context, Optional<String> accountNumber) {
        this.http = http;
        this.profile = profile;
        this.mapper = new UpsTrackingMapper(profile, context);
        this.references = new UpsReferences(http, profile.connection(), mapper, accountNumber);
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return LANE;
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        return Outcomes.gather(numbers.stream()
                .map(number -> about(
                        number,
                        "track",
                        () -> details(number, false, call).thenApply(response -> result(response, number, call))))
                .toList());
    }

    @Override
    public boolean tracksByReference() {
        return true;
    }

    @Override
    public CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        return references.track(reference, call);
    }

    @Override
    public boolean provesDelivery() {
        return true;
    }

    @Override
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        return about(
                number,
                "proof_of_delivery",
                () -> details(number, true, call).thenApply(response -> proof(response, number, call)));
    }

    private CompletableFuture<CarrierResponse> details(TrackingNumber number, boolean proof, CallContext call) {
        String operation = proof ? "proof_of_delivery" : "track";
        int length = number.value().length();
        if (length < SHORTEST_NUMBER || length > LONGEST_NUMBER) {
            return CompletableFuture.failedFuture(http.fault(ErrorCode.INVALID_TRACKING_NUMBER, operation)
                    .argument(
                            "reason",
                            "UPS takes " + SHORTEST_NUMBER + " to " + LONGEST_NUMBER + " characters, it has " + length)
                    .toException());
        }
        CarrierRequest.Builder request = CarrierRequest.get(operation)
                .path(DETAILS)
                .segment(number.value())
                .query("locale", "en_US");
        request = proof
                ? request.query("returnSignature", "true").query("returnPOD", "true")
                : request.query("returnMilestones", "true");
        return http.send(identified(request, call), call);
    }

    /** UPS wants every request named and its sender too; an id may not be longer than 32 characters. */
    static CarrierRequest identified(CarrierRequest.Builder request, CallContext call) {
        return request.header("transId", call.correlationId())
                .header("transactionSrc", "trackingmcp")
                .header("Accept", "application/json")
                .build();
    }

    private TrackingResult result(CarrierResponse response, TrackingNumber number, CallContext call) {
        UpsParcels parcels = parcels(response, call);
        List<Found> found = parcels.answeringTo(number.value());
        if (found.size() == 1) {
            return mapper.map(parcels, found.get(0), number, false);
        }
        List<TrackingResult> results = found.stream()
                .map(one -> mapper.map(parcels, one, number, false))
                .sorted(BEST_FIRST)
                .toList();
        return TrackingResult.builder()
                .from(results.get(0))
                .alternatives(results.subList(1, results.size()))
                .build();
    }

    /** The parcels of an answer, at least one: "not found" comes with status 200, as a warning without a parcel. */
    static UpsParcels parcels(CarrierResponse response, CallContext call) {
        UpsParcels parcels = UpsParcels.read(response, call.rawJson());
        if (parcels.found().size() > MOST_PARCELS) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it holds more than " + MOST_PARCELS + " parcels")
                    .toException();
        }
        if (!parcels.found().isEmpty()) {
            return parcels;
        }
        if (UpsErrors.isError(response)) {
            throw new UpsErrors()
                    .read(response, response.fault(ErrorCode.REQUEST_REFUSED))
                    .toException();
        }
        Optional<Warning> warning = parcels.warnings().stream()
                .filter(said -> UpsErrors.known(said.code()).isPresent())
                .findFirst()
                .or(() -> parcels.warnings().stream().findFirst());
        ErrorCode code = warning.map(said -> UpsErrors.known(said.code()).orElse(ErrorCode.REQUEST_REFUSED))
                .orElse(ErrorCode.MALFORMED_RESPONSE);
        ErrorDetails.Builder error = response.fault(code);
        if (warning.isEmpty()) {
            error.argument("reason", "it holds neither a parcel nor a warning");
        } else {
            error.carrierCode(UpsText.clean(warning.get().code()).orElse(null))
                    .carrierText(UpsText.clean(warning.get().message()).orElse(null));
        }
        throw error.toException();
    }

    private ProofOfDelivery proof(CarrierResponse response, TrackingNumber number, CallContext call) {
        UpsParcels parcels = parcels(response, call);
        for (Found found : parcels.answeringTo(number.value())) {
            List<Document> documents = UpsProof.documents(found.parcel());
            if (!documents.isEmpty()) {
                TrackingResult result = mapper.map(parcels, found, number, false);
                return ProofOfDelivery.builder()
                        .number(number)
                        .carrier(profile.carrier())
                        .deliveredAt(result.deliveredAt())
                        .signedBy(result.signedBy())
                        .documents(documents)
                        .build();
            }
        }
        throw response.fault(ErrorCode.DOCUMENT_NOT_FOUND).toException();
    }

    /** Says of every failure which number it is about; a defect in reading the answer makes it a malformed one. */
    private <T> CompletableFuture<T> about(
            TrackingNumber number, String operation, Supplier<CompletableFuture<T>> asking) {
        return asking.get().exceptionallyCompose(failure -> {
            CarrierException error = readable(http, Outcomes.carrierException(failure), operation);
            return CompletableFuture.failedFuture(
                    error.details().toBuilder().subject(number.value()).toException(error.getCause()));
        });
    }

    static CarrierException readable(CarrierHttp http, CarrierException error, String operation) {
        return error.code() == ErrorCode.UNEXPECTED && error.carrier().isEmpty()
                ? http.fault(ErrorCode.MALFORMED_RESPONSE, operation)
                        .argument("reason", "it could not be mapped")
                        .toException(error.getCause())
                : error;
    }

    /** Nothing found is an answer too, where a search was asked for. */
    static <T> Function<Throwable, CompletableFuture<List<T>>> noneIfNotFound(CarrierHttp http, String operation) {
        return failure -> {
            CarrierException error = readable(http, Outcomes.carrierException(failure), operation);
            return error instanceof TrackingNumberNotFoundException
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.failedFuture(error);
        };
    }
}
