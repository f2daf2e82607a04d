package com.trackingmcp.mcp;

/** Which tools are listed: an agent that needs few reads less. */
public enum Toolset {
    /** Following parcels, the carriers, and where to drop parcels off. */
    TRACK,
    /** What is needed from a price to a parcel on its way: rates, shipments, pickups, duties and papers. */
    SHIP,
    /** All of them. */
    ALL
}
