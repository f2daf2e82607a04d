package com.trackingmcp.verification.ship;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.testkit.CarrierSandbox;
import org.junit.jupiter.api.AfterEach;

/** A sandbox, and a client of all carriers that sell there. */
abstract class SalesBed {
    final CarrierSandbox sandbox = CarrierSandbox.start();
    final TrackingClient client = TrackingClient.builder()
            .config(sandbox.config())
            .clock(sandbox.clock())
            .cache(CachePolicy.off())
            .build();

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    /** What the carrier's own books have: a gateway has an id of its own for the same shipment. */
    static String idAtCarrier(Shipment shipment) {
        return shipment.connection().contains(":") ? shipment.trackingNumber() : shipment.id();
    }

    /** The sandbox's name for the system a carrier sells with. */
    static String wire(String carrier) {
        return carrier.equals("dhl") ? "mydhl" : carrier.replaceFirst(":.*", "");
    }
}
