package com.trackingmcp.karrio;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import java.util.List;
import java.util.Optional;

/** What {@link java.util.ServiceLoader} finds of Karrio. Stateless; does no I/O. */
public final class KarrioCarrierProvider implements CarrierProvider {
    private static final int AFTER_DIRECT_CARRIERS = 100;

    /** Made by {@link java.util.ServiceLoader}. */
    public KarrioCarrierProvider() {}

    @Override
    public String carrierId() {
        return KarrioGateway.ID;
    }

    @Override
    public List<String> settings() {
        return KarrioConfig.SETTINGS;
    }

    @Override
    public int priority() {
        return AFTER_DIRECT_CARRIERS;
    }

    @Override
    public Optional<CarrierFactory> configure(ConfigSource config) {
        return KarrioConfig.from(config).map(Karrio::carrier);
    }

    /** None: what a number looks like is known of who moves the parcel, not of how it is asked. */
    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }
}
