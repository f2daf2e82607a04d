package com.trackingmcp.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Shows what one client holds, read anew for each look at a meter. The meters hold the client weakly: a registry keeps
 * none alive. Safe for use by many threads.
 */
final class ClientGauges {
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private final OwnMeters meters;
    private final ClientStats client;
    private final Set<Object> shown = ConcurrentHashMap.newKeySet();
    private final AtomicLong lookedAt = new AtomicLong();

    private record Api(String connection, String api) {}

    private record Limit(Api api, Duration period) {}

    private record Lane(String connection, String lane) {}

    ClientGauges(OwnMeters meters, ClientStats client) {
        this.meters = meters;
        this.client = client;
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

    private void show(String carrier, QuotaStatus quota) {
        Api api = new Api(quota.connection(), quota.api());
        Tags tags = Tags.of("carrier", carrier, "connection", api.connection(), "api", api.api());
        if (shown.add(api)) {
            gauge(
                    "trackingmcp.quota.paused",
                    "1 while the carrier wants nothing sent",
                    tags,
                    stats -> paused(stats, api));
        }
        for (QuotaStatus.Window window : quota.windows()) {
            Limit limit = new Limit(api, window.period());
            if (shown.add(limit)) {
                Tags ofLimit = tags.and("window", window.period().toString());
                gauge(
                        "trackingmcp.quota.remaining",
                        "Requests that could be sent at once",
                        ofLimit,
                        stats -> window(stats, limit, QuotaStatus.Window::remaining));
                gauge(
                        "trackingmcp.quota.limit",
                        "Requests allowed in the period",
                        ofLimit,
                        stats -> window(stats, limit, QuotaStatus.Window::limit));
            }
        }
    }

    private void show(Lane lane) {
        if (shown.add(lane)) {
            Tags tags = Tags.of("connection", lane.connection(), "lane", lane.lane());
            gauge(
                    "trackingmcp.lane.waiting",
                    "Requests that wait for their turn",
                    tags,
                    stats -> lane(stats, lane, LaneStatus::waiting));
            gauge(
                    "trackingmcp.lane.active",
                    "Requests under way",
                    tags,
                    stats -> lane(stats, lane, LaneStatus::inFlight));
            gauge(
                    "trackingmcp.lane.limit",
                    "Requests that may be under way at once",
                    tags,
                    stats -> lane(stats, lane, LaneStatus::limit));
        }
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

    private static double paused(ClientStats stats, Api api) {
        return quota(stats, api)
                .map(quota -> quota.pausedUntil().isPresent() ? 1.0 : 0.0)
                .orElse(Double.NaN);
    }

    /** Not a number where it is gone, which is how Micrometer says that there is nothing to show. */
    private static double window(ClientStats stats, Limit limit, ToLongFunction<QuotaStatus.Window> value) {
        return quota(stats, limit.api()).stream()
                .flatMap(quota -> quota.windows().stream())
                .filter(window -> window.period().equals(limit.period()))
                .mapToDouble(window -> (double) value.applyAsLong(window))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<QuotaStatus> quota(ClientStats stats, Api api) {
        return stats.health().stream()
                .flatMap(health -> health.quotas().stream())
                .filter(quota -> quota.connection().equals(api.connection())
                        && quota.api().equals(api.api()))
                .findFirst();
    }

    private static double lane(ClientStats stats, Lane lane, ToIntFunction<LaneStatus> value) {
        return stats.lanes().stream()
                .filter(status -> status.connection().equals(lane.connection())
                        && status.lane().equals(lane.lane()))
                .mapToDouble(value::applyAsInt)
                .findFirst()
                .orElse(Double.NaN);
    }
}
