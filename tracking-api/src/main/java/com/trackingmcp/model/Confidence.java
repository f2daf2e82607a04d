package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Immutable: how sure a carrier is that a tracking number is one of its own.
 *
 * <p>The constants are ordered from weak to strong, so {@link #compareTo} ranks candidates. A wrong claim costs more
 * than a missed one: it sends a parcel's number to a company that does not carry it and answers "not found". When in
 * doubt a carrier says less.
 */
public enum Confidence {
    /** The number is not one of this carrier's: the shape is unknown here, or is known to be another carrier's. */
    NONE,

    /**
     * The shape fits, and that is all: there is no check digit, or it does not hold although the carrier is known to
     * hand out such numbers, or other carriers number their parcels by the very same scheme.
     */
    POSSIBLE,

    /** A check digit holds <em>and</em> the shape is this carrier's alone. Both are needed, one is not enough. */
    CERTAIN;

    /** The word in JSON, such as {@code certain}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The confidence of a word.
     *
     * @throws IllegalArgumentException for any other word
     */
    @JsonCreator
    public static Confidence ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
