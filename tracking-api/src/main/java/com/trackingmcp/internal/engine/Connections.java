package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.GatewayCapability;
import com.trackingmcp.spi.GatewayConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one client, in the order in which they are asked: those it was made with, and those behind gateways,
 * which are known once a gateway has told of them. Safe for use by many threads.
 */
public final class Connections {
    private final List<Carrier> made;
    private final List<Gateway> gateways;
    private volatile Directory directory;

    public Connections(List<Carrier> carriers, HttpTransport transport) {
        this.made = List.copyOf(carriers);
        this.directory = new Directory(made, List.of());
        Set<String> taken = Set.copyOf(directory.ids());
        this.gateways = made.stream()
                .flatMap(carrier ->
                        leading(carrier)
                                .map(leading -> new Gateway(carrier, leading, taken, transport, this::renew))
                                .stream())
                .toList();
    }

    /** A module that cannot tell what it offers leads nowhere; its defect is told when it is asked for more. */
    private static Optional<GatewayCapability> leading(Carrier carrier) {
        try {
            return carrier.capability(GatewayCapability.class);
        } catch (RuntimeException | LinkageError defect) {
            return Optional.empty();
        }
    }

    private synchronized void renew() {
        directory = new Directory(
                made,
                gateways.stream().flatMap(gateway -> gateway.behind().stream()).toList());
    }

    static String id(Carrier carrier) {
        return carrier.profile().connection();
    }

    /** The id of the connection whose doors lead to a carrier: behind a gateway, the gateway's. */
    static String way(Carrier carrier) {
        return carrier.profile().gateway().map(GatewayConnection::gateway).orElseGet(() -> id(carrier));
    }

    /** Whether there may be more connections than are known. */
    public boolean hasGateways() {
        return !gateways.isEmpty();
    }

    /**
     * Has gateways tell of their carriers where a question needs them.
     *
     * @param names the carriers or connections the question names; all are meant where it names none
     * @return completed, never with a failure, once they have told or cannot; null where nothing is to be waited for
     */
    public @Nullable CompletableFuture<Void> reach(Collection<String> names) {
        List<CompletableFuture<Void>> awaited = new ArrayList<>(0);
        for (Gateway gateway : gateways) {
            CompletableFuture<Void> answer = isMissing(names, gateway) ? gateway.again() : null;
            if (answer == null && (names.isEmpty() || !gateway.behind().isEmpty())) {
                answer = gateway.first();
            }
            if (answer != null && !answer.isDone()) {
                awaited.add(answer);
            }
        }
        return awaited.isEmpty() ? null : CompletableFuture.allOf(awaited.toArray(new CompletableFuture<?>[0]));
    }

    /** Whether a name is not known that may be one behind the gateway. */
    private boolean isMissing(Collection<String> names, Gateway gateway) {
        return names.stream().anyMatch(name -> directory.find(name) == null && gateway.mayLeadTo(name));
    }

    /** Those asked by who names none: where a carrier is connected directly, those behind gateways are not. */
    public List<Carrier> all() {
        return directory.unnamed();
    }

    /** Every connection there is. */
    public List<Carrier> every() {
        return directory.every();
    }

    /** Those the client was made with. */
    public List<Carrier> made() {
        return made;
    }

    /** Why gateways tell of no carriers, by their connections' ids. */
    Map<String, CarrierException> unreached() {
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        gateways.stream()
                .filter(gateway -> gateway.behind().isEmpty())
                .forEach(gateway -> gateway.failure().ifPresent(error -> failures.put(gateway.id(), error)));
        return failures;
    }

    /** The gateway with that id. */
    Gateway gateway(String id) {
        return gateways.stream()
                .filter(gateway -> gateway.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of all connected carriers. */
    public Set<String> carrierIds() {
        return directory.carrierIds();
    }

    /** The ids of all connections, sorted. */
    public List<String> ids() {
        return directory.ids();
    }

    /**
     * The connection with that id, or all connections to the carrier with that id. A carrier that is not connected directly
     * is the one behind a gateway.
     *
     * @throws ConfigurationException naming the connected ones, where there is none
     * @throws CarrierException of the gateway it may be behind, where that cannot tell
     */
    public List<Carrier> named(String name) {
        List<Carrier> found = directory.find(name);
        if (found == null) {
            throw nobody(name);
        }
        return found;
    }

    private CarrierException nobody(String name) {
        Optional<CarrierException> untold = gateways.stream()
                .filter(gateway -> gateway.mayLeadTo(name))
                .flatMap(gateway -> gateway.failure().stream())
                .findFirst();
        return untold.orElseGet(() -> new ConfigurationException(
                ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                        .argument("carrier", name)
                        .argument("connections", String.join(", ", ids()))
                        .build(),
                null));
    }

    /**
     * The connection with that id alone, also where it is named as its carrier is and others lead there too; else all
     * connections to the carrier with that id.
     *
     * @throws CarrierException as {@link #named} does
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
     * @throws CarrierException of a gateway that cannot tell of its carriers, where one of these might have
     */
    public <C extends Capability> List<Carrier> offering(
            List<Carrier> asked, Class<C> type, Predicate<C> verb, String capability) {
        Predicate<Carrier> offers =
                carrier -> carrier.capability(type).filter(verb).isPresent();
        List<Carrier> able = asked.stream().filter(offers).toList();
        if (able.isEmpty()) {
            throw nobodyOffers(asked, offers, capability);
        }
        return able;
    }

    private CarrierException nobodyOffers(List<Carrier> asked, Predicate<Carrier> offers, String capability) {
        Stream<CarrierException> untold = asked.equals(all()) ? unreached().values().stream() : Stream.empty();
        return untold.findFirst().orElseGet(() -> {
            String others = every().stream().filter(offers).map(Connections::id).collect(Collectors.joining(", "));
            return new CapabilityNotSupportedException(
                    ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                            .carrier(asked.stream().map(Connections::id).collect(Collectors.joining(", ")))
                            .argument("capability", capability)
                            .argument("carriers", others.isEmpty() ? "none connected" : others)
                            .build(),
                    null);
        });
    }
}
