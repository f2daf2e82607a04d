package com.trackingmcp.dhl;

import com.trackingmcp.spi.CarrierFactory;

/**
 * The door to DHL: makes a connection out of a {@link DhlConfig}. Stateless and safe for use by many threads.
 *
 * <pre>{@code
 * DhlConfig config = DhlConfig.builder().apiKey(() -> Secret.of(keys.read("dhl"))).build();
 * TrackingClient client = TrackingClient.builder().carrier(Dhl.carrier(config)).build();
 * }</pre>
 */
public final class Dhl {
    private Dhl() {}

    /** A connection to DHL, to hand to a client; does no I/O until it is asked for something. */
    public static CarrierFactory carrier(DhlConfig config) {
        return context -> new DhlCarrier(config, context);
    }
}
