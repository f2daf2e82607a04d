package com.trackingmcp.internal.engine;

import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.GatewayConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connections known at one time, and the names that lead to them. Immutable. */
final class Directory {
    private final List<Carrier> every;
    private final List<Carrier> unnamed;
    private final List<String> ids;
    private final Set<String> carrierIds;
    private final Map<String, List<Carrier>> byName = new HashMap<>();

    /**
     * A directory.
     *
     * @param made the connections the client was made with
     * @param behind those that gateways told of
     */
    Directory(List<Carrier> made, List<Carrier> behind) {
        this.every = Stream.concat(made.stream(), behind.stream()).toList();
        Set<String> direct =
                made.stream().map(carrier -> carrier.profile().carrier()).collect(Collectors.toSet());
        this.unnamed = every.stream()
                .filter(carrier -> gateway(carrier)
                        .map(GatewayConnection::mover)
                        .filter(direct::contains)
                        .isEmpty())
                .toList();
        this.ids = every.stream().map(Connections::id).sorted().toList();
        this.carrierIds = Set.copyOf(
                every.stream().map(carrier -> carrier.profile().carrier()).collect(Collectors.toSet()));
        for (Carrier carrier : every) {
            byName.computeIfAbsent(carrier.profile().carrier(), this::withName);
            byName.computeIfAbsent(Connections.id(carrier), this::withName);
        }
        addNamesBehind(behind);
    }

    private static Optional<GatewayConnection> gateway(Carrier carrier) {
        return carrier.profile().gateway();
    }

    private List<Carrier> withName(String name) {
        Optional<Carrier> exact = every.stream()
                .filter(carrier -> Connections.id(carrier).equals(name))
                .findFirst();
        if (exact.isPresent() && !exact.get().profile().carrier().equals(name)) {
            return List.of(exact.get());
        }
        return every.stream()
                .filter(carrier -> carrier.profile().carrier().equals(name)
                        || Connections.id(carrier).equals(name))
                .toList();
    }

    /** A name that is nobody's own leads to those who move the parcels of the carrier with that name. */
    private void addNamesBehind(List<Carrier> behind) {
        Set<String> taken = new HashSet<>(byName.keySet());
        Map<String, List<Carrier>> more = new HashMap<>();
        for (Carrier carrier : behind) {
            GatewayConnection way = gateway(carrier).orElseThrow();
            String own = carrier.profile().carrier();
            Stream.of(way.gateway() + ":" + way.serverId(), way.mover(), own.substring(own.indexOf(':') + 1))
                    .distinct()
                    .filter(name -> !taken.contains(name))
                    .forEach(name -> more.merge(name, List.of(carrier), Directory::both));
        }
        byName.putAll(more);
    }

    private static List<Carrier> both(List<Carrier> some, List<Carrier> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Those with that name; null where there are none. */
    @Nullable
    List<Carrier> find(String name) {
        return byName.get(name);
    }

    List<Carrier> every() {
        return every;
    }

    List<Carrier> unnamed() {
        return unnamed;
    }

    List<String> ids() {
        return ids;
    }

    Set<String> carrierIds() {
        return carrierIds;
    }
}
