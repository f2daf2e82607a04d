package com.trackingmcp.testkit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One thing that happened to a parcel, somewhere, at a time. */
record Scan(Step step, Instant at, Place place) {

    Scan {
        // No carrier tells more than seconds.
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The place in the list, oldest first, of the scan that tells the status: the newest that is no mere note. */
    static int newestStatus(List<Scan> scans) {
        int newest = scans.size() - 1;
        while (newest > 0 && scans.get(newest).step() == Step.NOTE) {
            newest--;
        }
        return newest;
    }

    /** The time on the wall of the place. */
    OffsetDateTime local() {
        return at.atZone(place.zone()).toOffsetDateTime();
    }
}
