package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a carrier offers what a person is about to be asked for: nobody is asked for a yes that leads nowhere. Stateless. */
final class Offers {
    private Offers() {}

    /**
     * Throws where a carrier does not offer a verb.
     *
     * @param verb as {@link ConnectedCarrier#capabilities()} names it
     * @throws com.trackingmcp.error.CarrierException {@code E-1006} where there is no such carrier, {@code E-2010} where it
     *     does not offer that
     */
    static void require(TrackingClient client, String carrier, String verb) {
        List<ConnectedCarrier> named = client.carriers().stream()
                .filter(one -> one.connection().equals(carrier) || one.carrier().equals(carrier))
                .toList();
        if (named.isEmpty()) {
            throw ErrorDetails.builder(ErrorCode.UNKNOWN_CARRIER)
                    .argument("carrier", carrier)
                    .argument("connections", ids(client.carriers()))
                    .toException();
        }
        if (named.stream().noneMatch(one -> one.capabilities().contains(verb))) {
            throw ErrorDetails.builder(ErrorCode.CAPABILITY_NOT_SUPPORTED)
                    .carrier(carrier)
                    .argument("capability", verb)
                    .argument(
                            "carriers",
                            ids(client.carriers().stream()
                                    .filter(one -> one.capabilities().contains(verb))
                                    .toList()))
                    .toException();
        }
    }

    private static String ids(Collection<ConnectedCarrier> carriers) {
        return carriers.isEmpty()
                ? "none"
                : carriers.stream().map(ConnectedCarrier::connection).collect(Collectors.joining(", "));
    }
}
