package com.trackingmcp.karrio;

import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.AddressBookCapability;
import com.trackingmcp.spi.BatchCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.GatewayCapability;
import com.trackingmcp.spi.NumberMatch;
import com.trackingmcp.spi.OrderCapability;
import com.trackingmcp.spi.ShipmentListCapability;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookRegistryCapability;
import java.util.Optional;

/**
 * A Karrio server: leads to the carriers behind it, and keeps what is stored there. Safe for use by many threads; lives as
 * long as its client. What is not asked for is not made.
 */
final class KarrioGateway implements Carrier {
    static final String ID = "karrio";

    private final CarrierProfile profile;
    private final KarrioOffer offer;

    KarrioGateway(KarrioConfig config, CarrierContext context) {
        this.profile = new CarrierProfile(ID, config.connection(), "Karrio");
        KarrioDoor door = new KarrioDoor(new KarrioServer(config, context, profile), profile);
        this.offer = offer(door, config);
    }

    /** One line for each capability. */
    private static KarrioOffer offer(KarrioDoor door, KarrioConfig config) {
        return new KarrioOffer()
                .with(GatewayCapability.class, () -> new KarrioDiscovery(door))
                .with(WebhookCapability.class, () -> new KarrioWebhooks(door, config.webhookSecret()))
                .with(WebhookRegistryCapability.class, () -> new KarrioWebhookRegistry(door))
                .with(ShipmentListCapability.class, () -> new KarrioShipmentList(door))
                .with(OrderCapability.class, () -> new KarrioOrders(door))
                .with(AddressBookCapability.class, () -> new KarrioAddressBook(door))
                .with(BatchCapability.class, () -> new KarrioBatches(door))
                .with(DocumentCapability.class, () -> new KarrioTemplates(door));
    }

    @Override
    public CarrierProfile profile() {
        return profile;
    }

    @Override
    public NumberMatch match(TrackingNumber number) {
        return NumberMatch.none();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
        return offer.capability(type);
    }
}
