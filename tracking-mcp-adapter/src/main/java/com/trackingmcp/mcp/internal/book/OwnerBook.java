package com.trackingmcp.mcp.internal.book;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.tool.Lazy;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose the pickups, papers and closed days are that carriers keep and that were made through this server, for a day. Each
 * is its maker's; an {@link Role#ADMIN} may reach all. What nobody made here is nobody's: who knows its number may ask its
 * carrier. In memory only. Safe for use by many threads.
 */
public final class OwnerBook {
    /** How long it is known whose something is. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final int MOST = 50_000;

    private final Lazy<Cache<String, Set<Entry>>> entries;

    /** What can be somebody's. */
    public enum Kind {
        /** A driver who comes. */
        PICKUP,
        /** A paper that was uploaded. */
        PAPER,
        /** A day that was closed; several callers may have closed a part of it, and its papers are of all parts. */
        DAY
    }

    /**
     * Something that a carrier keeps.
     *
     * @param carrier whose number it is; absent behind a gateway, which may lead to any carrier's account
     * @param number as the carrier knows it
     * @param marks what tells two of one number apart, such as the day of a pickup, as far as it is told
     */
    public record Thing(Kind kind, Optional<String> carrier, String number, Map<String, String> marks) {
        /** Something. */
        public Thing {
            marks = Map.copyOf(marks);
        }

        private String key() {
            // carriers know their numbers in small letters and with spaces too
            return kind + " " + number.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        }

        private boolean mayBe(Thing other) {
            return carrier.isEmpty() || other.carrier().isEmpty() || carrier.equals(other.carrier());
        }

        private boolean agrees(Thing other) {
            return marks.entrySet().stream()
                    .allMatch(mark -> other.marks()
                            .getOrDefault(mark.getKey(), mark.getValue())
                            .equals(mark.getValue()));
        }
    }

    private record Entry(Thing thing, String subject) {}

    /** An empty book. */
    public OwnerBook(Clock clock) {
        this.entries = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build());
    }

    /** Notes who made something. */
    public void put(Caller maker, Thing thing) {
        entries.get()
                .asMap()
                .merge(
                        thing.key(),
                        Set.of(new Entry(thing, maker.subject())),
                        (known, one) ->
                                Stream.concat(known.stream(), one.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the caller made it here. */
    public boolean isOwn(Caller caller, Thing thing) {
        return isMade(
                thing,
                entry -> entry.subject().equals(caller.subject())
                        && entry.thing().agrees(thing));
    }

    /**
     * Whether it is somebody else's, so that the caller may not reach it. Who asks may leave out or make up what tells two of
     * one number apart: such a number is another's unless all that is told is of one of the caller's own.
     */
    public boolean isAnothers(Caller caller, Thing thing) {
        boolean others = isMade(thing, entry -> !entry.subject().equals(caller.subject()));
        boolean shared = thing.kind() == Kind.DAY;
        return caller.role() != Role.ADMIN && others && (shared || !isOwn(caller, thing));
    }

    private boolean isMade(Thing thing, Predicate<Entry> by) {
        Set<Entry> known = entries.get().getIfPresent(thing.key());
        return known != null && known.stream().anyMatch(entry -> entry.thing().mayBe(thing) && by.test(entry));
    }
}
