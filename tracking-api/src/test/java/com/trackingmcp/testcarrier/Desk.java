package com.trackingmcp.testcarrier;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A carrier without a network that offers what a test gives it. Safe for use by many threads once it is connected. */
public final class Desk implements Carrier {
    private final CarrierProfile profile;
    private final Map<Class<?>, Capability> capabilities = new LinkedHashMap<>();

    public Desk(String carrier) {
        this(carrier, carrier);
    }

    public Desk(String carrier, String connection) {
        this.profile = new CarrierProfile(carrier, connection, carrier);
    }

    public <C extends Capability> Desk offering(Class<C> type, C capability) {
        capabilities.put(type, capability);
        return this;
    }

    public CarrierFactory factory() {
        return context -> this;
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return Optional.ofNullable(type.cast(capabilities.get(type)));
    }

    @Override
    public Catalog catalog() {
        return Catalog.builder()
                .addPickupOptions(CatalogOption.builder()
                        .name(profile.carrier() + "_gently")
                        .title("Ring gently")
                        .type(CatalogOption.Type.FLAG)
                        .build())
                .build();
    }
}
