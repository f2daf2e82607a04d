package com.trackingmcp.mcp.internal.tool;

/**
 * What a client is told of a tool's effect before it calls it. Immutable.
 *
 * @param readOnly nothing is changed anywhere
 * @param destructive what it does costs money or cannot be undone, so that clients ask before it is done
 * @param idempotent the same call again changes nothing more
 * @param openWorld a carrier is asked
 */
public record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
    /** Reads what a carrier knows. */
    public static final Hints ASKS = new Hints(true, false, true, true);
    /** Reads what this server knows by itself. */
    public static final Hints LOOKS_UP = new Hints(true, false, true, false);
    /** Adds something at a carrier that costs nothing by itself. */
    public static final Hints ADDS = new Hints(false, false, false, true);
    /** Spends money: additive, yet a client should ask, so it is marked as what destroys. */
    public static final Hints SPENDS = new Hints(false, true, false, true);
    /** Takes something away. */
    public static final Hints REMOVES = new Hints(false, true, true, true);
}
