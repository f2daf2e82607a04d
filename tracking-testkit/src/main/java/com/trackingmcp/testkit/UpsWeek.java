package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** When the sandbox's places are open, in UPS's two ways: by number from Sunday on without zeros in front, and by name. */
final class UpsWeek {
    private UpsWeek() {}

    /** The hours of the Locator API: a shop's two spans of a day are two entries. */
    static ObjectNode standardHours(Counter.Kind kind) {
        ObjectNode hours = Json.object();
        ObjectNode regular = hours.putArray("StandardHours").addObject().put("HoursType", "10");
        ArrayNode days = regular.putArray("DayOfWeek");
        for (int number = 1; number <= 7; number++) {
            boolean sunday = number == 1;
            boolean weekend = sunday || number == 7;
            switch (kind) {
                case LOCKER, BOX -> day(days, number).put("Open24HoursIndicator", "True");
                case STATION -> open(days, number, weekend, "800", "0");
                case SHOP, OWN_SHOP -> {
                    open(days, number, sunday, "930", "1230");
                    if (!sunday) {
                        open(days, number, false, "1330", "1900");
                    }
                }
            }
        }
        return hours;
    }

    private static void open(ArrayNode days, int number, boolean closed, String from, String until) {
        ObjectNode day = day(days, number);
        if (closed) {
            day.put("ClosedIndicator", "");
        } else {
            day.put("OpenHours", from).put("CloseHours", until);
        }
    }

    private static ObjectNode day(ArrayNode days, int number) {
        return days.addObject().put("Day", Integer.toString(number));
    }

    /** The hours of a service center: of days on which it is closed nothing is told. */
    static ObjectNode facilityTime() {
        ObjectNode time = Json.object();
        ArrayNode days = time.putArray("DayOfWeek");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.addObject()
                        .put("Day", day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .put("OpenHours", "0800")
                        .put("CloseHours", "1800");
            }
        }
        return time;
    }
}
