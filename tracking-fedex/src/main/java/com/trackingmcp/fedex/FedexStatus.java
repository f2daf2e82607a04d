package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.Address;
import com.trackingmcp.fedex.FedexTrackingWire.DelayDetail;
import com.trackingmcp.fedex.FedexTrackingWire.Identifier;
import com.trackingmcp.fedex.FedexTrackingWire.ScanEvent;
import com.trackingmcp.fedex.FedexTrackingWire.StatusDetail;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.TrackingStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel stands, out of what FedEx says of it. The table {@code fedex-status.csv} has the codes; this has what
 * a code alone does not tell:
 *
 * <ul>
 *   <li>A parcel on its way back is never delivered, whatever a later scan, its derived code or the latest status
 *       claim: once it was scanned as returning, carries the reason 060G or has a return number, it is returning, and
 *       returned when FedEx says "delivered" of the way back. Only a delivery that FedEx places in the recipient's city
 *       and not the shipper's undoes that.
 *   <li>The latest status code beats the newest scan, which may be a mere message on top of "out for delivery".
 *   <li>Without a code, the newest scan that is no message decides, then the coarser derived code, then the dates. A
 *       derived "delivered" that no code confirms is not believed.
 *   <li>An unknown code is {@link TrackingStatus#UNKNOWN}: no other field is asked to guess what it means.
 * </ul>
 *
 * <p>Texts are never read: they come in the reader's language and change their wording. Stateless.
 */
final class FedexStatus {
    /** Codes that say in themselves that the parcel is late. */
    private static final Set<String> LATE_CODES = Set.of("CD", "DD", "PD", "RL");

    private static final String RETURNED_REASON = "060G";
    private static final String NOBODY_THERE = "7";

    private FedexStatus() {}

    /**
     * What was read.
     *
     * @param code FedEx's code behind the status
     * @param scans what each scan means, in the order of {@link TrackResult#scans()}
     * @param unmapped the codes that the table does not have
     */
    record Reading(
            TrackingStatus status,
            Optional<String> code,
            boolean delayed,
            List<TrackingStatus> scans,
            Set<String> unmapped) {}

    static Reading read(TrackResult parcel) {
        Set<String> unmapped = new LinkedHashSet<>();
        boolean back = isGoingBack(parcel) && !isAtRecipient(parcel);
        List<TrackingStatus> scans = scans(parcel.scans(), back, unmapped);
        Standing standing = standing(parcel, scans, unmapped);
        TrackingStatus status = back && standing.status() != TrackingStatus.CANCELLED
                ? (senderHasIt(parcel) ? TrackingStatus.RETURNED : TrackingStatus.RETURNING)
                : standing.status();
        return new Reading(status, standing.code(), isDelayed(parcel), scans, unmapped);
    }

    /** A reason code as FedEx means it: numbers come with leading zeros and without. */
    static Optional<String> reason(@Nullable String code) {
        return WireText.text(code).map(text -> withoutZeros(text).toUpperCase(Locale.ROOT));
    }

    private static String withoutZeros(String text) {
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return text;
            }
            zeros += c == '0' && zeros == i && i < text.length() - 1 ? 1 : 0;
        }
        return text.substring(zeros);
    }

    private record Standing(TrackingStatus status, Optional<String> code) {}

    private static Standing standing(TrackResult parcel, List<TrackingStatus> scans, Set<String> unmapped) {
        Optional<String> code = latest(parcel, StatusDetail::code);
        if (code.isPresent()) {
            return new Standing(ofLatestCode(code.get(), parcel, scans, unmapped), code);
        }
        Optional<Standing> scanned = newest(parcel.scans(), scans);
        if (scanned.isPresent()) {
            return scanned.get();
        }
        Optional<String> derived = latest(parcel, StatusDetail::derivedCode);
        if (derived.isPresent()) {
            return new Standing(ofDerived(derived.get(), unmapped), derived);
        }
        boolean announced = parcel.time("SHIPMENT_DATA_RECEIVED").isPresent()
                || parcel.time("ANTICIPATED_TENDER").isPresent();
        return new Standing(announced ? TrackingStatus.LABEL_CREATED : TrackingStatus.UNKNOWN, Optional.empty());
    }

    /** What the newest scan says that says where the parcel stands. */
    private static Optional<Standing> newest(List<ScanEvent> told, List<TrackingStatus> scans) {
        for (int i = 0; i < told.size(); i++) {
            Optional<String> type = WireText.text(told.get(i).eventType());
            if (type.isPresent() ? !isMessage(told.get(i)) : scans.get(i) != TrackingStatus.UNKNOWN) {
                Optional<String> code =
                        type.isPresent() ? type : WireText.text(told.get(i).derivedStatusCode());
                return Optional.of(new Standing(scans.get(i), code));
            }
        }
        return Optional.empty();
    }

    private static TrackingStatus ofLatestCode(
            String code, TrackResult parcel, List<TrackingStatus> scans, Set<String> unmapped) {
        if (FedexCodes.LATEST.isInformational(code)) {
            return underMessage(parcel, scans, unmapped);
        }
        return switch (code.toUpperCase(Locale.ROOT)) {
            case "DE" -> isAttempt(parcel) ? TrackingStatus.DELIVERY_ATTEMPTED : TrackingStatus.EXCEPTION;
            case "DY" -> isLate(parcel) ? TrackingStatus.EXCEPTION : FedexCodes.LATEST.meaning(code, unmapped);
            default -> FedexCodes.LATEST.meaning(code, unmapped);
        };
    }

    /** Where the parcel stood when the message came. */
    private static TrackingStatus underMessage(TrackResult parcel, List<TrackingStatus> scans, Set<String> unmapped) {
        return newest(parcel.scans(), scans)
                .map(Standing::status)
                .or(() -> latest(parcel, StatusDetail::derivedCode)
                        .filter(derived -> !FedexCodes.LATEST.isInformational(derived))
                        .map(derived -> ofDerived(derived, unmapped)))
                .orElse(TrackingStatus.UNKNOWN);
    }

    /** What each scan means; read from the oldest on, for a message leaves the parcel where it stood. */
    private static List<TrackingStatus> scans(List<ScanEvent> newestFirst, boolean back, Set<String> unmapped) {
        TrackingStatus[] statuses = new TrackingStatus[newestFirst.size()];
        TrackingStatus before = TrackingStatus.UNKNOWN;
        boolean turned = false;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            ScanEvent scan = newestFirst.get(i);
            turned |= isReturn(scan);
            TrackingStatus status = isMessage(scan) ? before : ofScan(scan, unmapped);
            if (turned && back && status == TrackingStatus.DELIVERED) {
                status = TrackingStatus.RETURNED;
            }
            statuses[i] = status;
            before = status;
        }
        return List.of(statuses);
    }

    private static TrackingStatus ofScan(ScanEvent scan, Set<String> unmapped) {
        Optional<String> type = WireText.text(scan.eventType());
        if (type.isEmpty()) {
            return WireText.text(scan.derivedStatusCode())
                    .map(derived -> ofDerived(derived, unmapped))
                    .orElse(TrackingStatus.UNKNOWN);
        }
        boolean saysDelivered = is(scan.derivedStatusCode(), "DL");
        return switch (type.get().toUpperCase(Locale.ROOT)) {
            case "RS" -> saysDelivered ? TrackingStatus.RETURNED : TrackingStatus.RETURNING;
            case "DE", "SE" -> ofException(scan);
            case "DY" ->
                DelayDetail.isLate(scan.delayDetail())
                        ? TrackingStatus.EXCEPTION
                        : FedexCodes.EVENT.meaning("DY", unmapped);
            default -> FedexCodes.EVENT.meaning(type.get(), unmapped);
        };
    }

    private static TrackingStatus ofException(ScanEvent scan) {
        String reason = reason(scan.exceptionCode()).orElse("");
        if (reason.equals(RETURNED_REASON)) {
            return TrackingStatus.RETURNING;
        }
        return is(scan.eventType(), "DE") && reason.equals(NOBODY_THERE)
                ? TrackingStatus.DELIVERY_ATTEMPTED
                : TrackingStatus.EXCEPTION;
    }

    /** The derived code of a way back claims "delivered", too: without a code beside it that proves nothing. */
    private static TrackingStatus ofDerived(String derived, Set<String> unmapped) {
        return is(derived, "DL") ? TrackingStatus.UNKNOWN : FedexCodes.DERIVED.meaning(derived, unmapped);
    }

    private static boolean isMessage(ScanEvent scan) {
        String type = WireText.text(scan.eventType()).orElse(null);
        return type != null && FedexCodes.EVENT.isInformational(type);
    }

    private static boolean isAttempt(TrackResult parcel) {
        boolean said = parcel.serviceCommitMessage() != null
                && WireText.text(parcel.serviceCommitMessage().type())
                        .filter(type -> type.endsWith("_DELIVERY_ATTEMPTED"))
                        .isPresent();
        return said
                || parcel.time("ATTEMPTED_DELIVERY").isPresent()
                || reasons(parcel).anyMatch(NOBODY_THERE::equals);
    }

    private static boolean isGoingBack(TrackResult parcel) {
        for (Identifier identifier : parcel.identifiers()) {
            if (is(identifier.type(), "RETURNED_TO_SHIPPER_TRACKING_NUMBER")
                    && !identifier.all().isEmpty()) {
                return true;
            }
        }
        for (ScanEvent scan : parcel.scans()) {
            if (isReturn(scan)) {
                return true;
            }
        }
        return is(latest(parcel, StatusDetail::code).orElse(null), "RS")
                || reasons(parcel).anyMatch(RETURNED_REASON::equals);
    }

    private static boolean isReturn(ScanEvent scan) {
        return is(scan.eventType(), "RS")
                || reason(scan.exceptionCode()).filter(RETURNED_REASON::equals).isPresent();
    }

    private static boolean senderHasIt(TrackResult parcel) {
        boolean latest = is(latest(parcel, StatusDetail::code).orElse(null), "DL")
                || is(latest(parcel, StatusDetail::code).orElse(null), "RS")
                        && is(latest(parcel, StatusDetail::derivedCode).orElse(null), "DL");
        return latest
                || parcel.scans().stream()
                        .filter(scan -> !isMessage(scan))
                        .findFirst()
                        .filter(scan -> is(scan.eventType(), "DL") || is(scan.derivedStatusCode(), "DL"))
                        .isPresent();
    }

    /** FedEx says that it was delivered, and where: in the recipient's city and not in the shipper's. */
    private static boolean isAtRecipient(TrackResult parcel) {
        if (!is(latest(parcel, StatusDetail::code).orElse(null), "DL") || parcel.deliveryDetails() == null) {
            return false;
        }
        Optional<String> there = city(parcel.deliveryDetails().actualDeliveryAddress());
        Optional<String> shipper = city(
                parcel.shipperInformation() == null
                        ? null
                        : parcel.shipperInformation().address());
        Optional<String> recipient = city(
                parcel.recipientInformation() == null
                        ? null
                        : parcel.recipientInformation().address());
        return there.isPresent() && there.equals(recipient) && shipper.isPresent() && !there.equals(shipper);
    }

    private static Optional<String> city(@Nullable Address address) {
        return address == null
                ? Optional.empty()
                : WireText.text(address.city())
                        .map(city -> (city + "|" + address.countryCode()).toUpperCase(Locale.ROOT));
    }

    private static boolean isDelayed(TrackResult parcel) {
        return isLate(parcel)
                || isLateCode(latest(parcel, StatusDetail::code))
                || isLateCode(latest(parcel, StatusDetail::derivedCode));
    }

    private static boolean isLateCode(Optional<String> code) {
        return code.isPresent() && LATE_CODES.contains(code.get().toUpperCase(Locale.ROOT));
    }

    private static boolean isLate(TrackResult parcel) {
        return parcel.latestStatusDetail() != null
                && DelayDetail.isLate(parcel.latestStatusDetail().delayDetail());
    }

    private static Stream<String> reasons(TrackResult parcel) {
        return parcel.latestStatusDetail() == null
                ? Stream.empty()
                : WireJson.list(parcel.latestStatusDetail().ancillaryDetails()).stream()
                        .flatMap(detail -> reason(detail.reason()).stream());
    }

    private static Optional<String> latest(TrackResult parcel, Function<StatusDetail, @Nullable String> field) {
        return parcel.latestStatusDetail() == null
                ? Optional.empty()
                : WireText.text(field.apply(parcel.latestStatusDetail()));
    }

    private static boolean is(@Nullable String text, String code) {
        return text != null && code.equalsIgnoreCase(text.strip());
    }
}
