package com.trackingmcp.fedex;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.CarrierProvider;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.spi.NumberMatch;
import java.util.List;
import java.util.Optional;

/** What {@link java.util.ServiceLoader} finds of FedEx. Stateless and safe for use by many threads. */
public final class FedexCarrierProvider implements CarrierProvider {
    /** Made by {@link java.util.ServiceLoader}; nobody else needs one. */
    public FedexCarrierProvider() {}

    @Override
    public String carrierId() {
        return FedexCarrier.ID;
    }

    @Override
    public List<String> settings() {
        return FedexConfig.SETTINGS;
    }

    @Override
    public Optional<CarrierFactory> configure(ConfigSource config) {
        return FedexConfig.from(config).map(Fedex::carrier);
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return FedexNumbers.match(number.value());
    }
}
