package com.trackingmcp.ups;

import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.StatusTable;
import com.trackingmcp.ups.UpsTrackingWire.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What was read so far; a carrier has a few hundred combinations of codes, but a fault may make up any. */
    private static final Map<Sent, Codes> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KEPT = 2000;
    private static final int LONGEST_KEPT = 12;

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
     * @param codes what its codes mean
     * @param text UPS's words
     */
    record Meaning(Codes codes, Optional<String> text) {
        /** What the table makes of it; empty for messages that change nothing and for unknown codes. */
        Optional<TrackingStatus> status() {
            return codes.status();
        }

        /** The key of the table that told; empty where none did. */
        String key() {
            return codes.key();
        }

        /** Whether it is a message that changes nothing. */
        boolean informational() {
            return codes.informational();
        }

        /** Whether the table told by the three digits. */
        boolean byDigits() {
            return codes.byDigits();
        }

        /** The type in upper case, or empty. */
        String type() {
            return codes.type();
        }

        /** The three digits, or empty. */
        String statusCode() {
            return codes.statusCode();
        }

        /** Whether the table told where the parcel stands. */
        boolean tells() {
            return status().isPresent() && !is(TrackingStatus.UNKNOWN);
        }

        boolean is(TrackingStatus value) {
            return status().orElse(null) == value;
        }

        /** Whether it tells that the parcel came to its sender or to a shop. */
        boolean toSenderOrShop() {
            return is(TrackingStatus.AVAILABLE_FOR_PICKUP) || is(TrackingStatus.RETURNED);
        }

        /** Whether UPS says with it that the parcel is late. */
        boolean late() {
            return DELAYS.knows(key());
        }

        /** The code as UPS sent it: the three digits where there are any, else type and activity code. */
        Optional<String> rawCode() {
            return codes.rawCode();
        }

        /** Type and activity code, such as {@code X:OT}; neither means anything without the other. */
        Optional<String> activityCode() {
            return codes.activityCode();
        }

        /** The code that no table has, even where another of the same status told enough. */
        Optional<String> unmappedCode() {
            return codes.unmapped();
        }
    }

    /** What the codes of one status mean, worked out once: parcels share few of them. */
    record Codes(
            Optional<TrackingStatus> status,
            String key,
            boolean informational,
            boolean byDigits,
            String type,
            String statusCode,
            Optional<String> rawCode,
            Optional<String> activityCode,
            Optional<String> unmapped) {}

    /** Codes as UPS sent them, and whose tables they are looked up in. */
    private record Sent(
            @Nullable String type,
            @Nullable String code,
            @Nullable String statusCode,
            Family family,
            boolean current) {
        boolean isShort() {
            return isShort(type) && isShort(code) && isShort(statusCode);
        }

        private static boolean isShort(@Nullable String text) {
            return text == null || text.length() <= LONGEST_KEPT;
        }

        @Override
        public int hashCode() {
            int hash = Objects.hashCode(type) * 31 + Objects.hashCode(code);
            return (hash * 31 + Objects.hashCode(statusCode)) * 31 + family.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Sent that
                    && family == that.family
                    && current == that.current
                    && Objects.equals(type, that.type)
                    && Objects.equals(code, that.code)
                    && Objects.equals(statusCode, that.statusCode);
        }
    }

    /** What the status of an activity says. */
    static Meaning ofActivity(@Nullable Status wire, Family family) {
        return meaning(wire, family, false);
    }

    /**
     * What a parcel's current status says. In production its code holds the three digits, with nothing beside it but a
     * description; as published it holds the activity code, with type and status code.
     */
    static Meaning ofCurrent(@Nullable Status wire, Family family) {
        return meaning(wire, family, true);
    }

    private static Meaning meaning(@Nullable Status wire, Family family, boolean current) {
        if (wire == null) {
            return new Meaning(read(NO_CODE, NO_CODE, NO_CODE, family), Optional.empty());
        }
        Sent sent = new Sent(wire.type(), wire.code(), wire.statusCode(), family, current);
        Codes codes = KNOWN.get(sent);
        if (codes == null) {
            codes = read(sent);
            if (KNOWN.size() < MOST_KEPT && sent.isShort()) {
                KNOWN.put(sent, codes);
            }
        }
        return new Meaning(codes, text(wire));
    }

    private static Codes read(Sent sent) {
        String type = code(sent.type(), 1);
        String code = code(sent.code(), 2);
        String digits = code(sent.statusCode(), 3);
        boolean digitsInCode = sent.current()
                && digits.isEmpty()
                && !code.isEmpty()
                && UpsText.isDigits(code)
                && (type.isEmpty() || code.length() == 3);
        return digitsInCode
                ? read(type, NO_CODE, UpsText.padded(code, 3), sent.family())
                : read(type, code, digits, sent.family());
    }

    private static Codes read(String type, String code, String statusCode, Family family) {
        String digits = digitsKey(statusCode, family == Family.FREIGHT);
        String letters = letterKeys(type, code, statusCode, family).stream()
                .filter(TABLE::knows)
                .findFirst()
                .orElse(NO_CODE);
        boolean byDigits = TABLE.knows(digits) && !TABLE.status(digits).equals(Optional.of(TrackingStatus.UNKNOWN));
        boolean toWhomUntold = TABLE.status(digits).equals(Optional.of(TrackingStatus.DELIVERED))
                && TABLE.status(letters).filter(SENDER_OR_SHOP::contains).isPresent();
        String key = byDigits && !toWhomUntold || letters.isEmpty() && TABLE.knows(digits) ? digits : letters;
        boolean both = !code.isEmpty() && !type.isEmpty();
        Optional<String> activityCode = both ? Optional.of(type + ":" + code) : UpsText.clean(type + code);
        Optional<String> unmapped = statusCode.isEmpty()
                ? (key.isEmpty() ? activityCode : Optional.empty())
                : (TABLE.knows(digits) ? Optional.empty() : Optional.of(statusCode));
        return new Codes(
                TABLE.status(key),
                key,
                TABLE.isInformational(key),
                byDigits,
                type,
                statusCode,
                UpsText.clean(statusCode).or(() -> activityCode),
                activityCode,
                unmapped);
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
        Optional<String> description = UpsText.clean(wire.description());
        return description.isPresent() ? description : UpsText.clean(wire.simplifiedTextDescription());
    }
}
