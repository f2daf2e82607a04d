package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What prices are ordered by. */
public enum RateOrder {
    /** The lowest total first; of equals the faster. */
    CHEAPEST_FIRST,
    /** The earliest delivery first; of equals the cheaper. Those that tell no day come last. */
    FASTEST_FIRST;

    /** The word in JSON, such as {@code cheapest_first}. */
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
    public static RateOrder ofWord(String word) {
        return Words.read(RateOrder.class, word);
    }
}
