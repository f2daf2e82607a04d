package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;

/**
 * When a place is open on one day of the week, local to the place. Immutable.
 *
 * @param day the day
 * @param spans from when until when, the first first; none where it is closed all day, which JSON says with an empty list
 */
public record OpeningHours(
        DayOfWeek day,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<TimeSpan> spans) {
    public OpeningHours {
        Objects.requireNonNull(day, "day");
        spans = List.copyOf(spans);
    }

    /** Whether it is closed all day. */
    @JsonIgnore
    public boolean isClosed() {
        return spans.isEmpty();
    }
}
