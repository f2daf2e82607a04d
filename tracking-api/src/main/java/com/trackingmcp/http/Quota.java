package com.trackingmcp.http;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many requests one API of a carrier may be sent: several windows that hold at the same time. Immutable.
 *
 * <p>Its text, for settings, names the windows: {@code 100000/day, 1400/10s}; or {@code unlimited}.
 *
 * @param windows the limits, all of which hold; none means that nothing is limited
 */
public record Quota(List<Window> windows) {
    private static final Quota UNLIMITED = new Quota(List.of());
    private static final String EXPECTED =
            "expected limits such as '100000/day, 1400/10s', or 'unlimited': a number and"
                    + " a day (from midnight to midnight GMT) or a stretch of time in ms, s, m or h";
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,10})\\s*/\\s*(?:(day)|(\\d{0,9})\\s*(ms|s|m|h))");

    public Quota {
        windows = List.copyOf(windows);
    }

    /** No limit of one's own; what the carrier asks for is honoured all the same. */
    public static Quota unlimited() {
        return UNLIMITED;
    }

    /** These limits, all at the same time; unlimited where there are none. */
    public static Quota of(Window... windows) {
        return new Quota(Arrays.asList(windows));
    }

    /**
     * Reads what {@code toString()} writes, in any case and with any blanks.
     *
     * @throws ConfigurationException that says what is expected, where the text is something else
     */
    public static Quota parse(String text) {
        String quota = text.strip().toLowerCase(Locale.ROOT);
        if (quota.equals("unlimited")) {
            return UNLIMITED;
        }
        try {
            return new Quota(
                    Arrays.stream(quota.split(",", -1)).map(Quota::window).collect(Collectors.toUnmodifiableList()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ConfigurationException(
                    ErrorDetails.builder(ErrorCode.INVALID_SETTING)
                            .argument("setting", "quota")
                            .argument("reason", EXPECTED)
                            .build(),
                    e);
        }
    }

    private static Window window(String text) {
        Matcher parts = WINDOW.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no window");
        }
        long limit = Long.parseLong(parts.group(1));
        if (parts.group(2) != null) {
            return Window.perDay(limit);
        }
        long count = parts.group(3).isEmpty() ? 1 : Long.parseLong(parts.group(3));
        return Window.rate(limit, unit(parts.group(4)).multipliedBy(count));
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }

    /** Whether nothing is limited. */
    public boolean isUnlimited() {
        return windows.isEmpty();
    }

    /** The text that {@link #parse} reads. */
    @Override
    public String toString() {
        return isUnlimited()
                ? "unlimited"
                : windows.stream().map(Window::toString).collect(Collectors.joining(", "));
    }

    /**
     * One limit. Immutable.
     *
     * @param limit how many requests are allowed in the period, from 1 to 1,000,000,000
     * @param period the period, in whole milliseconds, at most 31 days
     * @param startsAtMidnight whether the period is a day that starts at 00:00 GMT; otherwise it is any stretch of time
     */
    public record Window(long limit, Duration period, boolean startsAtMidnight) {
        private static final long MOST = 1_000_000_000;
        private static final Duration DAY = Duration.ofDays(1);
        private static final Duration LONGEST = Duration.ofDays(31);

        public Window {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("limit must be from 1 to " + MOST + ": " + limit);
            }
            if (period.compareTo(Duration.ofMillis(1)) < 0
                    || period.compareTo(LONGEST) > 0
                    || period.toNanosPart() % 1_000_000 != 0) {
                throw new IllegalArgumentException("period must be whole milliseconds up to 31 days: " + period);
            }
            if (limit > period.toMillis() * 1_000) {
                throw new IllegalArgumentException("at most one request in a microsecond: " + limit + " in " + period);
            }
            if (startsAtMidnight && !period.equals(DAY)) {
                throw new IllegalArgumentException("only a day starts at midnight: " + period);
            }
        }

        /** A number of requests a day, of which the carrier starts a new one at 00:00 GMT. */
        public static Window perDay(long limit) {
            return new Window(limit, DAY, true);
        }

        /**
         * A number of requests in any stretch of time of this length: half-open, like the carrier's own windows, which
         * start nobody knows when.
         *
         * <p>So that no such stretch ever holds more, a quarter of the limit (at least one) may go out at once after a
         * rest, and the others follow evenly.
         */
        public static Window rate(long limit, Duration period) {
            return new Window(limit, period, false);
        }

        /** How many may go out at once after a rest. */
        long burst() {
            return startsAtMidnight ? limit : Math.max(1, limit / 4);
        }

        /**
         * How many tokens come back in a period. A stretch of one period, its end excluded, can hold the burst and
         * one less than what comes back in it.
         */
        long refill() {
            return startsAtMidnight ? limit : limit - burst() + 1;
        }

        /** Such as {@code 250/day} or {@code 1400/10s}. */
        @Override
        public String toString() {
            if (startsAtMidnight) {
                return limit + "/day";
            }
            long millis = period.toMillis();
            if (millis % 1_000 != 0) {
                return limit + "/" + millis + "ms";
            }
            long seconds = millis / 1_000;
            if (seconds % 3_600 == 0) {
                return limit + "/" + seconds / 3_600 + "h";
            }
            return seconds % 60 == 0 ? limit + "/" + seconds / 60 + "m" : limit + "/" + seconds + "s";
        }
    }
}
