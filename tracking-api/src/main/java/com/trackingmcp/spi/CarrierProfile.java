package com.trackingmcp.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Who a connection is. Immutable.
 *
 * @param carrier the carrier's id, such as {@code fedex}; behind a gateway with the gateway's in front, such as
 *     {@code karrio:canadapost}
 * @param connection the connection's id, such as {@code fedex-eu}; unique in a client
 * @param name the carrier's name for people, such as {@code FedEx}
 * @param gateway how it is reached, where a gateway leads to it
 */
public record CarrierProfile(String carrier, String connection, String name, Optional<GatewayConnection> gateway) {
    public CarrierProfile {
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(gateway, "gateway");
    }

    /** A carrier that is asked directly. */
    public CarrierProfile(String carrier, String connection, String name) {
        this(carrier, connection, name, Optional.empty());
    }
}
