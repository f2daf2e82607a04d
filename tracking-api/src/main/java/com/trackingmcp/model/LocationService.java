package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done at a place. */
public enum LocationService {
    /** Parcels with labels are taken. */
    DROP_OFF,
    /** Parcels can be sent to it and fetched there. */
    HOLD,
    /** Dangerous goods are taken. */
    HAZMAT,
    /** Returns are taken. */
    RETURNS,
    /** Labels are printed. */
    LABEL_PRINTING,
    /** Parcels are packed, or material is sold. */
    PACKING,
    /** Carriage can be paid there. */
    PAYMENT,
    /** It can be entered in a wheelchair. */
    WHEELCHAIR_ACCESS,
    /** Cars can be parked. */
    PARKING;

    /** The word in JSON, such as {@code drop_off}. */
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
    public static LocationService ofWord(String word) {
        return Words.read(LocationService.class, word);
    }
}
