package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final Deque<CompletableFuture<Integer>> running = new ArrayDeque<>();

    @Test
    void noMoreRunAtOnceThanAllowedAndTheOthersFollowInOrder() {
        InFlight inFlight = new InFlight(2);
        List<Integer> started = new ArrayList<>();
        List<CompletableFuture<Integer>> results = new ArrayList<>();
        for (int task = 0; task < 5; task++) {
            int number = task;
            results.add(inFlight.run(() -> {
                started.add(number);
                running.add(new CompletableFuture<>());
                return running.getLast();
            }));
        }
        assertThat(started).containsExactly(0, 1);
        running.poll().complete(10);
        assertThat(started).containsExactly(0, 1, 2);
        running.poll().completeExceptionally(new IllegalStateException("a defect"));
        assertThat(started).containsExactly(0, 1, 2, 3);
        running.poll().complete(12);
        running.poll().complete(13);
        running.poll().complete(14);
        assertThat(results.get(0)).isCompletedWithValue(10);
        assertThat(results.get(1)).isCompletedExceptionally();
        assertThat(results.get(4)).isCompletedWithValue(14);
    }

    @Test
    void thousandsThatAreDoneAtOnceNeedNoDeepStack() {
        InFlight inFlight = new InFlight(1);
        CompletableFuture<Integer> first = new CompletableFuture<>();
        inFlight.run(() -> first);
        List<CompletableFuture<Integer>> queued = new ArrayList<>();
        for (int task = 0; task < 100_000; task++) {
            int number = task;
            queued.add(inFlight.run(() -> CompletableFuture.completedFuture(number)));
        }
        assertThat(queued).noneMatch(CompletableFuture::isDone);
        first.complete(0);
        assertThat(queued).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aTaskThatThrowsFailsAndGivesItsPlaceBack() {
        InFlight inFlight = new InFlight(1);
        CompletableFuture<Integer> broken = inFlight.run(() -> {
            throw new StackOverflowError();
        });
        assertThat(broken).isCompletedExceptionally();
        assertThat(inFlight.<Integer>run(() -> null)).isCompletedExceptionally();
        assertThat(inFlight.run(() -> CompletableFuture.completedFuture(7))).isCompletedWithValue(7);
    }

    @Test
    void aTaskMayQueueAnother() {
        InFlight inFlight = new InFlight(1);
        List<CompletableFuture<Integer>> inner = new ArrayList<>();
        CompletableFuture<Integer> outer = inFlight.run(() -> {
            inner.add(inFlight.run(() -> CompletableFuture.completedFuture(2)));
            return CompletableFuture.completedFuture(1);
        });
        assertThat(outer).isCompletedWithValue(1);
        assertThat(inner.get(0)).isCompletedWithValue(2);
    }
}
