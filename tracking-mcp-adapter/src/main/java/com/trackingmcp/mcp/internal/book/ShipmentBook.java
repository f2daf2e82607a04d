package com.trackingmcp.mcp.internal.book;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.internal.tool.Lazy;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedParcel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shipments that were bought or found again through this server, with their labels, for a day: carriers list none.
 * Each is its buyer's; an {@link Role#ADMIN} sees all. Two carriers may have the same id, so each is known by its
 * connection and its id there, such as {@code ups:1ZTK00010310070084}. In memory only. Safe for use by many threads.
 */
public final class ShipmentBook {
    /** How long a shipment and its label can be read. */
    public static final Duration KEPT = Duration.ofDays(1);

    private static final long MOST_BYTES = 256L << 20;

    private final Clock clock;
    private static final int MOST_REFERENCES = 20_000;

    private final Lazy<Cache<String, Entry>> entries;
    /** Who bought something under a reference, or tried to: it is theirs too where the answer was lost. */
    private final Lazy<Cache<String, Set<Caller>>> buyers;

    /**
     * A shipment and who bought it.
     *
     * @param until when it is forgotten
     * @param cancelled whether it was cancelled through this server
     */
    public record Entry(Caller buyer, Shipment shipment, Instant boughtAt, Instant until, boolean cancelled) {
        /** What agents call it by: unlike every other's. */
        public String id() {
            return idOf(shipment.connection(), shipment.id());
        }

        /** The resource of its labels: the id in it is percent-encoded where it must be. */
        public String labelUri() {
            String encoded = URLEncoder.encode(id(), StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%3A", ":");
            return "tracking://shipments/" + encoded + "/label";
        }
    }

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
        this.buyers = new Lazy<>(() -> Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_REFERENCES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build());
    }

    /** Notes that a shipment is about to be bought: should its answer be lost, it is this caller's to find again. */
    public void expect(Caller buyer, List<Reference> references) {
        for (Reference reference : references) {
            buyers.get()
                    .asMap()
                    .merge(
                            plain(reference.value()),
                            Set.of(buyer),
                            (known, one) -> Stream.concat(known.stream(), one.stream())
                                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private Set<Caller> buyers(Shipment shipment) {
        return shipment.references().stream()
                .map(reference -> buyers.get().getIfPresent(plain(reference.value())))
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** However it is written: carriers know their numbers in small letters and with spaces too. */
    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static int weight(Shipment shipment) {
        long papers = shipment.documents().stream()
                .mapToLong(document -> document.base64().map(String::length).orElse(0))
                .sum();
        long parcels = shipment.parcels().stream()
                .flatMap(parcel -> parcel.documents().stream())
                .mapToLong(document -> document.base64().map(String::length).orElse(0))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, 2_000 + papers + parcels);
    }

    /** What agents call a shipment by. */
    public static String idOf(String connection, String id) {
        return connection + ":" + id;
    }

    /**
     * Remembers a shipment. One that is known stays its buyer's, whoever finds it again.
     *
     * @return the entry; also where it is another caller's, which {@link #isAnothers} tells
     */
    public Entry put(Caller caller, Shipment shipment) {
        Instant now = clock.instant();
        Set<Caller> expected = buyers(shipment);
        // an administrator who finds it does not take it away
        Caller buyer = expected.size() == 1 ? expected.iterator().next() : caller;
        Entry fresh = new Entry(buyer, shipment, now, now.plus(KEPT).truncatedTo(ChronoUnit.SECONDS), false);
        return entries.get().asMap().merge(fresh.id(), fresh, ShipmentBook::again);
    }

    /** One that was found again tells less than when it was bought, and may come without labels: those that are here stay. */
    private static Entry again(Entry known, Entry found) {
        Shipment fresh = found.shipment();
        Shipment shipment = fresh.labels().isEmpty()
                ? known.shipment()
                : Shipment.builder()
                        .from(known.shipment())
                        .parcels(fresh.parcels())
                        .documents(fresh.documents())
                        .build();
        return new Entry(known.buyer(), shipment, known.boughtAt(), found.until(), known.cancelled());
    }

    /** Notes that a shipment was cancelled. */
    public void cancelled(String connection, String id) {
        entries.get()
                .asMap()
                .computeIfPresent(
                        idOf(connection, id),
                        (key, entry) ->
                                new Entry(entry.buyer(), entry.shipment(), entry.boughtAt(), entry.until(), true));
    }

    /**
     * A shipment the caller may see.
     *
     * @param id as {@link Entry#id()} tells it; also the carrier's id or a tracking number, where only one has it
     */
    public Optional<Entry> find(Caller caller, String id) {
        Entry exact = entries.get().getIfPresent(id);
        if (exact != null) {
            return Optional.of(exact).filter(entry -> isFor(caller, entry));
        }
        List<Entry> named = list(caller).stream()
                .filter(entry -> isNamed(entry.shipment(), id))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isNamed(Shipment shipment, String id) {
        return names(shipment).anyMatch(id::equals);
    }

    private static Stream<String> names(Shipment shipment) {
        return Stream.concat(
                Stream.of(shipment.id(), shipment.trackingNumber()),
                shipment.parcels().stream().map(ShippedParcel::trackingNumber));
    }

    /**
     * Whether somebody else bought it through this server, so that the caller may neither see nor cancel it: by whichever
     * connection it is asked for, as several may lead to the same account.
     *
     * @param id the carrier's id, or a tracking number
     */
    public boolean isAnothers(Caller caller, String id) {
        return entries.get().asMap().values().stream()
                .filter(entry ->
                        names(entry.shipment()).anyMatch(name -> plain(name).equals(plain(id))))
                .anyMatch(entry -> !isFor(caller, entry));
    }

    /** The same of one that a carrier told of, which is also known by its references. */
    public boolean isAnothers(Caller caller, Shipment shipment) {
        Set<Caller> expected = buyers(shipment);
        boolean othersAlone = !expected.isEmpty()
                && expected.stream().noneMatch(buyer -> buyer.subject().equals(caller.subject()));
        return othersAlone && caller.role() != Role.ADMIN || names(shipment).anyMatch(name -> isAnothers(caller, name));
    }

    /** Whether others bought such shipments through this server and did not cancel them, which the caller may not see. */
    public boolean hasOthers(Caller caller, Predicate<Shipment> such) {
        return entries.get().asMap().values().stream()
                .anyMatch(entry -> !isFor(caller, entry) && !entry.cancelled() && such.test(entry.shipment()));
    }

    /** All that the caller may see, the newest first. */
    public List<Entry> list(Caller caller) {
        return entries.get().asMap().values().stream()
                .filter(entry -> isFor(caller, entry))
                .sorted(Comparator.comparing(Entry::boughtAt).reversed().thenComparing(Entry::id))
                .toList();
    }

    private static boolean isFor(Caller caller, Entry entry) {
        return caller.role() == Role.ADMIN || entry.buyer().subject().equals(caller.subject());
    }
}
