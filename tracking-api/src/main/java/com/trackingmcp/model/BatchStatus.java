package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far work is that a server does by itself. */
public enum BatchStatus {
    /** Not begun. */
    QUEUED,

    /** Begun. */
    RUNNING,

    /** Done. */
    COMPLETED,

    /** Done, but for some. */
    COMPLETED_WITH_ERRORS,

    /** Not done. */
    FAILED,

    /** A word that is not known. */
    UNKNOWN;

    /** The word in JSON, such as {@code queued}. */
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
    public static BatchStatus ofWord(String word) {
        return Words.read(BatchStatus.class, word);
    }
}
