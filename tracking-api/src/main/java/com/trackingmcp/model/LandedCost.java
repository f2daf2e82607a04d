package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What sending goods over a border costs beyond the goods: duties, taxes and fees. Immutable. An estimate, which no customs
 * office is bound by. Amounts are the carrier's, digit by digit; what it does not tell is empty, not nothing.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLandedCost.class)
@JsonDeserialize(as = ImmutableLandedCost.class)
public interface LandedCost {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** The currency of the sums, ISO 4217. */
    String currency();

    /**
     * What is to pay to get the goods over the border: duties, taxes and fees, without goods and carriage, as far as the carrier
     * parts them.
     */
    Money total();

    /** The carrier's own grand total, goods and carriage perhaps included. */
    Optional<Money> grandTotal();

    /** All duties. */
    Optional<Money> duties();

    /** All taxes. */
    Optional<Money> taxes();

    /** What the carrier takes for clearing customs. */
    Optional<Money> brokerage();

    /** Other fees. */
    Optional<Money> otherFees();

    /** What each line of goods costs, in their order; as many as were asked for, where the carrier tells of each. */
    List<LandedCommodity> commodities();

    /** The carrier's own breakdown of what concerns all goods. */
    List<LandedCharge> charges();

    /** Whether a line of goods could not be calculated, so that the sums lack it; the line says why. */
    boolean partial();

    /** The carrier's code of the service it is for. */
    Optional<String> service();

    /** Until when the estimate holds, where the carrier says so. */
    Optional<Instant> validUntil();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLandedCost.Builder {}
}
