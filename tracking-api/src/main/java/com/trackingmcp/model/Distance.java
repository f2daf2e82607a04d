package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How far something is, in the unit the carrier told it in. Immutable.
 *
 * @param value the exact decimal value, not less than nothing; a string in JSON
 * @param unit its unit
 */
public record Distance(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value, Unit unit) {
    public Distance {
        value = Decimals.plain(value, "value");
        Objects.requireNonNull(unit, "unit");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("value is " + value + ", which is less than nothing");
        }
    }

    /** A distance such as {@code of("5", Unit.KM)}. @throws IllegalArgumentException where that is no decimal number */
    public static Distance of(String value, Unit unit) {
        return new Distance(new BigDecimal(value), unit);
    }

    /**
     * The same distance in another unit; a mile is 1,609.344 metres.
     *
     * @param decimals how many decimal places it may have; it has no more than it needs
     */
    public Distance to(Unit other, int decimals, RoundingMode rounding) {
        return new Distance(Decimals.quotient(value.multiply(unit.metres), other.metres, decimals, rounding), other);
    }

    /** Units of distance. */
    public enum Unit {
        KM("1000"),
        MI("1609.344"),
        M("1");

        private final BigDecimal metres;

        Unit(String metres) {
            this.metres = new BigDecimal(metres);
        }

        /** The word in JSON, such as {@code km}. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }

        /**
         * The unit of a word in any case.
         *
         * @throws IllegalArgumentException for any other word
         */
        @JsonCreator
        public static Unit ofWord(String word) {
            return Words.read(Unit.class, word);
        }
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.word();
    }
}
