package com.trackingmcp.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A parcel in the sandbox. A fresh one has a label and nothing else; every verb adds a scan at the sandbox clock's
 * present moment, in the codes of the parcel's carrier, and the next answer about the parcel tells it.
 *
 * <p>Safe for use by many threads; lives as long as its {@link CarrierSandbox}. Scans of {@link #journey} lie in the
 * future and show when the clock reaches them. A last verb ({@link #delivered}, {@link #returned},
 * {@link #cancelled}) drops what a journey still had planned.
 */
public final class SandboxParcel {

    private static final Comparator<Scan> OLDEST_FIRST = Comparator.comparing(Scan::at);

    private final ParcelBook book;
    private final Family family;
    private final String number;
    private final Route route;
    private final Instant created;
    private final int jitter;
    private final List<Scan> scans = new ArrayList<>(4);
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private List<SandboxParcel> shipment = List.of(this);
    private Optional<String> signedBy = Optional.empty();
    private int pieces = 1;

    SandboxParcel(ParcelBook book, Family family, String number, Instant created, SplittableRandom chance) {
        this.book = book;
        this.family = family;
        this.number = number;
        this.created = created;
        this.route = Route.pick(family, chance.nextInt(1 << 20));
        this.jitter = chance.nextInt(3600);
        scans.add(new Scan(Step.LABEL_CREATED, created, route.placeOf(Step.LABEL_CREATED, 0)));
    }

    /** The tracking number, with a right check digit where the family has one. */
    public String number() {
        return number;
    }

    /** The kind of parcel as given to {@link CarrierSandbox#parcel}, for example {@code dhl-ecommerce}. */
    public String carrier() {
        return family.id();
    }

    /** Gives the parcel a reference of the shipper's; it is then found by it as well. */
    public synchronized SandboxParcel reference(String reference) {
        references.add(reference);
        book.refer(reference, this);
        return this;
    }

    /** Who will have signed for it; told once the parcel is delivered. Nobody unless set. */
    public synchronized SandboxParcel signedBy(String name) {
        signedBy = Optional.of(name);
        return this;
    }

    /**
     * How many pieces travel under this one number; 1 unless set. Only DHL counts pieces under one number: for FedEx
     * and UPS see {@link CarrierSandbox#shipment}.
     */
    public synchronized SandboxParcel pieces(int count) {
        if (count < 1 || count > 999) {
            throw new IllegalArgumentException("A shipment has 1 to 999 pieces, not " + count);
        }
        pieces = count;
        return this;
    }

    public SandboxParcel pickedUp() {
        return happens(Step.PICKED_UP);
    }

    /** The first time at the hub on the way, from then on at the destination's depot. */
    public SandboxParcel inTransit() {
        return happens(Step.IN_TRANSIT);
    }

    /** In the hands of customs; normal processing, not a delay. */
    public SandboxParcel customs() {
        return happens(Step.CUSTOMS);
    }

    public SandboxParcel outForDelivery() {
        return happens(Step.OUT_FOR_DELIVERY);
    }

    public SandboxParcel availableForPickup() {
        return happens(Step.AVAILABLE_FOR_PICKUP);
    }

    public SandboxParcel deliveryAttempted() {
        return happens(Step.DELIVERY_ATTEMPTED);
    }

    public SandboxParcel delivered() {
        return happens(Step.DELIVERED);
    }

    public SandboxParcel exception() {
        return happens(Step.EXCEPTION);
    }

    /** Stopped by the carrier or an authority until something is settled. */
    public SandboxParcel onHold() {
        return happens(Step.ON_HOLD);
    }

    public SandboxParcel returning() {
        return happens(Step.RETURNING);
    }

    public SandboxParcel returned() {
        return happens(Step.RETURNED);
    }

    /**
     * The carrier tells something that changes nothing about where the parcel is, on top of what it told before: an
     * early arrival, an updated time, an acknowledgement.
     */
    public SandboxParcel noted() {
        return happens(Step.NOTE);
    }

    /**
     * The label was voided before the parcel went anywhere.
     *
     * @throws UnsupportedOperationException for DHL Express and DHL Parcel, which have no code for it
     */
    public SandboxParcel cancelled() {
        if (family == Family.DHL_EXPRESS || family == Family.DHL_PARCEL_DE || family == Family.DHL_PARCEL_NL) {
            throw new UnsupportedOperationException(
                    "No code of " + family.id() + " says that a shipment was cancelled");
        }
        return happens(Step.CANCELLED);
    }

    /**
     * Plans a whole journey from now on, ending delivered after two to three days, with customs on the way where the
     * route crosses a border. Nothing shows until the clock gets there.
     */
    public synchronized SandboxParcel journey() {
        Instant now = book.now();
        plan(Step.PICKED_UP, now, 4);
        plan(Step.DEPARTED, now, 7);
        plan(Step.IN_TRANSIT, now, 16);
        if (route.crossesABorder()) {
            plan(Step.CUSTOMS, now, 26);
            plan(Step.CUSTOMS_CLEARED, now, 29);
        }
        plan(Step.IN_TRANSIT, now, 40);
        plan(Step.OUT_FOR_DELIVERY, now, 48);
        plan(Step.DELIVERED, now, 53);
        return this;
    }

    /**
     * What the carrier posts of the newest scan, whether or not somebody subscribed to it: to be given to
     * {@code client.webhooks().parse("ups", ...)}.
     *
     * @throws IllegalStateException for a parcel of another carrier than UPS: none of them posts anything here
     */
    public SandboxPush push() {
        if (family != Family.UPS) {
            throw new IllegalStateException("Nobody posts anything of parcels of " + carrier());
        }
        return UpsPushBody.of(this);
    }

    private void plan(Step step, Instant from, int hours) {
        add(step, from.plus(Duration.ofHours(hours)).plusSeconds(jitter));
    }

    private synchronized SandboxParcel happens(Step step) {
        Instant now = book.now();
        if (step.isLast()) {
            scans.removeIf(scan -> scan.at().isAfter(now));
        }
        add(step, now);
        return this;
    }

    synchronized SandboxParcel add(Step step, Instant at) {
        int moves =
                (int) scans.stream().filter(s -> s.step() == Step.IN_TRANSIT).count();
        scans.add(new Scan(step, at, route.placeOf(step, moves)));
        return this;
    }

    /** What happened so far, oldest first; scans of one moment in the order they were added. */
    synchronized List<Scan> scans() {
        Instant now = book.now();
        return scans.stream()
                .filter(scan -> !scan.at().isAfter(now))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** When it should be delivered: as planned, else three days after the label in the evening. */
    synchronized Instant estimate() {
        return scans.stream()
                .filter(scan -> scan.step() == Step.DELIVERED)
                .map(Scan::at)
                .findFirst()
                .orElseGet(() -> created.atZone(route.destination().zone())
                        .plusDays(3)
                        .withHour(20)
                        .withMinute(0)
                        .withSecond(0)
                        .withNano(0)
                        .toInstant());
    }

    Step status() {
        List<Scan> told = scans();
        return told.isEmpty()
                ? Step.LABEL_CREATED
                : told.get(Scan.newestStatus(told)).step();
    }

    synchronized SandboxParcel with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    synchronized boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    synchronized List<String> references() {
        return List.copyOf(references);
    }

    synchronized Optional<String> signature() {
        return signedBy;
    }

    synchronized int pieceCount() {
        return pieces;
    }

    synchronized void joins(List<SandboxParcel> all) {
        shipment = all;
    }

    /** The parcels that travel together with this one, itself among them. */
    synchronized List<SandboxParcel> shipment() {
        return shipment;
    }

    Family family() {
        return family;
    }

    Route route() {
        return route;
    }

    Instant created() {
        return created;
    }

    @Override
    public String toString() {
        return family.id() + " " + number + " " + status();
    }
}
