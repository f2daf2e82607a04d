package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a carrier says about one parcel, in one vocabulary. Immutable and safe to share between threads.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableTrackingResult.class)
@JsonDeserialize(as = ImmutableTrackingResult.class)
public interface TrackingResult {
    /** The number that was asked for; with {@link TrackingNumber#uniqueId()} where the carrier reuses numbers. */
    TrackingNumber number();

    /** The carrier's id, such as {@code fedex}. */
    String carrier();

    /** The id of the connection that answered, such as {@code fedex-eu}. */
    String connection();

    /** The carrier's code of the service, such as {@code FEDEX_GROUND}. */
    Optional<String> serviceCode();

    /** The service in the carrier's words. */
    Optional<String> serviceName();

    /** Where the parcel stands. */
    TrackingStatus status();

    /** The carrier's own code behind {@link #status()}. */
    Optional<String> carrierStatusCode();

    /** The carrier's own words behind {@link #status()}. */
    Optional<String> carrierStatusText();

    /** Whether the carrier says the parcel is late. */
    @Value.Default
    default boolean delayed() {
        return false;
    }

    /** When the parcel is expected; absent once it is delivered, returned or cancelled. */
    Optional<DeliveryWindow> estimatedDelivery();

    /** When it was delivered to the recipient. */
    Optional<CarrierTime> deliveredAt();

    /** Who signed for it; not in {@code toString()}. */
    @Value.Redacted
    Optional<String> signedBy();

    /** What happened, newest first, in the carrier's own order: never sorted by times that may lack an offset. */
    List<TrackingEvent> events();

    /** Where it came from. */
    Optional<Location> origin();

    /** Where it goes. */
    Optional<Location> destination();

    /** The weight of this parcel. */
    Optional<Weight> weight();

    /** The measures of this parcel. */
    Optional<Dimensions> dimensions();

    /** How many pieces the shipment has. */
    Optional<Integer> pieceCount();

    /** The references the shipper gave. */
    List<Reference> references();

    /** Other numbers of the same shipment. */
    List<AssociatedNumber> associatedNumbers();

    /** How often delivery was tried, as the carrier counts; some count none even when delivered. */
    Optional<Integer> deliveryAttempts();

    /** What went wrong or needs attention. */
    List<ExceptionDetail> exceptions();

    /** Whether a proof of delivery can be asked for; absent where the carrier does not say. */
    Optional<Boolean> proofOfDeliveryAvailable();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Other parcels that answer to the same number, best first: reused numbers, or another carrier's. */
    List<TrackingResult> alternatives();

    /**
     * When the carrier was asked. An answer from the client's cache keeps the time of the question it answered first,
     * so that its age can be told.
     */
    Instant retrievedAt();

    /** The carrier's own JSON of this parcel, where {@code TrackingClientBuilder.rawJson(true)} asked for it. */
    Optional<String> rawJson();

    /** The newest event. */
    @JsonIgnore
    default Optional<TrackingEvent> latestEvent() {
        return events().stream().findFirst();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTrackingResult.Builder {}
}
