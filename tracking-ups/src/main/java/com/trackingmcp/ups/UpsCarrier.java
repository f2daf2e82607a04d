package com.trackingmcp.ups;

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
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.WebhookCapability;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One connection to UPS. Safe for use by many threads; lives as long as its client. What only tracks is not kept waiting
 * for what sells: that is made when it is first asked for.
 */
final class UpsCarrier implements Carrier {
    static final String ID = "ups";

    private final UpsConfig config;
    private final CarrierContext context;
    private final CarrierProfile profile;
    private final UpsDoors doors;
    private final UpsTracking tracking;
    private final Map<Class<?>, Capability> made = new HashMap<>();

    UpsCarrier(UpsConfig config, CarrierContext context) {
        this.config = config;
        this.context = context;
        this.profile = new CarrierProfile(ID, config.connection(), "UPS");
        this.doors = new UpsDoors(config, context, profile);
        this.tracking = new UpsTracking(doors.open("track"), profile, context, config.accountNumber());
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return UpsNumbers.match(number.value());
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        if (type.isInstance(tracking)) {
            return Optional.of(type.cast(tracking));
        }
        if (type == RatingCapability.class) {
            return once(type, () -> new UpsRating(doors, profile));
        }
        if (type == ShippingCapability.class) {
            return once(type, () -> new UpsShipping(doors, profile));
        }
        if (type == AddressCapability.class) {
            return once(type, () -> new UpsAddresses(doors, profile));
        }
        if (type == PickupCapability.class) {
            return once(type, () -> new UpsPickups(doors, profile));
        }
        if (type == LocationCapability.class) {
            return once(type, () -> new UpsLocations(doors, profile));
        }
        if (type == LandedCostCapability.class) {
            return once(type, () -> new UpsLandedCosts(doors, profile));
        }
        if (type == DocumentCapability.class) {
            return once(type, () -> new UpsDocuments(doors, profile));
        }
        if (type == SubscriptionCapability.class) {
            return once(type, () -> new UpsSubscriptions(doors, profile));
        }
        return type == WebhookCapability.class
                ? once(type, () -> new UpsWebhooks(config, profile, context))
                : Optional.empty();
    }

    private synchronized <C extends Capability> Optional<C> once(Class<C> type, Supplier<Capability> maker) {
        return Optional.of(type.cast(made.computeIfAbsent(type, first -> maker.get())));
    }

    @Override
    public Catalog catalog() {
        return UpsCatalog.catalog();
    }
}
