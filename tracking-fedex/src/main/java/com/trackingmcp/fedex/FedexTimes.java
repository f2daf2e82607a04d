package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.ScanEvent;
import com.trackingmcp.fedex.FedexTrackingWire.TimeWindow;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx's times mean. FedEx writes days as midnight in Memphis, wherever they are days of: such a time is read as
 * the day it is written as, and never moved to another zone. Stateless.
 */
final class FedexTimes {
    /** Times that are days in any case. */
    private static final List<String> DAYS_OF_SHIPPING =
            List.of("SHIP", "ACTUAL_PICKUP", "ACTUAL_TENDER", "SHIPMENT_DATA_RECEIVED", "ANTICIPATED_TENDER");

    private static final List<String> PAST = List.of(
            "SHIP",
            "ACTUAL_PICKUP",
            "ACTUAL_TENDER",
            "SHIPMENT_DATA_RECEIVED",
            "ATTEMPTED_DELIVERY",
            "ACTUAL_DELIVERY");

    private FedexTimes() {}

    /** When a parcel is expected: the live estimate, else an appointment, else what its service promises. */
    static Optional<DeliveryWindow> estimate(TrackResult parcel) {
        return window(parcel.estimatedDeliveryTimeWindow(), Basis.ESTIMATED)
                .or(() -> on(parcel, "ESTIMATED_DELIVERY", Basis.ESTIMATED))
                .or(() -> on(parcel, "APPOINTMENT_DELIVERY", Basis.APPOINTMENT))
                .or(() -> window(parcel.standardTransitTimeWindow(), Basis.COMMITMENT))
                .or(() -> on(parcel, "COMMITMENT", Basis.COMMITMENT));
    }

    private static Optional<DeliveryWindow> on(TrackResult parcel, String type, Basis basis) {
        return parcel.time(type).flatMap(FedexTimes::told).map(time -> DeliveryWindow.on(time, basis));
    }

    private static Optional<DeliveryWindow> window(@Nullable TimeWindow wire, Basis basis) {
        if (wire == null || wire.window() == null) {
            return Optional.empty();
        }
        Optional<CarrierTime> from = told(wire.window().begins());
        Optional<CarrierTime> to = told(wire.window().ends());
        return from.isEmpty() && to.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        DeliveryWindow.builder().from(from).to(to).basis(basis).build());
    }

    /** Nothing is delivered at the stroke of midnight: that is how FedEx writes a day. */
    private static Optional<CarrierTime> told(@Nullable String text) {
        return WireTime.parse(text)
                .map(time -> time.localTime()
                                .filter(local -> local.toLocalTime().equals(LocalTime.MIDNIGHT))
                                .isPresent()
                        ? CarrierTime.on(time.date())
                        : time);
    }

    /** When it was delivered: by the date FedEx keeps for it, else by the newest scan of a delivery. */
    static Optional<CarrierTime> delivered(TrackResult parcel) {
        Optional<CarrierTime> told = parcel.time("ACTUAL_DELIVERY").flatMap(FedexTimes::told);
        return told.isPresent()
                ? told
                : parcel.scans().stream()
                        .filter(scan -> scan.eventType() != null
                                && scan.eventType()
                                        .strip()
                                        .toUpperCase(Locale.ROOT)
                                        .equals("DL"))
                        .findFirst()
                        .map(ScanEvent::date)
                        .flatMap(FedexTimes::told);
    }

    /** The day it was shipped, by the best date FedEx has for it, else by its oldest scan. */
    static Optional<LocalDate> shipped(TrackResult parcel) {
        return DAYS_OF_SHIPPING.stream()
                .flatMap(type -> parcel.time(type).stream())
                .flatMap(text -> WireTime.parse(text).stream())
                .map(CarrierTime::date)
                .findFirst()
                .or(() -> scanned(parcel).map(LocalDateTime::toLocalDate).min(LocalDate::compareTo));
    }

    /**
     * When something last happened to it, local to wherever that was: good enough to tell which of two parcels with one
     * reused number is the newer, for weeks lie between them.
     */
    static Optional<LocalDateTime> lastSeen(TrackResult parcel) {
        Optional<LocalDateTime> scan = scanned(parcel).max(LocalDateTime::compareTo);
        return scan.isPresent()
                ? scan
                : PAST.stream()
                        .flatMap(type -> parcel.time(type).stream())
                        .flatMap(text -> WireTime.parse(text).stream())
                        .map(FedexTimes::moment)
                        .max(LocalDateTime::compareTo);
    }

    private static Stream<LocalDateTime> scanned(TrackResult parcel) {
        return parcel.scans().stream()
                .map(ScanEvent::date)
                .filter(Objects::nonNull)
                .flatMap(text -> WireTime.parse(text).stream())
                .map(FedexTimes::moment);
    }

    private static LocalDateTime moment(CarrierTime time) {
        return time.localTime().orElseGet(() -> time.date().atStartOfDay());
    }
}
