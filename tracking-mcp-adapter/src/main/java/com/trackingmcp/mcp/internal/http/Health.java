package com.trackingmcp.mcp.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.observe.ConnectionHealth;
import com.trackingmcp.observe.QuotaStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the server and its connections are doing, as JSON; no carrier is asked for it. Stateless. */
final class Health {
    private Health() {}

    /** In one word: {@code up}, {@code degraded} where a connection fails, {@code disconnected} where none is there (yet). */
    static String status(Optional<TrackingClient> client) {
        return client.map(there -> there.health().stream().anyMatch(Health::isFailing) ? "degraded" : "up")
                .orElse("disconnected");
    }

    /** Each connection. */
    static ObjectNode detail(Optional<TrackingClient> client) {
        ObjectNode json = Json.object().put("status", status(client));
        List<ConnectionHealth> connections = client.map(TrackingClient::health).orElse(List.of());
        json.set("connections", Json.list(connections, Health::view));
        return json;
    }

    private static boolean isFailing(ConnectionHealth connection) {
        Instant success = connection.lastSuccess().orElse(Instant.MIN);
        // a failure that was followed by a success is over
        return connection
                .lastFailure()
                .filter(failure -> !success.isAfter(failure))
                .isPresent();
    }

    private static ObjectNode view(ConnectionHealth connection) {
        boolean unknown =
                connection.lastSuccess().isEmpty() && connection.lastFailure().isEmpty();
        ObjectNode json = Json.object()
                .put("connection", connection.connection())
                .put("carrier", connection.carrier())
                .put("status", isFailing(connection) ? "failing" : unknown ? "unknown" : "up");
        Json.put(json, "last_success", connection.lastSuccess());
        Json.put(json, "last_failure", connection.lastFailure());
        Json.put(json, "last_error", connection.lastError().map(error -> error.id()));
        Json.put(json, "token_valid_until", connection.tokenValidUntil());
        json.set("quotas", Json.list(connection.quotas(), Health::quota));
        return json;
    }

    private static ObjectNode quota(QuotaStatus quota) {
        ObjectNode json = Json.object().put("api", quota.api());
        Json.put(json, "paused_until", quota.pausedUntil());
        json.set(
                "windows",
                Json.list(
                        quota.windows(),
                        window -> Json.object()
                                .put("limit", window.limit())
                                .put("period", window.period().toString())
                                .put("remaining", window.remaining())));
        return json;
    }
}
