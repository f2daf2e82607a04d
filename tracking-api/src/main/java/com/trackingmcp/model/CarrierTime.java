package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time exactly as a carrier told it: always a date, a time of day where one was given, an offset from UTC only where
 * the carrier gave it. Immutable. A zone is never invented, so two of these are not comparable in general.
 *
 * <p>In JSON it is one ISO-8601 string: {@code 2026-03-01}, {@code 2026-03-01T09:30:00} or
 * {@code 2026-03-01T09:30:00-05:00}.
 */
public final class CarrierTime {
    private final LocalDate date;
    private final @Nullable LocalTime time;
    private final @Nullable ZoneOffset offset;

    private CarrierTime(LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        this.date = Objects.requireNonNull(date, "date");
        this.time = time;
        this.offset = offset;
    }

    /** A date, and nothing known about the time of day. */
    public static CarrierTime on(LocalDate date) {
        return new CarrierTime(date, null, null);
    }

    /** A local time at a place whose offset the carrier did not tell. */
    public static CarrierTime local(LocalDateTime time) {
        return new CarrierTime(time.toLocalDate(), time.toLocalTime(), null);
    }

    /** A local time with the offset the carrier told. */
    public static CarrierTime at(OffsetDateTime time) {
        return new CarrierTime(time.toLocalDate(), time.toLocalTime(), time.getOffset());
    }

    /**
     * Reads {@code toString()} back.
     *
     * @throws java.time.format.DateTimeParseException when the text is not one of the three ISO-8601 forms
     */
    @JsonCreator
    public static CarrierTime parse(String text) {
        int timeStart = text.indexOf('T');
        if (timeStart < 0) {
            return on(LocalDate.parse(text));
        }
        boolean offsetGiven =
                text.endsWith("Z") || text.indexOf('+', timeStart) > 0 || text.indexOf('-', timeStart) > 0;
        return offsetGiven ? at(OffsetDateTime.parse(text)) : local(LocalDateTime.parse(text));
    }

    /** The local date; always known. */
    public LocalDate date() {
        return date;
    }

    /** The local date and time at the place it speaks of, where a time of day was given. */
    public Optional<LocalDateTime> localTime() {
        return time == null ? Optional.empty() : Optional.of(date.atTime(time));
    }

    /** The time with its offset, only where the carrier gave the offset. */
    public Optional<OffsetDateTime> offsetTime() {
        return time == null || offset == null ? Optional.empty() : Optional.of(OffsetDateTime.of(date, time, offset));
    }

    /** The instant, only where the carrier gave the offset. */
    public Optional<Instant> instant() {
        return offsetTime().map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CarrierTime that
                && date.equals(that.date)
                && Objects.equals(time, that.time)
                && Objects.equals(offset, that.offset);
    }

    @Override
    public int hashCode() {
        return Objects.hash(date, time, offset);
    }

    @JsonValue
    @Override
    public String toString() {
        if (time == null) {
            return date.toString();
        }
        // not toString() of these: that leaves out seconds of zero, which RFC 3339 and so JSON schemas require
        return offset == null
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atTime(time))
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.of(date, time, offset));
    }
}
