package com.trackingmcp.http;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.reliability.race.Races;
import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * One request a second, and those who wait for it: they come, leave, give back what they do not use, and are paused while the
 * time goes by. Nobody is forgotten, and no more go out than there are seconds.
 */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class QuotaQueueRaceTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final TestClock clock = TestClock.fixed(START);
    private final HandTurnedTimer timer = new HandTurnedTimer(clock);
    private final QuotaGate gate =
            new QuotaGate(clock, timer, QuotaStorage.inMemory(clock).budget("parcelpost", "track", Quota.parse("1/s")));
    private final List<CompletableFuture<Void>> came = new ArrayList<>();
    private int givenBack;

    @Operation
    public void comeWithAnHour() {
        come(Duration.ofHours(1));
    }

    @Operation
    public void comeWithTwoSeconds() {
        come(Duration.ofSeconds(2));
    }

    private void come(Duration patience) {
        CompletableFuture<Void> admitted = gate.admit(
                clock.instant().plus(patience),
                () -> ErrorDetails.builder(ErrorCode.RATE_LIMITED).operation("track"));
        synchronized (came) {
            came.add(admitted);
        }
    }

    /** At the door, who is told to go and to leave at once does one of them. */
    @Operation
    public void theLastLeaves() {
        CompletableFuture<Void> last;
        synchronized (came) {
            last = came.isEmpty() ? null : came.get(came.size() - 1);
        }
        if (last != null) {
            last.cancel(false);
        }
    }

    @Operation
    public void giveBack() {
        synchronized (came) {
            if (outside() <= givenBack) {
                return;
            }
            givenBack++;
        }
        gate.giveBack();
    }

    @Operation
    public void pause() {
        gate.pause(Duration.ofSeconds(1));
    }

    @Operation
    public void timeGoesBy() throws InterruptedException {
        timer.runNext(Duration.ZERO);
    }

    private long outside() {
        return came.stream()
                .filter(each -> each.isDone() && !each.isCompletedExceptionally())
                .count();
    }

    @Validate
    public void nobodyIsForgottenAndNoMoreGoOutThanThereAreSeconds() throws InterruptedException {
        while (timer.runNext(Duration.ZERO)) {
            // whoever waits still is let out in time
        }
        long seconds = Duration.between(START, clock.instant()).toSeconds();
        boolean forgotten = !came.stream().allMatch(CompletableFuture::isDone) || gate.waiting() != 0;
        if (forgotten || outside() > 1 + seconds + givenBack) {
            throw new IllegalStateException(outside() + " of " + came.size() + " went out in " + seconds + " s, "
                    + givenBack + " were given back, " + gate.waiting() + " wait");
        }
    }

    @Test
    void nobody_is_forgotten_and_the_limit_holds_under_stress() {
        Races.stress().check(QuotaQueueRaceTest.class);
    }

    @Test
    void nobody_is_forgotten_and_the_limit_holds_in_every_order() {
        Races.modelChecking().check(QuotaQueueRaceTest.class);
    }
}
