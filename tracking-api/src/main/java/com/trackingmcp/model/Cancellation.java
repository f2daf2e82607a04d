package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What became of a wish to cancel a shipment. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCancellation.class)
@JsonDeserialize(as = ImmutableCancellation.class)
public interface Cancellation {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** The shipment's id. */
    String id();

    /** Whether all that was asked for is cancelled. */
    boolean cancelled();

    /** The tracking numbers that are cancelled, where the carrier tells of each. */
    List<String> cancelledParcels();

    /** The tracking numbers that are not, where the carrier tells of each. */
    List<String> keptParcels();

    /** What the carrier said. */
    Optional<String> carrierText();

    /**
     * Whether the carrier itself was asked: a gateway may call shipments cancelled that it cannot cancel at the carrier, which
     * may charge them. Absent where that is not known.
     */
    Optional<Boolean> carrierAsked();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCancellation.Builder {}
}
