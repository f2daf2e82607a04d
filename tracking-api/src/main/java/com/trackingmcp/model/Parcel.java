package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One parcel to be shipped. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableParcel.class)
@JsonDeserialize(as = ImmutableParcel.class)
public interface Parcel {
    /** The weight with the packaging. Every carrier needs it. */
    Optional<Weight> weight();

    /** The outer measures. Prices for large, light parcels depend on them. */
    Optional<Dimensions> dimensions();

    /** The carrier's code of its own packaging, such as {@code FEDEX_PAK}; packaging of the sender's where absent. The catalogue lists them. */
    Optional<String> packaging();

    /** What the carrier is to be liable for. It may charge for it. */
    Optional<Money> declaredValue();

    /** What the parcel is known by to the sender, such as an order number. */
    List<Reference> references();

    /** What is in it, in a few words. */
    Optional<String> contents();

    /** A parcel of this weight, in packaging of the sender's. */
    static Parcel of(Weight weight) {
        return builder().weight(weight).build();
    }

    /** A parcel of this weight and size, in packaging of the sender's. */
    static Parcel of(Weight weight, Dimensions dimensions) {
        return builder().weight(weight).dimensions(dimensions).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableParcel.Builder {}
}
