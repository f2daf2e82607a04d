package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far an order is shipped. */
public enum OrderStatus {
    /** Nothing of it. */
    UNFULFILLED,

    /** Some of it. */
    PARTIAL,

    /** All of it. */
    FULFILLED,

    /** All of it, and it arrived. */
    DELIVERED,

    /** It is not shipped any more. */
    CANCELLED,

    /** A word that is not known; it is kept beside this. */
    UNKNOWN;

    /** The word in JSON, such as {@code unfulfilled}. */
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
    public static OrderStatus ofWord(String word) {
        return Words.read(OrderStatus.class, word);
    }
}
