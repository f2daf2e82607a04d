package com.trackingmcp.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Shows what one client holds: the cache as it is at each look at a meter, quotas and queues as they were within the last
 * second. The meters hold the client weakly: a registry keeps none alive. Safe for use by many threads.
 */
final class ClientGauges {
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private final OwnMeters meters;
    private final ClientStats client;
    private final Recent<List<ConnectionHealth>> health;
    private final Recent<List<LaneStatus>> lanes;
    private final Set<Object> shown = ConcurrentHashMap.newKeySet();
    private final AtomicLong lookedAt = new AtomicLong();

    private record Api(String connection, String api) {}

    private record Limit(Api api, Duration period) {}

    private record Lane(String connection, String lane) {}

    ClientGauges(OwnMeters meters, ClientStats client, LongSupplier ticker) {
        this.meters = meters;
        this.client = client;
        this.health = new Recent<>(ClientStats::health, ticker);
        this.lanes = new Recent<>(ClientStats::lanes, ticker);
    }

    void show() {
        gets("hit", CacheStats::hits);
        gets("stale", CacheStats::staleHits);
        gets("miss", CacheStats::misses);
        meters.counter(
                FunctionCounter.builder(
                                "trackingmcp.cache.evictions",
                                client,
                                stats -> stats.cacheStats().evictions())
                        .description("Answers dropped for want of room"),
                Tags.empty());
        gauge(
                "trackingmcp.cache.entries",
                "Answers held, by estimate",
                Tags.empty(),
                stats -> stats.cacheStats().entries());
        meters.gauge(
                Gauge.builder(
                                "trackingmcp.cache.size",
                                client,
                                stats -> stats.cacheStats().bytes())
                        .description("The memory that the answers held take, by estimate")
                        .baseUnit("bytes"),
                Tags.empty());
        showRows();
    }

    /** Looks for quotas and queues that are new; once in a while, and on one thread at a time. */
    void showNew(Instant now) {
        long last = lookedAt.get();
        long second = now.getEpochSecond();
        if (Math.abs(second - last) >= SECONDS_BETWEEN_LOOKS && lookedAt.compareAndSet(last, second)) {
            showRows();
        }
    }

    private void showRows() {
        for (ConnectionHealth health : client.health()) {
            for (QuotaStatus quota : health.quotas()) {
                show(health.carrier(), quota);
            }
        }
        for (LaneStatus lane : client.lanes()) {
            show(new Lane(lane.connection(), lane.lane()));
        }
    }

    // what a meter reads by must not hold the client: it gets it, as long as it lives

    private void show(String carrier, QuotaStatus quota) {
        Api api = new Api(quota.connection(), quota.api());
        Tags tags = Tags.of("carrier", carrier, "connection", api.connection(), "api", api.api());
        Recent<List<ConnectionHealth>> seen = health;
        if (shown.add(api)) {
            gauge(
                    "trackingmcp.quota.paused",
                    "1 while the carrier wants nothing sent",
                    tags,
                    stats -> paused(seen.of(stats), api));
        }
        for (QuotaStatus.Window window : quota.windows()) {
            Limit limit = new Limit(api, window.period());
            if (shown.add(limit)) {
                Tags ofLimit = tags.and("window", window.period().toString());
                gauge(
                        "trackingmcp.quota.remaining",
                        "Requests that could be sent at once",
                        ofLimit,
                        stats -> window(seen.of(stats), limit, QuotaStatus.Window::remaining));
                gauge(
                        "trackingmcp.quota.limit",
                        "Requests allowed in the period",
                        ofLimit,
                        stats -> window(seen.of(stats), limit, QuotaStatus.Window::limit));
            }
        }
    }

    private void show(Lane lane) {
        if (shown.add(lane)) {
            Tags tags = Tags.of("connection", lane.connection(), "lane", lane.lane());
            show(lane, "waiting", "Numbers that wait for their turn", tags, LaneStatus::waiting);
            show(lane, "active", "Batches under way", tags, LaneStatus::inFlight);
            show(lane, "limit", "Batches that may be under way at once", tags, LaneStatus::limit);
        }
    }

    private void show(Lane lane, String what, String description, Tags tags, ToIntFunction<LaneStatus> value) {
        Recent<List<LaneStatus>> seen = lanes;
        gauge("trackingmcp.lane." + what, description, tags, stats -> lane(seen.of(stats), lane, value));
    }

    private void gets(String result, ToLongFunction<CacheStats> count) {
        meters.counter(
                FunctionCounter.builder(
                                "trackingmcp.cache.gets", client, stats -> count.applyAsLong(stats.cacheStats()))
                        .description("Questions to the cache"),
                Tags.of("result", result));
    }

    private void gauge(String name, String description, Tags tags, ToDoubleFunction<ClientStats> value) {
        meters.gauge(Gauge.builder(name, client, value).description(description), tags);
    }

    private static double paused(List<ConnectionHealth> health, Api api) {
        return quota(health, api)
                .map(quota -> quota.pausedUntil().isPresent() ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    /** Not a number where it is gone, which is how Micrometer says that there is nothing to show. */
    private static double window(List<ConnectionHealth> health, Limit limit, ToLongFunction<QuotaStatus.Window> value) {
        return quota(health, limit.api()).stream()
                .flatMap(quota -> quota.windows().stream())
                .filter(window -> window.period().equals(limit.period()))
                .mapToDouble(window -> (double) value.applyAsLong(window))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<QuotaStatus> quota(List<ConnectionHealth> health, Api api) {
        return health.stream()
                .flatMap(connection -> connection.quotas().stream())
                .filter(quota -> quota.connection().equals(api.connection())
                        && quota.api().equals(api.api()))
                .findFirst();
    }

    private static double lane(List<LaneStatus> lanes, Lane lane, ToIntFunction<LaneStatus> value) {
        return lanes.stream()
                .filter(status -> status.connection().equals(lane.connection())
                        && status.lane().equals(lane.lane()))
                .mapToDouble(value::applyAsInt)
                .findFirst()
                .orElse(Double.NaN);
    }
}
