package com.trackingmcp.testkit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** How long UPS's services take in the sandbox: made up, in days from Monday to Friday. Stateless. */
final class UpsSchedule {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 0);

    private record Promise(int days, LocalTime by, boolean guaranteed, String level, String name) {}

    private static final Map<String, Promise> PROMISES = Map.ofEntries(
            Map.entry("03", new Promise(4, END_OF_DAY, false, "GND", "UPS Ground")),
            Map.entry("12", new Promise(3, END_OF_DAY, true, "3DS", "UPS 3 Day Select")),
            Map.entry("02", new Promise(2, END_OF_DAY, true, "2DA", "UPS 2nd Day Air")),
            Map.entry("59", new Promise(2, LocalTime.of(12, 0), true, "2DM", "UPS 2nd Day Air A.M.")),
            Map.entry("13", new Promise(1, LocalTime.of(15, 0), true, "1DP", "UPS Next Day Air Saver")),
            Map.entry("01", new Promise(1, LocalTime.of(10, 30), true, "1DA", "UPS Next Day Air")),
            Map.entry("14", new Promise(1, LocalTime.of(8, 0), true, "1DM", "UPS Next Day Air Early")),
            Map.entry("11", new Promise(5, END_OF_DAY, false, "68", "UPS Standard")),
            Map.entry("08", new Promise(5, END_OF_DAY, false, "05", "UPS Worldwide Expedited")),
            Map.entry("65", new Promise(3, END_OF_DAY, true, "28", "UPS Worldwide Saver")),
            Map.entry("07", new Promise(2, LocalTime.of(12, 0), true, "01", "UPS Worldwide Express")),
            Map.entry("54", new Promise(2, LocalTime.of(9, 0), true, "21", "UPS Worldwide Express Plus")));

    private UpsSchedule() {}

    private static Promise promise(String service) {
        return PROMISES.getOrDefault(service, new Promise(6, END_OF_DAY, false, "99", "UPS"));
    }

    static int days(String service) {
        return promise(service).days();
    }

    static LocalTime by(String service) {
        return promise(service).by();
    }

    static boolean isGuaranteed(String service) {
        return promise(service).guaranteed();
    }

    /** What the Time In Transit API calls it. */
    static String level(String service) {
        return promise(service).level();
    }

    static String name(String service) {
        return promise(service).name();
    }

    static LocalDate arrival(String service, LocalDate handedOver) {
        LocalDate day = handedOver;
        int left = days(service);
        while (left > 0) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    static String dayOfWeek(LocalDate day) {
        return day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .toUpperCase(Locale.ROOT);
    }
}
