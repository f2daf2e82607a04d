package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.immutables.value.Value;

/**
 * One parcel of a shipment that was bought. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShippedParcel.class)
@JsonDeserialize(as = ImmutableShippedParcel.class)
public interface ShippedParcel {
    /** The number to track it by. */
    String trackingNumber();

    /** Its label, and what else is for this parcel alone. Empty where the carrier sends one document for all. */
    List<Document> documents();

    /** What it is known by to the sender. */
    List<Reference> references();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShippedParcel.Builder {}
}
