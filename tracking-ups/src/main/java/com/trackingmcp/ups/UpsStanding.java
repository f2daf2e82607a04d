package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.ups.UpsStatus.Family;
import com.trackingmcp.ups.UpsStatus.Meaning;
import com.trackingmcp.ups.UpsTrackingWire.DeliveryDate;
import com.trackingmcp.ups.UpsTrackingWire.Milestone;
import com.trackingmcp.ups.UpsTrackingWire.Parcel;
import com.trackingmcp.ups.UpsTrackingWire.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a parcel stands, settled from its activities, its current status and its milestones. Immutable.
 *
 * @param status the settled status
 * @param deciding what decided; its code and text stand beside the status
 * @param eventStatuses a status for each activity, in their order
 */
record UpsStanding(TrackingStatus status, Meaning deciding, List<TrackingStatus> eventStatuses) {
    /** A return asked for or confirmed, which may still end in a delivery; any other makes it one to the sender. */
    private static final Set<String> RETURN_ASKED_FOR = Set.of("S:033", "S:118", "S:119", "X:CF", "X:CS", "X:I1");

    /** Collected where it waited, so no longer waiting there. */
    private static final Set<String> COLLECTED = Set.of("D:2W", "D:A0", "MI:1E", "MI:1G", "MI:PP");

    private static final Set<TrackingStatus> NOT_OVERRULED = Set.of(
            TrackingStatus.DELIVERED,
            TrackingStatus.AVAILABLE_FOR_PICKUP,
            TrackingStatus.RETURNING,
            TrackingStatus.RETURNED);

    UpsStanding {
        eventStatuses = List.copyOf(eventStatuses);
    }

    /** Settles it from what each activity says, newest first. */
    static UpsStanding of(Parcel parcel, List<Meaning> activities, Family family) {
        Meaning current = current(parcel, family);
        Optional<Meaning> newest = newest(activities);
        Meaning deciding = deciding(parcel, activities, newest, current);
        TrackingStatus status = deciding.status().orElse(TrackingStatus.UNKNOWN);
        Optional<Meaning> delivery = delivery(parcel, newest, current);
        if (delivery.isPresent() && !NOT_OVERRULED.contains(status)) {
            deciding = delivery.get();
            status = TrackingStatus.DELIVERED;
        }
        if (status == TrackingStatus.DELIVERED && waitsForRecipient(parcel, activities, deciding)) {
            status = TrackingStatus.AVAILABLE_FOR_PICKUP;
        }
        int wentBack = newestReturn(activities);
        if (status == TrackingStatus.DELIVERED && wentBack >= 0) {
            status = TrackingStatus.RETURNED;
        }
        return new UpsStanding(status, deciding, eventStatuses(activities, status, current, wentBack));
    }

    private static Optional<Meaning> newest(List<Meaning> activities) {
        for (Meaning activity : activities) {
            if (!activity.informational()) {
                return Optional.of(activity);
            }
        }
        return Optional.empty();
    }

    private static Meaning current(Parcel parcel, Family family) {
        Meaning current = UpsStatus.ofCurrent(parcel.currentStatus(), family);
        boolean silent = current.rawCode().isEmpty();
        return silent && parcel.statusCode() != null
                ? UpsStatus.ofCurrent(
                        new Status(null, parcel.statusCode(), null, parcel.statusDescription(), null), family)
                : current;
    }

    /**
     * The newest activity that is more than a note, by its three digits or by letters that tell of a return or a shop;
     * else the current status, by its own digits, for that may lag behind the newest activity; else the letters of
     * either; else the activity that UPS names as the one behind the current milestone.
     */
    private static Meaning deciding(
            Parcel parcel, List<Meaning> activities, Optional<Meaning> newest, Meaning current) {
        List<Meaning> candidates = new ArrayList<>();
        newest.filter(activity -> activity.byDigits() || activity.toSenderOrShop() || goesBack(activity))
                .ifPresent(candidates::add);
        if (current.byDigits()) {
            candidates.add(current);
        }
        newest.ifPresent(candidates::add);
        candidates.add(current);
        milestone(parcel, activities).ifPresent(candidates::add);
        for (Meaning candidate : candidates) {
            if (candidate.tells()) {
                return candidate;
            }
        }
        return newest.filter(meaning -> meaning.rawCode().isPresent()).orElse(current);
    }

    private static Optional<Meaning> milestone(Parcel parcel, List<Meaning> activities) {
        for (Milestone milestone : list(parcel.milestones())) {
            int index = "true".equals(milestone.current())
                    ? WireText.integer(milestone.linkedActivity()).orElse(-1)
                    : -1;
            if (index >= 0 && index < activities.size()) {
                return Optional.of(activities.get(index));
            }
        }
        return Optional.empty();
    }

    /** What tells of a delivery, where UPS dates one: a newest activity of that type, or the current status. */
    private static Optional<Meaning> delivery(Parcel parcel, Optional<Meaning> newest, Meaning current) {
        boolean dated = false;
        for (DeliveryDate date : list(parcel.deliveryDate())) {
            dated |= UpsText.is(date.type(), "DEL");
        }
        Optional<Meaning> byCurrent =
                Optional.of(current).filter(status -> status.byDigits() && status.is(TrackingStatus.DELIVERED));
        return dated ? newest.filter(activity -> activity.type().equals("D")).or(() -> byCurrent) : Optional.empty();
    }

    /** Type D is also what a parcel has that was dropped at an access point: only digits or a collection tell more. */
    private static boolean waitsForRecipient(Parcel parcel, List<Meaning> activities, Meaning deciding) {
        boolean atAccessPoint = parcel.accessPointInformation() != null
                && UpsText.clean(parcel.accessPointInformation().pickupByDate()).isPresent();
        boolean collected = false;
        for (Meaning activity : activities) {
            collected |= COLLECTED.contains(activity.key());
        }
        return atAccessPoint && !collected && !deciding.byDigits();
    }

    private static boolean goesBack(Meaning activity) {
        return activity.is(TrackingStatus.RETURNED)
                || activity.is(TrackingStatus.RETURNING) && !RETURN_ASKED_FOR.contains(activity.key());
    }

    /** Which activity it is; below zero where there is none. */
    private static int newestReturn(List<Meaning> activities) {
        for (int i = 0; i < activities.size(); i++) {
            if (goesBack(activities.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A note has the status the parcel had before it, or its current one where there is nothing but notes; what was
     * delivered after a return went to the sender.
     */
    private static List<TrackingStatus> eventStatuses(
            List<Meaning> activities, TrackingStatus status, Meaning current, int wentBack) {
        TrackingStatus[] statuses = new TrackingStatus[activities.size()];
        boolean notesAlone = newest(activities).isEmpty();
        TrackingStatus standing = notesAlone ? current.status().orElse(TrackingStatus.UNKNOWN) : TrackingStatus.UNKNOWN;
        for (int i = activities.size() - 1; i >= 0; i--) {
            Meaning activity = activities.get(i);
            if (!activity.informational()) {
                boolean settled =
                        status == TrackingStatus.DELIVERED && activity.type().equals("D");
                standing = activity.status().orElse(settled ? status : TrackingStatus.UNKNOWN);
            }
            boolean toSender = status == TrackingStatus.RETURNED && i <= wentBack;
            boolean toShop = status == TrackingStatus.AVAILABLE_FOR_PICKUP;
            statuses[i] = standing == TrackingStatus.DELIVERED && (toSender || toShop) ? status : standing;
        }
        return List.of(statuses);
    }
}
