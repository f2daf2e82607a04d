package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a label is sent as. Not every carrier has every one: its catalogue says. */
public enum LabelFormat {
    /** A document, for office printers. */
    PDF,
    /** A picture. */
    PNG,
    /** A picture. */
    GIF,
    /** Commands of Zebra's thermal printers. */
    ZPL,
    /** Commands of older thermal printers. */
    EPL;

    /** The word in JSON, such as {@code pdf}. */
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
    public static LabelFormat ofWord(String word) {
        return Words.read(LabelFormat.class, word);
    }
}
