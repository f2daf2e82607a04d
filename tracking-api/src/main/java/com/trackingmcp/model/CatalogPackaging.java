package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One packaging of a carrier's catalogue. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCatalogPackaging.class)
@JsonDeserialize(as = ImmutableCatalogPackaging.class)
public interface CatalogPackaging {
    /** The carrier's code: what a {@link Parcel#packaging()} takes. */
    String code();

    /** Its name for people. */
    String name();

    /** What a parcel in it may weigh at most. */
    Optional<Weight> maxWeight();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCatalogPackaging.Builder {}
}
