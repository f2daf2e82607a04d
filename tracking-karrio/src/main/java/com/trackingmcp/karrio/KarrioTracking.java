package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioTrackingWire.Asked;
import com.trackingmcp.karrio.KarrioTrackingWire.Tracker;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.TrackingCapability;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tracking through one connection. Safe for use by many threads; never blocks.
 *
 * <p>One number a call. The server keeps a tracker of each number that is asked for, and asks the carrier again every two
 * hours; it answers what it has where it asked less than a minute ago, or where the parcel is delivered. So an answer may be
 * a minute old. Asking twice makes no second tracker, so a lost answer is asked for again. {@link #erase} deletes what is
 * kept.
 *
 * <p>A number the carrier says nothing about is not kept and not found: {@code pending_pickup} would keep it, with an event
 * that never happened.
 */
final class KarrioTracking implements TrackingCapability {
    private static final BatchLane LANE = new BatchLane(KarrioServer.API, 1);
    private static final String TRACK = "track";
    private static final String PROOF = "proof_of_delivery";
    private static final int NOT_FOUND = 404;

    private final KarrioDoor door;
    private final KarrioConnection connection;
    private final KarrioTrackingMapper mapper;
    private final KarrioErasure erasure;

    KarrioTracking(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.connection = connection;
        this.mapper = new KarrioTrackingMapper(door);
        this.erasure = new KarrioErasure(door, connection);
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
                        tracker(number, TRACK, call)
                                .thenApply(response -> door.read(
                                        response,
                                        Tracker.class,
                                        tracker -> mapper.map(
                                                saying(tracker, response), number, rawJson(response, call))))))
                .toList());
    }

    /** Creates the tracker of a number, or reads it. */
    private CompletableFuture<CarrierResponse> tracker(TrackingNumber number, String operation, CallContext call) {
        return door.send(
                CarrierRequest.postToRead(operation)
                        .path("/v1/trackers")
                        .query("carrier_id", connection.label())
                        .json(WireJson.write(new Asked(number.value(), connection.carrierName()))),
                call);
    }

    private static Optional<String> rawJson(CarrierResponse response, CallContext call) {
        return call.rawJson() ? WireJson.tree(response).map(Object::toString) : Optional.empty();
    }

    @Override
    public boolean provesDelivery() {
        return true;
    }

    /** The pictures of the delivery and the signature, of the few carriers whose connectors fetch them. */
    @Override
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        return about(
                number,
                tracker(number, PROOF, call)
                        .thenCompose(response -> door.read(
                                response, Tracker.class, tracker -> proof(saying(tracker, response), number, call))));
    }

    /** A tracker with neither number nor status nor events is none, but some other JSON. */
    private static Tracker saying(Tracker tracker, CarrierResponse response) {
        if (tracker.tracking_number() == null && tracker.status() == null && tracker.events() == null) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it says nothing of a parcel")
                    .toException();
        }
        return tracker;
    }

    /** A picture that is gone leaves the other a proof; one that only failed now may come with the next question. */
    private static boolean isGone(CarrierException error) {
        return error.details().httpStatus().orElse(0) == NOT_FOUND;
    }

    private CompletableFuture<ProofOfDelivery> proof(Tracker tracker, TrackingNumber number, CallContext call) {
        TrackingResult result = mapper.map(tracker, number, Optional.empty());
        List<CompletableFuture<Optional<Document>>> pictures = List.of(
                picture("delivery_photo", tracker.delivery_image_url(), call),
                picture("signature", tracker.signature_image_url(), call));
        return Outcomes.gather(pictures).thenApply(told -> {
            List<Document> documents = told.stream()
                    .flatMap(outcome -> outcome.value().stream())
                    .flatMap(Optional::stream)
                    .toList();
            told.stream()
                    .flatMap(outcome -> outcome.failure().stream())
                    .filter(error -> documents.isEmpty() || !isGone(error))
                    .findFirst()
                    .ifPresent(error -> {
                        throw error;
                    });
            if (documents.isEmpty()) {
                throw door.fault(ErrorCode.DOCUMENT_NOT_FOUND, PROOF).toException();
            }
            return ProofOfDelivery.builder()
                    .number(number)
                    .carrier(door.profile().carrier())
                    .deliveredAt(result.deliveredAt())
                    .signedBy(result.signedBy())
                    .documents(documents)
                    .build();
        });
    }

    private CompletableFuture<Optional<Document>> picture(String kind, @Nullable String url, CallContext call) {
        return WireText.text(url)
                .map(address -> door.file(PROOF, address, "image/*", call)
                        .thenApply(response -> KarrioPictures.document(kind, response)))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public boolean erases() {
        return true;
    }

    @Override
    public CompletableFuture<Boolean> erase(TrackingNumber number, CallContext call) {
        return about(number, erasure.erase(number, call));
    }

    /** Says of every failure which number it is about. */
    private static <T> CompletableFuture<T> about(TrackingNumber number, CompletableFuture<T> answer) {
        return answer.exceptionallyCompose(failure -> {
            CarrierException error = Outcomes.carrierException(failure);
            return CompletableFuture.failedFuture(
                    error.details().toBuilder().subject(number.value()).toException(error.getCause()));
        });
    }
}
