package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One part of a price. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCharge.class)
@JsonDeserialize(as = ImmutableCharge.class)
public interface Charge {
    /** What kind of part. */
    Charge.Type type();

    /** The carrier's code of it. */
    Optional<String> code();

    /** The carrier's words for it. */
    Optional<String> description();

    /** How much; negative for discounts. */
    Money amount();

    /** What parts of a price are. */
    enum Type {
        /** The carriage itself. */
        BASE,
        /** What fuel costs beyond that. */
        FUEL,
        /** Any other surcharge, or a service that was asked for. */
        SURCHARGE,
        /** A discount; negative. */
        DISCOUNT,
        /** Insurance, or liability for a declared value. */
        INSURANCE,
        /** Taxes on the carriage. */
        TAX,
        /** Duties, taxes and fees of the border. */
        DUTY;

        /** The word in JSON, such as {@code base}. */
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
    class Builder extends ImmutableCharge.Builder {}
}
