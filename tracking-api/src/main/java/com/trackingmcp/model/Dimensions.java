package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The outer measures of a parcel in the unit the carrier told them in. Immutable.
 *
 * @param length the exact length; a string in JSON, as are the others
 * @param width the exact width
 * @param height the exact height
 * @param unit the unit of all three
 */
public record Dimensions(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal length,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal width,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal height,
        Unit unit) {
    public Dimensions {
        length = Decimals.plain(length, "length");
        width = Decimals.plain(width, "width");
        height = Decimals.plain(height, "height");
        Objects.requireNonNull(unit, "unit");
    }

    /** Measures such as {@code of("30", "20", "10", Unit.CM)}. @throws IllegalArgumentException where one is no number */
    public static Dimensions of(String length, String width, String height, Unit unit) {
        return new Dimensions(new BigDecimal(length), new BigDecimal(width), new BigDecimal(height), unit);
    }

    /**
     * The same measures in another unit. Exact but for the rounding: an inch is 2.54 cm.
     *
     * @param decimals how many decimal places they may have; they have no more than they need
     */
    public Dimensions to(Unit other, int decimals, RoundingMode rounding) {
        UnaryOperator<BigDecimal> change =
                measure -> Decimals.quotient(measure.multiply(unit.centimetres), other.centimetres, decimals, rounding);
        return new Dimensions(change.apply(length), change.apply(width), change.apply(height), other);
    }

    /** Units of length. */
    public enum Unit {
        CM("1"),
        M("100"),
        IN("2.54");

        private final BigDecimal centimetres;

        Unit(String centimetres) {
            this.centimetres = new BigDecimal(centimetres);
        }

        /** The word in JSON, such as {@code cm}. */
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

        /** The unit as carriers spell it ({@code CM CMT M MTR IN INH}, any case); empty for others. */
        public static Optional<Unit> ofCarrier(String text) {
            return switch (text.strip().toUpperCase(Locale.ROOT)) {
                case "CM", "CMT" -> Optional.of(CM);
                case "M", "MTR" -> Optional.of(M);
                case "IN", "INH" -> Optional.of(IN);
                default -> Optional.empty();
            };
        }
    }

    @Override
    public String toString() {
        return length.toPlainString() + " x " + width.toPlainString() + " x " + height.toPlainString() + " "
                + unit.word();
    }
}
