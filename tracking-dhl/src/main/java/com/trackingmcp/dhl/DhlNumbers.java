package com.trackingmcp.dhl;

import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.Impb;
import com.trackingmcp.spi.NumberMatch;
import java.util.Set;

/**
 * Stateless: which tracking numbers are of a company of the DHL group. Every method takes a normalised number.
 *
 * <p>A ten-digit Express waybill is possible and never certain, for neither its shape nor its check digit is DHL
 * Express's alone: DHL Freight, UPS air freight, DPD and every phone number in North America have ten digits, one in
 * ten of which passes the remainder by seven, and Aramex is reported to use that very remainder. Eleven digits are
 * shared as well (Old Dominion; Blue Dart and Japan Post, reportedly with the same remainder).
 *
 * <p>Where no other source is named, shapes are those of tracking_number_data (couriers/dhl.json), of dhl.com's page
 * "shipment tracking labels", and of the DHL wire notes, "Number → API routing".
 */
final class DhlNumbers {

    private static final String EXPRESS = "dhl-express";
    private static final String EXPRESS_PIECE = "dhl-express-piece";
    private static final String ECOMMERCE = "dhl-ecommerce";
    private static final String PARCEL_DE = "dhl-parcel-de";
    private static final String PARCEL_NL = "dhl-parcel-nl";
    private static final String POST_DE = "post-de";
    private static final String FREIGHT = "dhl-freight";

    /** dhl.com names GM, LX and RX as examples; the rest is tracking_number_data's. */
    private static final Set<String> ECOMMERCE_PREFIXES =
            Set.of("GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY");

    private DhlNumbers() {}

    static NumberMatch match(String number) {
        if (CheckDigits.isDigits(number)) {
            return CheckDigits.isUniform(number) ? NumberMatch.none() : digits(number);
        }
        if (CheckDigits.isS10Shape(number)) {
            return s10(number);
        }
        if (number.startsWith("J")) {
            return piece(number);
        }
        if (number.startsWith("3S")) {
            return parcelNl(number);
        }
        return number.indexOf('_') > 0 ? forwarding(number) : ecommerce(number);
    }

    private static NumberMatch digits(String number) {
        return switch (number.length()) {
            case 10 ->
                CheckDigits.mod7(number)
                        ? NumberMatch.possible(EXPRESS, "10 digits, DHL Express check digit holds")
                        : NumberMatch.possible(FREIGHT, "10 digits, but not those of a DHL Express waybill");
            case 11 -> express11(number);
            case 12 -> identcode(number);
            case 14 ->
                NumberMatch.possible(ECOMMERCE, "14 digits, like a DHL eCommerce package id or a DHL Freight number");
            case 16 ->
                CheckDigits.mod10(number)
                        ? NumberMatch.none() // Canada Post
                        : NumberMatch.possible(ECOMMERCE, "16 digits, like a DHL eCommerce package id");
            case 20 -> parcelDe20(number);
            default -> postalId(number);
        };
    }

    /** Old Dominion's PRO numbers have eleven digits too, with a check digit of their own. */
    private static NumberMatch express11(String number) {
        boolean oldDominion = number.startsWith("777")
                || number.startsWith("778")
                || number.startsWith("072")
                || number.startsWith("80");
        return CheckDigits.mod7(number) && !(oldDominion && CheckDigits.luhn(number))
                ? NumberMatch.possible(EXPRESS, "11 digits, DHL Express check digit holds")
                : NumberMatch.none();
    }

    /** FedEx has twelve digits as well; both may be sure, and then both are asked. Purolator's rule out certainty. */
    private static NumberMatch identcode(String number) {
        if (!CheckDigits.identcode(number)) {
            return NumberMatch.none();
        }
        return number.charAt(0) <= '5' && CheckDigits.luhn(number)
                ? NumberMatch.possible(PARCEL_DE, "12 digits, the check digits of DHL Parcel and of Purolator hold")
                : NumberMatch.certain(PARCEL_DE, "12 digits, DHL Parcel identcode check digit holds");
    }

    /**
     * A shipping container code (00) with DHL Parcel Germany's extension and company number: 3 and 4043. The digit
     * after is 3, 4 or 5 in every number seen. Other 0034… codes may be another German sender's.
     */
    private static NumberMatch parcelDe20(String number) {
        if (!number.startsWith("0034")) {
            return NumberMatch.none();
        }
        if (!CheckDigits.mod10(number)) {
            return NumberMatch.possible(PARCEL_DE, "20 digits from 0034, but the check digit does not hold");
        }
        boolean known = number.startsWith("0034043") && number.charAt(7) >= '3' && number.charAt(7) <= '5';
        return known
                ? NumberMatch.certain(PARCEL_DE, "20 digits from 0034043, DHL Parcel check digit holds")
                : NumberMatch.possible(PARCEL_DE, "20 digits from 0034, check digit holds");
    }

    /**
     * DHL eCommerce parcels that the US Postal Service delivers: 92 with service 612 or 748, 93 with these and DHL's
     * mailer id 699035, 94 with 748. FedEx, UPS and the Postal Service number the same way.
     *
     * <p>Source: tracking_number_data issue 101 and the examples of DHL eCommerce's API documentation (9374869903…);
     * guess-carrier (93612, 94748).
     */
    private static NumberMatch postalId(String number) {
        int at = Impb.packageIdAt(number);
        if (at < 0 || number.length() - at != 22) {
            return NumberMatch.none();
        }
        boolean known = number.startsWith("92612", at)
                || number.startsWith("92748", at)
                || number.startsWith("93612699035", at)
                || number.startsWith("93748699035", at)
                || number.startsWith("94748", at);
        return known
                ? NumberMatch.possible(ECOMMERCE, "US postal id as DHL eCommerce has it, but not DHL's alone")
                : NumberMatch.none();
    }

    /** Deutsche Post's alone, by the country at the end; every other country's are somebody else's. */
    private static NumberMatch s10(String number) {
        if (!number.endsWith("DE")) {
            return NumberMatch.none();
        }
        return CheckDigits.s10(number)
                ? NumberMatch.certain(POST_DE, "postal S10 number of Germany, check digit holds")
                : NumberMatch.possible(POST_DE, "postal S10 form of Germany, but the check digit does not hold");
    }

    /**
     * Licence plates: JD and 18 digits, JJD and 9 to 24, JVGL and 9 to 24. None has a check digit. JD and JJD with 16
     * digits are Yodel's in Great Britain (tracking_number_data couriers/yodel.json); JJD with 16 stays possible, for
     * DHL has such numbers too.
     */
    private static NumberMatch piece(String number) {
        int length = number.length();
        if (number.startsWith("JVGL")) {
            return length >= 13 && length <= 28 && CheckDigits.isDigits(number, 4, length)
                    ? NumberMatch.possible(PARCEL_NL, "JVGL and digits, a DHL Parcel licence plate")
                    : NumberMatch.none();
        }
        if (number.startsWith("JJD")) {
            boolean fits = length >= 12 && length <= 27 && CheckDigits.isDigits(number, 3, length);
            boolean german = number.startsWith("JJD000390") || number.startsWith("JJD14");
            return fits
                    ? NumberMatch.possible(german ? PARCEL_DE : EXPRESS_PIECE, "JJD and digits, a DHL licence plate")
                    : NumberMatch.none();
        }
        return number.startsWith("JD") && length == 20 && CheckDigits.isDigits(number, 2, 20)
                ? NumberMatch.possible(EXPRESS_PIECE, "JD and 18 digits, a DHL Express licence plate")
                : NumberMatch.none();
    }

    /** 3S, two to five letters, six to thirteen digits. PostNL numbers its parcels with 3S too. */
    private static NumberMatch parcelNl(String number) {
        int digits = 2;
        while (digits < number.length() && isLetter(number.charAt(digits))) {
            digits++;
        }
        int letters = digits - 2;
        int count = number.length() - digits;
        boolean fits = letters >= 2 && letters <= 5 && count >= 6 && count <= 13;
        return fits && CheckDigits.isDigits(number, digits, number.length())
                ? NumberMatch.possible(PARCEL_NL, "3S, a customer code and digits")
                : NumberMatch.none();
    }

    /**
     * Prefix and 10 to 39 characters: after GM a digit and then anything (GM9E44608A27984866BA2D), after the others
     * digits only, or three letters of the pickup account and digits (CNAQV100168101). dhl.com: "up to five letters".
     */
    private static NumberMatch ecommerce(String number) {
        int length = number.length();
        if (length < 12 || length > 41 || !ECOMMERCE_PREFIXES.contains(number.substring(0, 2))) {
            return NumberMatch.none();
        }
        boolean account = isLetter(number.charAt(2)) && isLetter(number.charAt(3)) && isLetter(number.charAt(4));
        boolean fits = number.startsWith("GM")
                ? CheckDigits.isDigits(number, 2, 3) && isAlphanumeric(number)
                : CheckDigits.isDigits(number, account ? 5 : 2, length);
        return fits
                ? NumberMatch.possible(
                        ECOMMERCE, number.substring(0, 2) + " in front, as DHL eCommerce numbers parcels")
                : NumberMatch.none();
    }

    /** A house bill such as 1-254346763_1, with or without its dash. Source: DHL unified tracking fixtures. */
    private static NumberMatch forwarding(String number) {
        int underscore = number.length() - 2;
        int serial = number.charAt(1) == '-' ? 2 : 1;
        boolean fits = underscore == serial + 9
                && number.charAt(underscore) == '_'
                && CheckDigits.isDigits(number, 0, 1)
                && CheckDigits.isDigits(number, serial, underscore)
                && CheckDigits.isDigits(number, underscore + 1, number.length());
        return fits
                ? NumberMatch.possible(FREIGHT, "form of a DHL Freight or Forwarding house bill")
                : NumberMatch.none();
    }

    private static boolean isAlphanumeric(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (!isLetter(number.charAt(i)) && !CheckDigits.isDigits(number, i, i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
