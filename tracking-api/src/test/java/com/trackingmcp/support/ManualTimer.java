package com.trackingmcp.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer on a {@link TestClock}: what is due runs when the time is turned on. For one thread. */
public final class ManualTimer extends ScheduledThreadPoolExecutor {
    private final TestClock clock;
    private final List<Task> tasks = new ArrayList<>();

    public ManualTimer(TestClock clock) {
        super(0, Executors.defaultThreadFactory());
        this.clock = clock;
    }

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final Instant at;

        Task(Runnable command, Instant at) {
            super(command, null);
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(Delayed other) {
            return at.compareTo(((Task) other).at);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        Task task = new Task(command, clock.instant().plus(delay, unit.toChronoUnit()));
        tasks.add(task);
        return task;
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    /** Lets this time go by, and runs each task at its own time. */
    public void advance(Duration by) {
        Instant end = clock.instant().plus(by);
        while (true) {
            tasks.removeIf(FutureTask::isDone);
            Task next = tasks.stream().min(Comparator.naturalOrder()).orElse(null);
            if (next == null || next.at.isAfter(end)) {
                break;
            }
            if (next.at.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.at));
            }
            tasks.remove(next);
            next.run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    /** How many tasks are still to run. */
    public long pending() {
        return tasks.stream().filter(task -> !task.isDone()).count();
    }
}
