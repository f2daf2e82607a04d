package com.trackingmcp.internal.engine;

import static com.trackingmcp.internal.engine.CacheSamples.NUMBER;
import static com.trackingmcp.internal.engine.CacheSamples.OTHER;
import static com.trackingmcp.internal.engine.CacheSamples.answer;
import static com.trackingmcp.internal.engine.CacheSamples.notFound;
import static com.trackingmcp.internal.engine.CacheSamples.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureTest {
    private static final TrackingNumber THIRD = TrackingNumber.of("PP0000000033");

    private final TestClock clock = new TestClock();
    private final ResultCache cache = new ResultCache(CachePolicy.standard(), clock);

    @Test
    void aNumberIsForgottenWhicheverWayItWasAskedFor() {
        TrackingNumber withCarrier = TrackingNumber.of(NUMBER.value(), "parcelpost");
        TrackingNumber.Builder number = TrackingNumber.builder();
        TrackingNumber withPostalCode =
                number.value(NUMBER.value()).postalCode("38118").build();
        put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED));
        put(withCarrier, answer(withCarrier, TrackingStatus.DELIVERED));
        put(withPostalCode, notFound(withPostalCode));
        put(OTHER, answer(OTHER, TrackingStatus.DELIVERED));
        cache.forget(NUMBER.value());
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.get(withCarrier)).isNull();
        assertThat(cache.get(withPostalCode)).isNull();
        assertThat(cache.get(OTHER)).isNotNull();
        assertThat(cache.stats().entries()).isEqualTo(1);
        assertThat(cache.stats().evictions()).isZero();
    }

    @Test
    void anAnswerThatLedToTheNumberIsForgottenWithIt() {
        put(OTHER, answer(NUMBER, TrackingStatus.DELIVERED));
        put(
                THIRD,
                Outcome.success(result(THIRD, TrackingStatus.DELIVERED)
                        .alternatives(
                                List.of(result(NUMBER, TrackingStatus.DELIVERED).build()))
                        .build()));
        cache.forget(NUMBER.value());
        assertThat(cache.stats().entries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PP0000000017", "pp 0000 0000 17", "PP-0000000017"})
    void anAnswerAboutAnotherPieceOfTheShipmentIsForgottenHoweverTheCarrierWritesTheNumber(String written) {
        put(OTHER, withPiece(written));
        cache.forget(NUMBER.value());
        assertThat(cache.get(OTHER)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PP00000000171", "17", "PP0000000017/1"})
    void aNumberThatOnlyLooksLikeItIsNot(String written) {
        put(OTHER, withPiece(written));
        cache.forget(NUMBER.value());
        assertThat(cache.get(OTHER)).isNotNull();
    }

    @Test
    void everythingIsForgotten() {
        put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED));
        put(OTHER, notFound(OTHER));
        cache.forgetAll();
        assertThat(cache.get(NUMBER)).isNull();
        assertThat(cache.get(OTHER)).isNull();
        assertThat(cache.stats().entries()).isZero();
        assertThat(cache.stats().bytes()).isZero();
    }

    @Test
    void whatIsPastItsTimeLeavesTheMemoryToo() {
        put(NUMBER, answer(NUMBER, TrackingStatus.UNKNOWN));
        clock.advance(Duration.ofSeconds(31));
        assertThat(cache.stats().entries()).isEqualTo(1);
        cache.forget(NUMBER.value());
        assertThat(cache.stats().entries()).isZero();
    }

    @Test
    void anAnswerOnItsWayIsNotKept() {
        long asked = cache.epoch();
        cache.forget(NUMBER.value());
        cache.put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED), asked);
        assertThat(cache.get(NUMBER)).isNull();
        long askedAgain = cache.epoch();
        cache.forgetAll();
        cache.put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED), askedAgain);
        assertThat(cache.get(NUMBER)).isNull();
    }

    @Test
    void whatIsAskedAfterwardsIsKept() {
        cache.forget(NUMBER.value());
        put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED));
        assertThat(cache.get(NUMBER)).isNotNull();
    }

    @Test
    void anAnswerThatIsBeingPutIsForgottenToo() throws Exception {
        ForgetsWhenRead interrupting = new ForgetsWhenRead();
        ResultCache raced = new ResultCache(CachePolicy.standard(), interrupting);
        Thread forgetting = new Thread(() -> raced.forget(NUMBER.value()));
        interrupting.forgetting = forgetting;
        raced.put(NUMBER, answer(NUMBER, TrackingStatus.DELIVERED), raced.epoch());
        forgetting.join();
        assertThat(raced.get(NUMBER)).isNull();
    }

    /** Is read when it is settled that an answer is kept: then it lets the number be forgotten, as far as that goes. */
    private static final class ForgetsWhenRead extends TestClock {
        private @Nullable Thread forgetting;

        @Override
        public long millis() {
            if (forgetting != null && forgetting.getState() == Thread.State.NEW) {
                forgetting.start();
                while (forgetting.isAlive() && forgetting.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            return super.millis();
        }
    }

    private static Outcome<TrackingResult> withPiece(String written) {
        return Outcome.success(result(OTHER, TrackingStatus.DELIVERED)
                .addAssociatedNumbers(AssociatedNumber.builder()
                        .type("package")
                        .number(written)
                        .build())
                .build());
    }

    private void put(TrackingNumber number, Outcome<TrackingResult> outcome) {
        cache.put(number, outcome, cache.epoch());
    }
}
