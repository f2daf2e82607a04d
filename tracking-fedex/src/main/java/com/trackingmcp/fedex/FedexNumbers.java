package com.trackingmcp.fedex;

import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.Impb;
import com.trackingmcp.spi.NumberMatch;
import java.util.Set;

/**
 * Stateless: which tracking numbers are FedEx's. Every method takes a normalised number.
 *
 * <p>Where no other source is named, shapes and check digits are those of tracking_number_data (couriers/fedex.json).
 * All mock numbers of FedEx's own sandbox satisfy them.
 *
 * <p>Twelve and fifteen bare digits count as FedEx's alone once the check digit holds: others have twelve digits too,
 * but with another check digit. One of those in eleven passes here as well; where the other's is known and holds
 * (Purolator), the answer is no more than a possibility.
 */
final class FedexNumbers {

    private static final String EXPRESS = "fedex-express";
    private static final String EXPRESS_34 = "fedex-express-34";
    private static final String GROUND_15 = "fedex-ground-15";
    private static final String GROUND_96 = "fedex-ground-96";
    private static final String GROUND_SSCC = "fedex-ground-sscc";
    private static final String SMARTPOST = "fedex-smartpost";
    private static final String DOOR_TAG = "fedex-door-tag";

    /** What a Ground Economy id has after its 92; mock numbers, and the numbers guess-carrier tests with. */
    private static final Set<String> SMARTPOST_SERVICES = Set.of("612", "748", "419", "023");

    private FedexNumbers() {}

    static NumberMatch match(String number) {
        if (number.startsWith("DT")) {
            return doorTag(number);
        }
        if (!CheckDigits.isDigits(number) || CheckDigits.isUniform(number)) {
            return NumberMatch.none();
        }
        return switch (number.length()) {
            case 12 -> express(number);
            case 15 -> ground15(number);
            case 18 -> groundSscc(number);
            case 20 -> smartPost20(number);
            case 22 -> number.startsWith("96") ? ground96(number) : smartPost(number);
            case 32 -> astra(number);
            case 34 -> number.startsWith("42") ? smartPost(number) : barcode34(number);
            default -> smartPost(number);
        };
    }

    private static NumberMatch express(String number) {
        boolean purolator = number.charAt(0) <= '5' && CheckDigits.luhn(number);
        if (CheckDigits.fedex11(number)) {
            return purolator
                    ? NumberMatch.possible(EXPRESS, "12 digits, the check digits of FedEx and of Purolator hold")
                    : NumberMatch.certain(EXPRESS, "12 digits, FedEx check digit holds");
        }
        return purolator
                ? NumberMatch.none()
                : NumberMatch.possible(EXPRESS, "12 digits, but the FedEx check digit does not hold");
    }

    private static NumberMatch ground15(String number) {
        return CheckDigits.mod10(number)
                ? NumberMatch.certain(GROUND_15, "15 digits, FedEx Ground check digit holds")
                : NumberMatch.possible(GROUND_15, "15 digits, but the FedEx Ground check digit does not hold");
    }

    /** The check digit covers the last 15 digits; what is before says service and customer. */
    private static NumberMatch ground96(String number) {
        return CheckDigits.mod10(number, 7, 22)
                ? NumberMatch.certain(GROUND_96, "96 and 20 digits, FedEx Ground check digit holds")
                : NumberMatch.possible(GROUND_96, "96 and 20 digits, but the check digit does not hold");
    }

    /**
     * A shipping container code in Ground's own reading (two digits of type, check digit over 16). Anybody has these.
     */
    private static NumberMatch groundSscc(String number) {
        boolean type = number.charAt(0) == '0' && "0124".indexOf(number.charAt(1)) >= 0;
        return type && CheckDigits.mod10(number, 2, 18)
                ? NumberMatch.possible(GROUND_SSCC, "18 digits like a shipping container code of FedEx Ground")
                : NumberMatch.none();
    }

    /** The barcodes on Express and Ground labels; the last 14 digits are the tracking number. */
    private static NumberMatch barcode34(String number) {
        boolean ground = number.startsWith("96");
        if (!ground && !number.startsWith("100")) {
            return NumberMatch.none();
        }
        String family = ground ? GROUND_96 : EXPRESS_34;
        return CheckDigits.fedex11(number, 20, 34)
                ? NumberMatch.certain(family, "34 digits of a FedEx label, check digit holds")
                : NumberMatch.possible(family, "34 digits of a FedEx label, but the check digit does not hold");
    }

    /** The older ASTRA barcode: digits 17 to 28 are the tracking number. */
    private static NumberMatch astra(String number) {
        return number.charAt(0) == '3' && CheckDigits.fedex11(number, 16, 28)
                ? NumberMatch.possible(EXPRESS, "32 digits like an ASTRA barcode, FedEx check digit holds")
                : NumberMatch.none();
    }

    /**
     * Ground Economy without its 92: service, a mailer id that begins with 9, serial. The check digit counts the 92 (of
     * old: 91, then with a service of two digits). Other mailers of the Postal Service have such numbers too.
     */
    private static NumberMatch smartPost20(String number) {
        boolean now = number.charAt(3) == '9' && CheckDigits.mod10("92" + number);
        boolean old = number.startsWith("029") && CheckDigits.mod10("91" + number);
        return now || old
                ? NumberMatch.possible(SMARTPOST, "20 digits like FedEx Ground Economy, check digit holds")
                : NumberMatch.none();
    }

    /** Ground Economy, which UPS, DHL and the Postal Service number the same way. */
    private static NumberMatch smartPost(String number) {
        int at = Impb.packageIdAt(number);
        if (at < 0 || number.length() - at != 22 || !number.startsWith("92", at)) {
            return NumberMatch.none();
        }
        return SMARTPOST_SERVICES.contains(number.substring(at + 2, at + 5))
                ? NumberMatch.possible(SMARTPOST, "US postal id as FedEx Ground Economy has it, but not FedEx's alone")
                : NumberMatch.none();
    }

    /** What the driver leaves at the door. Source: guess-carrier and bloodhound, whose tests have DT771613423732. */
    private static NumberMatch doorTag(String number) {
        if (number.length() != 14 || !CheckDigits.isDigits(number, 2, 14)) {
            return NumberMatch.none();
        }
        return CheckDigits.fedex11(number, 2, 14)
                ? NumberMatch.certain(DOOR_TAG, "DT and 12 digits, FedEx check digit holds")
                : NumberMatch.possible(DOOR_TAG, "DT and 12 digits, but the FedEx check digit does not hold");
    }
}
