package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * A number that a tax or customs office gave a sender or recipient. Immutable.
 *
 * @param kind what it is
 * @param number the number; not in {@code toString()}
 * @param country the country whose office gave it, ISO 3166-1 alpha-2
 */
public record TaxId(Kind kind, String number, String country) {
    public TaxId {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(country, "country");
    }

    /** What tax ids are called; carriers have words of their own. */
    public enum Kind {
        /** Value added tax. */
        VAT,
        /** Economic operators of the European Union and the United Kingdom. */
        EORI,
        /** Employers in the United States. */
        EIN,
        /** Goods and services tax. */
        GST,
        /** The European Union's import one-stop shop. */
        IOSS,
        /** A person's, such as a social security number. */
        PERSONAL,
        /** A company's, of any other kind. */
        BUSINESS;

        /** The word in JSON, such as {@code vat}. */
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
        public static Kind ofWord(String word) {
            return Words.read(Kind.class, word);
        }
    }

    @Override
    public String toString() {
        return "TaxId[kind=" + kind + ", number=****, country=" + country + "]";
    }
}
