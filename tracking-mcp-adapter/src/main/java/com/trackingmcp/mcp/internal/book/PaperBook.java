package com.trackingmcp.mcp.internal.book;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.tool.Lazy;
import com.trackingmcp.model.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Papers that belong to no shipment, such as the manifest of a day, for a day: an answer holds none, only where to read it.
 * Each is its caller's; an {@link Role#ADMIN} sees all. In memory only. Safe for use by many threads.
 */
public final class PaperBook {
    /** How long a paper can be read. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final long MOST_BYTES = 64L << 20;

    private final Clock clock;
    private final Lazy<Cache<String, Entry>> entries;

    /**
     * A paper and whose it is.
     *
     * @param id nobody can guess it
     * @param until when it is forgotten
     */
    public record Entry(String id, Caller caller, Document paper, Instant until) {}

    /** An empty book. */
    public PaperBook(Clock clock) {
        this.clock = clock;
        this.entries = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher((String id, Entry entry) -> 1_000 + entry.paper().size())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build());
    }

    /** Remembers a paper. */
    public Entry put(Caller caller, Document paper) {
        String id = "p_" + UUID.randomUUID().toString().replace("-", "");
        Entry entry = new Entry(id, caller, paper, clock.instant().plus(KEPT).truncatedTo(ChronoUnit.SECONDS));
        entries.get().put(id, entry);
        return entry;
    }

    /** A paper by its id, where the caller may see it. */
    public Optional<Entry> find(Caller caller, String id) {
        return Optional.ofNullable(entries.get().getIfPresent(id))
                .filter(entry ->
                        caller.role() == Role.ADMIN || entry.caller().subject().equals(caller.subject()));
    }
}
