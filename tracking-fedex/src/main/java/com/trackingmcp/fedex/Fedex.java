package com.trackingmcp.fedex;

import com.trackingmcp.spi.CarrierFactory;

/**
 * The door to FedEx: makes a connection out of a {@link FedexConfig}. Stateless and safe for use by many threads.
 *
 * <pre>{@code
 * FedexConfig config = FedexConfig.builder()
 *         .credentials(() -> Credentials.of(keys.read("fedex-id"), keys.read("fedex-secret")))
 *         .build();
 * TrackingClient client = TrackingClient.builder().carrier(Fedex.carrier(config)).build();
 * }</pre>
 */
public final class Fedex {
    private Fedex() {}

    /** A connection to FedEx, to hand to a client; does no I/O until it is asked for something. */
    public static CarrierFactory carrier(FedexConfig config) {
        return context -> new FedexCarrier(config, context);
    }
}
