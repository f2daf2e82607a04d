package com.trackingmcp.ups;

import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.Impb;
import com.trackingmcp.spi.NumberMatch;

/**
 * Stateless: which tracking numbers are UPS's. Every method takes a normalised number.
 *
 * <p>Only 1Z numbers are ever certain. Everything else that ups.com names as a tracking number has no check digit that
 * UPS documents, or is numbered by the US Postal Service's scheme, or both. Bare numbers of 7 to 20 digits that UPS
 * Supply Chain and freight also know are not claimed, but for the nine and twelve digits ups.com lists as formats.
 */
final class UpsNumbers {

    private static final String ONE_Z = "ups-1z";
    private static final String ROADIE = "ups-roadie";
    private static final String WAYBILL = "ups-waybill";
    private static final String INFO_NOTICE = "ups-infonotice";
    static final String FREIGHT = "ups-freight";
    static final String MAIL_INNOVATIONS = "ups-mail-innovations";

    private UpsNumbers() {}

    static NumberMatch match(String number) {
        if (number.startsWith("1Z")) {
            return oneZ(number);
        }
        if (number.startsWith("1R")) {
            return roadie(number);
        }
        if (number.startsWith("MI")) {
            return mailInnovations(number);
        }
        if (number.length() == 11 && "AHJKTV".indexOf(number.charAt(0)) >= 0) {
            return waybill(number);
        }
        if (!CheckDigits.isDigits(number) || CheckDigits.isUniform(number)) {
            return NumberMatch.none();
        }
        return digits(number);
    }

    /** Source: tracking_number_data couriers/ups.json. */
    private static NumberMatch oneZ(String number) {
        if (number.length() != 18 || !isAlphanumeric(number, 2)) {
            return NumberMatch.none();
        }
        return CheckDigits.ups1Z(number)
                ? NumberMatch.certain(ONE_Z, "1Z and 16 characters, UPS check digit holds")
                : NumberMatch.possible(ONE_Z, "1Z and 16 characters, but the UPS check digit does not hold");
    }

    /** Parcels that Roadie carries for UPS. Source: UPS Track Alert API, trackingNumberList. */
    private static NumberMatch roadie(String number) {
        boolean length = number.length() == 16 || number.length() == 28;
        return length && isAlphanumeric(number, 2)
                ? NumberMatch.possible(ROADIE, "1R and " + (number.length() - 2) + " characters, as Roadie has for UPS")
                : NumberMatch.none();
    }

    /**
     * Hand-written Worldwide Services waybills. Letter and ten digits is a form that other carriers have too (Amazon,
     * GLS Italy: tracking_number_data issue 26), and UPS publishes no check digit, so it is never certain.
     *
     * <p>Source: ups.com help, "What is a tracking number" (T and ten digits); tracking_number_data README and issue 26
     * for the other letters and the check digit.
     */
    private static NumberMatch waybill(String number) {
        if (!CheckDigits.isDigits(number, 1, 11)) {
            return NumberMatch.none();
        }
        if (CheckDigits.upsWaybill(number)) {
            return NumberMatch.possible(WAYBILL, "letter and 10 digits of a UPS waybill, check digit holds");
        }
        return number.charAt(0) == 'A'
                ? NumberMatch.none()
                : NumberMatch.possible(WAYBILL, "letter and 10 digits of a UPS waybill, check digit does not hold");
    }

    /** MI, six digits of the customer, up to 22 characters of the shipper's own. Source: ups.com help. */
    private static NumberMatch mailInnovations(String number) {
        boolean length = number.length() > 8 && number.length() <= 30;
        return length && CheckDigits.isDigits(number, 2, 8) && isAlphanumeric(number, 8)
                ? NumberMatch.possible(MAIL_INNOVATIONS, "MI, a customer number and the shipper's own id")
                : NumberMatch.none();
    }

    private static NumberMatch digits(String number) {
        return switch (number.length()) {
            case 9 -> NumberMatch.possible(FREIGHT, "9 digits, which UPS lists as a format of its own");
            case 12 -> NumberMatch.possible(INFO_NOTICE, "12 digits, like the number of a UPS InfoNotice");
            case 18 ->
                number.startsWith("80")
                        ? NumberMatch.possible(MAIL_INNOVATIONS, "18 digits like a Mail Innovations sequence number")
                        : NumberMatch.none();
            default -> postalId(number);
        };
    }

    /**
     * Mail Innovations parcels that the US Postal Service delivers: 92 with service 612 or 748, 91 with 02. FedEx, DHL
     * and the Postal Service number the same way.
     *
     * <p>Source: ups.com help (22 to 34 digits); guess-carrier (927489, 926129); UPS's own test number 9102….
     */
    private static NumberMatch postalId(String number) {
        int at = Impb.packageIdAt(number);
        if (at < 0) {
            return NumberMatch.none();
        }
        boolean known =
                number.startsWith("92612", at) || number.startsWith("92748", at) || number.startsWith("9102", at);
        return known
                ? NumberMatch.possible(MAIL_INNOVATIONS, "US postal id as Mail Innovations has it, but not UPS's alone")
                : NumberMatch.none();
    }

    private static boolean isAlphanumeric(String number, int from) {
        for (int i = from; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }
}
