package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** Parcels that are handed over together and are alike. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutablePickupPiece.class)
@JsonDeserialize(as = ImmutablePickupPiece.class)
public interface PickupPiece {
    /**
     * The carrier's code of their service, such as {@code FEDEX_GROUND}. Required by UPS and DHL Express, and by FedEx to tell Ground from Express.
     */
    Optional<String> service();

    /** How many. Required. */
    Optional<Integer> quantity();

    /** What all of these weigh together. */
    Optional<Weight> weight();

    /** What one of them measures. */
    Optional<Dimensions> dimensions();

    /** Where they go, ISO 3166-1 alpha-2; within the country of the pickup where absent. */
    Optional<String> destinationCountry();

    /** The carrier's code of what they are packed in; the sender's own parcels where absent. */
    Optional<String> packaging();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutablePickupPiece.Builder {}
}
