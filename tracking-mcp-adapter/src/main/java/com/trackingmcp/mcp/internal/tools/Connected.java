package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which connections there are, and what can be asked of them. Stateless. */
public final class Connected {
    private Connected() {}

    /**
     * The connection of that name, or the first of the carrier of that name.
     *
     * @throws CarrierException {@code E-1006} where there is none
     */
    public static ConnectedCarrier named(TrackingClient client, String name) {
        List<ConnectedCarrier> all = client.carriers();
        return first(all, carrier -> carrier.connection().equals(name))
                .or(() -> first(all, carrier -> carrier.carrier().equals(name)))
                .orElseThrow(() -> ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                        .argument("carrier", ForeignText.of(name))
                        .argument("connections", ids(all))
                        .toException());
    }

    private static Optional<ConnectedCarrier> first(List<ConnectedCarrier> all, Predicate<ConnectedCarrier> meant) {
        return all.stream().filter(meant).findFirst();
    }

    /** Whether a connection offers a verb of the client. */
    static boolean offers(TrackingClient client, String connection, String verb) {
        return client.carriers().stream()
                .anyMatch(carrier -> carrier.connection().equals(connection)
                        && carrier.capabilities().contains(verb));
    }

    /** That a carrier does not offer a verb of the client, and who does. */
    static CarrierException unable(TrackingClient client, String carrier, String verb, String words) {
        List<ConnectedCarrier> able = client.carriers().stream()
                .filter(other -> other.capabilities().contains(verb))
                .toList();
        return ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                .carrier(carrier)
                .argument("capability", words)
                .argument("carriers", ids(able))
                .toException();
    }

    /** The connection that a shipment's id begins with, and the carrier's own id after it. */
    static Optional<ShipmentId> split(TrackingClient client, String id) {
        return client.carriers().stream()
                .map(ConnectedCarrier::connection)
                .filter(connection -> id.startsWith(connection + ":") && id.length() > connection.length() + 1)
                .max(Comparator.comparing(String::length))
                .map(connection -> new ShipmentId(connection, id.substring(connection.length() + 1)));
    }

    /** A shipment by its connection and its id there. */
    record ShipmentId(String connection, String id) {}

    private static String ids(Collection<ConnectedCarrier> carriers) {
        return carriers.isEmpty()
                ? "none"
                : carriers.stream().map(ConnectedCarrier::connection).sorted().collect(Collectors.joining(", "));
    }
}
