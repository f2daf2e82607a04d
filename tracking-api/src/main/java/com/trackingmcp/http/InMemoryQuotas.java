package com.trackingmcp.http;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Budgets in this process's memory. Safe for use by many threads. */
final class InMemoryQuotas implements QuotaStorage {
    /** By connection, API and quota, a line each. */
    private final ConcurrentMap<String, Budget> budgets = new ConcurrentHashMap<>();

    private final Clock clock;

    InMemoryQuotas(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Budget budget(String connection, String api, Quota quota) {
        return quota.isUnlimited()
                ? UnlimitedBudget.INSTANCE
                : budgets.computeIfAbsent(
                        connection + '\n' + api + '\n' + quota, key -> new BucketBudget(quota, new ClockMeter(clock)));
    }

    /** The time of a clock as Bucket4j wants it. */
    record ClockMeter(Clock clock) implements TimeMeter {
        private static final long NANOS = 1_000_000_000L;

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * NANOS + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
