package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which shipment is meant, of those that were bought. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableShipmentQuery.class)
@JsonDeserialize(as = ImmutableShipmentQuery.class)
public interface ShipmentQuery {
    /** The carrier or connection it was bought with, such as {@code fedex-eu}. */
    Optional<String> carrier();

    /** The shipment's id: {@link Shipment#id()}. */
    Optional<String> id();

    /** Its tracking number, or that of one of its parcels. */
    Optional<String> trackingNumber();

    /** What it is known by to the sender: {@link Shipment#references()}. */
    Optional<String> reference();

    /** The tracking numbers of the parcels that are meant; all of the shipment where empty. */
    List<String> parcels();

    /** The first day it may have been shipped. */
    Optional<LocalDate> shippedFrom();

    /** The last day it may have been shipped. */
    Optional<LocalDate> shippedTo();

    /** What a label that is sent again should be like. */
    Optional<LabelSpec> label();

    /** What the carrier asked to be kept: {@link Shipment#details()}. */
    Map<String, String> details();

    /** This one. */
    static ShipmentQuery of(Shipment shipment) {
        return builder()
                .carrier(shipment.connection())
                .id(shipment.id())
                .trackingNumber(shipment.trackingNumber())
                .details(shipment.details())
                .build();
    }

    /** The one with this id, or this tracking number. */
    static ShipmentQuery of(String carrier, String id) {
        return builder().carrier(carrier).id(id).trackingNumber(id).build();
    }

    /** Those with this reference. */
    static ShipmentQuery byReference(String carrier, String reference) {
        return builder().carrier(carrier).reference(reference).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableShipmentQuery.Builder {}
}
