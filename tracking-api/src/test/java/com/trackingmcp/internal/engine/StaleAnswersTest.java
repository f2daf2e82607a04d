package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.CacheSamples.NUMBER;
import static com.trackingmcp.internal.engine.CacheSamples.OTHER;
import static com.trackingmcp.internal.engine.CacheSamples.answer;
import static com.trackingmcp.internal.engine.CacheSamples.failure;
import static com.trackingmcp.internal.engine.CacheSamples.notFound;
import static com.trackingmcp.internal.engine.CacheSamples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StaleAnswersTest {
    private static final Duration TIME = CachePolicy.standard().timeToLive(TrackingStatus.IN_TRANSIT);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestClock clock = new TestClock();
    private final Outcome<TrackingResult> old = answer(NUMBER, TrackingStatus.IN_TRANSIT);

    @Test
    void anOldAnswerIsGivenWhileItIsAskedForAnew() {
        ResultCache cache = cache(CachePolicy.builder().staleWhileRevalidate(Duration.ofMinutes(10)));
        clock.advance(TIME.minus(MOMENT));
        assertThat(cache.get(NUMBER)).isEqualTo(new ResultCache.Hit(old, false));
        clock.advance(MOMENT);
        assertThat(cache.get(NUMBER)).isEqualTo(new ResultCache.Hit(old, true));
        clock.advance(Duration.ofMinutes(10).minus(MOMENT));
        assertThat(cache.get(NUMBER)).isEqualTo(new ResultCache.Hit(old, true));
        clock.advance(MOMENT);
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.stats().staleHits()).isEqualTo(2);
    }

    @Test
    void theNewAnswerIsFresh() {
        ResultCache cache = cache(CachePolicy.builder().staleWhileRevalidate(Duration.ofMinutes(10)));
        clock.advance(TIME);
        Outcome<TrackingResult> next = answer(NUMBER, TrackingStatus.OUT_FOR_DELIVERY);
        cache.put(NUMBER, next, cache.epoch());
        assertThat(cache.get(NUMBER)).isEqualTo(new ResultCache.Hit(next, false));
    }

    @Test
    void anOldAnswerIsGivenInsteadOfAFailureThatMayPass() {
        ResultCache cache = cache(CachePolicy.builder().staleIfError(Duration.ofHours(2)));
        clock.advance(TIME.plusHours(2).minus(MOMENT));
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.orStale(NUMBER, unavailable())).isEqualTo(old);
        assertThat(cache.stats().misses()).isEqualTo(1);
        assertThat(cache.stats().staleHits()).isEqualTo(1);
        clock.advance(MOMENT);
        assertThat(cache.orStale(NUMBER, unavailable()).isSuccess()).isFalse();
        assertThat(cache.stats().staleHits()).isEqualTo(1);
    }

    @Test
    void aFailureThatStaysIsTold() {
        ResultCache cache = cache(CachePolicy.builder().staleIfError(Duration.ofHours(2)));
        clock.advance(TIME);
        Outcome<TrackingResult> refused =
                failure(ErrorDetails.builder(ErrorCode.AUTHENTICATION_FAILED).toException());
        assertThat(cache.orStale(NUMBER, refused)).isSameAs(refused);
        Outcome<TrackingResult> gone = notFound(NUMBER);
        assertThat(cache.orStale(NUMBER, gone)).isSameAs(gone);
    }

    @Test
    void aNewAnswerIsTold() {
        ResultCache cache = cache(CachePolicy.builder().staleIfError(Duration.ofHours(2)));
        Outcome<TrackingResult> next = answer(NUMBER, TrackingStatus.DELIVERED);
        assertThat(cache.orStale(NUMBER, next)).isSameAs(next);
    }

    @Test
    void withoutAnOldAnswerTheFailureIsTold() {
        ResultCache cache = cache(CachePolicy.builder().staleIfError(Duration.ofHours(2)));
        Outcome<TrackingResult> failed = unavailable();
        assertThat(cache.orStale(OTHER, failed)).isSameAs(failed);
    }

    @Test
    void noOldAnswerIsGivenUnlessThePolicySaysSo() {
        ResultCache cache = cache(CachePolicy.builder());
        clock.advance(TIME);
        Outcome<TrackingResult> failed = unavailable();
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.orStale(NUMBER, failed)).isSameAs(failed);
    }

    @Test
    void thatNobodyKnewANumberIsNeverGivenPastItsTime() {
        ResultCache cache = cache(
                CachePolicy.builder().staleWhileRevalidate(Duration.ofHours(1)).staleIfError(Duration.ofHours(1)));
        cache.put(NUMBER, notFound(NUMBER), cache.epoch());
        clock.advance(Duration.ofMinutes(1));
        Outcome<TrackingResult> failed = unavailable();
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.orStale(NUMBER, failed)).isSameAs(failed);
    }

    @Test
    void aForgottenAnswerIsNotGivenInsteadOfAFailure() {
        ResultCache cache = cache(CachePolicy.builder().staleIfError(Duration.ofHours(2)));
        clock.advance(TIME);
        cache.forget(NUMBER.value());
        assertThat(cache.orStale(NUMBER, unavailable()).isSuccess()).isFalse();
    }

    @Test
    void anAnswerIsKeptForTheLongerOfBothTimesAndThenSweptOut() {
        ResultCache cache = cache(CachePolicy.builder()
                .staleWhileRevalidate(Duration.ofMinutes(10))
                .staleIfError(Duration.ofHours(2)));
        clock.advance(TIME.plusHours(2).minus(MOMENT));
        assertThat(cache.stats().entries()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.stats().entries()).isZero();
    }

    private ResultCache cache(CachePolicy.Builder policy) {
        ResultCache cache = new ResultCache(policy.build(), clock);
        cache.put(NUMBER, old, cache.epoch());
        return cache;
    }
}
