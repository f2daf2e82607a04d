package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Everything one Karrio server keeps, by kind and newest first, with ids such as {@code shp_…}. Not safe for use by many
 * threads: the wire lets one request in at a time.
 */
final class KarrioBook {
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    private final Clock clock;
    private final SplittableRandom chance;
    private final Map<String, Shelf> shelves = new HashMap<>();

    /** The things of one kind. */
    private static final class Shelf {
        private final Deque<KarrioEntry> newestFirst = new ArrayDeque<>();
        private final Map<String, KarrioEntry> byId = new HashMap<>();
    }

    KarrioBook(Clock clock, long seed) {
        this.clock = clock;
        this.chance = new SplittableRandom(seed);
    }

    Instant now() {
        return clock.instant();
    }

    /** An id as the server makes them: a prefix and 32 hexadecimal digits. */
    String id(String prefix) {
        return prefix + "_" + String.format(Locale.ROOT, "%016x%016x", chance.nextLong(), chance.nextLong());
    }

    /** How the server writes the time at which a thing was made. */
    static String written(Instant at) {
        return CREATED.format(at.atOffset(ZoneOffset.UTC));
    }

    /**
     * Keeps a thing of a kind such as {@code shp}, which is the prefix of its id as well: {@code id} and {@code test_mode}
     * are put into the JSON, and the request's id into its {@code meta}.
     */
    KarrioEntry enter(String kind, KarrioAsk ask, ObjectNode json) {
        String id = id(kind);
        json.put("id", id).put("test_mode", ask.testMode());
        ObjectNode meta = json.path("meta").isObject() ? (ObjectNode) json.path("meta") : json.putObject("meta");
        meta.put("request_id", ask.requestId());
        KarrioEntry entry = new KarrioEntry(id, now(), ask.testMode(), json);
        Shelf shelf = shelf(kind);
        shelf.newestFirst.addFirst(entry);
        shelf.byId.put(id, entry);
        return entry;
    }

    /** Makes the newest thing of its kind older than it is. */
    KarrioEntry backdate(KarrioEntry newest, Duration age) {
        KarrioEntry older = new KarrioEntry(newest.id(), newest.created().minus(age), newest.testMode(), newest.json());
        shelves.values().stream()
                .filter(shelf -> shelf.byId.containsKey(newest.id()))
                .forEach(shelf -> {
                    shelf.newestFirst.removeFirst();
                    shelf.newestFirst.addFirst(older);
                    shelf.byId.put(older.id(), older);
                });
        return older;
    }

    /** All of a kind that a caller sees, the newest first. */
    List<KarrioEntry> all(String kind, KarrioAsk ask) {
        return all(kind).stream()
                .filter(entry -> entry.testMode() == ask.testMode())
                .toList();
    }

    /** All of a kind, the newest first. */
    List<KarrioEntry> all(String kind) {
        return List.copyOf(shelf(kind).newestFirst);
    }

    /** The thing of this id, where the caller sees it. */
    Optional<KarrioEntry> find(String kind, KarrioAsk ask, String id) {
        return find(kind, id).filter(entry -> entry.testMode() == ask.testMode());
    }

    /** The thing of this id, whoever sees it. */
    Optional<KarrioEntry> find(String kind, String id) {
        return Optional.ofNullable(shelf(kind).byId.get(id));
    }

    /** The same, found by the id of the request that made it as well. */
    Optional<KarrioEntry> findOrRequest(String kind, KarrioAsk ask, String id) {
        return find(kind, ask, id)
                .or(() -> all(kind, ask).stream()
                        .filter(entry -> entry.requestId().equals(id))
                        .findFirst());
    }

    void remove(String kind, String id) {
        Shelf shelf = shelf(kind);
        KarrioEntry gone = shelf.byId.remove(id);
        shelf.newestFirst.remove(gone);
    }

    private Shelf shelf(String kind) {
        return shelves.computeIfAbsent(kind, any -> new Shelf());
    }
}
