package com.trackingmcp;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.TrackingCapability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The carrier's name for people, such as {@code FedEx}. */
    public String name() {
        return carrier.profile().name();
    }

    /** What can be asked of it: {@code tracking}, {@code rating}, {@code shipping}, {@code addresses}. */
    public List<String> capabilities() {
        Map<String, Class<? extends Capability>> known = new LinkedHashMap<>();
        known.put("tracking", TrackingCapability.class);
        known.put("rating", RatingCapability.class);
        known.put("shipping", ShippingCapability.class);
        known.put("addresses", AddressCapability.class);
        return known.entrySet().stream()
                .filter(entry -> carrier.capability(entry.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
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
