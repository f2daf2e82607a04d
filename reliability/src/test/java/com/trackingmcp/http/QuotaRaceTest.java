package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.reliability.race.Races;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Three requests a day, on a clock that stands: whoever asks when, three go out, and one more for each that is given back. */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class QuotaRaceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private final QuotaGate gate = new QuotaGate(
            CLOCK, TIMER, QuotaStorage.inMemory(CLOCK).budget("parcelpost", "track", Quota.parse("3/day")));

    @Operation
    public boolean admit() {
        CompletableFuture<Void> admitted = gate.admit(
                NOW, () -> ErrorDetails.builder(ErrorCode.RATE_LIMITED).operation("track"));
        return admitted.isDone() && !admitted.isCompletedExceptionally();
    }

    @Operation
    public void giveBack() {
        gate.giveBack();
    }

    /** What is promised, one after the other. */
    public static class Spec {
        private int left = 3;

        public boolean admit() {
            boolean granted = left > 0;
            left -= granted ? 1 : 0;
            return granted;
        }

        public void giveBack() {
            left = Math.min(3, left + 1);
        }
    }

    @Test
    void no_more_than_the_limit_goes_out_under_stress() {
        Races.stress().sequentialSpecification(Spec.class).check(QuotaRaceTest.class);
    }

    @Test
    @EnabledIfSystemProperty(named = "reliability.all", matches = "true")
    void no_more_than_the_limit_goes_out_in_every_order() {
        Races.modelChecking().sequentialSpecification(Spec.class).check(QuotaRaceTest.class);
    }
}
