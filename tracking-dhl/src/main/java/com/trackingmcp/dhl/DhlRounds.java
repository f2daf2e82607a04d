package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks DHL's APIs about numbers in rounds: each number at the API its shape belongs to, then, while nobody knows it, at
 * the next that may. One batch of an API after the other, for what is left over of fifty waybills must not be fifty
 * calls at once elsewhere. Safe for use by many threads.
 *
 * <p>One refused number may cost all that were asked with it, so their halves are asked again to find it. That is
 * enough calls for any ten numbers, and at most one a number for more: where all is refused, no number is to blame. The
 * engine, which splits what is refused as a whole, cannot see these: they are parts of its batch, such as what one API
 * left over for another, and the other numbers in it have their answers.
 */
final class DhlRounds {
    /** Halving ten numbers down to each alone takes nineteen calls. */
    private static final int CALLS_TO_FIND_THE_REFUSED = 19;

    private final Map<DhlApi, DhlApi.Client> apis;

    DhlRounds(Map<DhlApi, DhlApi.Client> apis) {
        this.apis = apis;
    }

    /** One number on its way from API to API. */
    private static final class Quest {
        private final TrackingNumber number;
        private final List<DhlApi> candidates;
        private @Nullable Outcome<TrackingResult> outcome;

        Quest(TrackingNumber number, List<DhlApi> candidates) {
            this.number = number;
            this.candidates = candidates;
        }

        boolean isOpenAt(int round) {
            return (outcome == null || !outcome.isSuccess()) && round < candidates.size();
        }

        /** A find beats a failure, a failure beats "not found", the first failure beats later ones. */
        void hear(Outcome<TrackingResult> said) {
            boolean keep = outcome != null
                    && !said.isSuccess()
                    && outcome.failure()
                            .filter(error -> !(error instanceof TrackingNumberNotFoundException))
                            .isPresent();
            if (!keep) {
                outcome = said;
            }
        }
    }

    /** What was found out about each number, in their order; empty for those that no API takes. */
    CompletableFuture<List<Optional<Outcome<TrackingResult>>>> ask(List<TrackingNumber> numbers, CallContext call) {
        List<Quest> quests = numbers.stream()
                .map(number -> new Quest(number, DhlApi.candidates(number.value(), apis.keySet())))
                .toList();
        return round(quests, 0, call)
                .thenApply(done -> quests.stream()
                        .map(quest -> Optional.ofNullable(quest.outcome))
                        .toList());
    }

    private CompletableFuture<Void> round(List<Quest> quests, int round, CallContext call) {
        Map<DhlApi, List<Quest>> byApi = new EnumMap<>(DhlApi.class);
        quests.stream()
                .filter(quest -> quest.isOpenAt(round))
                .forEach(quest -> byApi.computeIfAbsent(quest.candidates.get(round), api -> new ArrayList<>())
                        .add(quest));
        if (byApi.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        byApi.forEach((api, open) -> asked.add(inTurn(api, open, 0, call)));
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
                .thenCompose(done -> round(quests, round + 1, call));
    }

    private CompletableFuture<Void> inTurn(DhlApi api, List<Quest> open, int from, CallContext call) {
        if (from >= open.size()) {
            return CompletableFuture.completedFuture(null);
        }
        int to = Math.min(from + api.leftOversAtOnce(), open.size());
        Deque<List<Quest>> groups = new ArrayDeque<>(List.of(open.subList(from, to)));
        int calls = Math.max(to - from, CALLS_TO_FIND_THE_REFUSED);
        return groups(api, groups, calls, call).thenCompose(done -> inTurn(api, open, to, call));
    }

    /** Asks one group after the other; halves of what is refused come behind the others, while calls are left. */
    private CompletableFuture<Void> groups(DhlApi api, Deque<List<Quest>> groups, int calls, CallContext call) {
        List<Quest> group = groups.poll();
        if (group == null) {
            return CompletableFuture.completedFuture(null);
        }
        int left = calls - 1;
        return ask(api, group, call).thenCompose(outcomes -> {
            List<Quest> again = left >= groups.size() + 2 ? refusedTogether(api, group, outcomes) : List.of();
            for (int i = 0; i < group.size(); i++) {
                if (!again.contains(group.get(i))) {
                    group.get(i).hear(outcomes.get(i));
                }
            }
            if (!again.isEmpty()) {
                int middle = again.size() / 2;
                groups.add(again.subList(0, middle));
                groups.add(again.subList(middle, again.size()));
            }
            return groups(api, groups, left, call);
        });
    }

    /** Those refused in one call, where the one to blame may have cost the others. */
    private static List<Quest> refusedTogether(DhlApi api, List<Quest> group, List<Outcome<TrackingResult>> outcomes) {
        List<Quest> refused = IntStream.range(0, group.size())
                .filter(i -> outcomes.get(i)
                        .failure()
                        .filter(error -> error.code() == ErrorCode.REQUEST_REFUSED)
                        .isPresent())
                .mapToObj(group::get)
                .toList();
        return api.asksOneByOne() || refused.size() < 2 ? List.of() : refused;
    }

    /** One outcome per quest, each failure with its number; never fails. */
    private CompletableFuture<List<Outcome<TrackingResult>>> ask(DhlApi api, List<Quest> group, CallContext call) {
        DhlApi.Client client = Objects.requireNonNull(apis.get(api), "only connected APIs are candidates");
        List<TrackingNumber> numbers = group.stream().map(quest -> quest.number).toList();
        return client.track(numbers, call).handle((outcomes, failure) -> {
            CarrierException error = failure == null ? null : Outcomes.carrierException(failure);
            return IntStream.range(0, numbers.size())
                    .mapToObj(i -> error == null
                            ? named(outcomes.get(i), numbers.get(i))
                            : Outcome.<TrackingResult>failure(DhlWireRead.about(error, numbers.get(i))))
                    .toList();
        });
    }

    private static Outcome<TrackingResult> named(Outcome<TrackingResult> outcome, TrackingNumber number) {
        return outcome.failure()
                .map(error -> Outcome.<TrackingResult>failure(DhlWireRead.about(error, number)))
                .orElse(outcome);
    }
}
