package com.trackingmcp.observe;

import static com.trackingmcp.support.CallEvents.failure;
import static com.trackingmcp.support.CallEvents.lost;
import static com.trackingmcp.support.CallEvents.success;
import static com.trackingmcp.support.CallEvents.token;
import static com.trackingmcp.support.CallEvents.unsent;
import static com.trackingmcp.support.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallEventTest {
    @Test
    void a2xxStatusIsAnAnswer() {
        answered(success(START));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACKING_NUMBER_NOT_FOUND", "DOCUMENT_NOT_FOUND", "NO_LOCATIONS_FOUND"})
    void thatNothingIsFoundIsAnAnswer(ErrorCode error) {
        answered(failure(START, 404, error));
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_REFUSED", "INVALID_TRACKING_NUMBER", "PICKUP_TIMING"})
    void aRefusedRequestIsAnAnswer(ErrorCode error) {
        answered(failure(START, 400, error));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "AUTHENTICATION_FAILED",
                "ACCESS_DENIED",
                "RATE_LIMITED",
                "CARRIER_UNAVAILABLE",
                "MALFORMED_RESPONSE",
                "UNEXPECTED"
            })
    void anAnswerThatNobodyCanUseTellsAgainstTheConnection(ErrorCode error) {
        failed(failure(START, 500, error));
    }

    @ParameterizedTest
    @EnumSource(names = {"CARRIER_UNAVAILABLE", "DEADLINE_EXCEEDED", "OUTCOME_UNKNOWN"})
    void noAnswerTellsAgainstTheConnection(ErrorCode error) {
        failed(lost(START, error));
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_REFUSED", "AUTHENTICATION_FAILED"})
    void aTokenThatIsNotGivenTellsAgainstTheConnection(ErrorCode error) {
        failed(token(START, 400, error));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEADLINE_EXCEEDED", "RATE_LIMITED", "CLIENT_CLOSED"})
    void whatWasNeverSentTellsNothing(ErrorCode error) {
        tellsNothing(unsent(START, error));
    }

    @Test
    void closingTheClientTellsNothing() {
        tellsNothing(lost(START, ErrorCode.CLIENT_CLOSED));
    }

    private static void answered(CallEvent event) {
        assertThat(event.isAnswered()).isTrue();
        assertThat(event.isConnectionFailure()).isFalse();
    }

    private static void failed(CallEvent event) {
        assertThat(event.isAnswered()).isFalse();
        assertThat(event.isConnectionFailure()).isTrue();
    }

    private static void tellsNothing(CallEvent event) {
        assertThat(event.isAnswered()).isFalse();
        assertThat(event.isConnectionFailure()).isFalse();
    }
}
