package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.NumberMatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Numbers that come, hurry, are cancelled and come back, two to a batch and two batches at once: each number travels once,
 * and each place is given back once.
 */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class LaneRaceTest {
    private static final int AT_ONCE = 2;
    static final LocalCarrier LOCAL = new LocalCarrier("local", NumberMatch.none(), 2, id -> new CompletableFuture<>());
    private static final Instant LATER = Instant.now().plusSeconds(3_600);

    private final Deque<List<Ask>> onTheirWay = new ArrayDeque<>();
    private final List<Ask> sent = new ArrayList<>();
    private final List<Ask> asked = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private boolean tooMany;
    private final Lane lane = new Lane(
            LOCAL, LOCAL, new BatchLane("all", 2), LocalCarrier.TRANSPORT, new Permits(AT_ONCE, AT_ONCE), new Van());

    /** Writes down what is sent. */
    private final class Van implements Lane.Desk {
        @Override
        public void send(Lane from, List<Ask> batch) {
            synchronized (onTheirWay) {
                onTheirWay.add(batch);
                sent.addAll(batch);
                tooMany |= onTheirWay.size() > AT_ONCE;
            }
            from.counted();
        }

        @Override
        public void refuse(Lane from, List<Lane.Refused> refused) {
            throw new IllegalStateException("nothing is to be refused here");
        }
    }

    @Operation
    public void askForTwo() {
        List<Ask> asks = new ArrayList<>();
        synchronized (asked) {
            asks.add(ask());
            asks.add(ask());
        }
        lane.ask(asks);
    }

    private Ask ask() {
        Question question = new Question(1, new CallContext("0af7651916cd43dd8448eb211c80319c", LATER, false), false);
        Search search =
                new Search(TrackingNumber.of("PP" + asked.size()), List.of(List.of()), question, new Nobody(), 0);
        question.asked(0, search);
        search.join(question, 0);
        search.takeStage();
        Ask ask = search.ask(lane, true);
        asked.add(ask);
        questions.add(question);
        return ask;
    }

    @Operation
    public void hurryTheLast() {
        Ask last;
        synchronized (asked) {
            last = asked.isEmpty() ? null : asked.get(asked.size() - 1);
        }
        if (last != null) {
            lane.hurry(last);
        }
    }

    @Operation
    public void cancelTheLast() {
        Question last;
        synchronized (asked) {
            last = questions.isEmpty() ? null : questions.get(questions.size() - 1);
        }
        if (last != null) {
            last.cancel();
        }
    }

    @Operation
    public void comeBack() {
        back();
    }

    private boolean back() {
        List<Ask> batch;
        synchronized (onTheirWay) {
            batch = onTheirWay.poll();
        }
        if (batch != null) {
            lane.returned(1);
        }
        return batch != null;
    }

    @Validate
    public void eachTravelsOnceAndEachPlaceIsGivenBackOnce() {
        boolean any = true;
        while (any) {
            any = back();
        }
        List<Ask> missing = new ArrayList<>(asked);
        missing.removeIf(ask -> sent.contains(ask) || ask.search().isAbandoned());
        boolean twice = sent.stream().distinct().count() != sent.size();
        if (tooMany || twice || !missing.isEmpty() || lane.status().inFlight() != 0) {
            throw new IllegalStateException("too many at once: " + tooMany + ", twice: " + twice + ", missing: "
                    + missing.size() + ", " + lane.status());
        }
    }

    @Test
    void numbers_travel_once_under_stress() {
        Races.stress().check(LaneRaceTest.class);
    }

    private record Nobody() implements Search.Owner {
        @Override
        public void abandoned(Search search) {}

        @Override
        public CarrierException late(TrackingNumber number, @Nullable Carrier asked, Instant deadline) {
            return ErrorDetails.of(ErrorCode.DEADLINE_EXCEEDED).toBuilder().toException();
        }
    }
}
