package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A weight in the unit the carrier told it in. Immutable.
 *
 * @param value the exact decimal value; a string in JSON
 * @param unit its unit
 */
public record Weight(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value, Unit unit) {
    public Weight {
        value = Decimals.plain(value, "value");
        Objects.requireNonNull(unit, "unit");
    }

    /** A weight such as {@code of("1.5", Unit.KG)}. @throws IllegalArgumentException where that is no decimal number */
    public static Weight of(String value, Unit unit) {
        return new Weight(new BigDecimal(value), unit);
    }

    /**
     * The same weight in another unit. Exact but for the rounding: a pound is 0.45359237 kg, an ounce a sixteenth of it.
     *
     * @param decimals how many decimal places it may have; it has no more than it needs
     */
    public Weight to(Unit other, int decimals, RoundingMode rounding) {
        BigDecimal grams = value.multiply(unit.grams);
        return new Weight(Decimals.quotient(grams, other.grams, decimals, rounding), other);
    }

    /** Units of weight. */
    public enum Unit {
        KG("1000"),
        G("1"),
        LB("453.59237"),
        OZ("28.349523125");

        private final BigDecimal grams;

        Unit(String grams) {
            this.grams = new BigDecimal(grams);
        }

        /** The word in JSON, such as {@code kg}. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The unit of a word in any case.
         *
         * @throws IllegalArgumentException for any other word
         */
        @JsonCreator
        public static Unit ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** The unit as carriers spell it ({@code KG KGS KGM LB LBS LBR OZ OZS G GR GRM}, any case); empty for others. */
        public static Optional<Unit> ofCarrier(String text) {
            return switch (text.strip().toUpperCase(Locale.ROOT)) {
                case "KG", "KGS", "KGM" -> Optional.of(KG);
                case "G", "GR", "GRM" -> Optional.of(G);
                case "LB", "LBS", "LBR" -> Optional.of(LB);
                case "OZ", "OZS", "ONZ" -> Optional.of(OZ);
                default -> Optional.empty();
            };
        }
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.word();
    }
}
