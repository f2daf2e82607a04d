package com.trackingmcp.testkit;

/** What can happen to a parcel, in no carrier's words; each wire has its own codes for it. */
enum Step {
    LABEL_CREATED,
    PICKED_UP,
    DEPARTED,
    IN_TRANSIT,
    CUSTOMS,
    CUSTOMS_CLEARED,
    OUT_FOR_DELIVERY,
    AVAILABLE_FOR_PICKUP,
    DELIVERY_ATTEMPTED,
    DELIVERED,
    EXCEPTION,
    ON_HOLD,
    RETURNING,
    RETURNED,
    CANCELLED,
    /** Something is told that changes nothing: an estimate, an acknowledgement. */
    NOTE;

    boolean isLast() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }

    boolean isReturn() {
        return this == RETURNING || this == RETURNED;
    }
}
