package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A shipment as a server keeps it that stores what is shipped through it: bought, or still a draft. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableStoredShipment.class)
@JsonDeserialize(as = ImmutableStoredShipment.class)
public interface StoredShipment {
    /** The carrier's id, such as {@code karrio:canadapost}; the server's own for a draft that no carrier was chosen for. */
    String carrier();

    /** The id of the connection, as {@link #carrier()}. */
    String connection();

    /** What the server knows it by. */
    String id();

    /** What became of it. */
    ShipmentStatus status();

    /** The server's own word behind {@link #status()}. */
    Optional<String> carrierStatusCode();

    /** The number to track it by; a draft has none. */
    Optional<String> trackingNumber();

    /** What the carrier knows it by. */
    Optional<String> carrierShipmentId();

    /** The carrier's code of the service. */
    Optional<String> service();

    /** Where the parcels are handed over. */
    Optional<Address> sender();

    /** Where they go. */
    Optional<Address> recipient();

    /** How many parcels there are. */
    Optional<Integer> pieceCount();

    /** What it is known by to the sender. */
    List<Reference> references();

    /** The sender's order, where one was named. */
    Optional<String> orderId();

    /** What it cost; what a draft would cost is not told. */
    Optional<Money> price();

    /** When it was stored. */
    Optional<Instant> created();

    /** Its labels and papers; most servers tell where they are, and not the bytes. */
    List<Document> documents();

    /** What the caller had stored with it. */
    Map<String, String> metadata();

    /** What the server adds of its own, by its own names. */
    Map<String, String> details();

    /** Notes the carrier put on it. */
    List<Alert> alerts();

    /** Whether a test connection made it, so that nothing moves and nothing is charged; not known where absent. */
    Optional<Boolean> test();

    /** This one, to cancel it or to find its labels. */
    @JsonIgnore
    default ShipmentQuery query() {
        return ShipmentQuery.builder()
                .carrier(connection())
                .id(id())
                .trackingNumber(trackingNumber())
                .build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableStoredShipment.Builder {}
}
