package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The carrier's proof that a parcel was delivered. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableProofOfDelivery.class)
@JsonDeserialize(as = ImmutableProofOfDelivery.class)
public interface ProofOfDelivery {
    /** The number that was asked for. */
    TrackingNumber number();

    /** The carrier's id. */
    String carrier();

    /** When it was delivered. */
    Optional<CarrierTime> deliveredAt();

    /** Who signed for it; not in {@code toString()}. */
    @Value.Redacted
    Optional<String> signedBy();

    /** The papers and pictures, at least one. */
    List<Document> documents();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableProofOfDelivery.Builder {}
}
