package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The connections of one client, in the order in which they are asked. Immutable. */
public final class Connections {
    private final List<Carrier> carriers;
    private final List<String> ids;
    private final Map<String, List<Carrier>> byName = new HashMap<>();

    public Connections(List<Carrier> carriers) {
        this.carriers = List.copyOf(carriers);
        this.ids = carriers.stream().map(Connections::id).sorted().toList();
        for (Carrier carrier : carriers) {
            byName.computeIfAbsent(carrier.profile().carrier(), this::find);
            byName.computeIfAbsent(id(carrier), this::find);
        }
    }

    private List<Carrier> find(String name) {
        Optional<Carrier> exact =
                carriers.stream().filter(carrier -> id(carrier).equals(name)).findFirst();
        if (exact.isPresent() && !exact.get().profile().carrier().equals(name)) {
            return List.of(exact.get());
        }
        return carriers.stream()
                .filter(carrier ->
                        carrier.profile().carrier().equals(name) || id(carrier).equals(name))
                .toList();
    }

    static String id(Carrier carrier) {
        return carrier.profile().connection();
    }

    public List<Carrier> all() {
        return carriers;
    }

    /** The ids of all connected carriers. */
    public Set<String> carrierIds() {
        return carriers.stream().map(carrier -> carrier.profile().carrier()).collect(Collectors.toSet());
    }

    /** The ids of all connections, sorted. */
    public List<String> ids() {
        return ids;
    }

    /**
     * The connection with that id, or all connections to the carrier with that id.
     *
     * @throws ConfigurationException naming the connected ones, where there is none
     */
    public List<Carrier> named(String name) {
        List<Carrier> found = byName.get(name);
        if (found == null) {
            throw new ConfigurationException(
                    ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                            .argument("carrier", name)
                            .argument("connections", String.join(", ", ids()))
                            .build(),
                    null);
        }
        return found;
    }

    /**
     * The connection with that id alone, also where it is named as its carrier is and others lead there too; else all
     * connections to the carrier with that id.
     *
     * @throws ConfigurationException naming the connected ones, where there is none
     */
    List<Carrier> exactly(String name) {
        List<Carrier> found = named(name);
        return found.stream()
                .filter(carrier -> id(carrier).equals(name))
                .findFirst()
                .map(List::of)
                .orElse(found);
    }

    /**
     * The connections among these that offer a capability.
     *
     * @throws CapabilityNotSupportedException naming the connections that do, where none of these does
     */
    public <C extends Capability> List<Carrier> offering(
            List<Carrier> asked, Class<C> type, Predicate<C> verb, String capability) {
        Predicate<Carrier> offers =
                carrier -> carrier.capability(type).filter(verb).isPresent();
        List<Carrier> able = asked.stream().filter(offers).toList();
        if (able.isEmpty()) {
            String others =
                    carriers.stream().filter(offers).map(Connections::id).collect(Collectors.joining(", "));
            throw new CapabilityNotSupportedException(
                    ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                            .carrier(asked.stream().map(Connections::id).collect(Collectors.joining(", ")))
                            .argument("capability", capability)
                            .argument("carriers", others.isEmpty() ? "none connected" : others)
                            .build(),
                    null);
        }
        return able;
    }
}
