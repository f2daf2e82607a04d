package com.trackingmcp.dhl;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A client of the sandbox's DHL, which buys for real as far as the sandbox goes. */
abstract class DhlSalesBed {
    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client = client(Map.of());

    TrackingClient client(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(sandbox.settings());
        settings.putAll(other);
        settings.values().removeIf(String::isEmpty);
        return TrackingClient.builder()
                .cache(CachePolicy.off())
                .providers(List.of(new DhlCarrierProvider()))
                .config(ConfigSource.of(settings))
                .clock(sandbox.clock())
                .retries(0, Duration.ZERO)
                .build();
    }

    @AfterEach
    void ends() {
        client.close();
        sandbox.close();
    }
}
