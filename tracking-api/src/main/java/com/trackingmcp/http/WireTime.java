package com.trackingmcp.http;

import com.trackingmcp.model.CarrierTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times carriers write, with and without offset, and never adds what they did not say. Stateless; never
 * throws: what cannot be read is empty.
 */
public final class WireTime {
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST_FRACTION = 9;
    private static final int MOST_OFFSET_HOURS = 18;

    private WireTime() {}

    /**
     * An ISO-8601 date or date and time, with {@code T} or a blank between them, with or without offset
     * ({@code Z}, {@code +01:00}, {@code +0100}, {@code +01}).
     */
    public static Optional<CarrierTime> parse(@Nullable String value) {
        String text = WireText.stripped(value);
        return text == null ? Optional.empty() : Optional.ofNullable(read(text));
    }

    /** The date part of {@link #parse}: for fields that hold a date in the form of a time. */
    public static Optional<CarrierTime> dateOf(@Nullable String value) {
        return parse(value).map(time -> CarrierTime.on(time.date()));
    }

    /** A date {@code yyyyMMdd}, {@code yyyy-MM-dd} or {@code yyyy/MM/dd}. */
    public static Optional<LocalDate> date(@Nullable String value) {
        String text = WireText.stripped(value);
        return text == null ? Optional.empty() : Optional.ofNullable(readDate(text));
    }

    /** A time of day {@code HHmmss}, {@code HH:mm:ss} or {@code HH:mm}; a lost leading zero is put back. */
    public static Optional<LocalTime> time(@Nullable String value) {
        String text = WireText.stripped(value);
        return text == null ? Optional.empty() : Optional.ofNullable(readTime(text));
    }

    /** An offset {@code +01:00}, {@code -0500}, {@code +01} or {@code Z}. */
    public static Optional<ZoneOffset> offset(@Nullable String value) {
        String text = WireText.stripped(value);
        return text == null ? Optional.empty() : Optional.ofNullable(readOffset(text));
    }

    private static @Nullable CarrierTime read(String text) {
        LocalDate date = text.length() < DATE_LENGTH ? readDate(text) : isoDate(text, '-');
        if (date == null || text.length() <= DATE_LENGTH) {
            return date == null ? null : CarrierTime.on(date);
        }
        char separator = text.charAt(DATE_LENGTH);
        if (separator != 'T' && separator != ' ' && separator != 't') {
            return null;
        }
        int offsetStart = offsetStart(text, DATE_LENGTH + 1);
        LocalTime time = isoTime(text, DATE_LENGTH + 1, offsetStart);
        if (time == null) {
            return null;
        }
        LocalDateTime local = LocalDateTime.of(date, time);
        ZoneOffset offset = offsetStart == text.length() ? null : readOffset(withoutZone(text.substring(offsetStart)));
        return offset == null ? CarrierTime.local(local) : CarrierTime.at(OffsetDateTime.of(local, offset));
    }

    /** Java's own spelling adds the zone's name to the offset: {@code +01:00[Europe/Berlin]}. */
    private static String withoutZone(String offset) {
        int zone = offset.indexOf('[');
        return (zone < 0 ? offset : offset.substring(0, zone)).strip();
    }

    private static int offsetStart(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '-' || c == 'Z' || c == 'z') {
                return i;
            }
        }
        return text.length();
    }

    private static @Nullable LocalDate readDate(String text) {
        if (text.length() == 8) {
            return date(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
        }
        return text.length() == DATE_LENGTH ? isoDate(text, text.charAt(4) == '/' ? '/' : '-') : null;
    }

    private static @Nullable LocalDate isoDate(String text, char separator) {
        return text.charAt(4) == separator && text.charAt(7) == separator
                ? date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2))
                : null;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        boolean possible = year >= 0 && month >= 1 && month <= 12 && day >= 1;
        return possible && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
                ? LocalDate.of(year, month, day)
                : null;
    }

    private static @Nullable LocalTime readTime(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            int number = text.length() <= 6 ? digits(text, 0, text.length()) : -1;
            return number < 0 ? null : time(number / 10_000, number / 100 % 100, number % 100, 0);
        }
        int hourDigits = colon > 2 ? colon - 2 : colon;
        int minuteAt = colon > 2 ? hourDigits : colon + 1;
        int secondAt = minuteAt + 2;
        int rest = text.length() - secondAt;
        if (hourDigits < 1 || hourDigits > 2 || rest < 0) {
            return null;
        }
        int second = switch (rest) {
            case 0 -> 0;
            case 2 -> digits(text, secondAt, 2);
            case 3 -> text.charAt(secondAt) == ':' ? digits(text, secondAt + 1, 2) : -1;
            default -> -1;
        };
        return time(digits(text, 0, hourDigits), digits(text, minuteAt, 2), second, 0);
    }

    /** {@code HH:mm}, {@code HH:mm:ss} or with up to nine digits of a fraction, between blanks. */
    private static @Nullable LocalTime isoTime(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int length = end - start;
        if (length != 5 && length < 8 || text.charAt(start + 2) != ':') {
            return null;
        }
        int hour = digits(text, start, 2);
        int minute = digits(text, start + 3, 2);
        if (length == 5) {
            return time(hour, minute, 0, 0);
        }
        int second = text.charAt(start + 5) == ':' ? digits(text, start + 6, 2) : -1;
        return time(hour, minute, second, length == 8 ? 0 : nanos(text, start + 8, end));
    }

    private static int nanos(String text, int from, int to) {
        int count = to - from - 1;
        int nanos = text.charAt(from) == '.' && count <= LONGEST_FRACTION ? digits(text, from + 1, count) : -1;
        for (int i = count; i < LONGEST_FRACTION && nanos > 0; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static @Nullable LocalTime time(int hour, int minute, int second, int nanos) {
        boolean possible =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && nanos >= 0;
        return possible ? LocalTime.of(hour, minute, second, nanos) : null;
    }

    private static @Nullable ZoneOffset readOffset(String text) {
        if (text.equals("Z") || text.equals("z")) {
            return ZoneOffset.UTC;
        }
        int length = text.length();
        boolean colon = length == 6 && text.charAt(3) == ':';
        int hours = colon || length == 5 || length == 3 ? digits(text, 1, 2) : -1;
        int minutes = length == 3 ? 0 : hours < 0 ? -1 : digits(text, colon ? 4 : 3, 2);
        boolean plus = !text.isEmpty() && text.charAt(0) == '+';
        boolean signed = plus || !text.isEmpty() && text.charAt(0) == '-';
        if (!signed || hours < 0 || hours >= MOST_OFFSET_HOURS || minutes < 0 || minutes > 59) {
            return oddOffset(text);
        }
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(plus ? seconds : -seconds);
    }

    /** With seconds, a single digit, or none at all. */
    private static @Nullable ZoneOffset oddOffset(String text) {
        try {
            return ZoneOffset.of(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** So many ASCII digits as a number; negative where anything else is among them, or not as many are there. */
    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
