package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/**
 * Another number of the same shipment: another piece, a return, a partner's number. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableAssociatedNumber.class)
@JsonDeserialize(as = ImmutableAssociatedNumber.class)
public interface AssociatedNumber {
    /** The relation, in the carrier's word, lower case, such as {@code standard_mps} or {@code package}. */
    String type();

    /** The number. */
    String number();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableAssociatedNumber.Builder {}
}
