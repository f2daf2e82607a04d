package com.trackingmcp.internal.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.error.TrackingNumberNotFoundException;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.observe.CacheStats;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers to tracking questions as a {@link CachePolicy} says. Safe for use by many threads; starts none.
 *
 * <p>A question is a whole {@link TrackingNumber}: with another carrier or postal code it is another one.
 *
 * <p>Old answers are told by one look at the clock and swept out once a minute by whoever puts an answer or asks for
 * {@link #stats()}. Caffeine could expire them, but then each hit helps to keep its queues in order, and costs nearly
 * twice as much.
 */
public final class ResultCache {
    private static final long SWEEP_EVERY = TimeUnit.MINUTES.toNanos(1);

    private final CachePolicy policy;
    private final Clock clock;
    /** Made for the first answer that is kept. */
    private volatile @Nullable Cache<TrackingNumber, CachedAnswer> kept;

    private final long whileRevalidate;
    private final long ifError;
    private final AtomicLong nextSweep;
    private final AtomicLong epoch = new AtomicLong();
    /** Many answers are put at once, none while some are forgotten. */
    private final ReadWriteLock forgetting = new ReentrantReadWriteLock();

    private final LongAdder hits = new LongAdder();
    private final LongAdder staleHits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    /**
     * An empty cache.
     *
     * @param policy one that is not {@link CachePolicy#isOff() off}
     * @param clock tells how old answers are; jumps of it make them older or younger, and so does what it is behind
     */
    public ResultCache(CachePolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        this.whileRevalidate = policy.staleWhileRevalidate().toNanos();
        this.ifError = policy.staleIfError().toNanos();
        this.nextSweep = new AtomicLong(now() + SWEEP_EVERY);
    }

    /**
     * An answer the cache gave.
     *
     * @param outcome the answer
     * @param stale whether it is past its time: it may be given at once, and is to be asked for anew beside
     */
    public record Hit(Outcome<TrackingResult> outcome, boolean stale) {}

    /** The answer that may be given at once; null where the carrier is to be asked first. */
    public @Nullable Hit get(TrackingNumber number) {
        CachedAnswer answer = find(number);
        if (answer != null) {
            long past = now() - answer.freshUntil();
            if (past < 0) {
                hits.increment();
                return answer.hit();
            }
            if (past < whileRevalidate && answer.mayBeStale()) {
                staleHits.increment();
                return new Hit(answer.hit().outcome(), true);
            }
        }
        misses.increment();
        return null;
    }

    private @Nullable CachedAnswer find(TrackingNumber number) {
        Cache<TrackingNumber, CachedAnswer> answers = kept;
        return answers == null ? null : answers.getIfPresent(number);
    }

    private Cache<TrackingNumber, CachedAnswer> answers() {
        Cache<TrackingNumber, CachedAnswer> answers = kept;
        return answers == null ? firstAnswers() : answers;
    }

    private synchronized Cache<TrackingNumber, CachedAnswer> firstAnswers() {
        Cache<TrackingNumber, CachedAnswer> answers = kept;
        if (answers == null) {
            answers = Caffeine.newBuilder()
                    .maximumWeight(policy.maxBytes())
                    .weigher((TrackingNumber number, CachedAnswer answer) -> answer.bytes())
                    .evictionListener((number, answer, cause) -> evictions.increment())
                    .executor(Runnable::run)
                    .build();
            kept = answers;
        }
        return answers;
    }

    /** What a question takes along when it starts, for {@link #put} to see what was forgotten meanwhile. */
    public long epoch() {
        return epoch.get();
    }

    /**
     * Keeps what a carrier answered, where the policy says so. An answer that is not to be kept puts out the one before
     * it; a failure that tells nothing of the parcel does not.
     *
     * <p>Whatever was asked before the last {@link #forget} is not kept, whichever number that was about: to compare
     * numbers, those to forget would have to be remembered.
     *
     * @param epoch the {@link #epoch()} when the question started
     */
    public void put(TrackingNumber number, Outcome<TrackingResult> outcome, long epoch) {
        if (outcome instanceof Outcome.Success<TrackingResult> success) {
            Duration time = timeToLive(success.get());
            keep(number, time, epoch, until -> CachedAnswer.known(number, success, until));
        } else if (outcome instanceof Outcome.Failure<TrackingResult> failure
                && failure.error() instanceof TrackingNumberNotFoundException error) {
            Duration time = policy.notFound();
            keep(number, time, epoch, until -> CachedAnswer.unknown(number, error, until));
        }
    }

    /** The best hit is the answer, but its alternatives grow old in it. */
    private Duration timeToLive(TrackingResult result) {
        Duration shortest = policy.timeToLive(result.status());
        for (TrackingResult alternative : result.alternatives()) {
            Duration time = timeToLive(alternative);
            shortest = time.compareTo(shortest) < 0 ? time : shortest;
        }
        return shortest;
    }

    private void keep(TrackingNumber number, Duration time, long asked, LongFunction<CachedAnswer> made) {
        forgetting.readLock().lock();
        try {
            if (epoch.get() != asked) {
                return;
            }
            if (!time.isZero()) {
                answers().put(number, made.apply(now() + time.toNanos()));
            } else if (kept != null) {
                answers().invalidate(number);
            }
        } finally {
            forgetting.readLock().unlock();
        }
        sweepWhenDue();
    }

    private void sweepWhenDue() {
        long now = now();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SWEEP_EVERY)) {
            answers().asMap().values().removeIf(answer -> isOfNoUse(answer, now));
        }
    }

    private boolean isOfNoUse(CachedAnswer answer, long now) {
        return now - answer.freshUntil() >= (answer.mayBeStale() ? Math.max(whileRevalidate, ifError) : 0);
    }

    /**
     * What to tell a caller who was not given an answer at once: what the carrier said; where that is a failure that
     * may pass, the answer before it, if the policy allows its age and it was not forgotten. Counted as a stale hit
     * then, beside the miss.
     */
    public Outcome<TrackingResult> orStale(TrackingNumber number, Outcome<TrackingResult> asked) {
        if (ifError == 0
                || !(asked instanceof Outcome.Failure<TrackingResult> failure)
                || !failure.error().retryable()) {
            return asked;
        }
        CachedAnswer answer = find(number);
        if (answer == null || !answer.mayBeStale() || now() - answer.freshUntil() >= ifError) {
            return asked;
        }
        staleHits.increment();
        return answer.hit().outcome();
    }

    /**
     * Drops every answer that is about this number: to questions for it, whichever carrier or postal code they name,
     * and to questions for other numbers that lead to it or list it among the numbers of its shipment, or whose
     * alternatives do. Texts that carriers wrote are not searched. Answers on their way are not kept either; callers
     * who asked still get them. Takes longer the more answers there are; giving answers does not wait for it.
     *
     * @param value the {@link TrackingNumber#value()}
     */
    public void forget(String value) {
        forgetting.writeLock().lock();
        try {
            epoch.incrementAndGet();
            answers()
                    .asMap()
                    .entrySet()
                    .removeIf(entry -> entry.getKey().value().equals(value)
                            || entry.getValue().mentions(value));
        } finally {
            forgetting.writeLock().unlock();
        }
    }

    /** Drops every answer, also those on their way. */
    public void forgetAll() {
        forgetting.writeLock().lock();
        try {
            epoch.incrementAndGet();
            answers().invalidateAll();
        } finally {
            forgetting.writeLock().unlock();
        }
    }

    /** What was counted since the cache was made. What grew old within the last minute may still be held. */
    public CacheStats stats() {
        sweepWhenDue();
        Cache<TrackingNumber, CachedAnswer> answers = answers();
        answers.cleanUp();
        long bytes = answers.policy()
                .eviction()
                .map(bound -> bound.weightedSize().orElse(0))
                .orElse(0L);
        return new CacheStats(
                hits.sum(), staleHits.sum(), misses.sum(), evictions.sum(), answers.estimatedSize(), bytes);
    }

    private long now() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
