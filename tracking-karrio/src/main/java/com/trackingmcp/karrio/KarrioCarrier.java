package com.trackingmcp.karrio;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShipmentListCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.TrackingCapability;
import java.util.Optional;

/**
 * One carrier connection on the server. Safe for use by many threads. What it can, and its services, options and
 * packagings, are as they were when the connection was found.
 */
final class KarrioCarrier implements Carrier {
    private final CarrierProfile profile;
    private final Catalog catalog;
    private final KarrioOffer offer;

    /**
     * A connection.
     *
     * @param door asks in the name of its profile
     */
    KarrioCarrier(KarrioDoor door, KarrioConnection connection, Catalog catalog) {
        this.profile = door.profile();
        this.catalog = catalog;
        this.offer = offer(door, connection, catalog);
    }

    /** One line for each capability. */
    private static KarrioOffer offer(KarrioDoor door, KarrioConnection connection, Catalog catalog) {
        KarrioSeller seller = new KarrioSeller(door, connection, catalog);
        return new KarrioOffer()
                .with(connection.can("rating"), RatingCapability.class, () -> new KarrioRating(seller))
                .with(connection.can("shipping"), ShippingCapability.class, () -> new KarrioShipping(seller))
                .with(connection.can("shipping"), ShipmentListCapability.class, () -> new KarrioOwnShipments(seller))
                .with(connection.can("tracking"), TrackingCapability.class, () -> new KarrioTracking(door, connection))
                .with(
                        connection.can("tracking"),
                        SubscriptionCapability.class,
                        () -> new KarrioSubscriptions(door, connection))
                .with(connection.can("pickup"), PickupCapability.class, () -> new KarrioPickups(door, connection))
                .with(connection.can("manifest"), ManifestCapability.class, () -> new KarrioManifests(door, connection))
                .with(
                        connection.can("paperless"),
                        DocumentCapability.class,
                        () -> new KarrioDocuments(door, connection));
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    /** None: the client knows by the mover which numbers may be its. */
    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return offer.capability(type);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }
}
