package com.trackingmcp.spi;

import java.util.Objects;

/**
 * Who a connection is. Immutable.
 *
 * @param carrier the carrier's id, such as {@code fedex}
 * @param connection the connection's id, such as {@code fedex-eu}; unique in a client
 * @param name the carrier's name for people, such as {@code FedEx}
 */
public record CarrierProfile(String carrier, String connection, String name) {
    public CarrierProfile {
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(name, "name");
    }
}
