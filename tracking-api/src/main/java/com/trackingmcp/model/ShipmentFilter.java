package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Which shipments are listed, of those a server stores. Immutable. What is not said does not matter. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShipmentFilter.class)
@JsonDeserialize(as = ImmutableShipmentFilter.class)
public interface ShipmentFilter {
    /** The gateway, or one carrier or connection behind it, such as {@code karrio} or {@code karrio:canadapost}. Required where several can. */
    Optional<String> carrier();

    /** What became of them. */
    Set<ShipmentStatus> statuses();

    /** The tracking number, or a part of it. */
    Optional<String> trackingNumber();

    /** What they are known by to the sender, or a part of it. */
    Optional<String> reference();

    /** The sender's order, or a part of its number. */
    Optional<String> orderId();

    /** The carrier's code of the service. */
    Optional<String> service();

    /** Stored at this time or later. */
    Optional<Instant> createdFrom();

    /** Stored at this time or before. */
    Optional<Instant> createdTo();

    /** Words that are looked for in names, addresses and numbers. */
    Optional<String> keyword();

    /** The name of something the caller had stored with them. */
    Optional<String> metadataKey();

    /** What the caller had stored with them, under any name. */
    Optional<String> metadataValue();

    /** All that one carrier, connection or gateway has. */
    static ShipmentFilter of(String carrier) {
        return builder().carrier(carrier).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShipmentFilter.Builder {}
}
