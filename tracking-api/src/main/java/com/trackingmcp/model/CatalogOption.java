package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One option of a carrier's catalogue. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCatalogOption.class)
@JsonDeserialize(as = ImmutableCatalogOption.class)
public interface CatalogOption {
    /** What a {@link ShipmentRequest#options()} takes, such as {@code fedex_one_rate}. */
    String name();

    /** Its name for people. */
    String title();

    /** What its value is. */
    CatalogOption.Type type();

    /** The values it takes, where they are few. */
    List<String> values();

    /** What else there is to know. */
    Optional<String> remark();

    /** What the value of an option is. */
    enum Type {
        /** {@code true} or {@code false}. */
        FLAG,
        /** A text, or one of a few. */
        TEXT,
        /** A decimal number. */
        NUMBER,
        /** An amount and a currency, such as {@code 12.50 EUR}. */
        MONEY;

        /** The word in JSON, such as {@code flag}. */
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
    class Builder extends ImmutableCatalogOption.Builder {}
}
