package com.trackingmcp.spi;

import java.util.Objects;

/**
 * How a connection is reached that a gateway leads to. Immutable.
 *
 * @param gateway the id of the gateway's own connection, such as {@code karrio}
 * @param mover who moves the parcels: the id the carrier has where it is connected directly, or is told from a number,
 *     such as {@code fedex} or {@code canada-post}
 * @param serverId what the gateway knows the connection by
 * @param label what people called it there
 */
public record GatewayConnection(String gateway, String mover, String serverId, String label) {
    public GatewayConnection {
        Objects.requireNonNull(gateway, "gateway");
        Objects.requireNonNull(mover, "mover");
        Objects.requireNonNull(serverId, "serverId");
        Objects.requireNonNull(label, "label");
    }
}
