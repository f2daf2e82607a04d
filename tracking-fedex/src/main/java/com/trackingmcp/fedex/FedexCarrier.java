package com.trackingmcp.fedex;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.TrackingCapability;
import java.util.Optional;

/** One connection to FedEx. Safe for use by many threads; lives as long as its client. */
final class FedexCarrier implements Carrier {
    static final String ID = "fedex";

    private final CarrierProfile profile;
    private final FedexTracking tracking;

    FedexCarrier(FedexConfig config, CarrierContext context) {
        this.profile = new CarrierProfile(ID, config.connection(), "FedEx");
        this.tracking = new FedexTracking(config, profile, context);
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return FedexNumbers.match(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return type == TrackingCapability.class ? Optional.of(type.cast(tracking)) : Optional.empty();
    }
}
