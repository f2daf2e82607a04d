package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.CacheSamples.NUMBER;
import static com.trackingmcp.internal.engine.CacheSamples.OTHER;
import static com.trackingmcp.internal.engine.CacheSamples.answer;
import static com.trackingmcp.internal.engine.CacheSamples.failure;
import static com.trackingmcp.internal.engine.CacheSamples.notFound;
import static com.trackingmcp.internal.engine.CacheSamples.result;
import static com.trackingmcp.internal.engine.CacheSamples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.observe.CacheStats;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultCacheTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestClock clock = new TestClock();
    private final ResultCache cache = new ResultCache(CachePolicy.standard(), clock);

    @ParameterizedTest
    @EnumSource
    void anAnswerIsGivenAsLongAsItsStatusLetsItLive(TrackingStatus status) {
        Outcome<TrackingResult> answer = answer(NUMBER, status);
        put(NUMBER, answer);
        clock.advance(CachePolicy.standard().timeToLive(status).minus(MOMENT));
        assertThat(cache.get(NUMBER)).isEqualTo(new ResultCache.Hit(answer, false));
        clock.advance(MOMENT);
        assertThat(cache.get(NUMBER)).isNull();
    }

    @Test
    void theTimeStartsAnewWithANewAnswer() {
        put(NUMBER, answer(NUMBER, TrackingStatus.IN_TRANSIT));
        clock.advance(Duration.ofMinutes(14));
        put(NUMBER, answer(NUMBER, TrackingStatus.OUT_FOR_DELIVERY));
        clock.advance(Duration.ofMinutes(4));
        assertThat(given(NUMBER).orElseThrow().status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void aResultLivesNoLongerThanItsAlternatives() {
        TrackingResult alternative =
                result(NUMBER, TrackingStatus.OUT_FOR_DELIVERY).build();
        put(
                NUMBER,
                Outcome.success(result(NUMBER, TrackingStatus.DELIVERED)
                        .alternatives(List.of(alternative))
                        .build()));
        clock.advance(Duration.ofMinutes(5).minus(MOMENT));
        assertThat(cache.get(NUMBER)).isNotNull();
        clock.advance(MOMENT);
        assertThat(cache.get(NUMBER)).isNull();
    }

    @Test
    void zeroMeansNotKept() {
        ResultCache choosy = new ResultCache(
                CachePolicy.builder()
                        .timeToLive(TrackingStatus.UNKNOWN, Duration.ZERO)
                        .notFound(Duration.ZERO)
                        .build(),
                clock);
        choosy.put(NUMBER, answer(NUMBER, TrackingStatus.UNKNOWN), choosy.epoch());
        choosy.put(OTHER, notFound(OTHER), choosy.epoch());
        assertThat(choosy.get(NUMBER)).isNull();
        assertThat(choosy.get(OTHER)).isNull();
    }

    @Test
    void anAnswerThatIsNotKeptPutsOutTheOneBefore() {
        ResultCache choosy = new ResultCache(
                CachePolicy.builder()
                        .timeToLive(TrackingStatus.UNKNOWN, Duration.ZERO)
                        .build(),
                clock);
        choosy.put(NUMBER, answer(NUMBER, TrackingStatus.IN_TRANSIT), choosy.epoch());
        choosy.put(NUMBER, answer(NUMBER, TrackingStatus.UNKNOWN), choosy.epoch());
        assertThat(choosy.get(NUMBER)).isNull();
    }

    @Test
    void thatNobodyKnowsANumberIsRememberedBriefly() {
        put(NUMBER, notFound(NUMBER));
        clock.advance(Duration.ofMinutes(1).minus(MOMENT));
        assertThat(given(NUMBER).failure()).get().isInstanceOf(TrackingNumberNotFoundException.class);
        clock.advance(MOMENT);
        assertThat(cache.get(NUMBER)).isNull();
    }

    @Test
    void everyCallerGetsAnExceptionOfItsOwnThatSaysTheSame() {
        put(NUMBER, notFound(NUMBER));
        CarrierException first = given(NUMBER).failure().orElseThrow();
        CarrierException second = given(NUMBER).failure().orElseThrow();
        assertThat(first).isNotSameAs(second).hasNoCause().hasMessage(second.getMessage());
        assertThat(first.carrierCode()).contains("PP404");
        assertThat(first.details().subject()).contains(NUMBER.value());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRACKING_NUMBER_NOT_FOUND")
    void noOtherFailureIsEverKept(ErrorCode code) {
        put(NUMBER, failure(ErrorDetails.of(code).toBuilder().toException()));
        assertThat(cache.get(NUMBER)).isNull();
    }

    @Test
    void aFailureLeavesTheAnswerBeforeItAlone() {
        put(NUMBER, answer(NUMBER, TrackingStatus.IN_TRANSIT));
        put(NUMBER, unavailable());
        assertThat(given(NUMBER).isSuccess()).isTrue();
    }

    @Test
    void aNumberWithAnotherCarrierDayIdOrPostalCodeIsAnotherQuestion() {
        put(NUMBER, answer(NUMBER, TrackingStatus.IN_TRANSIT));
        assertThat(cache.get(TrackingNumber.of(NUMBER.value()))).isNotNull();
        assertThat(cache.get(TrackingNumber.of(NUMBER.value(), "parcelpost"))).isNull();
        assertThat(cache.get(same().shippedOn(LocalDate.parse("2026-02-27")).build()))
                .isNull();
        assertThat(cache.get(same().uniqueId("test-id").build())).isNull();
        assertThat(cache.get(same().postalCode("38118").build())).isNull();
    }

    @Test
    void whatTakesMoreRoomThanThereIsMakesRoom() {
        ResultCache small =
                new ResultCache(CachePolicy.builder().maxBytes(20_000).build(), clock);
        for (int i = 0; i < 100; i++) {
            TrackingNumber number = TrackingNumber.of("PP%010d".formatted(i));
            small.put(number, answer(number, TrackingStatus.DELIVERED), small.epoch());
        }
        CacheStats stats = small.stats();
        assertThat(stats.bytes()).isPositive().isLessThanOrEqualTo(20_000);
        assertThat(stats.entries()).isBetween(10L, 90L);
        assertThat(stats.evictions()).isEqualTo(100 - stats.entries());
    }

    @Test
    void theCarriersJsonIsWeighedToo() {
        put(
                NUMBER,
                Outcome.success(result(NUMBER, TrackingStatus.DELIVERED)
                        .rawJson("x".repeat(50_000))
                        .build()));
        assertThat(cache.stats().bytes()).isBetween(50_000L, 52_000L);
        put(
                NUMBER,
                Outcome.success(result(NUMBER, TrackingStatus.DELIVERED)
                        .rawJson("\u5305".repeat(50_000))
                        .build()));
        assertThat(cache.stats().bytes()).isBetween(100_000L, 102_000L);
    }

    @Test
    void whatIsLargerThanAllRoomIsNotKept() {
        ResultCache tiny = new ResultCache(CachePolicy.builder().maxBytes(100).build(), clock);
        tiny.put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED), tiny.epoch());
        assertThat(tiny.stats()).isEqualTo(new CacheStats(0, 0, 0, 1, 0, 0));
    }

    @Test
    void whatGrewOldIsSweptOutAndNoEviction() {
        put(NUMBER, answer(NUMBER, TrackingStatus.OUT_FOR_DELIVERY));
        put(OTHER, answer(OTHER, TrackingStatus.DELIVERED));
        assertThat(cache.stats().entries()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(5));
        assertThat(cache.stats().entries()).isEqualTo(1);
        assertThat(cache.stats().evictions()).isZero();
        assertThat(cache.get(OTHER)).isNotNull();
    }

    @Test
    void hitsAndMissesAreCounted() {
        assertThat(cache.stats()).isEqualTo(CacheStats.NONE);
        cache.get(NUMBER);
        put(NUMBER, answer(NUMBER, TrackingStatus.IN_TRANSIT));
        cache.get(NUMBER);
        cache.get(NUMBER);
        clock.advance(Duration.ofDays(1));
        cache.get(NUMBER);
        CacheStats stats = cache.stats();
        assertThat(stats.hits()).isEqualTo(2);
        assertThat(stats.misses()).isEqualTo(2);
        assertThat(stats.staleHits()).isZero();
    }

    private static TrackingNumber.Builder same() {
        TrackingNumber.Builder number = TrackingNumber.builder();
        number.value(NUMBER.value());
        return number;
    }

    private void put(TrackingNumber number, Outcome<TrackingResult> outcome) {
        cache.put(number, outcome, cache.epoch());
    }

    private Outcome<TrackingResult> given(TrackingNumber number) {
        ResultCache.Hit hit = cache.get(number);
        assertThat(hit).isNotNull();
        assertThat(hit.stale()).isFalse();
        return hit.outcome();
    }
}
