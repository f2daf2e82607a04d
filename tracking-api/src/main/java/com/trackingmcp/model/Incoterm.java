package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who pays and risks what on the way: the Incoterms carriers know, older ones included. */
public enum Incoterm {
    /** Ex works. */
    EXW,
    /** Free carrier. */
    FCA,
    /** Carriage paid to. */
    CPT,
    /** Carriage and insurance paid to. */
    CIP,
    /** Delivered at place unloaded. */
    DPU,
    /** Delivered at place: the recipient pays duties and taxes. */
    DAP,
    /** Delivered duty paid: the sender pays duties and taxes. */
    DDP,
    /** Free alongside ship. */
    FAS,
    /** Free on board. */
    FOB,
    /** Cost and freight. */
    CFR,
    /** Cost, insurance and freight. */
    CIF,
    /** Delivered at frontier (2000). */
    DAF,
    /** Delivered at terminal (2010). */
    DAT,
    /** Delivered duty unpaid (2000). */
    DDU,
    /** Delivered ex quay (2000). */
    DEQ,
    /** Delivered ex ship (2000). */
    DES;

    /** The word in JSON, such as {@code exw}. */
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
    public static Incoterm ofWord(String word) {
        return Words.read(Incoterm.class, word);
    }
}
