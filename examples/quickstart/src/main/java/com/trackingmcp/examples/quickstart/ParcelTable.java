package com.trackingmcp.examples.quickstart;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingResult;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints outcomes as a table for people: one line a parcel, failures beside successes. */
final class ParcelTable {
    private static final List<String> HEAD = List.of("NUMBER", "CARRIER", "STATUS", "WHERE", "WHEN", "EXPECTED");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private ParcelTable() {}

    static void print(List<String> numbers, List<Outcome<TrackingResult>> outcomes, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (int i = 0; i < numbers.size(); i++) {
            rows.add(row(numbers.get(i), outcomes.get(i)));
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size() && row.size() == HEAD.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell)
                    .append(" ".repeat(Math.max(0, widths[column] - cell.length())))
                    .append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static List<String> row(String number, Outcome<TrackingResult> outcome) {
        return outcome.value().map(parcel -> row(number, parcel)).orElseGet(() -> {
            CarrierException error = outcome.failure().orElseThrow();
            return List.of(
                    number,
                    error.carrier().orElse("-"),
                    error.code().id() + " " + error.code().title().toLowerCase(Locale.ENGLISH));
        });
    }

    private static List<String> row(String number, TrackingResult parcel) {
        String status = parcel.status().word().replace('_', ' ');
        return List.of(
                number,
                parcel.carrier(),
                parcel.delayed() ? status + " (late)" : status,
                parcel.latestEvent()
                        .flatMap(TrackingEvent::location)
                        .map(ParcelTable::place)
                        .orElse("-"),
                parcel.latestEvent()
                        .flatMap(TrackingEvent::time)
                        .map(ParcelTable::moment)
                        .orElse("-"),
                parcel.estimatedDelivery().map(ParcelTable::window).orElse("-"));
    }

    private static String place(Location place) {
        String text = Stream.of(place.city(), place.stateOrProvince(), place.country())
                .flatMap(part -> part.stream())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? place.facility().orElse("-") : text;
    }

    private static String moment(CarrierTime time) {
        return time.localTime().map(DAY_AND_TIME::format).orElseGet(() -> DAY.format(time.date()));
    }

    private static String window(DeliveryWindow window) {
        CarrierTime from = window.from().or(window::to).orElseThrow();
        String start = moment(from);
        return window.to()
                .filter(end -> !end.equals(from))
                .map(end -> start + " - "
                        + end.localTime()
                                .filter(time -> end.date().equals(from.date()))
                                .map(TIME::format)
                                .orElseGet(() -> moment(end)))
                .orElse(start);
    }
}
