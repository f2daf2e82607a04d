package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.spi.Carrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * One search, of which two carriers are asked at once, while callers join and leave: one of the answers is the last, and who
 * joined and did not leave is told.
 */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class SearchRaceTest {
    private static final int CARRIERS = 2;
    private static final TrackingNumber NUMBER = TrackingNumber.of("PP0000000017");
    private static final CallContext CALL =
            new CallContext("0af7651916cd43dd8448eb211c80319c", Instant.now().plusSeconds(3_600), false);
    private static final Outcome<TrackingResult> UNKNOWN = Outcome.failure(
            ErrorDetails.builder(ErrorCode.TRACKING_NUMBER_NOT_FOUND).toException());

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final List<Question> joined = new ArrayList<>();
    private final Search search;

    public SearchRaceTest() {
        Question first = new Question(1, CALL, true);
        Carrier carrier = LaneRaceTest.LOCAL;
        search = new Search(NUMBER, List.of(List.of(carrier, carrier)), first, new Owner(), 0);
        join(first);
        search.takeStage();
    }

    private final class Owner implements Search.Owner {
        @Override
        public void abandoned(Search left) {
            abandoned.incrementAndGet();
        }

        @Override
        public CarrierException late(TrackingNumber number, @Nullable Carrier asked, Instant deadline) {
            throw new IllegalStateException("nothing is late here");
        }
    }

    private boolean join(Question question) {
        question.asked(0, search);
        if (!search.join(question, 0)) {
            return false;
        }
        synchronized (joined) {
            joined.add(question);
        }
        return true;
    }

    @Operation
    public void join() {
        join(new Question(1, CALL, true));
    }

    @Operation
    public void leave() {
        Question last;
        synchronized (joined) {
            last = joined.get(joined.size() - 1);
        }
        last.cancel();
    }

    @Operation
    public void answer() {
        if (answers.incrementAndGet() <= CARRIERS && search.answered(UNKNOWN)) {
            ends.incrementAndGet();
            search.end().forEach(asker -> asker.question().answered(asker.slot(), UNKNOWN));
        }
    }

    @Validate
    public void oneAnswerIsTheLastAndWhoStaysIsTold() {
        for (int i = 0; i < CARRIERS; i++) {
            answer();
        }
        boolean lateComer = join(new Question(1, CALL, true));
        boolean told = joined.stream().allMatch(question -> question.answer().isDone());
        if (ends.get() != 1 || abandoned.get() > 1 || lateComer || !told) {
            throw new IllegalStateException("ended " + ends + " times, abandoned " + abandoned
                    + " times, joined later: " + lateComer + ", all told: " + told);
        }
    }

    @Test
    void who_stays_is_told_under_stress() {
        Races.stress().check(SearchRaceTest.class);
    }

    @Test
    void who_stays_is_told_in_every_order() {
        Races.modelChecking().check(SearchRaceTest.class);
    }
}
