package com.trackingmcp.internal.engine;

import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.ConnectionHealth;
import com.trackingmcp.observe.LaneStatus;
import com.trackingmcp.observe.QuotaStatus;
import com.trackingmcp.spi.Carrier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client can tell of its own work. Safe for use by many threads. */
public final class Monitor {
    private final Lanes lanes = new Lanes();
    private final HealthBoard board = new HealthBoard();
    private final UnmappedCodes unmapped = new UnmappedCodes();

    /** Tells the client's own listeners of a call, then the user's. */
    public CallListener listener(List<CallListener> users) {
        List<CallListener> all = new ArrayList<>(List.of(lanes, board));
        all.addAll(users);
        return Listeners.of(all);
    }

    Lanes lanes() {
        return lanes;
    }

    /** Counts the status codes that no table explains. */
    public UnmappedCodes unmapped() {
        return unmapped;
    }

    /** How often each {@code carrier:code} came that no table explains. */
    public Map<String, Long> unmappedCodes() {
        return unmapped.counts();
    }

    /** How busy each lane is. */
    public List<LaneStatus> laneStatuses() {
        return lanes.statuses();
    }

    /** How each connection is doing. */
    public List<ConnectionHealth> health(Connections connections, HttpTransport transport) {
        return connections.made().stream()
                .map(carrier -> health(carrier, transport.doors(Connections.id(carrier))))
                .toList();
    }

    /** Of several tokens of one connection, the one that ends first. */
    private ConnectionHealth health(Carrier carrier, List<CarrierHttp> doors) {
        Optional<Instant> token =
                doors.stream().flatMap(door -> door.tokenValidUntil().stream()).min(Comparator.naturalOrder());
        return board.health(carrier.profile().carrier(), Connections.id(carrier), token, quotas(doors));
    }

    /** What is left of the quotas of the connections with that name; those behind one gateway have its quota together. */
    public List<QuotaStatus> quota(List<Carrier> connections, HttpTransport transport) {
        return connections.stream()
                .map(Connections::way)
                .distinct()
                .flatMap(way -> quotas(transport.doors(way)).stream())
                .toList();
    }

    private static List<QuotaStatus> quotas(List<CarrierHttp> doors) {
        return doors.stream()
                .filter(CarrierHttp::hasQuota)
                .flatMap(door -> door.quotaStatus().stream())
                .toList();
    }
}
