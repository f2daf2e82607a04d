package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a place is where parcels are handed over. */
public enum ServicePointKind {
    /**
     * A shop of somebody else's that takes and gives out parcels: access point, parcel shop, authorised ship centre.
     */
    SERVICE_POINT,
    /** A shop of the carrier's, such as FedEx Office or The UPS Store. */
    RETAIL,
    /** Another place with staff. */
    STAFFED,
    /** A machine that takes and gives out parcels. */
    LOCKER,
    /** A box that takes parcels. */
    DROP_BOX,
    /** The carrier's own station: service centre, ship centre, customer centre. */
    SERVICE_CENTER,
    /** Something else, or the carrier does not say. */
    OTHER;

    /** The word in JSON, such as {@code service_point}. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /**
     * The one of a word in any case.
     *
     * @throws IllegalArgumentException for any other word
     */
    @JsonCreator
    public static ServicePointKind ofWord(String word) {
        return Words.read(ServicePointKind.class, word);
    }
}
