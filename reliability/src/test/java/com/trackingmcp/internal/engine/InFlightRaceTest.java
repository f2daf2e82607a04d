package com.trackingmcp.internal.engine;

import com.trackingmcp.reliability.race.Races;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two places for many tasks: never more run at once, and each comes to its end. */
@EnabledIfSystemProperty(named = "reliability.all", matches = "true")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class InFlightRaceTest {
    private static final int PLACES = 2;

    private final InFlight inFlight = new InFlight(PLACES);
    private final Deque<CompletableFuture<Integer>> running = new ArrayDeque<>();
    private final List<CompletableFuture<Integer>> results = new ArrayList<>();
    private boolean tooMany;

    private synchronized CompletableFuture<Integer> begun() {
        CompletableFuture<Integer> task = new CompletableFuture<>();
        running.add(task);
        tooMany |= running.size() > PLACES;
        return task;
    }

    private synchronized CompletableFuture<Integer> oldest() {
        CompletableFuture<Integer> task = running.poll();
        return task == null ? new CompletableFuture<>() : task;
    }

    private synchronized void keep(CompletableFuture<Integer> result) {
        results.add(result);
    }

    @Operation
    public void run() {
        keep(inFlight.run(this::begun));
    }

    @Operation
    public void runWhatThrows() {
        keep(inFlight.run(() -> {
            throw new IllegalStateException("a defect");
        }));
    }

    @Operation
    public void end() {
        oldest().complete(1);
    }

    @Validate
    public void eachEndsAndNeverDoTooManyRun() {
        for (int i = 0; i < 100; i++) {
            oldest().complete(1);
        }
        if (tooMany || !results.stream().allMatch(CompletableFuture::isDone)) {
            throw new IllegalStateException("too many: " + tooMany + "; " + results);
        }
    }

    @Test
    void tasks_end_and_keep_their_places_under_stress() {
        Races.stress().check(InFlightRaceTest.class);
    }

    @Test
    void tasks_end_and_keep_their_places_in_every_order() {
        Races.modelChecking().check(InFlightRaceTest.class);
    }
}
