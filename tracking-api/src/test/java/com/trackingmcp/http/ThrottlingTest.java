package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.support.TestClock;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottlingTest {
    private final TestClock clock = new TestClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final Throttle throttle = new Throttle(clock, Duration.ofMillis(200), pauses::add);

    private static CarrierResponse answer(int status, String retryAfter, String body) {
        return new CarrierResponse(
                status,
                HttpHeaders.of(
                        retryAfter.isEmpty() ? Map.of() : Map.of("retry-after", List.of(retryAfter)),
                        (name, value) -> true),
                CarrierBody.of(body.getBytes(StandardCharsets.UTF_8)),
                new CarrierResponse.Question("parcelpost", "parcelpost", "track", "test-call"));
    }

    /** What the status and its headers say. */
    private ErrorDetails error(CarrierResponse response) {
        CarrierRequest read = CarrierRequest.get("track").path("/track").build();
        return HttpStatusErrors.guess(HttpStatusErrors.code(read, response), response, clock.instant())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "429, '', '', true",
        "429, soon, '', true",
        "403, '', '{\"errors\":[{\"code\":\"FORBIDDEN.ERROR\"}]}', false",
        "403, 30, '', true",
        "403, soon, '', false",
        "403, '', 'Spike arrest violation. Allowed rate : 1ps', true",
        "403, '', 'We have received too many requests in a short duration', true",
        "403, '', 'Daily transaction quota exceeded. Retry after 12:00AM GMT', true",
        "403, '', 'You exceeded the quota', true",
        "403, '', 'Your quota plan does not include this API', false",
        "503, '', '<html>Down</html>', false",
        "503, 120, '', true",
        "503, 'Sun, 01 Mar 2026 10:00:30 GMT', '', true",
        "503, '', 'API rate limit reached', true",
        "500, '', 'Too many requests', false",
        "500, 5, '', true",
        "500, soon, '', false",
        "502, 5, '', true",
        "504, 'Sun, 01 Mar 2026 10:00:30 GMT', '', true",
        "504, '', '', false",
        "500, '', '{\"fault\":{\"detail\":{\"errorcode\":\"policies.ratelimit.QuotaViolation\"}}}', true",
        "500, '', '{\"fault\":{\"detail\":{\"errorcode\":\"steps.javascript.Failed\"}}}', false",
        "401, 5, 'Too many requests', false",
        "404, 5, '', false",
        "200, 5, 'Too many requests', false"
    })
    void anAnswerAsksToSlowDownByItsStatusOrInWords(int status, String retryAfter, String body, boolean throttled) {
        assertThat(Throttling.isThrottled(answer(status, retryAfter, body))).isEqualTo(throttled);
    }

    @Test
    void aCarriersOwnCodeIsEnough() {
        assertThat(Throttling.isThrottled(answer(400, "", ""), ErrorDetails.of(ErrorCode.RATE_LIMITED)))
                .isTrue();
        assertThat(Throttling.isThrottled(answer(400, "", ""), ErrorDetails.of(ErrorCode.REQUEST_REFUSED)))
                .isFalse();
    }

    @Test
    void onlyTheBeginningOfABodyIsRead() {
        assertThat(Throttling.isThrottled(answer(403, "", " ".repeat(1_000_000) + "too many requests")))
                .isFalse();
    }

    @Test
    void aForbiddenThatMeansTooOftenMayBeTriedAgain() {
        ErrorDetails error = error(answer(403, "7", ""));
        assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(error.retryable()).isTrue();
        assertThat(error.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "6, PT32S", "7, PT60S", "8, PT60S", "2000000000, PT60S"})
    void withoutATimePausesGrow(int inARow, Duration pause) {
        assertThat(Throttling.pause(Optional.empty(), Duration.ofSeconds(1), inARow))
                .isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT5M, PT5M", "P1D, P1D", "P1DT1S, P1D", "P9999D, P1D"})
    void theCarriersTimeCountsUpToADay(Duration asked, Duration pause) {
        assertThat(Throttling.pause(Optional.of(asked), Duration.ofSeconds(1), 5))
                .isEqualTo(pause);
    }

    @Test
    void aReaderThatForgetsTheCarriersTimeChangesNothing() {
        throttle.failed(answer(429, "30", ""), ErrorDetails.of(ErrorCode.RATE_LIMITED), clock.instant());
        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 01 Mar 2026 10:00:00 GMT', PT30S",
        "'Sun, 01 Mar 2026 10:00:29 GMT', PT1S",
        "'Sun, 01 Mar 2026 10:01:00 GMT', PT0S",
        "'', PT8H30S",
        "today, PT8H30S"
    })
    void aDateIsMeasuredFromThatOfTheAnswerWhateverTheClocksHereSay(String date, Duration wait) {
        CarrierResponse response = new CarrierResponse(
                429,
                HttpHeaders.of(
                        Map.of("retry-after", List.of("Sun, 01 Mar 2026 10:00:30 GMT"), "date", List.of(date)),
                        (name, value) -> true),
                CarrierBody.of(new byte[0]),
                new CarrierResponse.Question("parcelpost", "parcelpost", "track", "test-call"));
        Instant eightHoursBehind = Instant.parse("2026-03-01T02:00:00Z");
        assertThat(HttpStatusErrors.retryAfter(response, eightHoursBehind)).contains(wait);
    }

    private void refused(String retryAfter, Instant sent) {
        CarrierResponse response = answer(429, retryAfter, "");
        throttle.failed(response, error(response), sent);
    }

    @ParameterizedTest
    @CsvSource({"30, PT30S", "'Sun, 01 Mar 2026 10:00:30 GMT', PT30S", "soon, PT1S", "-5, PT1S", "9999999, P1D"})
    void retryAfterMayBeSecondsOrADateAndRubbishIsNone(String retryAfter, Duration pause) {
        refused(retryAfter, clock.instant());
        assertThat(pauses).containsExactly(pause);
    }

    @Test
    void whatWasOnItsWayTogetherIsRefusedOnce() {
        Instant together = clock.instant();
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofMillis(5));
            refused("", together);
        }
        assertThat(pauses).hasSize(40).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void refusalsInARowPauseLongerUntilOneSucceeds() {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(9));
            refused("", clock.instant());
        }
        Instant longAgo = TestClock.START;
        throttle.succeeded(longAgo);
        clock.advance(Duration.ofSeconds(9));
        refused("", clock.instant());
        clock.advance(Duration.ofSeconds(9));
        throttle.succeeded(clock.instant());
        refused("", clock.instant());
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 1L);
    }

    @Test
    void anOrdinaryFailurePausesNothing() {
        CarrierResponse response = answer(404, "", "");
        throttle.failed(response, error(response), clock.instant());
        assertThat(pauses).isEmpty();
    }
}
