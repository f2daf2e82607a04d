package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far a service goes. */
public enum Scope {
    /** Within one country. */
    DOMESTIC,
    /** Across a border. */
    INTERNATIONAL,
    /** Either. */
    BOTH;

    /** The word in JSON, such as {@code domestic}. */
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
    public static Scope ofWord(String word) {
        return Words.read(Scope.class, word);
    }
}
