package com.trackingmcp.spi;

import com.trackingmcp.model.Confidence;

/**
 * Stateless and safe from any thread: the check digits that carriers put into tracking numbers.
 *
 * <p>For carriers of this library and of others. Every method looks at a normalised number (upper case, no blanks, no
 * dashes), allocates nothing and never throws on odd input: whatever is too short, or holds a character the scheme does
 * not know, does not hold. A range {@code [from, to)} outside of the number does not hold either.
 *
 * <p>A check digit that holds proves little alone: one random number in ten passes a modulo 10. See
 * {@link Confidence#CERTAIN} for what else is needed.
 */
public final class CheckDigits {

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int[] FEDEX_WEIGHTS = {1, 3, 7};

    private CheckDigits() {}

    /**
     * {@return whether there is at least one character and all are ASCII digits}
     *
     * @param number the text to look at
     */
    public static boolean isDigits(CharSequence number) {
        return isDigits(number, 0, number.length());
    }

    /**
     * {@return whether the range holds at least one character and all are ASCII digits}
     *
     * @param number the text to look at
     * @param from first index
     * @param to index after the last
     */
    public static boolean isDigits(CharSequence number, int from, int to) {
        if (from < 0 || to > number.length() || from >= to) {
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
     * {@return whether all characters are the same} Numbers such as {@code 000000000000} satisfy most check digits and
     * are nobody's.
     *
     * @param number the text to look at
     */
    public static boolean isUniform(CharSequence number) {
        for (int i = 1; i < number.length(); i++) {
            if (number.charAt(i) != number.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return whether the GS1 modulo 10 check digit holds} Weights 3 and 1 in turn from the digit left of the check
     * digit, the whole a multiple of ten. Used by SSCC, by the US Postal Service, FedEx Ground and Canada Post.
     *
     * <p>Source: GS1 General Specifications; tracking_number_data, algorithm "mod10".
     *
     * @param number digits, the last one the check digit
     */
    public static boolean mod10(CharSequence number) {
        return weighted10(number, 0, number.length(), 3, 1);
    }

    /**
     * {@return whether {@linkplain #mod10(CharSequence) GS1 modulo 10} holds over a part of a number}
     *
     * @param number the number
     * @param from first index
     * @param to index after the check digit
     */
    public static boolean mod10(CharSequence number, int from, int to) {
        return weighted10(number, from, to, 3, 1);
    }

    /**
     * {@return whether the check digit of a Deutsche Post Identcode or Leitcode holds} Weights 4 and 9 in turn from the
     * digit left of the check digit, which completes the sum to a multiple of ten.
     *
     * <p>Source: CPAN Algorithm::CheckDigits::M10_005; paketda.de, check digits of German parcel carriers.
     *
     * @param number digits, the last one the check digit
     */
    public static boolean identcode(CharSequence number) {
        return weighted10(number, 0, number.length(), 4, 9);
    }

    /**
     * {@return whether the last digit is the remainder of the digits before it, read as one number, divided by seven}
     * Used by DHL Express and by air waybills.
     *
     * <p>Source: tracking_number_data couriers/dhl.json, algorithm "mod7".
     *
     * @param number digits, the last one the check digit
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
     * {@return whether the modulo 11 check digit of FedEx Express holds} Weights 1, 3, 7 in turn from the digit left of
     * the check digit, the sum modulo 11, and of that the last digit (ten becomes 0).
     *
     * <p>Source: tracking_number_data couriers/fedex.json, "FedEx Express (12)"; Google Answers thread 207899.
     *
     * @param number digits, the last one the check digit
     */
    public static boolean fedex11(CharSequence number) {
        return fedex11(number, 0, number.length());
    }

    /**
     * {@return whether {@linkplain #fedex11(CharSequence) FedEx modulo 11} holds over a part of a number}
     *
     * @param number the number
     * @param from first index
     * @param to index after the check digit
     */
    public static boolean fedex11(CharSequence number, int from, int to) {
        if (to - from < 2 || !isDigits(number, from, to)) {
            return false;
        }
        int sum = 0;
        for (int i = to - 2, step = 0; i >= from; i--, step++) {
            sum += digit(number, i) * FEDEX_WEIGHTS[step % 3];
        }
        return sum % 11 % 10 == digit(number, to - 1);
    }

    /**
     * {@return whether the number has the form of UPU S10: two letters, nine digits, two letters}
     *
     * @param number the number
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
     * {@return whether the number has the {@linkplain #isS10Shape form} of UPU S10 and its check digit holds} Eight
     * digits weighted 8, 6, 4, 2, 3, 5, 9, 7; eleven less the sum modulo 11, where 10 becomes 0 and 11 becomes 5.
     *
     * <p>Source: UPU standard S10; tracking_number_data couriers/s10.json.
     *
     * @param number the whole number of 13 characters
     */
    public static boolean s10(CharSequence number) {
        if (!isS10Shape(number)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += digit(number, i + 2) * S10_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return digit(number, 10) == (check == 11 ? 5 : check % 10);
    }

    /**
     * {@return whether the number is a UPS 1Z number whose check digit holds} Fifteen characters after {@code 1Z}
     * weighted 1 and 2 in turn, letters counting A=2, B=3 … H=9, I=0 and so on round the digits; the check digit
     * completes the sum to a multiple of ten.
     *
     * <p>Source: tracking_number_data couriers/ups.json; CPAN Algorithm::CheckDigits::M10_011.
     *
     * @param number the whole number of 18 characters
     */
    public static boolean ups1Z(CharSequence number) {
        return number.length() == 18 && number.charAt(0) == '1' && number.charAt(1) == 'Z' && upsMod10(number, 2, 18);
    }

    /**
     * {@return whether a letter and ten digits carry the check digit of UPS waybills} The weights of
     * {@link #ups1Z(CharSequence)} over the nine digits after the letter, which itself does not count.
     *
     * <p>Source: tracking_number_data couriers/ups.json, "UPS Waybill", whose test numbers all hold.
     *
     * @param number the whole number of 11 characters
     */
    public static boolean upsWaybill(CharSequence number) {
        return number.length() == 11 && isLetter(number.charAt(0)) && upsMod10(number, 1, 11);
    }

    /**
     * {@return whether the UPS modulo 10 check digit holds over a part of a number} The scheme of
     * {@link #ups1Z(CharSequence)}; OnTrac has it too.
     *
     * @param number the number
     * @param from first index
     * @param to index after the check digit
     */
    public static boolean upsMod10(CharSequence number, int from, int to) {
        if (to - from < 2 || !isDigits(number, to - 1, to) || from < 0) {
            return false;
        }
        int sum = digit(number, to - 1);
        for (int i = from; i < to - 1; i++) {
            char c = number.charAt(i);
            if (!isDigit(c) && !isLetter(c)) {
                return false;
            }
            int value = isDigit(c) ? c - '0' : (c - 'A' + 2) % 10;
            sum += (i - from) % 2 == 0 ? value : 2 * value;
        }
        return sum % 10 == 0;
    }

    /**
     * {@return whether the Luhn check digit holds} Every second digit from the right doubled, the digits of the
     * products added, the whole a multiple of ten. Used by Purolator and Old Dominion.
     *
     * <p>Source: ISO/IEC 7812-1; tracking_number_data couriers/purolator.json.
     *
     * @param number digits, the last one the check digit
     */
    public static boolean luhn(CharSequence number) {
        if (number.length() < 2 || !isDigits(number)) {
            return false;
        }
        int sum = 0;
        for (int i = number.length() - 1, step = 0; i >= 0; i--, step++) {
            int value = digit(number, i) * (step % 2 + 1);
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /**
     * {@return whether the ISO 7064 MOD 37,36 check character holds} Over digits and upper-case letters. Used by DPD.
     *
     * <p>Source: ISO/IEC 7064; tracking_number_data couriers/dpd.json, algorithm "mod_37_36".
     *
     * @param number digits and letters, the last one the check character
     */
    public static boolean mod37(CharSequence number) {
        int product = 36;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!isDigit(c) && !isLetter(c)) {
                return false;
            }
            int sum = (product + (isDigit(c) ? c - '0' : c - 'A' + 10)) % 36;
            if (i == number.length() - 1) {
                return i > 0 && sum == 1;
            }
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return false;
    }

    private static boolean weighted10(CharSequence number, int from, int to, int first, int second) {
        if (to - from < 2 || !isDigits(number, from, to)) {
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

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int digit(CharSequence number, int index) {
        return number.charAt(index) - '0';
    }
}
