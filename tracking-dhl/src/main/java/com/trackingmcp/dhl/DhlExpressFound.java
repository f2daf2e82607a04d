package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.TrackingNumber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of an answer.
 *
 * @param shipment the shipment
 * @param raw its JSON, where the caller wants it
 */
record DhlExpressFound(DhlExpressWire.Shipment shipment, Optional<String> raw) {
    private static final int LONGEST_NUMBER = 50;
    private static final Pattern UNKNOWN_NUMBER =
            Pattern.compile("NO (SHIPMENTS?|DATA)\\b.*FOUND|NOT (DATA )?FOUND", Pattern.CASE_INSENSITIVE);

    boolean isOf(String number) {
        return same(shipment.shipmentTrackingNumber(), number) || piece(number).isPresent();
    }

    /** The piece a number is of; none where it is the shipment's own. */
    Optional<DhlExpressWire.Piece> piece(String number) {
        return WireJson.list(shipment.pieces()).stream()
                .filter(piece -> same(piece.trackingNumber(), number))
                .findFirst();
    }

    boolean isNameless() {
        return WireText.text(shipment.shipmentTrackingNumber()).isEmpty();
    }

    /** Whether the look-up itself failed, which the status of an entry tells: it is never the parcel's. */
    boolean isRefused() {
        return WireJson.list(shipment.events()).isEmpty()
                && WireText.text(shipment.status())
                        .filter(status -> UNKNOWN_NUMBER.matcher(status).find())
                        .isPresent();
    }

    Optional<TrackingNumber> number() {
        return WireText.text(shipment.shipmentTrackingNumber())
                .filter(DhlExpressFound::isNumber)
                .map(TrackingNumber::of);
    }

    private static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(each -> each < 128 && Character.isLetterOrDigit(each));
    }

    Optional<CarrierTime> shippedAt() {
        return WireTime.parse(shipment.shipmentTimestamp());
    }

    /** Whether it was shipped about the day asked for; a shipment without a day may have been. */
    boolean mayBeShippedOn(Optional<LocalDate> asked) {
        return DhlWireRead.sinceAWeekBefore(asked, shippedAt()) && DhlWireRead.untilAWeekAfter(asked, shippedAt());
    }

    String uniqueId() {
        return "express:" + WireText.text(shipment.shipmentTrackingNumber()).orElse("") + ":"
                + WireText.text(shipment.shipmentTimestamp()).orElse("");
    }

    /** Waybills sent as JSON numbers have lost their leading zeros. */
    static boolean same(@Nullable String told, String asked) {
        String text = WireText.text(told).orElse("").toUpperCase(Locale.ROOT);
        return !text.isEmpty() && (text.equals(asked) || withoutZeros(text).equals(withoutZeros(asked)));
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    /** The shipment with the unique id asked for first, then the latest. */
    static Comparator<DhlExpressFound> latestFirst(TrackingNumber number) {
        return Comparator.<DhlExpressFound, Boolean>comparing(
                        found -> !number.uniqueId().equals(Optional.of(found.uniqueId())))
                .thenComparing(DhlExpressFound::shippedAt, DhlWireRead::newestFirst);
    }
}
