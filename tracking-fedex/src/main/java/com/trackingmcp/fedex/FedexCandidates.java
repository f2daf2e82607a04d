package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexTrackingWire.CompleteResult;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.TrackingNumber;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which of FedEx's results belong to a number, and which of several parcels with one reused number was meant.
 * One for each answer; not changed once made.
 *
 * <p>What FedEx says is its answer to a number beats a parcel that merely has or mentions that number.
 *
 * <p>The unique id of the number asked for decides alone. Otherwise a parcel shipped within a week of the day asked for
 * comes before others; then the one something happened to most recently; then one still on its way before one that has
 * arrived; then FedEx's own order, which promises nothing.
 */
final class FedexCandidates {
    private final Optional<CompleteResult> onlyAnswer;

    /** By the number an answer says it is for, by a parcel's own number, and by other numbers that lead to a parcel. */
    private final Map<String, List<TrackResult>> answered = new HashMap<>();

    private final Map<String, List<TrackResult>> numbered = new HashMap<>();
    private final Map<String, List<TrackResult>> tagged = new HashMap<>();

    FedexCandidates(List<TrackingNumber> asked, List<CompleteResult> answers) {
        this.onlyAnswer = asked.size() == 1 && answers.size() == 1 ? Optional.of(answers.get(0)) : Optional.empty();
        for (CompleteResult answer : answers) {
            WireText.text(answer.trackingNumber())
                    .ifPresent(number -> under(answered, number).addAll(answer.results()));
            for (TrackResult result : answer.results()) {
                result.number().ifPresent(number -> under(numbered, number).add(result));
                result.tags().forEach(number -> under(tagged, number).add(result));
            }
        }
    }

    private static List<TrackResult> under(Map<String, List<TrackResult>> results, String number) {
        return results.computeIfAbsent(plain(number), key -> new ArrayList<>(1));
    }

    /** The results for a number, best first; results that are errors after all others; empty where FedEx is silent. */
    Optional<List<TrackResult>> of(TrackingNumber number) {
        // Asked twice in one call with different unique ids, a number has two answers: both are considered for each.
        return answersTo(number).map(results -> {
            // records compare all they hold: not worth it where there is only one
            Collection<TrackResult> different = results.size() < 2 ? results : new LinkedHashSet<>(results);
            List<TrackResult> meant = new ArrayList<>(different.size());
            for (TrackResult result : different) {
                if (isMeant(number, result)) {
                    meant.add(result);
                }
            }
            if (meant.size() > 1) {
                meant.sort(bestFirst(number));
            }
            return meant;
        });
    }

    /** A lone door tag may be answered with nothing but the number of the parcel behind it. */
    private Optional<List<TrackResult>> answersTo(TrackingNumber number) {
        String plain = plain(number.value());
        for (Map<String, List<TrackResult>> results : List.of(answered, numbered, tagged)) {
            List<TrackResult> found = results.get(plain);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return onlyAnswer.filter(answer -> number.value().startsWith("DT")).map(CompleteResult::results);
    }

    private static String plain(String number) {
        boolean plain = true;
        for (int i = 0; i < number.length() && plain; i++) {
            char c = number.charAt(i);
            plain = c != '-' && !Character.isWhitespace(c);
        }
        return (plain ? number : number.replaceAll("[\\s-]+", "")).toUpperCase(Locale.ROOT);
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
