package com.trackingmcp.testkit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** One thing that happened to a parcel, somewhere, at a time. */
record Scan(Step step, Instant at, Place place) {

    Scan {
        // No carrier tells more than seconds.
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The time on the wall of the place. */
    OffsetDateTime local() {
        return at.atZone(place.zone()).toOffsetDateTime();
    }
}
