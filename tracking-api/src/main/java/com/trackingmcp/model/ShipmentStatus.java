package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a shipment that a server stores. */
public enum ShipmentStatus {
    /** Priced and not bought. */
    DRAFT,

    /** Bought; the carrier has not got it yet. */
    CREATED,

    /** On its way. */
    IN_TRANSIT,

    /** With the driver who delivers it. */
    OUT_FOR_DELIVERY,

    /** Delivered. */
    DELIVERED,

    /** Delivery was tried, and failed. */
    DELIVERY_ATTEMPTED,

    /** Somebody must look after it. */
    EXCEPTION,

    /** Cancelled. */
    CANCELLED,

    /** A word that is not known; it is kept beside this. */
    UNKNOWN;

    /** The word in JSON, such as {@code draft}. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /**
     * The one of a word in any case.
     *
     * @throws IllegalArgumentException for any other word
     */
    @JsonCreator
    public static ShipmentStatus ofWord(String word) {
        return Words.read(ShipmentStatus.class, word);
    }
}
