package com.trackingmcp.ups;

import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.TimeSpan;
import com.trackingmcp.ups.UpsLocatorWire.Day;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a place of UPS's is open. Stateless; never throws. Days are numbers from Sunday on, or words; times are
 * {@code HHmm} without zeros in front, midnight is {@code 0}. A day may stand there several times, once for each span.
 */
final class UpsHours {
    private static final int LETTERS = 3;

    private UpsHours() {}

    /** By day, from Monday on; days of which UPS does not tell enough are left out. */
    static List<OpeningHours> of(List<Day> days) {
        Map<DayOfWeek, List<TimeSpan>> week = new EnumMap<>(DayOfWeek.class);
        for (Day day : days) {
            Optional<DayOfWeek> name = day(day.Day());
            if (name.isEmpty()) {
                continue;
            }
            if (day.ClosedIndicator() != null) {
                week.computeIfAbsent(name.get(), any -> new ArrayList<>());
            } else {
                span(day)
                        .ifPresent(span -> week.computeIfAbsent(name.get(), any -> new ArrayList<>())
                                .add(span));
            }
        }
        return week.entrySet().stream()
                .map(entry -> new OpeningHours(
                        entry.getKey(),
                        entry.getValue().stream()
                                .distinct()
                                .sorted(Comparator.comparing(TimeSpan::opens))
                                .toList()))
                .toList();
    }

    private static Optional<TimeSpan> span(Day day) {
        if (day.Open24HoursIndicator() != null) {
            return Optional.of(TimeSpan.allDay());
        }
        Optional<LocalTime> opens = UpsTimes.time(day.OpenHours());
        Optional<LocalTime> closes = UpsTimes.time(day.CloseHours());
        return opens.flatMap(from -> closes.map(until -> new TimeSpan(from, until)));
    }

    private static Optional<DayOfWeek> day(@Nullable String told) {
        String text = UpsText.clean(told).orElse("");
        if (text.matches("[1-7]")) {
            // UPS's first day is Sunday, Java's is Monday
            return Optional.of(DayOfWeek.SUNDAY.plus(Integer.parseInt(text) - 1L));
        }
        if (text.length() < LETTERS) {
            return Optional.empty();
        }
        String start = text.substring(0, LETTERS).toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(start)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
