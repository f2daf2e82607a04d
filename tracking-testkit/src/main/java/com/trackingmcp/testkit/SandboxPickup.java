package com.trackingmcp.testkit;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A pickup that was booked in the sandbox. Safe for use by many threads; lives as long as its {@link CarrierSandbox}.
 */
public final class SandboxPickup {
    private final String wire;
    private final String number;
    private final String location;
    private LocalDate date;
    private LocalTime ready;
    private LocalTime close;
    private int pieces;
    private boolean cancelled;

    SandboxPickup(
            String wire, String number, String location, LocalDate date, LocalTime ready, LocalTime close, int pieces) {
        this.wire = wire;
        this.number = number;
        this.location = location;
        this.date = date;
        this.ready = ready;
        this.close = close;
        this.pieces = pieces;
    }

    /** The wire it was booked over, such as {@code ups}. */
    public String wire() {
        return wire;
    }

    /** The confirmation number. */
    public String number() {
        return number;
    }

    /** The station that comes; blank where the carrier tells none. */
    public String location() {
        return location;
    }

    /** The day. */
    public synchronized LocalDate date() {
        return date;
    }

    /** From when on the parcels are ready. */
    public synchronized LocalTime ready() {
        return ready;
    }

    /** Until when they are handed over. */
    public synchronized LocalTime close() {
        return close;
    }

    /** How many parcels. */
    public synchronized int pieces() {
        return pieces;
    }

    /** Whether it was called off. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void change(LocalDate newDate, LocalTime newReady, LocalTime newClose, int newPieces) {
        date = newDate;
        ready = newReady;
        close = newClose;
        pieces = newPieces;
    }

    /** Calls it off; whether it could be, for it cannot be twice. */
    synchronized boolean cancel() {
        boolean possible = !cancelled;
        cancelled = true;
        return possible;
    }
}
