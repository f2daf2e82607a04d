package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What one line of goods costs at the border. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLandedCommodity.class)
@JsonDeserialize(as = ImmutableLandedCommodity.class)
public interface LandedCommodity {
    /** Its place among the goods of the request, from 0 on. */
    int index();

    /** The harmonised system code the carrier reckoned with. */
    Optional<String> hsCode();

    /** Whether the carrier could tell. */
    boolean calculated();

    /** Why it could not, where it says so. */
    Optional<String> reason();

    /** Duties. */
    Optional<Money> duties();

    /** Taxes, fees that are levied as taxes included where the carrier does not part them. */
    Optional<Money> taxes();

    /** What the carrier takes for clearing this line; empty where it tells that of the shipment alone, as UPS does. */
    Optional<Money> brokerage();

    /** Other fees. */
    Optional<Money> fees();

    /** Duties, taxes, brokerage and fees together; without a brokerage that is told in another currency. */
    Optional<Money> total();

    /** The carrier's own breakdown. */
    List<LandedCharge> charges();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLandedCommodity.Builder {}
}
