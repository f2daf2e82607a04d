package com.trackingmcp.mcp.internal.book;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.tool.Lazy;
import com.trackingmcp.model.Shipment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The shipments that were bought through this server, with their labels, for a day: carriers list none. Each is its
 * buyer's; an {@link Role#ADMIN} sees all. In memory only. Safe for use by many threads.
 */
public final class ShipmentBook {
    /** How long a shipment and its label can be read. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final long MOST_BYTES = 256L << 20;

    private final Clock clock;
    private final Lazy<Cache<String, Entry>> entries;

    /**
     * A shipment and who bought it.
     *
     * @param until when it is forgotten
     */
    public record Entry(Caller buyer, Shipment shipment, Instant boughtAt, Instant until) {}

    /** An empty book. */
    public ShipmentBook(Clock clock) {
        this.clock = clock;
        this.entries = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String id, Entry entry) -> weight(entry.shipment()))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build());
    }

    private static int weight(Shipment shipment) {
        long labels = shipment.labels().stream()
                .mapToLong(label -> label.content().map(bytes -> bytes.length).orElse(0))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, 2_000 + labels);
    }

    /** Remembers a shipment by its id. */
    public Entry put(Caller buyer, Shipment shipment) {
        Entry entry =
                new Entry(buyer, shipment, clock.instant(), clock.instant().plus(KEPT));
        entries.get().put(shipment.id(), entry);
        return entry;
    }

    /** A shipment by its id, where the caller may see it. */
    public Optional<Entry> find(Caller caller, String id) {
        return Optional.ofNullable(entries.get().getIfPresent(id)).filter(entry -> isFor(caller, entry));
    }

    /** All that the caller may see, the newest first. */
    public List<Entry> list(Caller caller) {
        return entries.get().asMap().values().stream()
                .filter(entry -> isFor(caller, entry))
                .sorted(Comparator.comparing(Entry::boughtAt)
                        .reversed()
                        .thenComparing(entry -> entry.shipment().id()))
                .toList();
    }

    private static boolean isFor(Caller caller, Entry entry) {
        return caller.role() == Role.ADMIN || entry.buyer().subject().equals(caller.subject());
    }
}
