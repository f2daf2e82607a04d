package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How long one service of one carrier takes. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableTransitTime.class)
@JsonDeserialize(as = ImmutableTransitTime.class)
public interface TransitTime {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that answered. */
    String connection();

    /** The carrier's code of the service; where transit times have codes of their own, such as with UPS, that code. */
    String service();

    /** The service in the carrier's words. */
    Optional<String> serviceName();

    /** How many days it takes; business days with FedEx and UPS, days with DHL. */
    Optional<Integer> transitDays();

    /** When it is delivered, local to the destination. */
    Optional<DeliveryWindow> delivery();

    /** Until when the carrier must have it, local to the origin. */
    Optional<CarrierTime> cutoff();

    /** Whether the carrier guarantees it. */
    Optional<Boolean> guaranteed();

    /** Notes the carrier put on it. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableTransitTime.Builder {}
}
