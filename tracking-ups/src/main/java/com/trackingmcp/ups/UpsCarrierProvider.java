package com.trackingmcp.ups;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import java.util.List;
import java.util.Optional;

/** What {@link java.util.ServiceLoader} finds of UPS. Stateless; does no I/O. */
public final class UpsCarrierProvider implements CarrierProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public UpsCarrierProvider() {}

    @Override
    public String carrierId() {
        return UpsCarrier.ID;
    }

    @Override
    public List<String> settings() {
        return UpsConfig.SETTINGS;
    }

    @Override
    public Optional<CarrierFactory> configure(ConfigSource config) {
        return UpsConfig.from(config).map(Ups::carrier);
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return UpsNumbers.match(number.value());
    }
}
