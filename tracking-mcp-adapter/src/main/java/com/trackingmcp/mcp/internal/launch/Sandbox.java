package com.trackingmcp.mcp.internal.launch;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.TestClock;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Invented carriers with a few parcels on their way, in this process. Safe for use by many threads. */
final class Sandbox implements AutoCloseable {
    private static final List<String> CARRIERS = List.of("fedex", "ups", "dhl");

    private final CarrierSandbox carriers =
            CarrierSandbox.builder().clock(TestClock.running()).build();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    Sandbox() {
        for (String carrier : CARRIERS) {
            numbers.put(carrier, carriers.parcel(carrier).pickedUp().inTransit().number());
        }
    }

    Clock clock() {
        return carriers.clock();
    }

    TrackingClient client(CallListener listener) {
        return TrackingClient.builder()
                .listener(listener)
                .clock(carriers.clock())
                .config(carriers.config())
                .build();
    }

    /** What a model and a person are told. */
    String hint() {
        return "All carriers here are invented: nothing is bought and nothing moves. Numbers to track: "
                + numbers.entrySet().stream()
                        .map(parcel -> parcel.getValue() + " (" + parcel.getKey() + ")")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    @Override
    public void close() {
        carriers.close();
    }
}
