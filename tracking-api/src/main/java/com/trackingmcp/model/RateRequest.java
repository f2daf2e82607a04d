package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A question for prices: what is to be shipped, and which answers are wanted. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableRateRequest.class)
@JsonDeserialize(as = ImmutableRateRequest.class)
public interface RateRequest {
    /** What is to be shipped. Its service and carrier narrow the question where the lists below are empty. */
    ShipmentRequest shipment();

    /** The carriers or connections to ask; all that can where empty. */
    List<String> carriers();

    /** The services wanted, by the carriers' codes; all where empty. */
    List<String> services();

    /** The last day of delivery, where the parcels go; a service that does not tell its day is left out. */
    Optional<LocalDate> arriveBy();

    /** What they are ordered by; the cheapest first where not set. */
    @Value.Default
    default RateOrder order() {
        return RateOrder.CHEAPEST_FIRST;
    }

    /** How many are wanted at most; all where absent. */
    Optional<Integer> limit();

    /** All prices for a shipment, the cheapest first. */
    static RateRequest of(ShipmentRequest shipment) {
        return builder().shipment(shipment).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableRateRequest.Builder {}
}
