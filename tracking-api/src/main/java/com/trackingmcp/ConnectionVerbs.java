package com.trackingmcp;

import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.internal.engine.Connections;
import com.trackingmcp.internal.engine.Monitor;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.observe.ClientStats;
import com.trackingmcp.observe.ConnectionHealth;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.observe.QuotaStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the client tells of its connections: a part of {@link TrackingClient}, which is the only one. */
abstract class ConnectionVerbs extends ShippingVerbs implements ClientStats {
    private final HttpTransport transport;
    private final Connections connections;
    private final Monitor monitor;
    private final Calls calls;

    /** Package-private: only the client is one. */
    ConnectionVerbs(HttpTransport transport, Connections connections, Monitor monitor, Calls calls) {
        this.transport = transport;
        this.connections = connections;
        this.monitor = monitor;
        this.calls = calls;
    }

    Calls calls() {
        return calls;
    }

    /**
     * The connections of this client, by id, and what each offers. A gateway is asked for its own, where it was not yet: one
     * that cannot tell them is there without them, and {@link #health()} tells why.
     */
    public List<ConnectedCarrier> carriers() {
        return askingCarriers().await();
    }

    /** The twin of {@link #carriers()}. */
    public CompletableFuture<List<ConnectedCarrier>> carriersAsync() {
        return Async.attempt(() -> askingCarriers().handedOver());
    }

    private Pending<List<ConnectedCarrier>> askingCarriers() {
        return calls.ask(
                List.of(),
                call -> CompletableFuture.completedFuture(connections.every().stream()
                        .map(ConnectedCarrier::new)
                        .sorted(Comparator.comparing(ConnectedCarrier::connection))
                        .toList()));
    }

    /** How often each {@code carrier:code} came that no status table explains, since the client was made. */
    public Map<String, Long> unmappedCodes() {
        return monitor.unmappedCodes();
    }

    /**
     * What is left of the requests that a connection may send, one entry for each API with a quota. Behind a gateway that is
     * the gateway's quota, which is asked whom it leads to where the id is not known.
     *
     * @param connection a connection's id, or a carrier's for all connections to it
     * @throws com.trackingmcp.error.ConfigurationException where none has that id
     * @throws com.trackingmcp.error.CarrierException where a gateway is to lead to it and cannot tell
     */
    public List<QuotaStatus> quota(String connection) {
        return calls.ask(
                        Optional.of(connection),
                        call -> CompletableFuture.completedFuture(
                                monitor.quota(connections.named(connection), transport)))
                .await();
    }

    @Override
    public List<ConnectionHealth> health() {
        return monitor.health(connections, transport);
    }

    @Override
    public List<LaneStatus> lanes() {
        return monitor.laneStatuses();
    }
}
