package com.trackingmcp.dhl;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.StatusTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What DHL's codes and words mean. Stateless; safe for use by many threads.
 *
 * <p>Codes are looked up in the tables beside this class. Unified tracking's own classes ({@code transit},
 * {@code delivered}, {@code failure} …) are coarse, and not the same in each division: {@code delivered} is also said
 * of parcels in a shop and of parcels back at their sender. So a finer code, and after it DHL's English words, come
 * first.
 */
final class DhlStatus {
    private static final StatusTable EXPRESS = StatusTable.load(DhlStatus.class, "dhl-express-status.csv");
    private static final StatusTable UNIFIED = StatusTable.load(DhlStatus.class, "dhl-unified-status.csv");

    /** What DHL sends when a parcel is late for sure; "possible delay" is not among it. Keys in upper case. */
    private static final Set<String> LATE = Set.of(
            "EXPRESS:CD",
            "EXPRESS:MD",
            "EXPRESS:TD",
            "EXPRESS:UD",
            "ECOMMERCE:508",
            "FREIGHT:20-266",
            "FREIGHT:20-354",
            "PARCEL-NL:CLEARANCE_DELAY",
            "PARCEL-NL:MISSED_DELIVERY_CYCLE",
            "PARCEL-NL:TRANSPORT_DELAY",
            "PARCEL-NL:UNCONTROLLABLE_CLEARANCE_DELAY");

    /** What was read lately: the words of a division repeat, and some twenty rules tell what each of them means. */
    private static final Map<Said, Reading> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KEPT = 1000;
    private static final int LONGEST_KEPT = 300;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern BACK_AT_SENDER =
            Pattern.compile("DELIVERED (BACK TO|AT) (THE )?(BUSINESS )?(SENDER|SHIPPER)");
    private static final Pattern RETURN = Pattern.compile("RETURN(ED|ING)? TO (THE )?(SENDER|SHIPPER|CONSIGNOR)");
    private static final Pattern ON_VEHICLE = Pattern.compile("OUT FOR DELIVERY|LOADED ONTO THE DELIVERY VEHICLE"
            + "|LOADED TO THE VAN|WITH DELIVERING COURIER|RECIPIENT IS NEXT STOP");
    private static final Pattern TO_COLLECT = Pattern.compile("READY FOR (COLLECTION|PICK)|AVAILABLE FOR PICK ?UP"
            + "|AWAITING .*COLLECTION|HANDED OVER TO THE (PARCELSHOP|PARCELSTATION|POSTOFFICE|ACCESS POINT)");
    private static final Pattern ATTEMPTED = Pattern.compile(
            "NOT (AT )?HOME|ATTEMPT|CARD LEFT|NOTICE LEFT" + "|CLOSED ON ARRIVAL|RECIPIENT WAS NOT AVAILABLE");
    private static final Pattern HELD = Pattern.compile("ON HOLD|\\bHELD ");
    private static final Pattern AT_CUSTOMS = Pattern.compile("CUSTOMS|CLEARANCE");
    private static final Pattern LAST_MILE = Pattern.compile("HANDED OVER FOR FINAL DELIVERY");
    private static final Pattern LABEL = Pattern.compile("LABEL CREATED");

    private DhlStatus() {}

    /**
     * What one event or summary means.
     *
     * @param status the common word; unknown for information
     * @param informational whether it is a message that never changes where a parcel stands
     * @param explained whether a table or DHL's own class explains it
     * @param late whether it says that the parcel is late
     */
    record Reading(TrackingStatus status, boolean informational, boolean explained, boolean late) {
        private static Reading of(TrackingStatus status, boolean late) {
            return new Reading(status, false, true, late);
        }

        /** The same words, seen with what came before them. */
        Reading as(TrackingStatus other) {
            return new Reading(other, informational, explained, late);
        }

        static Reading unexplained() {
            return new Reading(TrackingStatus.UNKNOWN, false, false, false);
        }
    }

    /** What unified tracking said, as it came. */
    private record Said(
            String service,
            @Nullable String statusCode,
            @Nullable String status,
            @Nullable String description) {
        boolean isShort() {
            return length(service) + length(statusCode) + length(status) + length(description) <= LONGEST_KEPT;
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }

        @Override
        public int hashCode() {
            return (service.hashCode() * 31 + Objects.hashCode(status)) * 31 + Objects.hashCode(description);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Said that
                    && service.equals(that.service)
                    && Objects.equals(statusCode, that.statusCode)
                    && Objects.equals(status, that.status)
                    && Objects.equals(description, that.description);
        }
    }

    /** An event code of MyDHL. */
    static Reading express(@Nullable String typeCode) {
        String code = WireText.text(typeCode).orElse("");
        return lookUp(EXPRESS, code, "express:" + code).orElseGet(Reading::unexplained);
    }

    /** An event of eCommerce Americas: by its id, whose leading zeros may be lost, else by its words. */
    static Reading ecommerce(@Nullable String primaryEventId, @Nullable String description) {
        String key = "ecommerce:" + withoutZeros(WireText.text(primaryEventId).orElse(""));
        return lookUp(UNIFIED, key, key)
                .or(() -> byWords("ecommerce", description))
                .orElseGet(Reading::unexplained);
    }

    /**
     * What unified tracking says of a shipment or event.
     *
     * @param statusCode the coarse class
     * @param status the division's code, or its words
     * @param description its words
     */
    static Reading unified(
            String service, @Nullable String statusCode, @Nullable String status, @Nullable String description) {
        Said said = new Said(service, statusCode, status, description);
        Reading known = KNOWN.get(said);
        if (known != null) {
            return known;
        }
        Reading reading = read(said);
        if (said.isShort()) {
            if (KNOWN.size() >= MOST_KEPT) {
                KNOWN.clear();
            }
            KNOWN.put(said, reading);
        }
        return reading;
    }

    private static Reading read(Said said) {
        String service = said.service();
        String status = said.status();
        String description = said.description();
        String coarse = WireText.text(said.statusCode()).orElse("").toLowerCase(Locale.ROOT);
        String code = WireText.text(status).orElse("");
        String key = service + ":" + ("ecommerce".equals(service) ? withoutZeros(code) : code);
        return lookUp(UNIFIED, key, key)
                .or(() -> byWords(service, status))
                .or(() -> byWords(service, description))
                .or(() ->
                        byRules(coarse, code + " " + WireText.text(description).orElse("")))
                .or(() -> lookUp(UNIFIED, "*:" + code, key))
                .or(() -> lookUp(UNIFIED, "statusCode:" + coarse, key))
                .orElseGet(Reading::unexplained);
    }

    private static Optional<Reading> lookUp(StatusTable table, String key, String lateKey) {
        if (table.isInformational(key)) {
            return Optional.of(new Reading(TrackingStatus.UNKNOWN, true, true, false));
        }
        return table.status(key).map(status -> Reading.of(status, LATE.contains(lateKey.toUpperCase(Locale.ROOT))));
    }

    private static Optional<Reading> byWords(String service, @Nullable String words) {
        return WireText.text(words)
                .map(text -> text.replace(',', ' ').replace('–', '-'))
                .map(text -> SPACES.matcher(text).replaceAll(" "))
                .flatMap(text -> lookUp(UNIFIED, service + ":" + text, ""));
    }

    /** DHL's English words, where its coarse class leaves room for them: before the first scan it leaves none. */
    private static Optional<Reading> byRules(String coarse, String words) {
        String text = words.toUpperCase(Locale.ROOT);
        Optional<TrackingStatus> status = switch (coarse) {
            case "pre-transit" -> Optional.empty();
            case "delivered" -> delivered(text);
            case "transit", "failure" -> moving(text);
            default -> moving(text).or(() -> when(LABEL, text, TrackingStatus.LABEL_CREATED));
        };
        return status.map(found -> Reading.of(found, false));
    }

    private static Optional<TrackingStatus> delivered(String text) {
        return when(BACK_AT_SENDER, text, TrackingStatus.RETURNED)
                .or(() -> when(RETURN, text, TrackingStatus.RETURNED))
                .or(() -> when(TO_COLLECT, text, TrackingStatus.AVAILABLE_FOR_PICKUP))
                .or(() -> when(LAST_MILE, text, TrackingStatus.IN_TRANSIT));
    }

    /** "Returned to sender" is said as soon as a parcel turns round; only DHL's class delivered ends its way back. */
    private static Optional<TrackingStatus> moving(String text) {
        return when(BACK_AT_SENDER, text, TrackingStatus.RETURNED)
                .or(() -> when(RETURN, text, TrackingStatus.RETURNING))
                .or(() -> when(ON_VEHICLE, text, TrackingStatus.OUT_FOR_DELIVERY))
                .or(() -> when(TO_COLLECT, text, TrackingStatus.AVAILABLE_FOR_PICKUP))
                .or(() -> when(ATTEMPTED, text, TrackingStatus.DELIVERY_ATTEMPTED))
                .or(() -> when(HELD, text, TrackingStatus.ON_HOLD)
                        .map(held -> AT_CUSTOMS.matcher(text).find() ? TrackingStatus.CUSTOMS : held));
    }

    private static Optional<TrackingStatus> when(Pattern pattern, String text, TrackingStatus status) {
        return pattern.matcher(text).find() ? Optional.of(status) : Optional.empty();
    }

    private static String withoutZeros(String code) {
        if (!CheckDigits.isDigits(code)) {
            return code;
        }
        int zeros = 0;
        while (zeros < code.length() - 1 && code.charAt(zeros) == '0') {
            zeros++;
        }
        return code.substring(zeros);
    }

    /** How many codes the tables hold: MyDHL's, unified's. */
    static List<Integer> sizes() {
        return List.of(EXPRESS.size(), UNIFIED.size());
    }
}
