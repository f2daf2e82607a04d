package com.trackingmcp.testkit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The carriers' systems of one sandbox, each under its root. Safe for use by many threads. */
final class SandboxWires {
    private final Map<String, CarrierBehaviour> byRoot = new LinkedHashMap<>();
    private final KarrioWire karrio;

    SandboxWires(ParcelBook book, ShipmentBook sold, DeskBook desk, Clock clock) {
        karrio = new KarrioWire(book, sold, desk, clock);
        byRoot.put("/fedex", new FedexWire(book, sold, desk, clock));
        byRoot.put("/ups", new UpsWire(book, sold, desk, clock));
        byRoot.put("/dhl-unified", new UnifiedWire(book));
        byRoot.put("/dhl-locations", new LocationFinderWire());
        byRoot.put("/dhl-ecommerce", new EcommerceWire(book, clock));
        byRoot.put("/mydhl", new MyDhlWire(book, sold, desk, clock));
        byRoot.put("/karrio", karrio);
    }

    KarrioWire karrio() {
        return karrio;
    }

    Set<String> roots() {
        return byRoot.keySet();
    }

    /** The system a path belongs to, with its root. */
    Optional<Map.Entry<String, CarrierBehaviour>> of(String path) {
        return byRoot.entrySet().stream()
                .filter(wire -> path.startsWith(wire.getKey() + "/"))
                .findFirst();
    }

    /** The systems of a carrier as tests name it. */
    List<CarrierBehaviour> named(String carrier) {
        List<CarrierBehaviour> named = byRoot.values().stream()
                .filter(wire -> FaultPlan.names(carrier, wire.wire()))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("No carrier '" + carrier + "'; there are fedex, ups, dhl, karrio, and of"
                    + " DHL dhl-unified, dhl-locations, dhl-ecommerce and mydhl");
        }
        return named;
    }
}
