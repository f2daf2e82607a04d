package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a carrier thinks of an address. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableAddressValidation.class)
@JsonDeserialize(as = ImmutableAddressValidation.class)
public interface AddressValidation {
    /** The carrier's id, such as {@code ups}. */
    String carrier();

    /** The id of the connection that answered. */
    String connection();

    /** What it thinks. */
    AddressValidation.Verdict verdict();

    /** Who is there. */
    AddressValidation.Classification classification();

    /** The addresses it may be, the best first; as the carrier writes them. */
    List<Address> candidates();

    /** What the best candidate has otherwise than what was asked. */
    @Value.Redacted
    List<AddressValidation.Correction> corrections();

    /** Notes the carrier put on it, such as that a flat number is missing. */
    List<Alert> alerts();

    /**
     * One part of an address that the carrier has otherwise. Immutable; not in any {@code toString()}.
     *
     * @param path which, such as {@code postal_code} or {@code lines[0]}
     * @param given what was asked; empty where it was not given
     * @param corrected what the carrier has; empty where it has none
     */
    record Correction(String path, String given, String corrected) {
        @Override
        public String toString() {
            return "Correction[path=" + path + "]";
        }
    }

    /** What a carrier thinks of an address. */
    enum Verdict {
        /** It exists, as it was given. */
        VALID,
        /** It exists with the corrections. */
        CORRECTED,
        /** It may be one of the candidates. */
        AMBIGUOUS,
        /** It does not exist. */
        INVALID,
        /** The carrier serves the area; whether the street exists it does not know. */
        SERVICEABLE,
        /** The carrier cannot tell, such as for a country it has no addresses of. */
        UNKNOWN;

        /** The word in JSON, such as {@code valid}. */
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
        public static Verdict ofWord(String word) {
            return Words.read(Verdict.class, word);
        }
    }

    /** Who is at an address. */
    enum Classification {
        /** People live there. */
        RESIDENTIAL,
        /** A company. */
        COMMERCIAL,
        /** Both. */
        MIXED,
        /** The carrier does not know. */
        UNKNOWN;

        /** The word in JSON, such as {@code residential}. */
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
        public static Classification ofWord(String word) {
            return Words.read(Classification.class, word);
        }
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableAddressValidation.Builder {}
}
