package com.trackingmcp.karrio;

import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.karrio.KarrioTrackingWire.Event;
import com.trackingmcp.model.CarrierTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of Karrio's events. Stateless; what cannot be read is empty.
 *
 * <p>A time of day may have AM or PM behind it, behind 24 hours too. A {@code timestamp} that ends in {@code Z} is the
 * carrier's local time for most connectors, so the {@code Z} says nothing; an offset in digits is somebody's own.
 */
final class KarrioTimes {
    private static final Pattern HALF_DAY = Pattern.compile("(\\d{1,2})(:\\d{2}(?::\\d{2})?)\\s*([AaPp])\\.?[Mm]\\.?");
    private static final int NOON = 12;

    private KarrioTimes() {}

    /** When an event happened. */
    static Optional<CarrierTime> of(Event event) {
        Optional<CarrierTime> stamp = WireTime.parse(event.timestamp());
        boolean offsetTold = event.timestamp() != null
                && !event.timestamp().strip().toUpperCase(Locale.ROOT).endsWith("Z");
        Optional<OffsetDateTime> exact = stamp.filter(time -> offsetTold).flatMap(CarrierTime::offsetTime);
        if (exact.isPresent()) {
            return exact.map(CarrierTime::at);
        }
        Optional<LocalDate> date = WireTime.date(event.date());
        if (date.isEmpty()) {
            return stamp.map(KarrioTimes::local);
        }
        return date.map(day -> time(event.time())
                .map(time -> CarrierTime.local(day.atTime(time)))
                .orElseGet(() -> CarrierTime.on(day)));
    }

    /** A date, or the date of a time, in whatever form it comes. */
    static Optional<CarrierTime> day(@Nullable String text) {
        return WireTime.date(text)
                .map(CarrierTime::on)
                .or(() -> WireTime.parse(text).map(KarrioTimes::local));
    }

    private static CarrierTime local(CarrierTime time) {
        return time.localTime().map(CarrierTime::local).orElse(time);
    }

    private static Optional<LocalTime> time(@Nullable String text) {
        return WireText.text(text).flatMap(value -> {
            Matcher half = HALF_DAY.matcher(value);
            if (!half.matches()) {
                return WireTime.time(value);
            }
            int hour = Integer.parseInt(half.group(1));
            boolean afternoon = half.group(3).equalsIgnoreCase("p");
            int hourOfDay = hour > NOON || hour == 0 ? hour : hour % NOON + (afternoon ? NOON : 0);
            return WireTime.time(hourOfDay + half.group(2));
        });
    }
}
