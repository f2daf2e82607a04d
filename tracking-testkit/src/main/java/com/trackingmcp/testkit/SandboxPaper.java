package com.trackingmcp.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A paper for customs that was uploaded to the sandbox. Safe for use by many threads; lives as long as its
 * {@link CarrierSandbox}.
 */
public final class SandboxPaper {
    /** How long the sandbox keeps what is attached to nothing; the carriers do not publish how long they do. */
    public static final Duration KEPT = Duration.ofDays(7);

    private final String wire;
    private final String id;
    private final String kind;
    private final String name;
    private final int size;
    private final Instant uploaded;
    private String shipment = "";
    private boolean deleted;

    SandboxPaper(String wire, String id, String kind, String name, int size, Instant uploaded) {
        this.wire = wire;
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.size = size;
        this.uploaded = uploaded;
    }

    /** The wire it was uploaded over, such as {@code ups}. */
    public String wire() {
        return wire;
    }

    /** What the carrier knows it by. */
    public String id() {
        return id;
    }

    /** What it is, in the carrier's code. */
    public String kind() {
        return kind;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** How many bytes it has. */
    public int size() {
        return size;
    }

    /** The tracking number of the shipment it is attached to. */
    public synchronized Optional<String> shipment() {
        return shipment.isEmpty() ? Optional.empty() : Optional.of(shipment);
    }

    /** Whether it was deleted. */
    public synchronized boolean isDeleted() {
        return deleted;
    }

    synchronized boolean isThere(Instant now) {
        return !deleted && (!shipment.isEmpty() || now.isBefore(uploaded.plus(KEPT)));
    }

    synchronized void attach(String trackingNumber) {
        shipment = trackingNumber;
    }

    synchronized void delete() {
        deleted = true;
    }
}
