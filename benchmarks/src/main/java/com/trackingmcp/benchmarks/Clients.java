package com.trackingmcp.benchmarks;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.dhl.Dhl;
import com.trackingmcp.dhl.DhlConfig;
import com.trackingmcp.fedex.Fedex;
import com.trackingmcp.fedex.FedexConfig;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.ups.Ups;
import com.trackingmcp.ups.UpsConfig;
import java.net.URI;
import java.util.Map;

/**
 * The clients that are measured, made by the public door: the one place for what differs from a user's settings.
 *
 * <p>Each method touches the classes of one carrier only, so that a class path with that carrier alone is enough.
 */
final class Clients {
    /** One batch of UPS's and DHL's unified tracking is ten calls side by side. */
    private static final int CALLS_PER_BATCH = 10;

    private Clients() {}

    /** FedEx at the mock; a call takes 30 numbers. */
    static CarrierFactory fedex(URI mock) {
        // The place to lift the carrier's published quota: the mock has none.
        return Fedex.carrier(FedexConfig.builder()
                .credentials("test-client-id", "test-client-secret")
                .baseUri(mock)
                .build());
    }

    /** UPS at the mock; a call takes one number. */
    static CarrierFactory ups(URI mock) {
        // The place to lift the quota.
        return Ups.carrier(UpsConfig.builder()
                .credentials("test-client-id", "test-client-secret")
                .baseUri(mock)
                .build());
    }

    /** DHL's unified tracking at the mock; a call takes one number. */
    static CarrierFactory dhl(URI mock) {
        // The place to lift the carrier's published quota of 250 calls a day.
        return Dhl.carrier(
                DhlConfig.builder().apiKey("test-api-key").unifiedBaseUri(mock).build());
    }

    /** As a user has it, but for how many batches may be on their way at once. */
    static TrackingClient usual(CarrierFactory carrier, int batchesInFlight) {
        return builder(carrier, batchesInFlight).build();
    }

    /**
     * For a harness that asks for the same numbers again and again, to be answered by the carrier each time. One call
     * takes one number, so that the window is one of calls.
     */
    static TrackingClient askingAnewOneByOne(CarrierFactory carrier, int callsInFlight) {
        return askingAnew(carrier, Math.max(1, callsInFlight / CALLS_PER_BATCH));
    }

    /** As {@link #askingAnewOneByOne}, for a carrier that takes a batch in one call. */
    static TrackingClient askingAnew(CarrierFactory carrier, int batchesInFlight) {
        // The place to give the cache a time to live so short that it works, but never serves: it stays on.
        return builder(carrier, batchesInFlight).build();
    }

    private static TrackingClientBuilder builder(CarrierFactory carrier, int batchesInFlight) {
        return TrackingClient.builder()
                .carrier(carrier)
                .config(ConfigSource.of(Map.of()))
                .batchesInFlight(batchesInFlight);
    }
}
