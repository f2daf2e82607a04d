package com.trackingmcp.mcp;

/** What a caller may do. Each role may all that the one before it may. */
public enum Role {
    /** Follows parcels and reads what carriers publish; spends nothing and sees no shipment. */
    TRACK,
    /** Buys, books and cancels too, and sees what it bought itself. */
    SHIP,
    /** Sees everybody's shipments, the state of each connection and the metrics too. */
    ADMIN;

    /** Whether this role may all that the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
