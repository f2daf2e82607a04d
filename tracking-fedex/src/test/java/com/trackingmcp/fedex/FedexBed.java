package com.trackingmcp.fedex;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sandbox and a client that knows only FedEx. */
final class FedexBed implements AutoCloseable {
    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client = client(Map.of());

    TrackingClient client(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(sandbox.settings());
        settings.putAll(more);
        settings.values().removeIf(String::isEmpty);
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new FedexCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(sandbox.clock())
                .retries(2, Duration.ofMillis(1))
                .build();
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
