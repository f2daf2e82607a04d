package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a pickup. */
public enum PickupStatus {
    /** Booked: the carrier knows of it. */
    SCHEDULED,
    /** A driver has been told. */
    DISPATCHED,
    /** The parcels were fetched. */
    COMPLETED,
    /** The driver came, or should have, and fetched nothing. */
    UNSUCCESSFUL,
    /** It is later than it was to be. */
    DELAYED,
    /** It was called off. */
    CANCELLED,
    /** The carrier says something else, or nothing. */
    UNKNOWN;

    /** The word in JSON, such as {@code scheduled}. */
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
    public static PickupStatus ofWord(String word) {
        return Words.read(PickupStatus.class, word);
    }
}
