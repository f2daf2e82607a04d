package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which connections there are, and what can be asked of them. Stateless. */
final class Connected {
    private Connected() {}

    /**
     * The connection of that name.
     *
     * @throws CarrierException {@code E-1006} where there is none
     */
    static ConnectedCarrier named(TrackingClient client, String name) {
        List<ConnectedCarrier> all = client.carriers();
        return all.stream()
                .filter(carrier -> carrier.connection().equals(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(carrier -> carrier.carrier().equals(name))
                        .findFirst())
                .orElseThrow(() -> ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                        .argument("carrier", name)
                        .argument("connections", ids(all))
                        .toException());
    }

    /** Whether a connection offers a verb of the client. */
    static boolean offers(TrackingClient client, String connection, String verb) {
        return client.carriers().stream()
                .anyMatch(carrier -> carrier.connection().equals(connection)
                        && carrier.capabilities().contains(verb));
    }

    /**
     * The connection of that name, which must offer a verb of the client.
     *
     * @param words the verb in words that follow "does not offer"
     * @throws CarrierException {@code E-1006} where there is no such connection, {@code E-2010} where it does not offer it
     */
    static ConnectedCarrier offering(TrackingClient client, String name, String verb, String words) {
        ConnectedCarrier carrier = named(client, name);
        if (!carrier.capabilities().contains(verb)) {
            List<ConnectedCarrier> able = client.carriers().stream()
                    .filter(other -> other.capabilities().contains(verb))
                    .toList();
            throw ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                    .argument("carrier", carrier.connection())
                    .argument("capability", words)
                    .argument("carriers", able.isEmpty() ? "none" : ids(able))
                    .toException();
        }
        return carrier;
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

    private static String ids(List<ConnectedCarrier> carriers) {
        return carriers.stream().map(ConnectedCarrier::connection).sorted().collect(Collectors.joining(", "));
    }
}
