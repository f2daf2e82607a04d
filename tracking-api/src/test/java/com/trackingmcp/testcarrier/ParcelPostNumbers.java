package com.trackingmcp.testcarrier;

import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.NumberMatch;

/** Parcel Post's numbers: PP or PX (express) and ten digits, the last one a GS1 check digit. Stateless. */
public final class ParcelPostNumbers {
    private ParcelPostNumbers() {}

    static NumberMatch match(String number) {
        boolean shape = number.length() == 12
                && (number.startsWith("PP") || number.startsWith("PX"))
                && CheckDigits.isDigits(number, 2, 12);
        if (!shape) {
            return NumberMatch.none();
        }
        return CheckDigits.mod10(number, 2, 12)
                ? NumberMatch.certain("parcelpost", "PP and ten digits, check digit holds")
                : NumberMatch.possible("parcelpost", "PP and ten digits, check digit is wrong");
    }

    static boolean isExpress(String number) {
        return number.startsWith("PX");
    }

    /** The n-th number of the standard service, with its check digit. */
    public static String standard(int n) {
        return withCheckDigit("PP", n);
    }

    /** The n-th number of the express service, with its check digit. */
    public static String express(int n) {
        return withCheckDigit("PX", n);
    }

    private static String withCheckDigit(String prefix, int n) {
        String digits = "%09d".formatted(n);
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigits.mod10(digits + check)) {
                return prefix + digits + check;
            }
        }
        throw new IllegalStateException("No check digit for " + digits);
    }
}
