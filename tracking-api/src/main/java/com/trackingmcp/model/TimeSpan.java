package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalTime;
import java.util.Objects;

/**
 * From when until when on one day. Immutable.
 *
 * @param opens the first minute
 * @param closes the end; midnight is that at the end of the day
 */
public record TimeSpan(LocalTime opens, LocalTime closes) {
    public TimeSpan {
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
    }

    /** The whole day. */
    public static TimeSpan allDay() {
        return new TimeSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    /** Whether it is the whole day. */
    @JsonIgnore
    public boolean isAllDay() {
        return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
    }

    /** Whether this time of the day is in it. */
    public boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(opens);
        boolean goesOn = closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes);
        // what closes before it opens is open over midnight
        return closes.isBefore(opens) && !closes.equals(LocalTime.MIDNIGHT) ? begun || goesOn : begun && goesOn;
    }

    @Override
    public String toString() {
        return opens + "-" + (closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes);
    }
}
