package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a paper for customs is. Not every carrier takes every kind. */
public enum TradeDocumentKind {
    /** The invoice for goods that were sold. */
    COMMERCIAL_INVOICE,
    /** The invoice for goods that were not sold. */
    PRO_FORMA_INVOICE,
    /** Where the goods were made. */
    CERTIFICATE_OF_ORIGIN,
    /** The same between the United States, Mexico and Canada. */
    USMCA_CERTIFICATE_OF_ORIGIN,
    /** Leave to act for somebody. */
    AUTHORIZATION_FORM,
    /** What goes with an export from the European Union. */
    EXPORT_ACCOMPANYING_DOCUMENT,
    /** Leave to send the goods out of the country. */
    EXPORT_LICENSE,
    /** Leave to bring the goods into the country. */
    IMPORT_PERMIT,
    /** Leave to clear customs for somebody. */
    POWER_OF_ATTORNEY,
    /** What is in which parcel. */
    PACKING_LIST,
    /** What the shipper declares of an export. */
    SHIPPERS_EXPORT_DECLARATION,
    /** What the shipper wants done. */
    SHIPPERS_LETTER_OF_INSTRUCTION,
    /** Any other declaration. */
    DECLARATION,
    /** Any other paper. */
    OTHER;

    /** The word in JSON, such as {@code commercial_invoice}. */
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
    public static TradeDocumentKind ofWord(String word) {
        return Words.read(TradeDocumentKind.class, word);
    }
}
