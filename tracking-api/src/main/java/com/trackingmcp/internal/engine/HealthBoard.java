package com.trackingmcp.internal.engine;

import com.trackingmcp.observe.CallEvent;
import com.trackingmcp.observe.CallListener;
import com.trackingmcp.observe.ConnectionHealth;
import com.trackingmcp.observe.QuotaStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notes how each connection's last requests went. Safe for use by many threads; takes no lock and makes no object for
 * an event: the event itself is kept.
 */
public final class HealthBoard implements CallListener {
    private final Map<String, Last> connections = new ConcurrentHashMap<>();

    /** The events that were told last, whatever times they bear: a clock that is set back must not hide what came. */
    private static final class Last {
        private volatile @Nullable CallEvent success;
        private volatile @Nullable CallEvent failure;
    }

    @Override
    public void onCall(CallEvent event) {
        if (event.isAnswered()) {
            last(event.connection()).success = event;
        } else if (event.isConnectionFailure()) {
            last(event.connection()).failure = event;
        }
    }

    /** Looks before it makes one: making takes a lock. */
    private Last last(String connection) {
        Last last = connections.get(connection);
        return last != null ? last : connections.computeIfAbsent(connection, id -> new Last());
    }

    /** How a connection is doing, with what only others know of it; error and time are those of one failure. */
    public ConnectionHealth health(
            String carrier, String connection, Optional<Instant> tokenValidUntil, List<QuotaStatus> quotas) {
        Last last = connections.get(connection);
        Optional<CallEvent> success = Optional.ofNullable(last).map(known -> known.success);
        Optional<CallEvent> failure = Optional.ofNullable(last).map(known -> known.failure);
        return new ConnectionHealth(
                carrier,
                connection,
                success.map(CallEvent::at),
                failure.map(CallEvent::at),
                failure.flatMap(CallEvent::error),
                tokenValidUntil,
                quotas);
    }
}
