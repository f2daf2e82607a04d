package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Pauses of one API, on a clock that stands: the longest holds, and nothing goes out once one of them was asked for. */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Param(name = "seconds", gen = IntGen.class, conf = "1:3")
public class PauseRaceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TestClock CLOCK = TestClock.fixed(NOW);

    private final QuotaGate gate = new QuotaGate(CLOCK, new HandTurnedTimer(CLOCK), UnlimitedBudget.INSTANCE);

    @Operation
    public void pause(@Param(name = "seconds") int seconds) {
        gate.pause(Duration.ofSeconds(seconds));
    }

    @Operation
    public boolean isPaused() {
        return gate.isPaused();
    }

    @Operation
    public long secondsLeft() {
        return gate.forecast(1).delay().toSeconds();
    }

    @Operation
    public boolean admit() {
        CompletableFuture<Void> admitted = gate.admit(
                NOW, () -> ErrorDetails.builder(ErrorCode.RATE_LIMITED).operation("track"));
        return admitted.isDone() && !admitted.isCompletedExceptionally();
    }

    /** What is promised, one after the other. */
    public static class Spec {
        private int left;

        public void pause(int seconds) {
            left = Math.max(left, seconds);
        }

        public boolean isPaused() {
            return left > 0;
        }

        public long secondsLeft() {
            return left;
        }

        public boolean admit() {
            return left == 0;
        }
    }

    @Test
    void the_longest_pause_holds_under_stress() {
        Races.stress().sequentialSpecification(Spec.class).check(PauseRaceTest.class);
    }

    @Test
    void the_longest_pause_holds_in_every_order() {
        Races.modelChecking().sequentialSpecification(Spec.class).check(PauseRaceTest.class);
    }
}
