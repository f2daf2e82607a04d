package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/**
 * A reference the shipper gave, such as an order number. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableReference.class)
@JsonDeserialize(as = ImmutableReference.class)
public interface Reference {
    /** The kind, in the carrier's word, lower case, such as {@code customer_reference}; {@code reference} if untold. */
    String type();

    /** The reference itself. */
    String value();

    /** A reference of the sender's own, such as an order number. */
    static Reference of(String value) {
        return builder().type("customer_reference").value(value).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableReference.Builder {}
}
