package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What is told of a parcel as it happens. */
public enum SubscriptionEvent {
    /** The carrier has it. */
    TENDERED,
    /** It has moved. */
    IN_TRANSIT,
    /** It comes today. */
    OUT_FOR_DELIVERY,
    /** The day it comes is known, or another. */
    ESTIMATED_DELIVERY,
    /** Something is in its way. */
    EXCEPTION,
    /** It is there. */
    DELIVERED;

    /** The word in JSON, such as {@code tendered}. */
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
    public static SubscriptionEvent ofWord(String word) {
        return Words.read(SubscriptionEvent.class, word);
    }
}
