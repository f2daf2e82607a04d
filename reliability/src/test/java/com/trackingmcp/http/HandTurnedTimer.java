package com.trackingmcp.http;

import com.trackingmcp.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer on a clock that stands: each task runs when the time is turned on to it. Safe for use by many threads. */
final class HandTurnedTimer extends ScheduledThreadPoolExecutor {
    private final TestClock clock;
    private final PriorityBlockingQueue<Task> tasks = new PriorityBlockingQueue<>();

    HandTurnedTimer(TestClock clock) {
        super(0);
        this.clock = clock;
    }

    private static final class Task extends FutureTask<Void> implements ScheduledFuture<Void> {
        private final Instant at;

        @SuppressWarnings("NullAway") // a task without a result has none
        Task(Runnable command, Instant at) {
            super(command, null);
            this.at = at;
        }

        /** What goes wrong in a task must not be kept by it. */
        @Override
        protected void setException(Throwable failure) {
            throw new AssertionError(failure);
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
    public <V> ScheduledFuture<V> schedule(Callable<V> command, long delay, TimeUnit unit) {
        Task task = new Task(() -> call(command), clock.instant().plus(delay, unit.toChronoUnit()));
        tasks.add(task);
        @SuppressWarnings("unchecked") // nobody asks for what comes of it
        ScheduledFuture<V> future = (ScheduledFuture<V>) (ScheduledFuture<?>) task;
        return future;
    }

    private static void call(Callable<?> command) {
        try {
            command.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What is done again and again looks after the real time, of which none goes by here. */
    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        return new Task(command, Instant.MAX);
    }

    /**
     * Turns the time on to the next task and runs it; one thread at a time. Where there is none it is waited for, without
     * any time going by; false where none comes.
     */
    synchronized boolean runNext(Duration patience) throws InterruptedException {
        Task next = tasks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        while (next != null && next.isDone()) {
            next = tasks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
        if (next == null) {
            return false;
        }
        Duration left = Duration.between(clock.instant(), next.at);
        clock.advance(left.isNegative() ? Duration.ZERO : left);
        next.run();
        return true;
    }
}
