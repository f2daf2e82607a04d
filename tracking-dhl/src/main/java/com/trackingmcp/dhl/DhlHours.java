package com.trackingmcp.dhl;

import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects when a place is open, from entries of a day each. Not safe for use by several threads; for one place.
 *
 * <p>Several entries of a day are a break between them; a day without one is closed, where any day has one; of a day with an
 * entry that cannot be read nothing is told. The last minute
 * of a day is told as its end, for that is how DHL writes it.
 */
final class DhlHours {
    private static final int HALF_DAY = 12;
    private static final int HOUR = 60;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** Times with an offset, which is that of the place. */
    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");

    private static final Pattern TWELVE_HOURS =
            Pattern.compile("(\\d{1,2}):(\\d\\d)(?::\\d\\d)?\\s*([AP])\\.?M\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUTES = Pattern.compile("\\d{1,4}(\\.0+)?");

    private final Map<DayOfWeek, List<TimeSpan>> days = new EnumMap<>(DayOfWeek.class);
    private final Set<DayOfWeek> unread = EnumSet.noneOf(DayOfWeek.class);

    /** One entry; what is no day of the week is passed over. */
    void add(@Nullable String day, @Nullable String opens, @Nullable String closes) {
        day(day).ifPresent(known -> {
            Optional<LocalTime> from = time(opens);
            Optional<LocalTime> until = time(closes);
            if (from.isPresent() && until.isPresent()) {
                LocalTime end = until.get().isBefore(LAST_MINUTE) ? until.get() : LocalTime.MIDNIGHT;
                days.computeIfAbsent(known, any -> new ArrayList<>()).add(new TimeSpan(from.get(), end));
            } else {
                unread.add(known);
            }
        });
    }

    /** The week from Monday on; nothing where no day is told. */
    List<OpeningHours> week() {
        if (days.isEmpty()) {
            return List.of();
        }
        return Stream.of(DayOfWeek.values())
                .filter(day -> !unread.contains(day))
                .map(day -> new OpeningHours(
                        day,
                        days.getOrDefault(day, List.of()).stream()
                                .distinct()
                                .sorted(Comparator.comparing(TimeSpan::opens))
                                .toList()))
                .toList();
    }

    /** {@code Monday}, {@code MONDAY} or {@code http://schema.org/Monday}. */
    private static Optional<DayOfWeek> day(@Nullable String text) {
        String name = WireText.text(text).orElse("").toUpperCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(last))
                .findFirst();
    }

    /** {@code 08:00:00}, {@code 8:00 AM}, or minutes since midnight such as {@code 480}. */
    static Optional<LocalTime> time(@Nullable String text) {
        String told = OFFSET.matcher(WireText.text(text).orElse("")).replaceFirst("");
        if (told.startsWith("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        Matcher twelve = TWELVE_HOURS.matcher(told);
        if (twelve.matches()) {
            int hour = Integer.parseInt(twelve.group(1)) % HALF_DAY
                    + (twelve.group(3).equalsIgnoreCase("P") ? HALF_DAY : 0);
            return minute(hour * HOUR + Integer.parseInt(twelve.group(2)));
        }
        return MINUTES.matcher(told).matches() ? WireText.integer(told).flatMap(DhlHours::minute) : WireTime.time(told);
    }

    private static Optional<LocalTime> minute(int ofDay) {
        int all = 2 * HALF_DAY * HOUR;
        return ofDay <= all ? Optional.of(LocalTime.ofSecondOfDay(ofDay % all * (long) HOUR)) : Optional.empty();
    }
}
