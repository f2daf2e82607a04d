package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.EngineSamples.asked;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.http.QuotaStorage;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.BatchLane;
import com.trackingmcp.support.TestClock;
import com.trackingmcp.testcarrier.HeldCarrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private final HttpTransport transport = EngineSamples.transport(QuotaStorage.inMemory());
    private final HeldCarrier carrier = new HeldCarrier("held");
    private final List<Outcome<TrackingResult>> told = new ArrayList<>();
    private final Dispatch dispatch = new Dispatch(transport, false, (asks, outcomes) -> told.addAll(outcomes));
    private final Lane lane =
            new Lane(carrier, carrier, new BatchLane("all", 10), transport, new Permits(8, 8), dispatch);

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void whatIsAnsweredIsToldOnceAndItsPlaceIsFree() {
        lane.ask(List.of(asked("PP1").in(lane)));
        assertThat(lane.status().inFlight()).isEqualTo(1);
        carrier.answerAll();
        assertThat(told).singleElement().matches(Outcome::isSuccess);
        assertThat(lane.status().inFlight()).isZero();
    }

    @Test
    void aBatchThatFailsAfterItWasSentGivesItsPlaceBackOnceAndIsAnsweredOnce() {
        // no clock can count the nanoseconds until then: the engine breaks when the carrier has been asked already
        lane.ask(List.of(asked("PP1", true, Instant.MAX).in(lane)));
        assertThat(carrier.onTheirWay()).isEqualTo(1);
        assertThat(lane.status().inFlight()).isZero();
        carrier.answerAll();
        assertThat(lane.status().inFlight()).isZero();
        assertThat(told).singleElement().satisfies(outcome -> {
            assertThat(outcome.failure().orElseThrow().code()).isEqualTo(ErrorCode.UNEXPECTED);
            assertThat(outcome.failure().orElseThrow().details().subject()).contains("PP1");
        });
    }

    @Test
    void aRefusalNamesTheNumberAndWhy() {
        Ask ask = asked("PP1", true, TestClock.START.plusSeconds(1)).in(lane);
        dispatch.refuse(lane, List.of(new Lane.Refused(ask, "it is full", java.util.Optional.empty())));
        assertThat(told.get(0).failure().orElseThrow()).satisfies(error -> {
            assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(error).hasMessageContaining("held takes no more requests now: it is full");
            assertThat(error.details().subject()).contains("PP1");
            assertThat(error.retryable()).isTrue();
            assertThat(error.retryAfter()).isEmpty();
        });
    }
}
