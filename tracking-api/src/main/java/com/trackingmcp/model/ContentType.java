package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why goods cross a border. */
public enum ContentType {
    /** Goods that were sold. */
    MERCHANDISE,
    /** A gift. */
    GIFT,
    /** A commercial sample. */
    SAMPLE,
    /** Papers without a value. */
    DOCUMENTS,
    /** Goods on their way back to the seller. */
    RETURNED_GOODS,
    /** Goods to be repaired, or that were. */
    REPAIR,
    /** Belongings of a person who moves or travels. */
    PERSONAL_EFFECTS,
    /** Goods that change no owner, such as between branches of one company. */
    NOT_SOLD;

    /** The word in JSON, such as {@code merchandise}. */
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
    public static ContentType ofWord(String word) {
        return Words.read(ContentType.class, word);
    }
}
