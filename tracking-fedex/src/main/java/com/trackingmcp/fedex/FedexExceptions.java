package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.Ancillary;
import com.trackingmcp.fedex.FedexTrackingWire.DelayDetail;
import com.trackingmcp.fedex.FedexTrackingWire.ScanEvent;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.TrackingStatus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a parcel: the reasons of its latest status, then those of scans that tell of trouble, then the
 * delay. FedEx gives reasons for good news too ("left at the front door"), and those are none of these. Stateless.
 */
final class FedexExceptions {
    private static final Set<TrackingStatus> TROUBLE = EnumSet.of(
            TrackingStatus.CUSTOMS,
            TrackingStatus.DELIVERY_ATTEMPTED,
            TrackingStatus.EXCEPTION,
            TrackingStatus.ON_HOLD,
            TrackingStatus.RETURNING,
            TrackingStatus.RETURNED);

    private static final Set<TrackingStatus> NO_TROUBLE =
            EnumSet.of(TrackingStatus.DELIVERED, TrackingStatus.LABEL_CREATED);

    /**
     * Reasons that are good news, or no news: left at the door, held or redirected as the recipient asked, announced.
     * Source: answers of the Track API.
     */
    private static final Set<String> NO_TROUBLE_REASONS = Set.of("14", "A13", "A47", "IN001");

    private FedexExceptions() {}

    static List<ExceptionDetail> of(TrackResult parcel, FedexStatus.Reading reading) {
        List<ScanEvent> scans = parcel.scans();
        List<ExceptionDetail> all = new ArrayList<>();
        BitSet told = new BitSet(scans.size());
        if (!NO_TROUBLE.contains(reading.status()) && parcel.latestStatusDetail() != null) {
            WireJson.list(parcel.latestStatusDetail().ancillaryDetails())
                    .forEach(detail -> ofLatest(detail, scans, told).ifPresent(all::add));
        }
        for (int i = 0; i < scans.size(); i++) {
            ScanEvent scan = scans.get(i);
            boolean trouble = TROUBLE.contains(reading.scans().get(i)) || DelayDetail.isLate(scan.delayDetail());
            if (trouble && !told.get(i)) {
                ofScan(scan).ifPresent(all::add);
            }
        }
        if (parcel.latestStatusDetail() != null) {
            delay(parcel.latestStatusDetail().delayDetail()).ifPresent(all::add);
        }
        return all;
    }

    /** A reason of the latest status, with the time of the newest scan that has the same. */
    private static Optional<ExceptionDetail> ofLatest(Ancillary detail, List<ScanEvent> scans, BitSet told) {
        if (WireText.first(detail.reason(), detail.reasonDescription(), detail.action(), detail.actionDescription())
                .isEmpty()) {
            return Optional.empty();
        }
        Optional<String> code = FedexStatus.reason(detail.reason());
        if (code.filter(NO_TROUBLE_REASONS::contains).isPresent()) {
            return Optional.empty();
        }
        int scan = code.isPresent() ? withReason(code, scans) : -1;
        if (scan >= 0) {
            told.set(scan);
        }
        return Optional.of(ExceptionDetail.builder()
                .code(WireText.text(detail.reason()))
                .reason(WireText.text(detail.reasonDescription()))
                .action(WireText.first(detail.action(), detail.actionDescription()))
                .time(
                        scan < 0
                                ? Optional.empty()
                                : WireTime.parse(scans.get(scan).date()))
                .build());
    }

    private static int withReason(Optional<String> code, List<ScanEvent> scans) {
        for (int i = 0; i < scans.size(); i++) {
            if (code.equals(FedexStatus.reason(scans.get(i).exceptionCode()))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<ExceptionDetail> ofScan(ScanEvent scan) {
        Optional<String> code = WireText.text(scan.exceptionCode());
        Optional<String> reason = WireText.text(scan.exceptionDescription());
        return code.isEmpty() && reason.isEmpty()
                ? Optional.empty()
                : Optional.of(ExceptionDetail.builder()
                        .code(code)
                        .reason(reason)
                        .time(WireTime.parse(scan.date()))
                        .build());
    }

    /** Why FedEx says it is late: the kind of delay, and the kind of weather if it is that. */
    private static Optional<ExceptionDetail> delay(@Nullable DelayDetail detail) {
        return detail == null || !DelayDetail.isLate(detail)
                ? Optional.empty()
                : WireText.text(detail.type())
                        .map(type -> ExceptionDetail.builder()
                                .code(type)
                                .reason(WireText.text(detail.subType()))
                                .build());
    }
}
