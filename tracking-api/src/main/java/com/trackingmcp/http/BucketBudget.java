package com.trackingmcp.http;

import com.trackingmcp.observe.QuotaStatus;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.UninterruptibleBlockingStrategy;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A budget kept in one of Bucket4j's buckets, one bandwidth a window. Safe for use by many threads. */
final class BucketBudget implements QuotaStorage.Budget {
    private final Quota quota;
    private final TimeMeter time;
    private final Bucket bucket;

    BucketBudget(Quota quota, TimeMeter time) {
        this.quota = quota;
        this.time = time;
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        for (Quota.Window window : quota.windows()) {
            builder.addLimit(bandwidth -> window.startsAtMidnight()
                    ? bandwidth
                            .capacity(window.burst())
                            .refillIntervallyAligned(window.refill(), window.period(), nextMidnight())
                    : bandwidth.capacity(window.burst()).refillGreedy(window.refill(), window.period()));
        }
        this.bucket = builder.build();
    }

    private Instant nextMidnight() {
        Instant now = Instant.EPOCH.plusNanos(time.currentTimeNanos());
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /** Bucket4j tells how long a reservation must wait only by asking a blocking strategy to: this one just notes it. */
    private static final class Reservation implements UninterruptibleBlockingStrategy {
        private long nanos;

        @Override
        public void parkUninterruptibly(long nanosToPark) {
            nanos = nanosToPark;
        }
    }

    @Override
    public CompletableFuture<QuotaStorage.Permit> take(Duration longestWait) {
        if (bucket.tryConsume(1)) {
            return UnlimitedBudget.NOW;
        }
        long most = TimeUnit.NANOSECONDS.convert(longestWait);
        Reservation reservation = new Reservation();
        if (most <= 0 || !bucket.asBlocking().tryConsumeUninterruptibly(1, most, reservation)) {
            return estimate(1, Duration.ZERO);
        }
        return reservation.nanos == 0
                ? UnlimitedBudget.NOW
                : CompletableFuture.completedFuture(QuotaStorage.Permit.later(Duration.ofNanos(reservation.nanos)));
    }

    @Override
    public CompletableFuture<QuotaStorage.Permit> estimate(long permits, Duration idle) {
        BucketState later = state();
        long at = time.currentTimeNanos() + TimeUnit.NANOSECONDS.convert(idle);
        later.refillAllBandwidth(at);
        long nanos = later.calculateDelayNanosAfterWillBePossibleToConsume(permits, at, false);
        return CompletableFuture.completedFuture(
                QuotaStorage.Permit.refused(idle.plusNanos(nanos), tightest(later, permits)));
    }

    /** Of the windows that have not so many, the longest is the last to have them. */
    private Optional<Quota.Window> tightest(BucketState state, long permits) {
        Optional<Quota.Window> tightest = Optional.empty();
        for (int i = 0; i < quota.windows().size(); i++) {
            Quota.Window window = quota.windows().get(i);
            boolean longer = tightest.isEmpty()
                    || window.period().compareTo(tightest.get().period()) > 0;
            if (state.getCurrentSize(i) < permits && longer) {
                tightest = Optional.of(window);
            }
        }
        return tightest;
    }

    /** A copy of the state as it is now. */
    private BucketState state() {
        return bucket.asVerbose().getAvailableTokens().getState().copy();
    }

    @Override
    public void redeem() {
        // a full bucket takes nothing back, but still gives: that is the difference it makes
        bucket.addTokens(1);
        bucket.consumeIgnoringRateLimits(1);
    }

    @Override
    public void giveBack() {
        bucket.addTokens(1);
    }

    @Override
    public CompletableFuture<List<QuotaStatus.Window>> remaining() {
        BucketState now = state();
        List<QuotaStatus.Window> windows = new ArrayList<>();
        for (int i = 0; i < quota.windows().size(); i++) {
            Quota.Window window = quota.windows().get(i);
            windows.add(new QuotaStatus.Window(window.limit(), window.period(), now.getCurrentSize(i)));
        }
        return CompletableFuture.completedFuture(List.copyOf(windows));
    }
}
