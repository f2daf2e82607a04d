package com.trackingmcp.reliability.storm;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.testkit.CarrierSandbox;

/** What a client and the proxy speak HTTP/1.1 over. */
enum Wire {
    PLAIN,
    TLS;

    /** One carrier behind a proxy; impatient where one attempt is to have little time. */
    FaultRow<Fault> row(CarrierSandbox sandbox, Lane lane, boolean impatient) {
        return this == TLS
                ? new FaultRow<>(
                        sandbox,
                        lane,
                        new FaultProxy(sandbox.uri(), OwnCertificate.context()),
                        TrackingClient.builder().sslContext(OwnCertificate.context()),
                        impatient)
                : new FaultRow<>(sandbox, lane, new FaultProxy(sandbox.uri()), TrackingClient.builder(), impatient);
    }
}
