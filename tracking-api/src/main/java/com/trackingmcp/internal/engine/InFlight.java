package com.trackingmcp.internal.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many tasks of one connection run at once and queues the others. Safe for use by many threads; blocks none.
 * Every queued task belongs to a call with a deadline, after which it fails without being sent.
 */
public final class InFlight {
    /** How many may wait; each has a deadline, but a loop that asks on and on is faster than any deadline. */
    static final int MOST_WAITING = 100_000;

    private final int permits;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Trampoline starter = new Trampoline(this::startWaiting);
    private int running;

    public InFlight(int permits) {
        this.permits = permits;
    }

    /** Whether so many wait that the next must be refused. */
    boolean isFull() {
        synchronized (waiting) {
            return waiting.size() >= MOST_WAITING;
        }
    }

    /** Runs a task now or later; one that throws or makes no future fails, and never keeps its place. */
    public <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        synchronized (waiting) {
            waiting.add(() -> started(task).whenComplete((value, failure) -> {
                release();
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            }));
        }
        starter.bounce();
        return result;
    }

    private static <T> CompletableFuture<T> started(Supplier<CompletableFuture<T>> task) {
        try {
            return Objects.requireNonNull(task.get(), "no future");
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void release() {
        synchronized (waiting) {
            running--;
        }
        starter.bounce();
    }

    private void startWaiting() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            if (running == permits || waiting.isEmpty()) {
                return null;
            }
            running++;
            return waiting.poll();
        }
    }
}
