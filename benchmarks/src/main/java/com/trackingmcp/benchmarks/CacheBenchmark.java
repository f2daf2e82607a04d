package com.trackingmcp.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.CachePolicy;
import com.trackingmcp.internal.engine.CoarseClock;
import com.trackingmcp.internal.engine.ResultCache;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an answer from the cache costs, beside what the bare cache below it costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {
    private static final int NUMBERS = 1024;

    private final String[] texts = new String[NUMBERS];
    private final TrackingNumber[] numbers = new TrackingNumber[NUMBERS];
    private final Cache<String, Outcome<TrackingResult>> bare =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<String, Outcome<TrackingResult>> expiring = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Clock coarse = new CoarseClock(Clock.systemUTC(), timer);
    private final ResultCache results = new ResultCache(CachePolicy.standard(), coarse);
    private final ResultCache lenient = new ResultCache(
            CachePolicy.builder().staleIfError(Duration.ofHours(1)).build(), coarse);
    private final ResultCache exact = new ResultCache(CachePolicy.standard(), Clock.systemUTC());

    /** Where each thread is among the numbers. */
    @State(Scope.Thread)
    public static class Position {
        private int next;

        int next() {
            return next++ & (NUMBERS - 1);
        }
    }

    @Setup
    public void fill() {
        for (int i = 0; i < NUMBERS; i++) {
            String text = "79470%07d".formatted(i);
            TrackingNumber number = TrackingNumber.of(text);
            Outcome<TrackingResult> outcome = Outcome.success(result(number));
            bare.put(text, outcome);
            expiring.put(text, outcome);
            results.put(number, outcome, results.epoch());
            lenient.put(number, outcome, lenient.epoch());
            exact.put(number, outcome, exact.epoch());
            // equal to what is kept, not the same: as a caller's are
            texts[i] = String.valueOf(text.toCharArray());
            numbers[i] = TrackingNumber.of(texts[i]);
        }
    }

    @TearDown
    public void end() {
        timer.shutdownNow();
    }

    @Benchmark
    public @Nullable Outcome<TrackingResult> bareCaffeine(Position position) {
        return bare.getIfPresent(texts[position.next()]);
    }

    /** The bare cache when it looks at a clock, as every cache does whose answers grow old. */
    @Benchmark
    public @Nullable Outcome<TrackingResult> bareCaffeineThatExpires(Position position) {
        return expiring.getIfPresent(texts[position.next()]);
    }

    @Benchmark
    public ResultCache.@Nullable Hit resultCache(Position position) {
        return results.get(numbers[position.next()]);
    }

    @Benchmark
    public ResultCache.@Nullable Hit resultCacheThatGivesStale(Position position) {
        return lenient.get(numbers[position.next()]);
    }

    /** With a clock of the caller's own, here the system's without anything between. */
    @Benchmark
    public ResultCache.@Nullable Hit resultCacheWithOwnClock(Position position) {
        return exact.get(numbers[position.next()]);
    }

    /** The clock that a client looks at by itself. */
    @Benchmark
    public long coarseClock() {
        return coarse.millis();
    }

    /** The clock alone: whether an answer is fresh cannot be told without one. */
    @Benchmark
    public long clock() {
        return Clock.systemUTC().millis();
    }

    private static TrackingResult result(TrackingNumber number) {
        TrackingResult.Builder result = TrackingResult.builder();
        return result.number(number)
                .carrier("fedex")
                .connection("fedex")
                .status(TrackingStatus.DELIVERED)
                .retrievedAt(Clock.systemUTC().instant())
                .build();
    }
}
