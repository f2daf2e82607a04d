package com.trackingmcp.testkit;

/** What can be the matter with a parcel that a carrier must get right; see {@link CarrierContract}. */
public enum Situation {
    /** Only announced. */
    LABEL_CREATED,
    /** On its way. */
    IN_TRANSIT,
    /** On the vehicle that delivers it. */
    OUT_FOR_DELIVERY,
    /** Waiting for its recipient. */
    AVAILABLE_FOR_PICKUP,
    /** Delivered to its recipient. */
    DELIVERED,
    /** In trouble. */
    EXCEPTION,
    /** Back at its sender, however the carrier words it. */
    RETURNED,
    /** Unknown to the carrier. */
    NOT_FOUND,
    /** Its newest event has a code that no published table explains. */
    UNKNOWN_CODE,
    /** Its events have no times. */
    NO_TIMESTAMPS,
    /** Its events have times with and without an offset. */
    MIXED_OFFSETS,
    /** One of its events cannot be read. */
    BROKEN_EVENT,
    /** Its number answers with several parcels. */
    SEVERAL_RESULTS
}
