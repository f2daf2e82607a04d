package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose signature the delivery takes. */
public enum SignatureOption {
    /** What the service does when nothing is asked for. */
    SERVICE_DEFAULT,
    /** Nobody's: the parcel may be left. */
    NONE,
    /** Somebody's at the address, or a neighbour's. */
    INDIRECT,
    /** Somebody's at the address. */
    DIRECT,
    /** An adult's at the address, who shows an identity document where the carrier asks for it. */
    ADULT;

    /** The word in JSON, such as {@code service_default}. */
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
    public static SignatureOption ofWord(String word) {
        return Words.read(SignatureOption.class, word);
    }
}
