package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/** One duty, tax or fee, as a carrier tells it. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLandedCharge.class)
@JsonDeserialize(as = ImmutableLandedCharge.class)
public interface LandedCharge {
    /** What kind. */
    LandedCharge.Type type();

    /** The carrier's code of it. */
    Optional<String> code();

    /** The carrier's words for it. */
    Optional<String> description();

    /** How much. */
    Money amount();

    /** What there is to pay. */
    enum Type {
        /** Customs duty. */
        DUTY,
        /** A tax on the import, such as value added tax. */
        TAX,
        /** What clearing customs costs. */
        BROKERAGE,
        /** Any other fee. */
        FEE,
        /** The carriage, where the carrier counts it in. */
        FREIGHT,
        /** The insurance, where the carrier counts it in. */
        INSURANCE,
        /** The goods themselves, where the carrier counts them in. */
        GOODS,
        /** What the carrier says no more of. */
        OTHER;

        /** The word in JSON, such as {@code duty}. */
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
        public static Type ofWord(String word) {
            return Words.read(Type.class, word);
        }
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLandedCharge.Builder {}
}
