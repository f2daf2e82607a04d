package com.trackingmcp.ups;

import com.trackingmcp.spi.CarrierFactory;

/**
 * The door to UPS. Stateless.
 *
 * <pre>{@code
 * UpsConfig config = UpsConfig.builder().credentials(() -> Credentials.of(id, secret)).build();
 * TrackingClient client = TrackingClient.builder().carrier(Ups.carrier(config)).build();
 * }</pre>
 */
public final class Ups {
    private Ups() {}

    /** A connection to UPS, for {@code TrackingClient.builder().carrier(...)}; may be given to several clients. */
    public static CarrierFactory carrier(UpsConfig config) {
        return context -> new UpsCarrier(config, context);
    }
}
