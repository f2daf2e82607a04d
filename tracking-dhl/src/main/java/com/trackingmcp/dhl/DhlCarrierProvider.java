package com.trackingmcp.dhl;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import java.util.List;
import java.util.Optional;

/**
 * What {@link java.util.ServiceLoader} finds of this module. Stateless and safe for use by many threads.
 *
 * <p>Reads the settings named by {@link #settings()}; {@link DhlConfig#from} says what each of them is.
 */
public final class DhlCarrierProvider implements CarrierProvider {
    /** For {@link java.util.ServiceLoader}. */
    public DhlCarrierProvider() {}

    @Override
    public String carrierId() {
        return DhlCarrier.ID;
    }

    @Override
    public List<String> settings() {
        return DhlSettings.NAMES;
    }

    @Override
    public Optional<CarrierFactory> configure(ConfigSource config) {
        return DhlConfig.from(config).map(Dhl::carrier);
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return DhlNumbers.match(number.value());
    }
}
