package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** An order as a shop system gave it to a server: what is to be shipped to whom. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableOrder.class)
@JsonDeserialize(as = ImmutableOrder.class)
public interface Order {
    /** The id of the connection that keeps it. */
    String connection();

    /** What the server knows it by. */
    String id();

    /** The number the buyer and the shop know it by. */
    String orderId();

    /** How far it is shipped. */
    OrderStatus status();

    /** The server's own word behind {@link #status()}. */
    Optional<String> carrierStatusCode();

    /** Where it came from, such as {@code shopify} or {@code API}. */
    Optional<String> source();

    /** The day it was made. */
    Optional<LocalDate> date();

    /** Who gets it. */
    Optional<Address> recipient();

    /** Where it is shipped from. */
    Optional<Address> sender();

    /** Who pays for it. */
    Optional<Address> billing();

    /** What was ordered. */
    List<OrderLine> lines();

    /** The ids of its shipments: {@link StoredShipment#id()}. */
    List<String> shipmentIds();

    /** What the caller had stored with it. */
    Map<String, String> metadata();

    /** When it was stored. */
    Optional<Instant> created();

    /** Whether it was made in test mode; not known where absent. */
    Optional<Boolean> test();

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableOrder.Builder {}
}
