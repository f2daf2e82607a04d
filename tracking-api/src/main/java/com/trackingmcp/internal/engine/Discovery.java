package com.trackingmcp.internal.engine;

import com.trackingmcp.error.ConfigurationException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the connections of a client. The outcomes, each tested:
 *
 * <ul>
 *   <li>carriers handed to the builder are connected as they are, and beat what is found under the same id;
 *   <li>of each provider found, the connection its settings describe is added; without credentials it is skipped;
 *   <li>half-given credentials are an error that names every setting looked up and its state, unless the builder was
 *       handed the connection they would make;
 *   <li>two connections with one id are an error that names both, unless one provider has the higher priority;
 *   <li>nothing connected and no provider on the class path: an error that names the artifacts to add;
 *   <li>nothing connected but providers found: an error that lists each with the settings it looked for.
 * </ul>
 *
 * <p>Connections are asked in this order: those handed to the builder by id, then those found by priority and id.
 */
public final class Discovery {
    private final CarrierContext context;
    private final Map<String, Carrier> connected = new LinkedHashMap<>();

    public Discovery(CarrierContext context) {
        this.context = context;
    }

    /** All connections: the given ones and the found ones. */
    public Connections connect(List<CarrierFactory> given, List<CarrierProvider> found, ConfigSource config) {
        for (CarrierFactory factory : given) {
            Carrier carrier = factory.connect(context);
            Carrier other = connected.putIfAbsent(Connections.id(carrier), carrier);
            if (other != null) {
                throw duplicate(other, carrier);
            }
        }
        List<String> fromBuilder = List.copyOf(connected.keySet());
        Map<String, Integer> priorities = new LinkedHashMap<>();
        for (CarrierProvider provider : inOrder(found)) {
            configured(provider, fromBuilder, config)
                    .map(factory -> factory.connect(context))
                    .filter(carrier -> !fromBuilder.contains(Connections.id(carrier)))
                    .ifPresent(carrier -> add(carrier, provider.priority(), priorities));
        }
        if (connected.isEmpty()) {
            throw nothingConnected(found);
        }
        List<Carrier> inOrder = new ArrayList<>(connected.values());
        Comparator<Carrier> byPriority =
                Comparator.comparing(carrier -> priorities.getOrDefault(Connections.id(carrier), Integer.MIN_VALUE));
        inOrder.sort(byPriority.thenComparing(Connections::id));
        return new Connections(inOrder, context.transport());
    }

    private static Optional<CarrierFactory> configured(
            CarrierProvider provider, List<String> fromBuilder, ConfigSource config) {
        try {
            return provider.configure(config);
        } catch (ConfigurationException e) {
            if (fromBuilder.contains(provider.carrierId())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Lower priority first, then id: never by the order of the class path. */
    static List<CarrierProvider> inOrder(List<CarrierProvider> providers) {
        return providers.stream()
                .sorted(Comparator.comparingInt(CarrierProvider::priority).thenComparing(CarrierProvider::carrierId))
                .toList();
    }

    private void add(Carrier carrier, int priority, Map<String, Integer> priorities) {
        String id = Connections.id(carrier);
        Carrier other = connected.get(id);
        if (other == null) {
            connected.put(id, carrier);
            priorities.put(id, priority);
        } else if (priorities.getOrDefault(id, priority) == priority) {
            throw duplicate(other, carrier);
        }
    }

    private static ConfigurationException duplicate(Carrier first, Carrier second) {
        return new ConfigurationException(
                ErrorDetails.builder(ErrorCode.DUPLICATE_CONNECTION)
                        .argument("connection", Connections.id(first))
                        .argument("carriers", describe(first) + " and " + describe(second))
                        .build(),
                null);
    }

    private static String describe(Carrier carrier) {
        return carrier.profile().name() + " (" + carrier.getClass().getName() + ")";
    }

    private static ConfigurationException nothingConnected(List<CarrierProvider> found) {
        if (found.isEmpty()) {
            return new ConfigurationException(ErrorDetails.of(ErrorCode.NO_CARRIER_ON_CLASS_PATH), null);
        }
        String looked = inOrder(found).stream()
                .map(provider -> provider.carrierId() + " (looked for " + String.join(", ", provider.settings()) + ")")
                .collect(Collectors.joining("; "));
        return new ConfigurationException(
                ErrorDetails.builder(ErrorCode.NO_CREDENTIALS)
                        .argument("carriers", looked)
                        .build(),
                null);
    }
}
