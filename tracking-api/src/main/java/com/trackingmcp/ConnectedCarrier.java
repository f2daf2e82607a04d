package com.trackingmcp;

import com.trackingmcp.internal.engine.OfferedVerbs;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.GatewayConnection;
import java.util.List;
import java.util.Optional;

/** One connection of a client: who it is, and what it offers. Immutable; lives as long as its client. */
public final class ConnectedCarrier {
    private final Carrier carrier;

    ConnectedCarrier(Carrier carrier) {
        this.carrier = carrier;
    }

    /** The carrier's id, such as {@code fedex}. */
    public String carrier() {
        return carrier.profile().carrier();
    }

    /** The connection's id, such as {@code fedex-eu}. */
    public String connection() {
        return carrier.profile().connection();
    }

    /** How it is reached, where a gateway leads to it: the gateway, and what that knows it by. */
    public Optional<GatewayConnection> gateway() {
        return carrier.profile().gateway();
    }

    /** The carrier's name for people, such as {@code FedEx}. */
    public String name() {
        return carrier.profile().name();
    }

    /**
     * What can be asked of it, in the words of the list in the README: {@code track}, {@code rates}, {@code ship},
     * {@code pickups.schedule} and so on, each the verb of the client it stands for.
     */
    public List<String> capabilities() {
        return OfferedVerbs.of(carrier);
    }

    /** Every verb that some carrier may offer, in the order of the client's parts. */
    public static List<String> allCapabilities() {
        return OfferedVerbs.all();
    }

    /** Its services, options, packagings and limits, as data. */
    public Catalog catalog() {
        return carrier.catalog();
    }

    @Override
    public String toString() {
        return "ConnectedCarrier[carrier=" + carrier() + ", connection=" + connection() + "]";
    }
}
