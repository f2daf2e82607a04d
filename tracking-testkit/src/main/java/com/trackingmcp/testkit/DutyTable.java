package com.trackingmcp.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What the sandbox levies on goods: made up, small and the same for every carrier, so that tests can reckon it. Stateless.
 *
 * <p>Duty is a share of the value by the first two digits of the harmonised system code: books (49) free, leather (42) 8 %,
 * clothing (61 and 62) 12 %, electronics (85) 3 %, anything else 5 %; what begins with 99 cannot be calculated, and
 * without a code it is 5 %. Tax is a share of value and duty by the country of destination: Germany 19 %, the United
 * Kingdom and France 20 %, Canada 5 %, Japan and Australia 10 %, the United States none, any other 15 %. Clearing costs
 * 15.00 in the currency of the goods. Amounts are rounded half up to two decimals.
 */
final class DutyTable {
    /** What clearing a shipment costs. */
    static final BigDecimal BROKERAGE = new BigDecimal("15.00");

    private static final Map<String, String> DUTIES =
            Map.of("49", "0", "42", "0.08", "61", "0.12", "62", "0.12", "85", "0.03");
    private static final Map<String, String> TAXES =
            Map.of("DE", "0.19", "GB", "0.20", "FR", "0.20", "CA", "0.05", "JP", "0.10", "AU", "0.10", "US", "0");

    private DutyTable() {}

    /** The duty on goods of this value; empty where it cannot be calculated. */
    static Optional<BigDecimal> duty(String hsCode, BigDecimal value) {
        if (hsCode.startsWith("99")) {
            return Optional.empty();
        }
        String chapter = hsCode.length() < 2 ? "" : hsCode.substring(0, 2);
        return Optional.of(cents(value.multiply(new BigDecimal(DUTIES.getOrDefault(chapter, "0.05")))));
    }

    /** The tax on goods of this value and duty. */
    static BigDecimal tax(String country, BigDecimal value, BigDecimal duty) {
        return cents(value.add(duty).multiply(new BigDecimal(TAXES.getOrDefault(country, "0.15"))));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
