package com.trackingmcp.reliability.storm;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.TrackingClientBuilder;
import java.net.URI;

/** What a client and the proxy speak HTTP/1.1 over. */
enum Wire {
    PLAIN,
    TLS;

    FaultProxy proxy(URI behind) {
        return this == TLS ? new FaultProxy(behind, OwnCertificate.context()) : new FaultProxy(behind);
    }

    /** A client that trusts the proxy. */
    TrackingClientBuilder client() {
        TrackingClientBuilder client = TrackingClient.builder();
        return this == TLS ? client.sslContext(OwnCertificate.context()) : client;
    }
}
