package com.trackingmcp.testkit;

/** An oddity real answers were seen to have, put on a well-known parcel so that readers can prove they bear it. */
enum Quirk {
    /** The newest scan carries a code no published table knows. */
    UNKNOWN_CODE,
    /** No scan says when it happened. */
    NO_TIMESTAMPS,
    /** Times with and without an offset stand in one body. */
    MIXED_OFFSETS,
    /** One scan among good ones cannot be read: its date is no date. */
    BROKEN_EVENT,
    /** The number is known, the list of scans is missing. */
    NO_SCANS,
    /** The latest status speaks of a delivery exception while a scan on the way back claims "delivered". */
    FALSE_DELIVERED,
    /** One number, several parcels in the answer. */
    SEVERAL_RESULTS,
    /** The number of the current status is older than its text. */
    LAGGING_STATUS,
    /** Lists of one element come as the element itself. */
    SINGLE_OBJECTS,
    /** Called delivered, in truth waiting in a shop. */
    HANDED_TO_SHOP
}
