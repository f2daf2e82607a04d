package com.trackingmcp.testcarrier;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.ProofOfDelivery;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.StatusTable;
import com.trackingmcp.spi.TrackingCapability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parcel Post's tracking. Safe for use by many threads. */
final class ParcelPostTracking implements TrackingCapability {
    private static final StatusTable STATES = StatusTable.load(ParcelPost.class, "parcelpost-status.csv");
    private static final BatchLane STANDARD = new BatchLane("standard", 10);
    private static final BatchLane EXPRESS = new BatchLane("express", 2);

    private final CarrierProfile profile;
    private final CarrierHttp http;
    private final CarrierContext context;

    record Answer(@Nullable List<Parcel> parcels) {}

    record Parcel(
            @Nullable String number,
            @Nullable String state,
            @Nullable String text,
            @Nullable String signed_by,
            @Nullable String delivered_at) {}

    record Proof(@Nullable String base64) {}

    ParcelPostTracking(CarrierProfile profile, CarrierHttp http, CarrierContext context) {
        this.profile = profile;
        this.http = http;
        this.context = context;
    }

    @Override
    public BatchLane lane(TrackingNumber number) {
        return ParcelPostNumbers.isExpress(number.value()) ? EXPRESS : STANDARD;
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        CarrierRequest request = CarrierRequest.postToRead("track")
                .path("/v1/track")
                .json(WireJson.write(Map.of(
                        "numbers", numbers.stream().map(TrackingNumber::value).toList())))
                .build();
        return http.send(request, call).thenApply(response -> {
            Map<String, Parcel> parcels = parcels(response).stream()
                    .filter(parcel -> parcel.number() != null)
                    .collect(Collectors.toMap(Parcel::number, Function.identity()));
            return numbers.stream()
                    .map(number -> outcome(number, parcels.get(number.value()), response, call))
                    .toList();
        });
    }

    private static List<Parcel> parcels(CarrierResponse response) {
        return Optional.ofNullable(WireJson.read(response, Answer.class).parcels())
                .orElse(List.of());
    }

    private Outcome<TrackingResult> outcome(
            TrackingNumber number, @Nullable Parcel parcel, CarrierResponse response, CallContext call) {
        if (parcel == null) {
            return Outcome.failure(http.fault(ErrorCode.TRACKING_NUMBER_NOT_FOUND, "track")
                    .subject(number.value())
                    .correlationId(response.correlationId())
                    .toException());
        }
        return Outcome.success(result(number, parcel, call));
    }

    private TrackingResult result(TrackingNumber number, Parcel parcel, CallContext call) {
        TrackingResult.Builder result = TrackingResult.builder();
        result.number(number)
                .carrier(profile.carrier())
                .connection(profile.connection())
                .status(status(parcel.state()))
                .carrierStatusCode(WireText.text(parcel.state()))
                .carrierStatusText(WireText.text(parcel.text()))
                .signedBy(WireText.text(parcel.signed_by()))
                .deliveredAt(WireTime.parse(parcel.delivered_at()))
                .retrievedAt(context.clock().instant());
        if (call.rawJson()) {
            result.rawJson(new String(WireJson.write(parcel), java.nio.charset.StandardCharsets.UTF_8));
        }
        return result.build();
    }

    private TrackingStatus status(@Nullable String state) {
        return WireText.text(state)
                .map(code -> STATES.status(code).orElseGet(() -> {
                    context.unmappedCodes().accept(profile.carrier(), code);
                    return TrackingStatus.UNKNOWN;
                }))
                .orElse(TrackingStatus.UNKNOWN);
    }

    @Override
    public boolean tracksByReference() {
        return true;
    }

    @Override
    public CompletableFuture<List<TrackingResult>> trackByReference(TrackingReference reference, CallContext call) {
        CarrierRequest request = CarrierRequest.get("track_by_reference")
                .path("/v1/references")
                .query("value", reference.value())
                .query("zip", reference.destinationPostalCode())
                .build();
        return http.send(request, call)
                .thenApply(response -> parcels(response).stream()
                        .map(parcel -> result(TrackingNumber.of(parcel.number()), parcel, call))
                        .toList());
    }

    @Override
    public boolean provesDelivery() {
        return true;
    }

    @Override
    public CompletableFuture<ProofOfDelivery> proofOfDelivery(TrackingNumber number, CallContext call) {
        CarrierRequest request = CarrierRequest.get("proof_of_delivery")
                .path("/v1/parcels")
                .segment(number.value())
                .path("/proof")
                .build();
        return http.send(request, call).thenApply(response -> {
            Document.Builder document = Document.builder();
            document.kind("proof_of_delivery")
                    .base64(WireText.text(WireJson.read(response, Proof.class).base64())
                            .orElseThrow(() -> http.fault(ErrorCode.DOCUMENT_NOT_FOUND, "proof_of_delivery")
                                    .subject(number.value())
                                    .toException()));
            ProofOfDelivery.Builder proof = ProofOfDelivery.builder();
            return proof.number(number)
                    .carrier(profile.carrier())
                    .addDocuments(document.build())
                    .build();
        });
    }
}
