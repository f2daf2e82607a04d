package com.trackingmcp.dhl;

import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.ExceptionDetail;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parcel's events, newest first, and what they say together. Immutable.
 *
 * <p>DHL promises no order: eCommerce and unified tracking are seen newest first, MyDHL's published sample is oldest
 * first. So a list is turned as a whole, never sorted: its times lack offsets and come from places zones apart. It is
 * turned where its times say so, and where they say nothing, as the API is known to need it.
 */
final class DhlHistory {
    private static final Set<TrackingStatus> TROUBLE =
            Set.of(TrackingStatus.EXCEPTION, TrackingStatus.ON_HOLD, TrackingStatus.DELIVERY_ATTEMPTED);

    private final List<Scan> scans;

    private DhlHistory(List<Scan> scans) {
        this.scans = scans;
    }

    /**
     * One event with what its model has no place for.
     *
     * @param event the event
     * @param reading what its code means
     * @param action what DHL does or asks for next
     */
    record Scan(TrackingEvent event, DhlStatus.Reading reading, Optional<String> action) {
        TrackingStatus status() {
            return reading.status();
        }
    }

    /** Events of an API known to send the newest first. */
    static DhlHistory usuallyNewestFirst(List<Scan> told) {
        return new DhlHistory(direction(told) > 0 ? reversed(told) : List.copyOf(told));
    }

    /** Events of an API known to send the oldest first. */
    static DhlHistory usuallyOldestFirst(List<Scan> told) {
        return new DhlHistory(direction(told) < 0 ? List.copyOf(told) : reversed(told));
    }

    private static List<Scan> reversed(List<Scan> told) {
        List<Scan> turned = new ArrayList<>(told);
        Collections.reverse(turned);
        return List.copyOf(turned);
    }

    /**
     * Above zero where most neighbours, and the two ends, say that what comes later in the list happened later; below
     * where most say the opposite; zero where nobody knows. A pair whose clocks may be zones apart says nothing.
     */
    private static int direction(List<Scan> told) {
        TrackingEvent first = null;
        TrackingEvent before = null;
        int sum = 0;
        for (Scan scan : told) {
            TrackingEvent event = scan.event();
            if (event.time().isPresent()) {
                sum += before == null ? 0 : Integer.signum(compare(event, before));
                first = first == null ? event : first;
                before = event;
            }
        }
        return first == null || before == null || first == before ? 0 : sum + Integer.signum(compare(before, first));
    }

    private static int compare(TrackingEvent one, TrackingEvent other) {
        CarrierTime time = one.time().orElseThrow();
        CarrierTime otherTime = other.time().orElseThrow();
        boolean comparable = country(one).equals(country(other))
                || Math.abs(time.date().toEpochDay() - otherTime.date().toEpochDay()) > 1
                || time.instant().isPresent() && otherTime.instant().isPresent();
        return comparable ? compare(time, otherTime) : 0;
    }

    private static Optional<String> country(TrackingEvent event) {
        return event.location().flatMap(Location::country);
    }

    /** By instant where both have one, else by local time: good enough to tell old from new. */
    static int compare(CarrierTime one, CarrierTime other) {
        Optional<Instant> instant = one.instant();
        Optional<Instant> otherInstant = other.instant();
        if (instant.isPresent() && otherInstant.isPresent()) {
            return instant.get().compareTo(otherInstant.get());
        }
        int days = one.date().compareTo(other.date());
        Optional<LocalDateTime> time = one.localTime();
        Optional<LocalDateTime> otherTime = other.localTime();
        return days != 0 || time.isEmpty() || otherTime.isEmpty()
                ? days
                : time.get().compareTo(otherTime.get());
    }

    List<TrackingEvent> events() {
        List<TrackingEvent> events = new ArrayList<>(scans.size());
        scans.forEach(scan -> events.add(scan.event()));
        return events;
    }

    boolean isEmpty() {
        return scans.isEmpty();
    }

    /** The newest time told; empty where none is readable. */
    Optional<CarrierTime> newest() {
        return scans.stream().flatMap(scan -> scan.event().time().stream()).findFirst();
    }

    /** A history with DHL's own summary before its events. */
    List<Scan> after(Scan summary) {
        List<Scan> all = new ArrayList<>(scans);
        all.add(0, summary);
        return all;
    }

    List<Scan> scans() {
        return scans;
    }

    /**
     * What tells where a parcel stands: the newest that is no mere information. Delivered and returned stay so unless
     * the parcel turned round later, and data about a label that follow a scan do not undo it.
     *
     * @param newestFirst the events
     * @param severalPieces whether they may be of several parcels: one delivered piece says nothing of the others
     * @param overUnknown whether to look behind what nothing explains
     */
    static Optional<Scan> standing(List<Scan> newestFirst, boolean severalPieces, boolean overUnknown) {
        List<Scan> telling = new ArrayList<>(newestFirst.size());
        for (Scan scan : newestFirst) {
            if (!scan.reading().informational()) {
                telling.add(scan);
            }
        }
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        if (!severalPieces) {
            for (Scan scan : telling) {
                if (scan.status() == TrackingStatus.DELIVERED || scan.status() == TrackingStatus.RETURNED) {
                    return Optional.of(scan);
                }
                if (scan.status() == TrackingStatus.RETURNING) {
                    break;
                }
            }
        }
        Scan newest = telling.get(0);
        boolean lookBehind = newest.status() == TrackingStatus.LABEL_CREATED
                || overUnknown && newest.status() == TrackingStatus.UNKNOWN;
        return lookBehind
                ? telling.stream().filter(DhlHistory::isScan).findFirst().or(() -> firstKnown(telling))
                : Optional.of(newest);
    }

    /** Delivered after it turned round means that its sender has it; DHL has no word of its own for that everywhere. */
    Scan unlessSentBack(Scan standing) {
        boolean sentBack = scans.stream()
                .anyMatch(
                        scan -> scan.status() == TrackingStatus.RETURNING || scan.status() == TrackingStatus.RETURNED);
        return standing.status() == TrackingStatus.DELIVERED && sentBack
                ? new Scan(standing.event(), standing.reading().as(TrackingStatus.RETURNED), standing.action())
                : standing;
    }

    private static boolean isScan(Scan scan) {
        return scan.status() != TrackingStatus.LABEL_CREATED && scan.status() != TrackingStatus.UNKNOWN;
    }

    private static Optional<Scan> firstKnown(List<Scan> telling) {
        return telling.stream()
                .filter(scan -> scan.status() != TrackingStatus.UNKNOWN)
                .findFirst()
                .or(() -> telling.stream().findFirst());
    }

    /** Writes what the history says into a result: status, lateness, delivery, trouble and the events. */
    void describe(TrackingResult.Builder result, Optional<Scan> standing) {
        result.events(events()).exceptions(exceptions());
        standing.ifPresent(scan -> {
            result.status(scan.status())
                    .carrierStatusCode(scan.event().carrierStatusCode())
                    .carrierStatusText(scan.event().carrierStatusText())
                    .delayed(scan.reading().late());
            if (scan.status() == TrackingStatus.DELIVERED) {
                result.deliveredAt(scan.event().time());
            }
        });
    }

    private List<ExceptionDetail> exceptions() {
        return scans.stream()
                .filter(scan ->
                        TROUBLE.contains(scan.status()) || scan.reading().late())
                .map(scan -> ExceptionDetail.builder()
                        .code(scan.event().carrierStatusCode())
                        .reason(scan.event().reasonText().or(() -> scan.event().carrierStatusText()))
                        .action(scan.action())
                        .time(scan.event().time())
                        .build())
                .toList();
    }
}
