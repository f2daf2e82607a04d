package com.trackingmcp.spi;

import com.trackingmcp.model.Confidence;

/**
 * Stateless and safe from any thread: the package ids of the US Postal Service's IMpb scheme (Intelligent Mail package
 * barcode).
 *
 * <p>The scheme is shared. Whoever lets the Postal Service deliver numbers its parcels this way: FedEx Ground Economy
 * (once SmartPost), UPS Mail Innovations, DHL eCommerce and many more, next to the Postal Service itself. A hit
 * therefore names no carrier, and is {@link Confidence#POSSIBLE} at most.
 *
 * <p>Source: USPS Publication 199; tracking_number_data couriers/usps.json.
 */
public final class Impb {

    private static final int ZIP_ROUTING = 8;
    private static final int ZIP4_ROUTING = 12;

    private Impb() {}

    /**
     * {@return the index at which a package id begins, or -1 if there is none whose check digit holds} 0 for a bare id,
     * 8 after {@code 420} and a ZIP code, 12 after {@code 420} and a ZIP+4 code.
     *
     * <p>An id has 22 or 26 digits (those that begin with 94 also 30), begins with 91 to 95, and ends with a GS1 modulo
     * 10 digit. In 92 the mailer id begins with 9, in 93 it does not.
     *
     * @param number a normalised number, with or without the routing in front
     */
    public static int packageIdAt(CharSequence number) {
        if (number.length() < 22 || !CheckDigits.isDigits(number)) {
            return -1;
        }
        if (!isRouted(number)) {
            return isPackageId(number, 0) ? 0 : -1;
        }
        if (isPackageId(number, ZIP_ROUTING)) {
            return ZIP_ROUTING;
        }
        return isPackageId(number, ZIP4_ROUTING) ? ZIP4_ROUTING : -1;
    }

    /**
     * {@return whether a number begins with the routing of the Postal Service, {@code 420}}
     *
     * @param number a normalised number
     */
    public static boolean isRouted(CharSequence number) {
        return number.length() > ZIP_ROUTING
                && number.charAt(0) == '4'
                && number.charAt(1) == '2'
                && number.charAt(2) == '0';
    }

    private static boolean isPackageId(CharSequence number, int from) {
        int digits = number.length() - from;
        if (digits < 22 || number.charAt(from) != '9') {
            return false;
        }
        char channel = number.charAt(from + 1);
        boolean nine = number.charAt(from + 5) == '9';
        boolean length = digits == 22 || digits == 26 || digits == 30 && channel == '4';
        boolean mailer = channel == '1' || channel == '2' && nine || channel == '3' && !nine;
        return length
                && (mailer || channel == '4' || channel == '5')
                && CheckDigits.mod10(number, from, number.length());
    }
}
