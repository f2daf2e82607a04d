package com.trackingmcp.internal.engine;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.NumberMatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A number that may be one of three carriers': two are asked first, the third where neither knows it. Whoever asks for it,
 * leaves or drops what is known while they answer: each who stays is told what one of them found, or that none of the three
 * knows it.
 */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class TrackingEngineRaceTest {
    private static final TrackingNumber NUMBER = TrackingNumber.of("PP0000000017");
    private static final Instant LATER = Instant.now().plusSeconds(3_600);

    private final Deque<Asked> underWay = new ArrayDeque<>();
    private final List<Question> questions = new ArrayList<>();
    private final Monitor monitor = new Monitor();
    private final TrackingEngine engine = engine(List.of(
            local("first", NumberMatch.certain("local", "the check digit holds")),
            local("second", NumberMatch.certain("local", "the check digit holds")),
            local("third", NumberMatch.possible("local", "the shape fits"))));

    public TrackingEngineRaceTest() {
        ask();
    }

    private TrackingEngine engine(List<Carrier> carriers) {
        Connections connections = new Connections(carriers, LocalCarrier.TRANSPORT);
        return new TrackingEngine(
                connections,
                new Detection(connections, List.of()),
                LocalCarrier.TRANSPORT,
                monitor,
                new TrackingEngine.Concurrency(2, 2),
                false,
                null);
    }

    private record Asked(String carrier, CompletableFuture<List<Outcome<TrackingResult>>> answer) {
        void unknown() {
            answer.complete(List.of(Outcome.failure(ErrorDetails.builder(ErrorCode.TRACKING_NUMBER_NOT_FOUND)
                    .carrier(carrier)
                    .connection(carrier)
                    .subject(NUMBER.value())
                    .toException())));
        }

        void found() {
            TrackingResult.Builder result = TrackingResult.builder();
            result.number(NUMBER)
                    .carrier(carrier)
                    .connection(carrier)
                    .status(TrackingStatus.IN_TRANSIT)
                    .retrievedAt(LATER);
            answer.complete(List.of(Outcome.success(result.build())));
        }
    }

    private Carrier local(String name, NumberMatch match) {
        return new LocalCarrier(name, match, 1, id -> {
            Asked asked = new Asked(id, new CompletableFuture<>());
            synchronized (underWay) {
                underWay.add(asked);
            }
            return asked.answer();
        });
    }

    @Operation
    public void ask() {
        keep(engine.track(NUMBER, call(), false));
    }

    private static CallContext call() {
        return new CallContext("0af7651916cd43dd8448eb211c80319c", LATER, false);
    }

    private void keep(Question question) {
        synchronized (questions) {
            questions.add(question);
        }
    }

    @Operation
    public void theLastLeaves() {
        Question last;
        synchronized (questions) {
            last = questions.isEmpty() ? null : questions.get(questions.size() - 1);
        }
        if (last != null) {
            last.cancel();
        }
    }

    @Operation
    public void forget() {
        engine.forget(NUMBER);
    }

    @Operation
    public void theOldestDoesNotKnowIt() {
        oldest().ifPresent(Asked::unknown);
    }

    @Operation
    public void theOldestKnowsIt() {
        oldest().ifPresent(Asked::found);
    }

    private Optional<Asked> oldest() {
        synchronized (underWay) {
            return Optional.ofNullable(underWay.poll());
        }
    }

    @Validate
    public void whoStaysIsToldWhatOneFoundOrThatNoneKnowsIt() {
        ask();
        for (Optional<Asked> asked = oldest(); asked.isPresent(); asked = oldest()) {
            asked.get().unknown();
        }
        for (Question question : questions) {
            if (!question.answer().isDone()) {
                throw new IllegalStateException("one of " + questions.size() + " was never told");
            }
            if (!question.answer().isCancelled()) {
                question.answer().join().forEach(TrackingEngineRaceTest::isWhole);
            }
        }
        if (monitor.laneStatuses().stream().anyMatch(lane -> lane.inFlight() != 0)) {
            throw new IllegalStateException("places were not given back: " + monitor.laneStatuses());
        }
    }

    private static void isWhole(Outcome<TrackingResult> outcome) {
        outcome.failure().ifPresent(error -> {
            Set<String> said =
                    new TreeSet<>(List.of(error.details().connection().orElse("nobody")));
            error.others().forEach(other -> other.connection().ifPresent(said::add));
            if (!said.equals(Set.of("first", "second", "third"))) {
                throw new IllegalStateException("only " + said + " were asked: " + error.getMessage());
            }
        });
    }

    @Test
    void whoever_asks_is_told_under_stress() {
        Races.stress().check(TrackingEngineRaceTest.class);
    }
}
