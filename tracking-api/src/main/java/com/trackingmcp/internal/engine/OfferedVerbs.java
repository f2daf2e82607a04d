package com.trackingmcp.internal.engine;

import com.trackingmcp.spi.AddressBookCapability;
import com.trackingmcp.spi.AddressCapability;
import com.trackingmcp.spi.BatchCapability;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.LandedCostCapability;
import com.trackingmcp.spi.LocationCapability;
import com.trackingmcp.spi.ManifestCapability;
import com.trackingmcp.spi.OrderCapability;
import com.trackingmcp.spi.PickupCapability;
import com.trackingmcp.spi.RatingCapability;
import com.trackingmcp.spi.ShipmentListCapability;
import com.trackingmcp.spi.ShippingCapability;
import com.trackingmcp.spi.SubscriptionCapability;
import com.trackingmcp.spi.TrackingCapability;
import com.trackingmcp.spi.WebhookCapability;
import com.trackingmcp.spi.WebhookRegistryCapability;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which of the client's verbs a carrier offers. Stateless. */
public final class OfferedVerbs {
    private static final List<Offer> OFFERS = offers();

    private OfferedVerbs() {}

    private record Offer(String verb, Predicate<Carrier> isOfferedBy) {}

    /** Every verb that carriers may offer, as it is written after {@code client.}. */
    public static List<String> all() {
        return OFFERS.stream().map(Offer::verb).toList();
    }

    /** Those a carrier offers, in the order of {@link #all()}. */
    public static List<String> of(Carrier carrier) {
        return OFFERS.stream()
                .filter(offer -> offer.isOfferedBy().test(carrier))
                .map(Offer::verb)
                .toList();
    }

    private static List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        add(offers, "track", TrackingCapability.class, any -> true);
        add(offers, "trackByReference", TrackingCapability.class, TrackingCapability::tracksByReference);
        add(offers, "proofOfDelivery", TrackingCapability.class, TrackingCapability::provesDelivery);
        add(offers, "erase", TrackingCapability.class, TrackingCapability::erases);
        add(offers, "rates", RatingCapability.class, any -> true);
        add(offers, "transitTimes", RatingCapability.class, RatingCapability::tellsTransitTimes);
        add(offers, "ship", ShippingCapability.class, any -> true);
        add(offers, "shipments.cancel", ShippingCapability.class, ShippingCapability::cancels);
        add(offers, "shipments.recover", ShippingCapability.class, ShippingCapability::recovers);
        add(offers, "shipments.list", ShipmentListCapability.class, any -> true);
        add(offers, "shipments.get", ShipmentListCapability.class, any -> true);
        add(offers, "shipments.documents", ShipmentListCapability.class, any -> true);
        add(offers, "addresses.validate", AddressCapability.class, any -> true);
        add(offers, "addresses.validatePostalCode", AddressCapability.class, AddressCapability::validatesPostalCodes);
        add(offers, "pickups.quote", PickupCapability.class, PickupCapability::quotes);
        add(offers, "pickups.schedule", PickupCapability.class, any -> true);
        add(offers, "pickups.update", PickupCapability.class, PickupCapability::updates);
        add(offers, "pickups.cancel", PickupCapability.class, PickupCapability::cancels);
        add(offers, "pickups.cancelAll", PickupCapability.class, PickupCapability::cancelsAll);
        add(offers, "pickups.status", PickupCapability.class, PickupCapability::tellsPending);
        add(offers, "pickups.pending", PickupCapability.class, PickupCapability::tellsPending);
        add(offers, "landedCosts.quote", LandedCostCapability.class, any -> true);
        add(offers, "documents.upload", DocumentCapability.class, DocumentCapability::uploads);
        add(offers, "documents.attach", DocumentCapability.class, DocumentCapability::attaches);
        add(offers, "documents.uploadAndAttach", DocumentCapability.class, DocumentDesk::attachesSomehow);
        add(offers, "documents.uploadInvoiceData", DocumentCapability.class, DocumentCapability::takesInvoiceData);
        add(offers, "documents.generate", DocumentCapability.class, DocumentCapability::generates);
        add(offers, "documents.delete", DocumentCapability.class, DocumentCapability::deletes);
        add(offers, "locations.find", LocationCapability.class, any -> true);
        add(
                offers,
                "locations.politicalDivisions",
                LocationCapability.class,
                LocationCapability::tellsPoliticalDivisions);
        add(offers, "manifests.close", ManifestCapability.class, any -> true);
        add(offers, "manifests.reprint", ManifestCapability.class, ManifestCapability::reprints);
        add(offers, "subscriptions.subscribe", SubscriptionCapability.class, any -> true);
        add(offers, "webhooks.parse", WebhookCapability.class, any -> true);
        add(offers, "webhooks.register", WebhookRegistryCapability.class, any -> true);
        add(offers, "webhooks.list", WebhookRegistryCapability.class, any -> true);
        add(offers, "webhooks.test", WebhookRegistryCapability.class, any -> true);
        add(offers, "webhooks.remove", WebhookRegistryCapability.class, any -> true);
        add(offers, "orders.list", OrderCapability.class, any -> true);
        add(offers, "orders.get", OrderCapability.class, any -> true);
        add(offers, "addressBook", AddressBookCapability.class, any -> true);
        add(offers, "batches", BatchCapability.class, any -> true);
        return List.copyOf(offers);
    }

    private static <C extends Capability> void add(
            List<Offer> offers, String verb, Class<C> type, Predicate<C> offered) {
        offers.add(new Offer(
                verb, carrier -> carrier.capability(type).filter(offered).isPresent()));
    }
}
