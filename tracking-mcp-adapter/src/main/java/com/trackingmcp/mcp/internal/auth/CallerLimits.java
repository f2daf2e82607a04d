package com.trackingmcp.mcp.internal.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/** How many requests one name may send in a minute; names that are not heard of for long are forgotten. Safe for use by many threads. */
public final class CallerLimits {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 100_000;

    private final int perMinute;
    /** A bucket that was left alone for the period is full again, so that nothing is forgiven by forgetting it. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_NAMES)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    /**
     * A limit for each name.
     *
     * @param perMinute how many at once, and how many a minute; 0 for any number
     */
    public CallerLimits(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Counts a request.
     *
     * @return empty where it may go on; else how long to wait
     */
    public Optional<Duration> count(String name) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(name, any -> newBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                .build();
    }
}
