package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

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

    /** Units of length. */
    public enum Unit {
        CM,
        M,
        IN;

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
