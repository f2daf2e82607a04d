package com.trackingmcp.dhl;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.TrackingCapability;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection to DHL: one carrier to its user, whichever of DHL's APIs answers. Safe for use by many threads. */
final class DhlCarrier implements Carrier {
    static final String ID = "dhl";

    private final DhlConfig config;
    private final CarrierContext context;
    private final CarrierProfile profile;
    private final DhlTracking tracking;
    private final Optional<DhlExpress> express;
    private @Nullable DhlLocations locations;

    DhlCarrier(DhlConfig config, CarrierContext context) {
        this.config = config;
        this.context = context;
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

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        if (type == TrackingCapability.class) {
            return Optional.of(type.cast(tracking));
        }
        if (type == LocationCapability.class) {
            return places().map(type::cast);
        }
        return express.flatMap(sales -> Optional.ofNullable(part(sales, type))).map(type::cast);
    }

    /** What of DHL's APIs only MyDHL has. No table: it would load all parts for who only tracks. */
    private static @Nullable Capability part(DhlExpress sales, Class<?> type) {
        if (type == RatingCapability.class) {
            return sales.rating();
        }
        if (type == ShippingCapability.class) {
            return sales.shipping();
        }
        if (type == AddressCapability.class) {
            return sales.addresses();
        }
        if (type == PickupCapability.class) {
            return sales.pickups();
        }
        if (type == LandedCostCapability.class) {
            return sales.landedCosts();
        }
        return type == DocumentCapability.class ? sales.documents() : null;
    }

    /** The Location Finder knows more than MyDHL, and needs no more than a key. */
    private Optional<LocationCapability> places() {
        return config.apiKey().isPresent() ? Optional.of(locations()) : express.map(DhlExpress::servicePoints);
    }

    private synchronized DhlLocations locations() {
        DhlLocations made = locations;
        if (made == null) {
            made = new DhlLocations(config, profile, context);
            locations = made;
        }
        return made;
    }

    @Override
    public Catalog catalog() {
        return express.map(sales -> DhlCatalog.read()).orElseGet(Catalog::empty);
    }
}
