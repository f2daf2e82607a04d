package com.trackingmcp.reliability.storm;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.spi.ConfigSource;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A sandbox, a proxy that strikes some requests at random, and a client of all carriers. Safe for use by many threads. */
final class SoakScene {
    private static final int PARCELS = 100;

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final FaultProxy proxy = new FaultProxy(sandbox.uri());
    private final TrackingClient client;
    private final List<TrackingNumber> numbers = new ArrayList<>();
    private final Map<String, SandboxErrands> errands = new HashMap<>();
    private final SoakTally tally = new SoakTally();
    private final SoakBooks books = new SoakBooks();
    private long struck;

    SoakScene() {
        client = TrackingClient.builder()
                .config(ConfigSource.of(sandbox.settings(proxy.uri())))
                .clock(sandbox.clock())
                .cache(CachePolicy.off())
                .maxResponseBytes(1024 * 1024)
                .requestTimeout(Duration.ofSeconds(2))
                .deadline(Duration.ofSeconds(30))
                .bulkDeadline(Duration.ofSeconds(60))
                .retries(2, Duration.ofMillis(5))
                .build();
        for (Lane lane : Lane.values()) {
            for (int i = 0; i < PARCELS && lane.tracks(); i++) {
                numbers.add(TrackingNumber.of(lane.parcel(sandbox).number(), lane.carrier()));
            }
        }
        for (String carrier : List.of("fedex", "ups", "dhl", "karrio:canadapost")) {
            errands.put(carrier, SandboxErrands.of(carrier, sandbox.clock()));
        }
        client.trackAll(numbers).forEach(outcome -> outcome.orElseThrow());
    }

    /** Strikes so many of a hundred requests from now on, each with any fault. */
    void storm(long seed, int percent) {
        SplittableRandom random = new SplittableRandom(seed);
        Fault[] faults = Fault.values();
        proxy.plan(called -> {
            synchronized (random) {
                boolean hit = random.nextInt(100) < percent;
                struck += hit ? 1 : 0;
                return hit ? faults[random.nextInt(faults.length)] : null;
            }
        });
    }

    void calm() {
        proxy.plan(called -> (@Nullable Fault) null);
    }

    long struck() {
        return struck;
    }

    CarrierSandbox sandbox() {
        return sandbox;
    }

    FaultProxy proxy() {
        return proxy;
    }

    TrackingClient client() {
        return client;
    }

    List<TrackingNumber> numbers() {
        return numbers;
    }

    SandboxErrands errands(String carrier) {
        return errands.getOrDefault(carrier, SandboxErrands.of("fedex", sandbox.clock()));
    }

    SoakTally tally() {
        return tally;
    }

    SoakBooks books() {
        return books;
    }
}
