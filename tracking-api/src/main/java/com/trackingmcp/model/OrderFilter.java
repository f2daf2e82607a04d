package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which orders are listed. Immutable. What is not said does not matter. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableOrderFilter.class)
@JsonDeserialize(as = ImmutableOrderFilter.class)
public interface OrderFilter {
    /** The connection that keeps them, such as {@code karrio}. Required where several can. */
    Optional<String> carrier();

    /** How far they are shipped. */
    Set<OrderStatus> statuses();

    /** The number the buyer and the shop know it by. */
    Optional<String> orderId();

    /** Where they came from, such as {@code shopify}. */
    Optional<String> source();

    /** Stored at this time or later. */
    Optional<Instant> createdFrom();

    /** Stored at this time or before. */
    Optional<Instant> createdTo();

    /** Words that are looked for. */
    Optional<String> keyword();

    /** All. */
    static OrderFilter all() {
        return builder().build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableOrderFilter.Builder {}
}
