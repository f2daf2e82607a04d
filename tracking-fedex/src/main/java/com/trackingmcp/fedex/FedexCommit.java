package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Commit;
import com.trackingmcp.fedex.FedexRateWire.DateDetail;
import com.trackingmcp.fedex.FedexRateWire.Operation;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.DeliveryWindow.Basis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx promises: the day or moment of delivery, local to the destination and never with an offset, and how many
 * business days it takes. Stateless.
 */
final class FedexCommit {
    /** FedEx counts days in words. */
    private static final List<String> DAYS = List.of(
            "ONE_DAY",
            "TWO_DAYS",
            "THREE_DAYS",
            "FOUR_DAYS",
            "FIVE_DAYS",
            "SIX_DAYS",
            "SEVEN_DAYS",
            "EIGHT_DAYS",
            "NINE_DAYS",
            "TEN_DAYS",
            "ELEVEN_DAYS",
            "TWELVE_DAYS",
            "THIRTEEN_DAYS",
            "FOURTEEN_DAYS",
            "FIFTEEN_DAYS",
            "SIXTEEN_DAYS",
            "SEVENTEEN_DAYS",
            "EIGHTEEN_DAYS",
            "NINETEEN_DAYS",
            "TWENTY_DAYS");

    /** The day of a transit time: {@code Apr-13-2021}, though the prose has it {@code 04-13-2021}. */
    private static final DateTimeFormatter ENGLISH_DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[MMM][MM]-dd-uuuu")
            .toFormatter(Locale.ENGLISH);

    private FedexCommit() {}

    /** When a rated service delivers: the commitment, else what operations plan. */
    static Optional<DeliveryWindow> delivery(@Nullable Commit commit, @Nullable Operation operation) {
        Optional<CarrierTime> committed = commit == null ? Optional.empty() : time(commit.dateDetail());
        return committed
                .or(() -> operation == null
                        ? Optional.empty()
                        : parse(operation.commitDate()).or(() -> parse(operation.deliveryDate())))
                .map(FedexCommit::by);
    }

    /** The first of these that is a day or moment. */
    static Optional<DeliveryWindow> firstOf(@Nullable String... times) {
        return Stream.of(times)
                .filter(Objects::nonNull)
                .flatMap(text -> parse(text).stream())
                .findFirst()
                .map(FedexCommit::by);
    }

    private static DeliveryWindow by(CarrierTime time) {
        return time.localTime().isPresent()
                ? DeliveryWindow.by(time, Basis.COMMITMENT)
                : DeliveryWindow.on(time, Basis.COMMITMENT);
    }

    private static Optional<CarrierTime> time(@Nullable DateDetail detail) {
        if (detail == null) {
            return Optional.empty();
        }
        Optional<CarrierTime> whole = parse(detail.dayFormat());
        if (whole.isPresent()) {
            return whole;
        }
        return day(detail.day())
                .map(day -> WireTime.time(detail.time())
                        .filter(time -> !time.equals(LocalTime.MIDNIGHT))
                        .map(time -> CarrierTime.local(day.atTime(time)))
                        .orElseGet(() -> CarrierTime.on(day)));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        Optional<LocalDate> iso = WireTime.date(text);
        if (iso.isPresent()) {
            return iso;
        }
        try {
            return WireText.text(text).map(day -> LocalDate.parse(day, ENGLISH_DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** FedEx writes days as midnight, too. */
    private static Optional<CarrierTime> parse(@Nullable String text) {
        return WireTime.parse(text)
                .map(time -> time.localTime()
                                .filter(local -> local.toLocalTime().equals(LocalTime.MIDNIGHT))
                                .isPresent()
                        ? CarrierTime.on(time.date())
                        : time);
    }

    /** How many business days; empty where FedEx does not know, and for the post's share of Ground Economy. */
    static Optional<Integer> days(@Nullable Commit commit, @Nullable Operation operation) {
        String minimum = commit == null || commit.transitDays() == null
                ? null
                : commit.transitDays().minimumTransitTime();
        return WireText.first(
                        minimum,
                        commit == null ? null : commit.daysInTransit(),
                        operation == null ? null : operation.transitTime())
                .flatMap(FedexCommit::days);
    }

    static Optional<Integer> days(String words) {
        int index = DAYS.indexOf(words.toUpperCase(Locale.ROOT));
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    /** Until when FedEx must have it, local to the origin; a time of day belongs to the day of shipping. */
    static Optional<CarrierTime> cutoff(@Nullable Commit commit, Optional<LocalDate> shipDate) {
        return shipDate.flatMap(day -> WireTime.time(commit == null ? null : commit.cutOffTime())
                .map(time -> CarrierTime.local(day.atTime(time))));
    }
}
