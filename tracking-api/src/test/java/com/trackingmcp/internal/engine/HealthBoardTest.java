package com.trackingmcp.internal.engine;

import static com.trackingmcp.support.CallEvents.event;
import static com.trackingmcp.support.CallEvents.failure;
import static com.trackingmcp.support.CallEvents.lost;
import static com.trackingmcp.support.CallEvents.success;
import static com.trackingmcp.support.CallEvents.token;
import static com.trackingmcp.support.CallEvents.unsent;
import static com.trackingmcp.support.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.observe.ConnectionHealth;
import com.trackingmcp.observe.QuotaStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthBoardTest {
    private final HealthBoard board = new HealthBoard();

    @Test
    void aConnectionNobodyAskedHasNothingToTell() {
        assertThat(health("dhl-eu"))
                .isEqualTo(new ConnectionHealth(
                        "dhl",
                        "dhl-eu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void whatOthersKnowStandsBesideIt() {
        QuotaStatus quota = new QuotaStatus("dhl-eu", "unified", List.of(), Optional.empty());
        ConnectionHealth health = board.health("dhl", "dhl-eu", Optional.of(START), List.of(quota));
        assertThat(health.tokenValidUntil()).contains(START);
        assertThat(health.quotas()).containsExactly(quota);
    }

    @Test
    void theLastSuccessAndTheLastFailureAreKept() {
        board.onCall(success(START));
        board.onCall(lost(START.plusSeconds(1), ErrorCode.DEADLINE_EXCEEDED));
        board.onCall(failure(START.plusSeconds(2), 503, ErrorCode.CARRIER_UNAVAILABLE));
        board.onCall(success(START.plusSeconds(3)));
        ConnectionHealth health = health("dhl-eu");
        assertThat(health.lastSuccess()).contains(START.plusSeconds(3));
        assertThat(health.lastFailure()).contains(START.plusSeconds(2));
        assertThat(health.lastError()).contains(ErrorCode.CARRIER_UNAVAILABLE);
    }

    @Test
    void aNumberThatTheCarrierDoesNotKnowShowsThatItIsThere() {
        board.onCall(failure(START, 404, ErrorCode.TRACKING_NUMBER_NOT_FOUND));
        assertThat(health("dhl-eu").lastSuccess()).contains(START);
        assertThat(health("dhl-eu").lastFailure()).isEmpty();
    }

    @Test
    void aRefusedTokenIsAFailureOfTheConnection() {
        board.onCall(token(START, 400, ErrorCode.REQUEST_REFUSED));
        assertThat(health("dhl-eu").lastError()).contains(ErrorCode.REQUEST_REFUSED);
    }

    @Test
    void whatWasGivenUpBeforeItWasSentIsNeither() {
        board.onCall(unsent(START, ErrorCode.RATE_LIMITED));
        assertThat(health("dhl-eu").lastSuccess()).isEmpty();
        assertThat(health("dhl-eu").lastFailure()).isEmpty();
    }

    @Test
    void eachConnectionHasItsOwn() {
        board.onCall(event(START, "dhl", "track", 1, 200, null));
        board.onCall(failure(START, 401, ErrorCode.AUTHENTICATION_FAILED));
        assertThat(health("dhl").lastFailure()).isEmpty();
        assertThat(health("dhl-eu").lastSuccess()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackHidesNothing() {
        board.onCall(success(START));
        board.onCall(success(START.minusSeconds(3_600)));
        assertThat(health("dhl-eu").lastSuccess()).contains(START.minusSeconds(3_600));
    }

    private ConnectionHealth health(String connection) {
        return board.health("dhl", connection, Optional.empty(), List.of());
    }
}
