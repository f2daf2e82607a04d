package com.trackingmcp.http;

import com.trackingmcp.http.QuotaStorage.Budget;
import com.trackingmcp.http.QuotaStorage.Permit;
import com.trackingmcp.observe.QuotaStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A budget in a user's storage, and one in this process's memory to count by while that storage fails or does not answer.
 * Its futures never fail, and are done within {@link #PATIENCE}. Safe for use by many threads.
 */
final class FallbackBudget implements Budget {
    /** How long an answer is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How often a storage that did not answer is looked after. */
    static final Duration TIME_OFF = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(QuotaStorage.class);

    private final Budget shared;
    private final Budget own;
    private final String name;
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private volatile boolean away;
    private Instant lookAgain = Instant.MIN;
    /** Which of the two the last one was taken from, and gets it back. */
    private volatile Budget taken;

    /**
     * A budget to fall back on.
     *
     * @param shared that of the user's storage
     * @param own that of this process
     * @param name whose it is, for the log
     */
    FallbackBudget(Budget shared, Budget own, String name, Clock clock, ScheduledExecutorService timer) {
        this.shared = shared;
        this.own = own;
        this.name = name;
        this.clock = clock;
        this.timer = timer;
        this.taken = shared;
    }

    @Override
    public CompletableFuture<Permit> take(Duration longestWait) {
        return ask(
                () -> {
                    CompletableFuture<Permit> asked = shared.take(longestWait);
                    taken = shared;
                    return asked;
                },
                () -> {
                    taken = own;
                    return own.take(longestWait);
                },
                this::giveBackLater);
    }

    /** Nobody waits any more for one that came late. */
    private void giveBackLater(Permit late) {
        if (late.granted()) {
            timer.schedule(shared::giveBack, late.delay().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public CompletableFuture<Permit> estimate(long permits, Duration idle) {
        return ask(() -> shared.estimate(permits, idle), () -> own.estimate(permits, idle), late -> {});
    }

    @Override
    public void redeem() {
        taken.redeem();
    }

    @Override
    public void giveBack() {
        taken.giveBack();
    }

    @Override
    public CompletableFuture<List<QuotaStatus.Window>> remaining() {
        return ask(shared::remaining, own::remaining, late -> {});
    }

    private <T> CompletableFuture<T> ask(
            Supplier<CompletableFuture<T>> elsewhere, Supplier<CompletableFuture<T>> here, Consumer<T> late) {
        if (isAway()) {
            return here.get();
        }
        CompletableFuture<T> asked = safely(elsewhere);
        if (asked.isDone() && !asked.isCompletedExceptionally()) {
            return asked;
        }
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        ScheduledFuture<?> bell = timer.schedule(
                () -> {
                    if (answer.complete(Optional.empty())) {
                        goneAway(new TimeoutException("no answer within " + PATIENCE));
                    }
                },
                PATIENCE.toNanos(),
                TimeUnit.NANOSECONDS);
        asked.whenComplete((value, failure) -> {
            bell.cancel(false);
            boolean inTime = answer.complete(Optional.ofNullable(value));
            if (inTime && failure != null) {
                goneAway(Failures.unwrapped(failure));
            } else if (!inTime && failure == null) {
                late.accept(value);
            }
        });
        return answer.thenCompose(
                told -> told.map(CompletableFuture::completedFuture).orElseGet(here));
    }

    /** It should never throw, but then it should never fail either. */
    private static <T> CompletableFuture<T> safely(Supplier<CompletableFuture<T>> elsewhere) {
        try {
            return elsewhere.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void goneAway(Throwable why) {
        synchronized (this) {
            if (away) {
                return;
            }
            away = true;
            lookAgain = clock.instant().plus(TIME_OFF);
        }
        LOG.warn("The quota storage fails: until it answers again, this client counts {} by itself", name, why);
    }

    /** Whether the storage is known not to answer; now and then that is looked into, which nobody waits for. */
    private boolean isAway() {
        if (!away) {
            return false;
        }
        Instant now = clock.instant();
        synchronized (this) {
            if (now.isBefore(lookAgain)) {
                return away;
            }
            lookAgain = now.plus(TIME_OFF);
        }
        safely(shared::remaining).thenAccept(told -> {
            if (Duration.between(now, clock.instant()).compareTo(PATIENCE) <= 0) {
                away = false;
                LOG.info("The quota storage answers again, and counts {}", name);
            }
        });
        return away;
    }
}
