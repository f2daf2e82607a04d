package com.trackingmcp.dhl;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.TrackingCapability;
import java.util.Optional;

/** One connection to DHL: one carrier to its user, whichever of DHL's APIs answers. Safe for use by many threads. */
final class DhlCarrier implements Carrier {
    static final String ID = "dhl";

    private final CarrierProfile profile;
    private final DhlTracking tracking;
    private final Optional<DhlExpress> express;

    DhlCarrier(DhlConfig config, CarrierContext context) {
        this.profile = new CarrierProfile(ID, config.connection(), "DHL");
        this.tracking = new DhlTracking(config, profile, context);
        this.express = config.express().map(credentials -> new DhlExpress(config, profile, context));
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    /** None for numbers that no API of this connection takes: it could say nothing about them. */
    @Override
    public NumberMatch match(TrackingNumber number) {
        NumberMatch match = DhlNumbers.match(number.value());
        return !match.matches() || tracking.takes(number) ? match : NumberMatch.none();
    }

    /** Of DHL's APIs only MyDHL sells. */
    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        if (type == TrackingCapability.class) {
            return Optional.of(type.cast(tracking));
        }
        if (type == RatingCapability.class) {
            return express.map(sales -> type.cast(sales.rating()));
        }
        if (type == ShippingCapability.class) {
            return express.map(sales -> type.cast(sales.shipping()));
        }
        return type == AddressCapability.class ? express.map(sales -> type.cast(sales.addresses())) : Optional.empty();
    }

    @Override
    public Catalog catalog() {
        return express.map(sales -> DhlCatalog.read()).orElseGet(Catalog::empty);
    }
}
