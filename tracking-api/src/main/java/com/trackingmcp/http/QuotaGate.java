package com.trackingmcp.http;

import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.QuotaStorage.Budget;
import com.trackingmcp.http.QuotaStorage.Permit;
import com.trackingmcp.observe.QuotaStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests to one API out: within its budget, not before a pause has ended, in the order they came. Safe for
 * use by many threads; nobody blocks, and nothing waits longer than its deadline.
 *
 * <p>Of the requests that wait, only one is ever kept in the budget, for whoever is first when its time comes. So
 * nobody's leaving changes the times of the others, and after a pause they go out no faster than the budget allows.
 */
final class QuotaGate {
    /** How many may wait; any more fail at once. */
    static final int MOST_WAITING = 10_000;

    private static final CompletableFuture<Void> OPEN = CompletableFuture.completedFuture(null);

    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Budget budget;
    private final boolean unlimited;

    private final QuotaQueue queue = new QuotaQueue();
    private final Pause pause;
    /** From when on what the budget keeps may be used. */
    private @Nullable Instant kept;
    /** Whether the budget was asked and has not answered yet. */
    private boolean asking;

    private @Nullable Alarm alarm;

    private record Alarm(Instant at, ScheduledFuture<?> timer) {}

    /**
     * A gate that is open.
     *
     * @param budget one whose futures never fail
     */
    QuotaGate(Clock clock, ScheduledExecutorService timer, Budget budget) {
        this.clock = clock;
        this.pause = new Pause(clock);
        this.timer = timer;
        this.budget = budget;
        this.unlimited = budget == UnlimitedBudget.INSTANCE;
    }

    /**
     * Waits until one request may go out.
     *
     * @param deadline when the caller stops waiting: what cannot go out by then fails now, with
     *     {@link com.trackingmcp.error.RateLimitedException} and how long it would have taken
     * @param fault starts the error
     * @return done once the request may go out; cancel it where the caller leaves: its place is free then
     */
    CompletableFuture<Void> admit(Instant deadline, Supplier<ErrorDetails.Builder> fault) {
        if (unlimited && pause.isNone()) {
            return OPEN;
        }
        Queue<Runnable> news = new ArrayDeque<>(1);
        QuotaWaiter waiter;
        synchronized (this) {
            Instant now = clock.instant();
            if (!pause.lasts(now) && queue.isEmpty() && kept == null && !asking) {
                pause.end();
                CompletableFuture<Permit> asked = budget.take(Duration.between(now, deadline));
                if (asked.isDone() && asked.join().isNow()) {
                    return OPEN;
                }
                waiter = enqueue(deadline, fault);
                await(asked, now, news);
            } else {
                CompletableFuture<Permit> estimate = estimate(now);
                boolean full = queue.size() >= MOST_WAITING;
                waiter = enqueue(deadline, fault);
                judge(waiter, estimate, full, news);
            }
            advance(news);
        }
        news.forEach(Runnable::run);
        return waiter;
    }

    private QuotaWaiter enqueue(Instant deadline, Supplier<ErrorDetails.Builder> fault) {
        QuotaWaiter waiter = new QuotaWaiter(deadline, fault);
        queue.add(waiter);
        waiter.whenComplete((nothing, failure) -> leave(waiter));
        return waiter;
    }

    private synchronized void leave(QuotaWaiter waiter) {
        queue.remove(waiter);
    }

    /** Whether anything is held back, or may be. */
    boolean mayDelay() {
        return !unlimited || !pause.isNone();
    }

    /** When the last of so many more could go; now where that is not known at once. */
    synchronized Permit forecast(long more) {
        Duration paused = pause.left(clock.instant());
        CompletableFuture<Permit> estimate = budget.estimate(queue.size() + (kept == null ? 0 : 1) + more, paused);
        return estimate.isDone() ? estimate.join() : Permit.now();
    }

    /** How long one more in the queue would wait. */
    private CompletableFuture<Permit> estimate(Instant now) {
        Duration paused = pause.left(now);
        if (kept != null && queue.isEmpty()) {
            Duration left = Duration.between(now, kept);
            return CompletableFuture.completedFuture(
                    Permit.refused(left.compareTo(paused) > 0 ? left : paused, Optional.empty()));
        }
        return budget.estimate(Math.max(1, queue.size() + (kept == null ? 1 : 0)), paused);
    }

    /** Refuses at once what would wait too long; a storage elsewhere tells a little later. */
    private void judge(QuotaWaiter waiter, CompletableFuture<Permit> estimate, boolean full, Queue<Runnable> news) {
        if (!estimate.isDone()) {
            estimate.whenCompleteAsync((permit, failure) -> settle(told -> judge(waiter, estimate, full, told)), timer);
            return;
        }
        Permit permit = estimate.join();
        Instant due = clock.instant().plus(permit.delay());
        if ((full || due.isAfter(waiter.deadline())) && queue.remove(waiter)) {
            Optional<Instant> paused = pause.told();
            news.add(() -> waiter.refuse(permit.delay(), permit.limit(), paused));
        }
    }

    private interface Change {
        void make(Queue<Runnable> news);
    }

    /** Changes what waits, and tells those whom it concerns without holding the others up. */
    private void settle(Change change) {
        Queue<Runnable> news = new ArrayDeque<>();
        synchronized (this) {
            change.make(news);
            advance(news);
        }
        news.forEach(Runnable::run);
    }

    /** Goes as far as time, pause and budget allow. */
    private void advance(Queue<Runnable> news) {
        while (!asking) {
            Instant now = clock.instant();
            if (pause.lasts(now)) {
                refuseBefore(pause.until(), Optional.empty(), now, news);
                if (kept != null || !queue.isEmpty()) {
                    wakeAt(pause.until(), now);
                }
                return;
            }
            pause.end();
            if (kept != null && !kept.isAfter(now)) {
                kept = null;
                useOrGiveBack(queue.poll(), news);
            } else if (kept != null) {
                refuseBefore(kept, Optional.empty(), now, news);
                wakeAt(kept, now);
                return;
            } else if (queue.isEmpty()) {
                return;
            } else {
                await(budget.take(Duration.between(now, queue.firstDeadline())), now, news);
            }
        }
    }

    private void useOrGiveBack(@Nullable QuotaWaiter first, Queue<Runnable> news) {
        if (first == null) {
            budget.giveBack();
            return;
        }
        budget.redeem();
        news.add(() -> {
            if (!first.complete(null)) {
                budget.giveBack();
            }
        });
    }

    private void await(CompletableFuture<Permit> asked, Instant now, Queue<Runnable> news) {
        if (asked.isDone()) {
            answered(asked, now, news);
            return;
        }
        asking = true;
        asked.whenCompleteAsync(
                (permit, failure) -> settle(told -> {
                    asking = false;
                    answered(asked, clock.instant(), told);
                }),
                timer);
    }

    private void answered(CompletableFuture<Permit> asked, Instant now, Queue<Runnable> news) {
        Permit permit = asked.join();
        if (permit.granted()) {
            kept = now.plus(permit.delay());
        } else {
            refuseBefore(now.plus(permit.delay()), permit.limit(), now, news);
        }
    }

    /** Nobody goes out before this time: who cannot wait for it learns so now. */
    private void refuseBefore(Instant due, Optional<Quota.Window> limit, Instant now, Queue<Runnable> news) {
        Optional<Instant> paused = pause.told();
        Duration delay = Duration.between(now, due);
        queue.removeWhoLeaveBefore(due).forEach(waiter -> news.add(() -> waiter.refuse(delay, limit, paused)));
    }

    private void wakeAt(Instant at, Instant now) {
        if (alarm != null) {
            if (!alarm.at.isAfter(at)) {
                return;
            }
            alarm.timer.cancel(false);
        }
        long nanos = TimeUnit.NANOSECONDS.convert(Duration.between(now, at));
        alarm = new Alarm(at, timer.schedule(() -> settle(news -> alarm = null), nanos, TimeUnit.NANOSECONDS));
    }

    /** One that was let out was not sent after all. */
    void giveBack() {
        budget.giveBack();
    }

    /** Lets nothing out for so long; a longer pause stays as it is. */
    void pause(Duration length) {
        settle(news -> pause.extend(length));
    }

    /** Whether nothing goes out now because the carrier wants a pause. */
    boolean isPaused() {
        return pause.lasts();
    }

    /** How many wait. */
    synchronized int waiting() {
        return queue.size();
    }

    /** What is left. */
    CompletableFuture<QuotaStatus> status(String connection, String api) {
        return budget.remaining().thenApply(windows -> new QuotaStatus(connection, api, windows, pause.told()));
    }
}
