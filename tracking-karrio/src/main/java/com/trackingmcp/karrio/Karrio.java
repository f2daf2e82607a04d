package com.trackingmcp.karrio;

import com.trackingmcp.spi.CarrierFactory;

/**
 * The door to a Karrio server and the carriers behind it. Stateless.
 *
 * <pre>{@code
 * KarrioConfig config = KarrioConfig.builder().baseUri(server).apiKey(() -> Secret.of(key)).build();
 * TrackingClient client = TrackingClient.builder().carrier(Karrio.carrier(config)).build();
 * }</pre>
 */
public final class Karrio {
    private Karrio() {}

    /** A connection to a Karrio server, for {@code TrackingClient.builder().carrier(...)}; may be given to several clients. */
    public static CarrierFactory carrier(KarrioConfig config) {
        return context -> new KarrioGateway(config, context);
    }
}
