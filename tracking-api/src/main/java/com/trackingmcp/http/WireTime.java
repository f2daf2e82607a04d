package com.trackingmcp.http;

import com.trackingmcp.model.CarrierTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times carriers write, with and without offset, and never adds what they did not say. Stateless; never
 * throws: what cannot be read is empty.
 */
public final class WireTime {
    private static final int DATE_LENGTH = 10;

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

    /** A date {@code yyyyMMdd} or {@code yyyy-MM-dd}. */
    public static Optional<LocalDate> date(@Nullable String value) {
        String digits = digits(value);
        if (digits.length() != 8) {
            return Optional.empty();
        }
        return attempt(() -> LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
    }

    /** A time of day {@code HHmmss}, {@code HH:mm:ss} or {@code HH:mm}; a lost leading zero is put back. */
    public static Optional<LocalTime> time(@Nullable String value) {
        String digits = digits(value);
        if (digits.isEmpty() || digits.length() > 6) {
            return Optional.empty();
        }
        boolean withoutSeconds = value != null && value.indexOf(':') > 0 && digits.length() <= 4;
        String full = "0".repeat((withoutSeconds ? 4 : 6) - digits.length()) + digits + (withoutSeconds ? "00" : "");
        return attempt(() -> LocalTime.of(number(full, 0, 2), number(full, 2, 4), number(full, 4, 6)));
    }

    /** An offset {@code +01:00}, {@code -0500}, {@code +01} or {@code Z}. */
    public static Optional<ZoneOffset> offset(@Nullable String value) {
        return WireText.text(value).flatMap(text -> attempt(() -> ZoneOffset.of(text)));
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
        Optional<LocalTime> time = attempt(() -> LocalTime.parse(rest.substring(0, offsetStart).strip()));
        if (time.isEmpty()) {
            return Optional.empty();
        }
        LocalDateTime local = date.get().atTime(time.get());
        if (offsetStart == rest.length()) {
            return Optional.of(CarrierTime.local(local));
        }
        return Optional.of(offset(rest.substring(offsetStart))
                .map(offset -> CarrierTime.at(OffsetDateTime.of(local, offset)))
                .orElse(CarrierTime.local(local)));
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

    private static String digits(@Nullable String value) {
        if (value == null) {
            return "";
        }
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
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
