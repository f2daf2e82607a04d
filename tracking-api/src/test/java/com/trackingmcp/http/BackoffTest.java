package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration BASE = Duration.ofMillis(200);

    @ParameterizedTest
    @CsvSource({"1,0.0,100", "1,1.0,200", "2,0.0,200", "2,0.5,300", "2,1.0,400", "3,0.0,400", "3,1.0,800"})
    void eachWaitIsTwiceTheOneBeforeAndHalfOfItIsLeftToChance(int attempt, double jitter, long millis) {
        assertThat(new Backoff(5, BASE, () -> jitter).delay(attempt, Optional.empty()))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void whatTheCarrierAsksForWins() {
        Backoff backoff = new Backoff(5, BASE, () -> 0.5);
        assertThat(backoff.delay(3, Optional.of(Duration.ofSeconds(7)))).isEqualTo(Duration.ofSeconds(7));
        assertThat(backoff.delay(3, Optional.of(Duration.ZERO))).isZero();
    }

    @Test
    void waitsNeverOverflow() {
        Duration most = new Backoff(1_000_000, Duration.ofDays(1), () -> 0.99).delay(1_000_000, Optional.empty());
        assertThat(most).isPositive();
    }

    @Test
    void negativeCountsAndWaitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(-1, BASE, () -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(1, BASE.negated(), () -> 0));
    }
}
