package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A parcel that is told of as it moves. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableSubscription.class)
@JsonDeserialize(as = ImmutableSubscription.class)
public interface Subscription {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that was asked. */
    String connection();

    /** The number. */
    String trackingNumber();

    /** What the carrier knows the subscription by, where it gives it a name. */
    Optional<String> id();

    /** Notes the carrier put on its answer. */
    List<Alert> alerts();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableSubscription.Builder {}
}
