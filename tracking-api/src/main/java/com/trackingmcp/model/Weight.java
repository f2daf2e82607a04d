package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
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

    /** Units of weight. */
    public enum Unit {
        KG,
        G,
        LB,
        OZ;

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
