package com.trackingmcp.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one Karrio server knows and keeps: its book, its connections, and the carriers behind it, whose parcels and sales are
 * the sandbox's. Not safe for use by many threads: the wire lets one request in at a time.
 */
final class KarrioServer {
    /** What the addresses that the server writes begin with: it is set up to live under this path. */
    static final String BASE_PATH = "/karrio";

    private static final Set<String> FULL = Set.of("tracking", "rating", "shipping", "pickup", "manifest", "paperless");

    private final Clock clock;
    private final KarrioBook book;
    private final ParcelBook parcels;
    private final ShipmentBook sold;
    private final DeskBook desk;
    private final List<KarrioConnection> connections = new ArrayList<>();
    private final Set<String> manifested = new HashSet<>();
    private final Set<String> awaitingPickup = new HashSet<>();

    KarrioServer(ParcelBook parcels, ShipmentBook sold, DeskBook desk, Clock clock) {
        this.clock = clock;
        this.book = new KarrioBook(clock, 6);
        this.parcels = parcels;
        this.sold = sold;
        this.desk = desk;
        connect("canadapost", "canada-east", without("paperless"), false);
        connect("purolator", "puro", without("manifest"), false);
        connect("dpd", "dpd", Set.of("tracking", "rating", "shipping"), false);
        connect("fedex", "fedex-reseller", FULL, false);
        connect("mydhl", "express", FULL, false);
        connect("usps", "usps-shared", Set.of("tracking", "rating", "shipping"), true);
    }

    private static Set<String> without(String capability) {
        Set<String> rest = new TreeSet<>(FULL);
        rest.remove(capability);
        return rest;
    }

    private void connect(String carrier, String label, Set<String> capabilities, boolean system) {
        connections.add(new KarrioConnection(
                book.id("car"), carrier, label, capabilities, system, true, true, Json.object(), Json.object()));
    }

    Clock clock() {
        return clock;
    }

    KarrioBook book() {
        return book;
    }

    ParcelBook parcels() {
        return parcels;
    }

    ShipmentBook sold() {
        return sold;
    }

    DeskBook desk() {
        return desk;
    }

    /** The shipment that was bought under a tracking number. */
    Optional<KarrioEntry> shipment(KarrioAsk ask, String trackingNumber) {
        return book.all(KarrioShipments.KIND, ask).stream()
                .filter(entry -> entry.json().path("tracking_number").isTextual()
                        && entry.text("tracking_number").equals(trackingNumber))
                .findFirst();
    }

    /** The connections as they are listed; to be changed by their own resource only. */
    List<KarrioConnection> connections() {
        return connections;
    }

    /** The ids of the shipments that are on a manifest; to be written by the manifests. */
    Set<String> manifested() {
        return manifested;
    }

    /** The ids of the shipments that an open pickup fetches; to be written by the pickups. */
    Set<String> awaitingPickup() {
        return awaitingPickup;
    }

    /** The active connections a caller sees that can do something, in the order of the list. */
    List<KarrioConnection> able(KarrioAsk ask, String capability) {
        return connections.stream()
                .filter(one -> one.active() && one.testMode() == ask.testMode() && one.can(capability))
                .toList();
    }

    /** The first active connection to a carrier, which is the one Karrio takes unless told otherwise. */
    Optional<KarrioConnection> first(KarrioAsk ask, String capability, String carrierName) {
        return able(ask, capability).stream()
                .filter(one -> one.carrierName().equals(carrierName))
                .findFirst();
    }
}
