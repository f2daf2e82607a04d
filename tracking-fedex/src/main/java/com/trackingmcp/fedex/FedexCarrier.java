package com.trackingmcp.fedex;

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
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.TrackingCapability;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection to FedEx. Safe for use by many threads; lives as long as its client.
 *
 * <p>What does more than track is made when somebody first asks for it: most clients only track.
 */
final class FedexCarrier implements Carrier {
    static final String ID = "fedex";

    /** What is made when somebody first asks for any of it. */
    private static final Set<Class<? extends Capability>> LATER = Set.of(
            RatingCapability.class,
            ShippingCapability.class,
            AddressCapability.class,
            PickupCapability.class,
            LandedCostCapability.class,
            DocumentCapability.class,
            LocationCapability.class,
            ManifestCapability.class,
            SubscriptionCapability.class);

    private final FedexConfig config;
    private final CarrierContext context;
    private final CarrierProfile profile;
    private final FedexTracking tracking;
    private @Nullable List<Capability> rooms;

    FedexCarrier(FedexConfig config, CarrierContext context) {
        this.config = config;
        this.context = context;
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
        if (type == TrackingCapability.class) {
            return Optional.of(type.cast(tracking));
        }
        return LATER.contains(type)
                ? rooms().stream().filter(type::isInstance).map(type::cast).findFirst()
                : Optional.empty();
    }

    private synchronized List<Capability> rooms() {
        List<Capability> known = rooms;
        if (known == null) {
            FedexSales sales = new FedexSales(config, profile, context);
            known = List.of(
                    new FedexRating(sales),
                    new FedexShipping(sales, config, tracking),
                    new FedexAddresses(sales),
                    new FedexPickups(sales),
                    new FedexLandedCosts(sales),
                    new FedexDocuments(sales),
                    new FedexLocations(sales),
                    new FedexManifests(sales),
                    new FedexSubscriptions(profile, tracking.api()));
            rooms = known;
        }
        return known;
    }

    @Override
    public Catalog catalog() {
        return FedexCatalog.get();
    }
}
