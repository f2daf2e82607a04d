package com.trackingmcp.benchmarks;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import com.trackingmcp.dhl.Dhl;
import com.trackingmcp.dhl.DhlConfig;
import com.trackingmcp.fedex.Fedex;
import com.trackingmcp.fedex.FedexConfig;
import com.trackingmcp.http.Quota;
import com.trackingmcp.model.TrackingStatus;
import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.spi.CarrierFactory;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.ups.Ups;
import com.trackingmcp.ups.UpsConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The clients that are measured, made by the public door: the one place for what differs from a user's settings.
 *
 * <p>Each method touches the classes of one carrier only, so that a class path with that carrier alone is enough.
 */
final class Clients {
    /** On, and counted, but never used up: the mock has none of its own. */
    private static final Quota AMPLE =
            Quota.of(Quota.Window.perDay(1_000_000_000), Quota.Window.rate(1_000_000, Duration.ofSeconds(1)));

    /** On, and looked up for each question, but what the mock says (delivered) is not kept: each question is to go to it. */
    private static final CachePolicy LOOKED_UP = CachePolicy.builder()
            .timeToLive(TrackingStatus.DELIVERED, Duration.ZERO)
            .build();

    private Clients() {}

    /** FedEx at the mock; a call takes 30 numbers. */
    static CarrierFactory fedex(URI mock) {
        return Fedex.carrier(FedexConfig.builder()
                .credentials("test-client-id", "test-client-secret")
                .baseUri(mock)
                .quota(AMPLE)
                .build());
    }

    /** UPS at the mock; a call takes one number. */
    static CarrierFactory ups(URI mock) {
        return Ups.carrier(UpsConfig.builder()
                .credentials("test-client-id", "test-client-secret")
                .baseUri(mock)
                .quota(AMPLE)
                .build());
    }

    /** DHL's unified tracking at the mock; a call takes one number. */
    static CarrierFactory dhl(URI mock) {
        return Dhl.carrier(DhlConfig.builder()
                .apiKey("test-api-key")
                .unifiedBaseUri(mock)
                .unifiedQuota(AMPLE)
                .build());
    }

    /** As a user has it. */
    static TrackingClient usual(CarrierFactory carrier) {
        return builder(carrier).build();
    }

    /** For a harness that asks for the same numbers again and again, to be answered by the carrier each time. */
    static TrackingClient askingAnew(CarrierFactory carrier, int inFlight) {
        return builder(carrier)
                .concurrency(inFlight, inFlight)
                .cache(LOOKED_UP)
                .listener(new Counting())
                .build();
    }

    private static TrackingClientBuilder builder(CarrierFactory carrier) {
        return TrackingClient.builder().carrier(carrier).config(ConfigSource.of(Map.of()));
    }

    /** The least that somebody does who listens. */
    private static final class Counting implements CallListener {
        private final LongAdder calls = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        @Override
        public void onCall(CallEvent event) {
            calls.increment();
            bytes.add(event.bytesReceived());
        }
    }
}
