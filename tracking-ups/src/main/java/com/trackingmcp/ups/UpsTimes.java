package com.trackingmcp.ups;

import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as UPS's Rating and Time In Transit APIs write them: local to the place they speak of, in a zone UPS
 * does not name. Stateless; never throws.
 */
final class UpsTimes {
    private static final Pattern TWELVE_HOURS =
            Pattern.compile("(\\d{1,2})(?::(\\d{2}))?(?::\\d{2})?\\s*([AP])\\.?\\s*M\\.?", Pattern.CASE_INSENSITIVE);

    /** UPS's way to say that it is due by the end of the day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 0);

    private static final int HOURS_AND_MINUTES = 4;
    private static final int NOON = 12;

    private UpsTimes() {}

    /** A delivery by some time of a day, or on that day where no time is told, or the day's end. */
    static Optional<DeliveryWindow> delivery(@Nullable String date, @Nullable String time, boolean guaranteed) {
        Basis basis = guaranteed ? Basis.COMMITMENT : Basis.ESTIMATED;
        Optional<LocalTime> by = time(time).filter(told -> told.isBefore(END_OF_DAY));
        return date(date)
                .map(day -> by.map(told -> DeliveryWindow.by(CarrierTime.local(day.atTime(told)), basis))
                        .orElseGet(() -> DeliveryWindow.on(CarrierTime.on(day), basis)));
    }

    static Optional<LocalDate> date(@Nullable String text) {
        return UpsText.clean(text).flatMap(WireTime::date);
    }

    /** {@code HHMMSS}, {@code HHMM}, {@code HH:MM:SS} or {@code 10:30 A.M.} */
    static Optional<LocalTime> time(@Nullable String text) {
        return UpsText.clean(text).flatMap(UpsTimes::read);
    }

    private static Optional<LocalTime> read(String text) {
        Matcher twelve = TWELVE_HOURS.matcher(text);
        if (twelve.matches()) {
            return ofTwelve(twelve);
        }
        boolean isShort = UpsText.isDigits(text) && text.length() <= HOURS_AND_MINUTES;
        return WireTime.time(isShort ? UpsText.padded(text, HOURS_AND_MINUTES) + "00" : text);
    }

    private static Optional<LocalTime> ofTwelve(Matcher parts) {
        int hour = Integer.parseInt(parts.group(1));
        int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        boolean afternoon = parts.group(3).toUpperCase(Locale.ROOT).equals("P");
        if (hour < 1 || hour > NOON || minute >= 60) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(hour % NOON + (afternoon ? NOON : 0), minute));
    }
}
