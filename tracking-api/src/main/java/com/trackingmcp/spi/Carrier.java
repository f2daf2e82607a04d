package com.trackingmcp.spi;

import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.TrackingNumber;
import java.util.Optional;

/**
 * One configured connection to one carrier. Lives as long as its client; must be safe for use by many threads at once.
 */
public interface Carrier {
    /** Who it is and what it offers. */
    CarrierProfile profile();

    /** Whether a number is this carrier's, told from its shape and check digit alone. */
    NumberMatch match(TrackingNumber number);

    /** A group of verbs; empty where the carrier's API has none of them. */
    <C extends Capability> Optional<C> capability(Class<C> type);

    /** What it offers beyond what every carrier has: services, options, packagings, limits; empty where it tells none. */
    default Catalog catalog() {
        return Catalog.empty();
    }
}
