package com.trackingmcp.ups;

import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.StatusTable;
import com.trackingmcp.ups.UpsTrackingWire.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one status of UPS means, told from the table {@code ups-status.csv}. Stateless.
 *
 * <p>Three code systems travel together: a type, an activity code that means nothing without its type (OT is "out for
 * delivery" as a movement and "sender asked about clearance" as an exception), and a three-digit status code. The
 * three digits win, because the letters lag behind: UPS sends VK, "waits for release by an agency", with the digits
 * 134, "cleared". But digits that say no more than "delivered" give way to letters that name the sender or a shop as the
 * one it was delivered to: what went back or waits in a shop is not with its receiver. Freight uses the same digits in another sense, Mail Innovations the same letters.
 */
final class UpsStatus {
    private static final StatusTable TABLE = StatusTable.load(UpsStatus.class, "ups-status.csv");
    private static final StatusTable DELAYS = StatusTable.load(UpsStatus.class, "ups-delays.csv");
    private static final String NO_CODE = "";

    /** Where a parcel may be when UPS says "delivered" and its receiver does not have it. */
    private static final Set<TrackingStatus> SENDER_OR_SHOP =
            Set.of(TrackingStatus.AVAILABLE_FOR_PICKUP, TrackingStatus.RETURNED);

    private UpsStatus() {}

    /** Whose code tables a parcel's codes are looked up in. */
    enum Family {
        PARCEL,
        /** Parcels that the post office delivers: UPS's own codes first, those of the post office after them. */
        POSTAL_DELIVERY,
        MAIL_INNOVATIONS,
        FREIGHT
    }

    /**
     * What a status says.
     *
     * @param status what the table makes of it; empty for messages that change nothing and for unknown codes
     * @param key the key of the table that told; empty where none did
     * @param informational whether it is a message that changes nothing
     * @param byDigits whether the table told by the three digits
     * @param type the type in upper case, or empty
     * @param code the activity code, or empty
     * @param statusCode the three digits, or empty
     * @param text UPS's words
     */
    record Meaning(
            Optional<TrackingStatus> status,
            String key,
            boolean informational,
            boolean byDigits,
            String type,
            String code,
            String statusCode,
            Optional<String> text) {
        /** Whether the table told where the parcel stands. */
        boolean tells() {
            return status.filter(value -> value != TrackingStatus.UNKNOWN).isPresent();
        }

        boolean is(TrackingStatus value) {
            return status.filter(value::equals).isPresent();
        }

        /** Whether it tells that the parcel came to its sender or to a shop. */
        boolean toSenderOrShop() {
            return status.filter(SENDER_OR_SHOP::contains).isPresent();
        }

        /** Whether UPS says with it that the parcel is late. */
        boolean late() {
            return DELAYS.knows(key);
        }

        /** The code as UPS sent it: the three digits where there are any, else type and activity code. */
        Optional<String> rawCode() {
            return UpsText.clean(statusCode).or(this::activityCode);
        }

        /** Type and activity code, such as {@code X:OT}; neither means anything without the other. */
        Optional<String> activityCode() {
            boolean both = !code.isEmpty() && !type.isEmpty();
            return both ? Optional.of(type + ":" + code) : UpsText.clean(type + code);
        }

        /** The code that no table has, even where another of the same status told enough. */
        Optional<String> unmappedCode(Family family) {
            if (!statusCode.isEmpty()) {
                boolean known = TABLE.knows(digitsKey(statusCode, family == Family.FREIGHT));
                return known ? Optional.empty() : Optional.of(statusCode);
            }
            return key.isEmpty() ? activityCode() : Optional.empty();
        }
    }

    /** What the status of an activity says. */
    static Meaning ofActivity(@Nullable Status wire, Family family) {
        if (wire == null) {
            return read(NO_CODE, NO_CODE, NO_CODE, Optional.empty(), family);
        }
        return read(code(wire.type(), 1), code(wire.code(), 2), code(wire.statusCode(), 3), text(wire), family);
    }

    /**
     * What a parcel's current status says. In production its code holds the three digits, with nothing beside it but a
     * description; as published it holds the activity code, with type and status code.
     */
    static Meaning ofCurrent(@Nullable Status wire, Family family) {
        if (wire == null) {
            return ofActivity(null, family);
        }
        String type = code(wire.type(), 1);
        String code = code(wire.code(), 2);
        String digits = code(wire.statusCode(), 3);
        boolean digitsInCode = digits.isEmpty() && isDigits(code) && (type.isEmpty() || code.length() == 3);
        return digitsInCode
                ? read(type, NO_CODE, UpsText.padded(code, 3), text(wire), family)
                : read(type, code, digits, text(wire), family);
    }

    private static Meaning read(String type, String code, String statusCode, Optional<String> text, Family family) {
        String digits = digitsKey(statusCode, family == Family.FREIGHT);
        String letters = letterKeys(type, code, statusCode, family).stream()
                .filter(TABLE::knows)
                .findFirst()
                .orElse(NO_CODE);
        boolean byDigits = TABLE.knows(digits) && !TABLE.status(digits).equals(Optional.of(TrackingStatus.UNKNOWN));
        boolean toWhomUntold = TABLE.status(digits).equals(Optional.of(TrackingStatus.DELIVERED))
                && TABLE.status(letters).filter(SENDER_OR_SHOP::contains).isPresent();
        String key = byDigits && !toWhomUntold || letters.isEmpty() && TABLE.knows(digits) ? digits : letters;
        return new Meaning(TABLE.status(key), key, TABLE.isInformational(key), byDigits, type, code, statusCode, text);
    }

    private static String digitsKey(String statusCode, boolean freight) {
        return (freight ? "F:" : "S:") + statusCode;
    }

    /** Where to look for letters, most telling first. A type alone says something only where UPS sent no code with it. */
    private static List<String> letterKeys(String type, String code, String statusCode, Family family) {
        List<String> keys = new ArrayList<>();
        if (!code.isEmpty()) {
            switch (family) {
                case PARCEL -> keys.add(type + ":" + code);
                case POSTAL_DELIVERY -> keys.addAll(List.of(type + ":" + code, "MI:" + code));
                case MAIL_INNOVATIONS -> keys.add("MI:" + code);
                case FREIGHT -> keys.add(type.equals("X") ? "FX:" + code : "F:" + UpsText.padded(code, 3));
            }
        }
        keys.add(type + ":*");
        if (code.isEmpty() && statusCode.isEmpty()) {
            keys.add(type + ":");
        }
        return keys;
    }

    private static String code(@Nullable String value, int width) {
        return UpsText.clean(value)
                .map(text -> UpsText.padded(text.toUpperCase(Locale.ROOT), width))
                .orElse(NO_CODE);
    }

    private static Optional<String> text(Status wire) {
        return UpsText.clean(wire.description()).or(() -> UpsText.clean(wire.simplifiedTextDescription()));
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
