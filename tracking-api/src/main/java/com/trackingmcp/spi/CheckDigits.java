package com.trackingmcp.spi;

/**
 * Stateless and safe from any thread: the check digits that carriers put into tracking numbers.
 *
 * <p>For carriers of this library and of others. Every method looks at a normalised number (upper case, no blanks, no
 * dashes), allocates nothing and never throws on odd input: whatever is too short, or holds a character the scheme does
 * not know, is simply {@code false}. A range {@code [from, to)} outside of the number is {@code false} too.
 *
 * <p>A check digit that holds proves little alone: one random number in ten passes a modulo 10. See
 * {@link Confidence#CERTAIN} for what else is needed.
 */
public final class CheckDigits {

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int[] FEDEX_WEIGHTS = {1, 3, 7};

    private CheckDigits() {}

    /**
     * Whether every character is one of the ASCII digits 0 to 9; false for an empty sequence.
     *
     * @param number the text to look at
     * @return true if there is at least one character and all are digits
     */
    public static boolean isDigits(CharSequence number) {
        return isDigits(number, 0, number.length());
    }

    /**
     * Whether every character of a range is one of the ASCII digits 0 to 9; false for an empty range.
     *
     * @param number the text to look at
     * @param from first index
     * @param to index after the last
     * @return true if the range holds at least one character and all are digits
     */
    public static boolean isDigits(CharSequence number, int from, int to) {
        if (!isRange(number, from, to, 1)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * GS1 modulo 10: weights 3 and 1 in turn from the digit left of the check digit, the whole sums to a multiple of
     * ten. Used by SSCC-18, by IMpb numbers of the US Postal Service and by FedEx Ground.
     *
     * <p>Source: GS1 General Specifications, "Check digit calculations"; tracking_number_data, algorithm "mod10".
     *
     * @param number digits, the last one the check digit
     * @return true if the check digit holds
     */
    public static boolean mod10(CharSequence number) {
        return mod10(number, 0, number.length());
    }

    /**
     * {@linkplain #mod10(CharSequence) GS1 modulo 10} over a part of a number.
     *
     * @param number the number
     * @param from first index
     * @param to index after the check digit
     * @return true if the check digit holds
     */
    public static boolean mod10(CharSequence number, int from, int to) {
        return weighted10(number, from, to, 3, 1);
    }

    /**
     * Deutsche Post Identcode and Leitcode: weights 4 and 9 in turn from the digit left of the check digit, which
     * completes the sum to a multiple of ten.
     *
     * @param number digits, the last one the check digit
     * @return true if the check digit holds
     */
    public static boolean identcode(CharSequence number) {
        return weighted10(number, 0, number.length(), 4, 9);
    }

    /**
     * Remainder of a division by seven: the digits before the check digit, read as one number, modulo 7. Used by DHL
     * Express air waybills.
     *
     * <p>Source: tracking_number_data couriers/dhl.json, algorithm "mod7".
     *
     * @param number digits, the last one the check digit
     * @return true if the check digit holds
     */
    public static boolean mod7(CharSequence number) {
        int last = number.length() - 1;
        if (last < 1 || !isDigits(number)) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < last; i++) {
            remainder = (remainder * 10 + digit(number, i)) % 7;
        }
        return remainder == digit(number, last);
    }

    /**
     * FedEx modulo 11: weights 1, 3, 7 in turn from the digit left of the check digit, the sum modulo 11, and of that
     * the last digit (a remainder of ten becomes 0). Used by FedEx Express.
     *
     * <p>Source: tracking_number_data couriers/fedex.json, "FedEx Express (12)".
     *
     * @param number digits, the last one the check digit
     * @return true if the check digit holds
     */
    public static boolean fedex11(CharSequence number) {
        return fedex11(number, 0, number.length());
    }

    /**
     * {@linkplain #fedex11(CharSequence) FedEx modulo 11} over a part of a number.
     *
     * @param number the number
     * @param from first index
     * @param to index after the check digit
     * @return true if the check digit holds
     */
    public static boolean fedex11(CharSequence number, int from, int to) {
        if (!isRange(number, from, to, 2) || !isDigits(number, from, to)) {
            return false;
        }
        int sum = 0;
        for (int i = to - 2, step = 0; i >= from; i--, step++) {
            sum += digit(number, i) * FEDEX_WEIGHTS[step % 3];
        }
        return sum % 11 % 10 == digit(number, to - 1);
    }

    /**
     * UPU S10: eight digits weighted 8, 6, 4, 2, 3, 5, 9, 7; eleven less the sum modulo 11, where 10 becomes 0 and 11
     * becomes 5. Used by the world's posts in numbers such as {@code RR473124829DE}.
     *
     * <p>Source: UPU standard S10; tracking_number_data couriers/s10.json.
     *
     * @param number nine digits (eight and the check digit), or the whole of two letters, nine digits, two letters
     * @return true if the shape is one of the two and the check digit holds
     */
    public static boolean s10(CharSequence number) {
        if (number.length() == 9) {
            return s10(number, 0);
        }
        return isS10Shape(number) && s10(number, 2);
    }

    /**
     * Whether a number has the form of UPU S10: two letters, nine digits, two letters.
     *
     * @param number the number
     * @return true if the shape fits, whatever the check digit
     */
    public static boolean isS10Shape(CharSequence number) {
        return number.length() == 13
                && isLetter(number.charAt(0))
                && isLetter(number.charAt(1))
                && isDigits(number, 2, 11)
                && isLetter(number.charAt(11))
                && isLetter(number.charAt(12));
    }

    /**
     * UPS 1Z: after {@code 1Z} fifteen characters weighted 1 and 2 in turn, letters counting A=2, B=3 … H=9, I=0 and so
     * on round the digits; the check digit completes the sum to a multiple of ten.
     *
     * <p>Source: tracking_number_data couriers/ups.json.
     *
     * @param number the whole number of 18 characters with its {@code 1Z}
     * @return true if it is 18 upper-case letters and digits that start with {@code 1Z}, and the check digit holds
     */
    public static boolean ups1Z(CharSequence number) {
        if (number.length() != 18 || number.charAt(0) != '1' || number.charAt(1) != 'Z') {
            return false;
        }
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            int value = ups1ZValue(number.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += i % 2 == 0 ? value : 2 * value;
        }
        return isDigit(number.charAt(17)) && (sum + digit(number, 17)) % 10 == 0;
    }

    /**
     * Luhn: every second digit from the right doubled, the digits of the products added, the whole a multiple of ten.
     *
     * <p>Source: ISO/IEC 7812-1, annex on the Luhn formula.
     *
     * @param number digits, the last one the check digit
     * @return true if the check digit holds
     */
    public static boolean luhn(CharSequence number) {
        if (number.length() < 2 || !isDigits(number)) {
            return false;
        }
        int sum = 0;
        boolean twice = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int value = digit(number, i) * (twice ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    /**
     * ISO 7064 MOD 37,36 over digits and upper-case letters, the check character being one of them. Used by DPD.
     *
     * <p>Source: ISO/IEC 7064; tracking_number_data couriers/dpd.json, algorithm "mod_37_36".
     *
     * @param number digits and letters, the last one the check character
     * @return true if the check character holds
     */
    public static boolean mod37(CharSequence number) {
        int length = number.length();
        if (length < 2) {
            return false;
        }
        int product = 36;
        for (int i = 0; i < length; i++) {
            int value = alphanumericValue(number.charAt(i));
            if (value < 0) {
                return false;
            }
            int sum = (product + value) % 36;
            if (i == length - 1) {
                return sum == 1;
            }
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return false;
    }

    private static boolean s10(CharSequence number, int from) {
        if (!isDigits(number, from, from + 9)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += digit(number, from + i) * S10_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        if (check > 9) {
            check = check == 10 ? 0 : 5;
        }
        return check == digit(number, from + 8);
    }

    private static boolean weighted10(CharSequence number, int from, int to, int first, int second) {
        if (!isRange(number, from, to, 2) || !isDigits(number, from, to)) {
            return false;
        }
        int sum = digit(number, to - 1);
        int weight = first;
        for (int i = to - 2; i >= from; i--) {
            sum += digit(number, i) * weight;
            weight = first + second - weight;
        }
        return sum % 10 == 0;
    }

    private static boolean isRange(CharSequence number, int from, int to, int atLeast) {
        return from >= 0 && to <= number.length() && to - from >= atLeast;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int digit(CharSequence number, int index) {
        return number.charAt(index) - '0';
    }

    private static int ups1ZValue(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        return isLetter(c) ? (c - 'A' + 2) % 10 : -1;
    }

    private static int alphanumericValue(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        return isLetter(c) ? c - 'A' + 10 : -1;
    }
}
