package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.CompleteResult;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.TrackingNumber;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which of FedEx's results belong to a number, and which of several parcels with one reused number was meant.
 * One for each answer; not changed once made.
 *
 * <p>The unique id of the number asked for decides alone. Otherwise a parcel shipped within a week of the day asked for
 * comes before others; then the one something happened to most recently; then one still on its way before one that has
 * arrived; then FedEx's own order, which promises nothing.
 */
final class FedexCandidates {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s-]+");

    private final List<CompleteResult> onlyAnswer;
    private final Map<String, List<CompleteResult>> byNumber = new HashMap<>();

    FedexCandidates(List<TrackingNumber> asked, List<CompleteResult> answers) {
        this.onlyAnswer = asked.size() == 1 && answers.size() == 1 ? answers : List.of();
        answers.forEach(answer -> answer.numbers()
                .map(FedexCandidates::plain)
                .distinct()
                .forEach(number -> byNumber.computeIfAbsent(number, key -> new ArrayList<>())
                        .add(answer)));
    }

    /** Whether FedEx spoke of a number at all. */
    boolean answer(TrackingNumber number) {
        return !answersTo(number).isEmpty();
    }

    /** The results for a number, best first; results that are errors after all others. */
    List<TrackResult> of(TrackingNumber number) {
        // Asked twice in one call with different unique ids, a number has two answers: both are considered for each.
        List<TrackResult> all = answersTo(number).stream()
                .flatMap(answer -> WireJson.list(answer.trackResults()).stream())
                .distinct()
                .filter(result -> isMeant(number, result))
                .toList();
        return all.size() < 2 ? all : all.stream().sorted(bestFirst(number)).toList();
    }

    /** A lone door tag may be answered with nothing but the number of the parcel behind it. */
    private List<CompleteResult> answersTo(TrackingNumber number) {
        List<CompleteResult> own = byNumber.getOrDefault(plain(number.value()), List.of());
        return own.isEmpty() && number.value().startsWith("DT") ? onlyAnswer : own;
    }

    private static String plain(String number) {
        return SEPARATORS.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean isMeant(TrackingNumber number, TrackResult result) {
        return number.uniqueId().isEmpty()
                || result.uniqueId().isEmpty()
                || number.uniqueId().equals(result.uniqueId());
    }

    private static Comparator<TrackResult> bestFirst(TrackingNumber number) {
        return Comparator.<TrackResult, Boolean>comparing(
                        result -> result.fault().isPresent())
                .thenComparing(result ->
                        number.uniqueId().isPresent() && result.uniqueId().isEmpty())
                .thenComparing(result -> !isShippedThen(number, result))
                .thenComparing(
                        result -> FedexTimes.lastSeen(result).orElse(LocalDateTime.MIN), Comparator.reverseOrder())
                .thenComparing(result -> FedexStatus.read(result).status().isFinal());
    }

    private static boolean isShippedThen(TrackingNumber number, TrackResult result) {
        LocalDate asked = number.shippedOn().orElse(null);
        return asked == null
                || FedexTimes.shipped(result)
                        .filter(day -> Math.abs(ChronoUnit.DAYS.between(asked, day)) <= FedexRequests.DAYS_AROUND)
                        .isPresent();
    }
}
