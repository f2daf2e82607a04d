package com.trackingmcp.http;

import com.trackingmcp.model.CarrierTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times carriers write, with and without offset, and never adds what they did not say. Stateless; never
 * throws: what cannot be read is empty.
 */
public final class WireTime {
    private static final int DATE_LENGTH = 10;
    private static final Pattern DATE = Pattern.compile("([0-9]{4})([-/]?)([0-9]{2})\\2([0-9]{2})");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):?([0-9]{2})(?::?([0-9]{2}))?");

    private WireTime() {}

    /**
     * An ISO-8601 date or date and time, with {@code T} or a blank between them, with or without offset
     * ({@code Z}, {@code +01:00}, {@code +0100}, {@code +01}).
     */
    public static Optional<CarrierTime> parse(@Nullable String value) {
        return WireText.text(value).flatMap(WireTime::read);
    }

    /** The date part of {@link #parse}: for fields that hold a date in the form of a time. */
    public static Optional<CarrierTime> dateOf(@Nullable String value) {
        return parse(value).map(time -> CarrierTime.on(time.date()));
    }

    /** A date {@code yyyyMMdd}, {@code yyyy-MM-dd} or {@code yyyy/MM/dd}. */
    public static Optional<LocalDate> date(@Nullable String value) {
        return WireText.text(value)
                .map(DATE::matcher)
                .filter(Matcher::matches)
                .flatMap(date -> attempt(() -> LocalDate.of(number(date, 1), number(date, 3), number(date, 4))));
    }

    /** A time of day {@code HHmmss}, {@code HH:mm:ss} or {@code HH:mm}; a lost leading zero is put back. */
    public static Optional<LocalTime> time(@Nullable String value) {
        return WireText.text(value)
                .map(text -> DIGITS.matcher(text).matches() ? "0".repeat(6 - text.length()) + text : text)
                .map(TIME::matcher)
                .filter(Matcher::matches)
                .flatMap(time -> attempt(() -> LocalTime.of(number(time, 1), number(time, 2), number(time, 3))));
    }

    /** An offset {@code +01:00}, {@code -0500}, {@code +01} or {@code Z}. */
    public static Optional<ZoneOffset> offset(@Nullable String value) {
        return WireText.text(value).flatMap(text -> attempt(() -> ZoneOffset.of(text.toUpperCase(Locale.ROOT))));
    }

    private static Optional<CarrierTime> read(String text) {
        if (text.length() < DATE_LENGTH) {
            return date(text).map(CarrierTime::on);
        }
        Optional<LocalDate> date = attempt(() -> LocalDate.parse(text.substring(0, DATE_LENGTH)));
        if (date.isEmpty() || text.length() == DATE_LENGTH) {
            return date.map(CarrierTime::on);
        }
        char separator = text.charAt(DATE_LENGTH);
        if (separator != 'T' && separator != ' ' && separator != 't') {
            return Optional.empty();
        }
        String rest = text.substring(DATE_LENGTH + 1).strip();
        int offsetStart = offsetStart(rest);
        Optional<LocalTime> time =
                attempt(() -> LocalTime.parse(rest.substring(0, offsetStart).strip()));
        if (time.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = date.get().atTime(time.get());
        if (offsetStart == rest.length()) {
            return Optional.of(CarrierTime.local(local));
        }
        return Optional.of(offset(withoutZone(rest.substring(offsetStart)))
                .map(offset -> CarrierTime.at(OffsetDateTime.of(local, offset)))
                .orElse(CarrierTime.local(local)));
    }

    /** Java's own spelling adds the zone's name to the offset: {@code +01:00[Europe/Berlin]}. */
    private static String withoutZone(String offset) {
        int zone = offset.indexOf('[');
        return zone < 0 ? offset : offset.substring(0, zone);
    }

    private static int offsetStart(String time) {
        for (int i = 0; i < time.length(); i++) {
            char c = time.charAt(i);
            if (c == '+' || c == '-' || c == 'Z' || c == 'z') {
                return i;
            }
        }
        return time.length();
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> attempt(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
