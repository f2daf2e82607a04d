package com.trackingmcp.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every pickup that was booked and every paper that was uploaded in one sandbox, oldest first, and the days that were closed.
 * Safe for use by many threads.
 */
final class DeskBook {
    private static final Duration TOLD = Duration.ofDays(14);
    private final Clock clock;
    private final List<SandboxPickup> pickups = new CopyOnWriteArrayList<>();
    private final List<SandboxPaper> papers = new CopyOnWriteArrayList<>();
    private final Set<String> closedDays = ConcurrentHashMap.newKeySet();
    private final Set<String> shippedOn = ConcurrentHashMap.newKeySet();
    private final List<Subscribed> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    DeskBook(Clock clock) {
        this.clock = clock;
    }

    private record Subscribed(String wire, String number, Instant until) {}

    /** Has a number told of for as long as UPS does. */
    void subscribe(String wire, String number) {
        subscriptions.add(new Subscribed(wire, number, clock.instant().plus(TOLD)));
    }

    /** The numbers that are told of now, each as often as it was asked for. */
    List<String> subscriptions(String wire) {
        return subscriptions.stream()
                .filter(one -> one.wire().equals(wire) && clock.instant().isBefore(one.until()))
                .map(Subscribed::number)
                .toList();
    }

    Clock clock() {
        return clock;
    }

    /** A number that was not given before in this sandbox, from 1 on. */
    int next() {
        return numbers.incrementAndGet();
    }

    /** Ends a day at a carrier's counter. */
    void close(String wire, LocalDate day) {
        closedDays.add(wire + " " + day);
    }

    boolean isClosed(String wire, LocalDate day) {
        return closedDays.contains(wire + " " + day);
    }

    /** A shipment was bought for this day. */
    void ship(SandboxShipment shipment, LocalDate day) {
        shippedOn.add(shipment.wire() + " " + shipment.id() + " " + day);
    }

    boolean isShippedOn(SandboxShipment shipment, LocalDate day) {
        return shippedOn.contains(shipment.wire() + " " + shipment.id() + " " + day);
    }

    SandboxPickup enter(SandboxPickup pickup) {
        pickups.add(pickup);
        return pickup;
    }

    List<SandboxPickup> pickups(String wire) {
        return pickups.stream().filter(pickup -> pickup.wire().equals(wire)).toList();
    }

    /** The latest pickup with this number: carriers use them again. */
    Optional<SandboxPickup> pickup(String wire, String number) {
        return pickups(wire).stream()
                .filter(pickup -> pickup.number().equals(number))
                .reduce((earlier, later) -> later);
    }

    SandboxPaper enter(String wire, String id, String kind, String name, int size) {
        SandboxPaper paper = new SandboxPaper(wire, id, kind, name, size, clock.instant());
        papers.add(paper);
        return paper;
    }

    List<SandboxPaper> papers(String wire) {
        return papers.stream().filter(paper -> paper.wire().equals(wire)).toList();
    }

    /** The paper with this id, where it is neither deleted nor expired. */
    Optional<SandboxPaper> paper(String wire, String id) {
        return papers(wire).stream()
                .filter(paper -> paper.id().equals(id) && paper.isThere(clock.instant()))
                .findFirst();
    }
}
