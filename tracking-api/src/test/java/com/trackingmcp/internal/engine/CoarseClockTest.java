package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.support.ManualTimer;
import com.trackingmcp.support.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoarseClockTest {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LESS_THAN_A_TICK = Duration.ofMillis(19);

    private final TestClock exact = new TestClock();
    private final ManualTimer timer = new ManualTimer(exact);
    private final CoarseClock clock = new CoarseClock(exact, timer);

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void looksThatAreApartAreAtTheClockItself() {
        for (int look = 0; look < 5; look++) {
            exact.advance(Duration.ofMillis(1));
            assertThat(clock.millis()).isEqualTo(exact.millis());
        }
        assertThat(timer.pending()).isZero();
    }

    @Test
    void whileManyLookItIsUpToATickBehind() {
        lookOften();
        long time = exact.millis();

        timer.advance(LESS_THAN_A_TICK);
        assertThat(clock.millis()).isEqualTo(time);
        assertThat(clock.instant().toEpochMilli()).isEqualTo(time);
        timer.advance(Duration.ofMillis(1));
        assertThat(clock.millis()).isEqualTo(exact.millis());
    }

    @Test
    void aTickWithoutALookIsTheLast() {
        lookOften();
        timer.advance(TICK.multipliedBy(3));

        assertThat(timer.pending()).isZero();
        exact.advance(LESS_THAN_A_TICK);
        assertThat(clock.millis()).isEqualTo(exact.millis());
    }

    @Test
    void isKeptAgainWhenManyLookAgain() {
        lookOften();
        timer.advance(TICK.multipliedBy(3));
        lookOften();
        long time = exact.millis();
        timer.advance(LESS_THAN_A_TICK);

        assertThat(clock.millis()).isEqualTo(time);
    }

    @Test
    void onceTheTimerIsShutDownItIsTheClockItself() {
        lookOften();
        timer.shutdownNow();
        exact.advance(Duration.ofHours(1));

        lookOften();
        exact.advance(LESS_THAN_A_TICK);
        assertThat(clock.millis()).isEqualTo(exact.millis());
    }

    private void lookOften() {
        for (int look = 0; look < 3; look++) {
            assertThat(clock.millis()).isEqualTo(exact.millis());
        }
    }
}
