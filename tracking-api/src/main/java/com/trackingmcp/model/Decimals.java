package com.trackingmcp.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/** Amounts as people write them: {@code 1000}, never {@code 1E+3}. Stateless. */
final class Decimals {
    private static final int MOST_DIGITS = 100;

    private Decimals() {}

    /**
     * The same amount without a positive exponent, so that it equals what its own text reads as.
     *
     * @throws IllegalArgumentException for amounts no scale or purse holds
     */
    static BigDecimal plain(BigDecimal value, String name) {
        Objects.requireNonNull(value, name);
        if (!isHeld(value)) {
            throw new IllegalArgumentException(name + " has too many digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Whether some scale or purse holds it. */
    static boolean isHeld(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MOST_DIGITS;
    }

    /** Whether it is written with an exponent, such as {@code 1E+3}, though some scale or purse holds it. */
    static boolean isShort(BigDecimal value) {
        return value.scale() < 0 && isHeld(value);
    }

    /** The same amount with so many decimal places, and more only where it needs them. */
    static BigDecimal withDecimals(BigDecimal value, int decimals) {
        int least = Math.max(decimals, 0);
        if (value.scale() == least) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), least));
    }

    /** A quotient with no more decimal places than these, and none it does not need. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor, int decimals, RoundingMode rounding) {
        BigDecimal quotient = dividend.divide(divisor, decimals, rounding).stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
    }
}
