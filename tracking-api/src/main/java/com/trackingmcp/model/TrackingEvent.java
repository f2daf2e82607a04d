package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One scan or message about a parcel. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableTrackingEvent.class)
@JsonDeserialize(as = ImmutableTrackingEvent.class)
public interface TrackingEvent {
    /** When it happened, as the carrier told it; absent where the carrier told no readable time. */
    Optional<CarrierTime> time();

    /** What it means, in the common vocabulary. */
    TrackingStatus status();

    /** The carrier's own code of the event. */
    Optional<String> carrierStatusCode();

    /** The carrier's own words. */
    Optional<String> carrierStatusText();

    /** The carrier's reason code; set on good news too ("left at the door"), so not a sign of trouble by itself. */
    Optional<String> reasonCode();

    /** The reason in the carrier's words. */
    Optional<String> reasonText();

    /** Where it happened. */
    Optional<Location> location();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTrackingEvent.Builder {}
}
