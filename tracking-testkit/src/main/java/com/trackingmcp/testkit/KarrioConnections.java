package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The connections of the server, {@code /v1/connections}. Those that belong to the server are listed and cannot be read alone. */
final class KarrioConnections implements KarrioResource {
    private final KarrioServer server;

    KarrioConnections(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("connections", "GET /v1/connections", this::list);
        routes.on("connections", "POST /v1/connections", this::create);
        routes.on("connections", "GET /v1/connections/{id}", ask -> SandboxResponse.json(200, shown(own(ask))));
        routes.on("connections", "PATCH /v1/connections/{id}", this::change);
        routes.on("connections", "DELETE /v1/connections/{id}", this::delete);
    }

    private SandboxResponse list(KarrioAsk ask) {
        Optional<Boolean> active = ask.flag("active");
        boolean systemOnly = ask.flag("system_only").orElse(false);
        List<KarrioConnection> all = server.connections().stream()
                .filter(one -> one.testMode() == ask.testMode())
                .filter(one -> active.map(wanted -> one.active() == wanted).orElse(true))
                .filter(one -> !systemOnly || one.system())
                .filter(one -> ask.parameter("carrier_name")
                        .map(one.carrierName()::equals)
                        .orElse(true))
                .filter(one ->
                        ask.parameter("metadata_key").map(one.metadata()::has).orElse(true))
                .filter(one -> ask.parameter("metadata_value")
                        .map(value -> hasValue(one.metadata(), value))
                        .orElse(true))
                .toList();
        return KarrioPage.of(ask, all, KarrioConnections::shown);
    }

    private static boolean hasValue(JsonNode map, String value) {
        for (JsonNode one : map) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Credentials are written only. */
    private static ObjectNode shown(KarrioConnection connection) {
        ObjectNode json = Json.object()
                .put("id", connection.id())
                .put("object_type", "carrier-connection")
                .put("carrier_name", connection.carrierName())
                .put("display_name", KarrioCatalog.displayName(connection.carrierName()))
                .put("carrier_id", connection.label());
        ArrayNode capabilities = json.putArray("capabilities");
        connection.capabilities().forEach(capabilities::add);
        json.set("config", connection.config());
        json.set("metadata", connection.system() ? null : connection.metadata());
        return json.put("is_system", connection.system())
                .put("active", connection.active())
                .put("test_mode", connection.testMode());
    }

    private KarrioConnection own(KarrioAsk ask) {
        return server.connections().stream()
                .filter(one -> one.id().equals(ask.part("id")) && one.testMode() == ask.testMode() && !one.system())
                .findFirst()
                .orElseThrow(() -> KarrioRefusal.notFound("Carrier connection"));
    }

    private SandboxResponse create(KarrioAsk ask) {
        JsonNode body = ask.body();
        List<String> complaints = new ArrayList<>();
        for (String field : List.of("carrier_name", "carrier_id", "credentials")) {
            if (!body.hasNonNull(field)) {
                complaints.add(field + ": This field is required.");
            }
        }
        String name = body.path("carrier_name").asText();
        if (body.has("carrier_name") && !KarrioNames.isKnown(name)) {
            complaints.add("carrier_name: \"" + name + "\" is not a valid choice.");
        }
        if (server.connections().stream()
                .anyMatch(one -> one.label().equals(body.path("carrier_id").asText()))) {
            complaints.add("carrier_id: This carrier_id is taken.");
        }
        if (!complaints.isEmpty()) {
            throw KarrioRefusal.invalid(complaints);
        }
        KarrioConnection made = merged(
                new KarrioConnection(
                        server.book().id("car"),
                        name,
                        body.path("carrier_id").asText(),
                        Set.of("tracking", "rating", "shipping"),
                        false,
                        ask.testMode(),
                        true,
                        Json.object(),
                        Json.object()),
                body);
        server.connections().add(made);
        return SandboxResponse.json(201, shown(made));
    }

    private SandboxResponse change(KarrioAsk ask) {
        KarrioConnection before = own(ask);
        KarrioConnection after = merged(before, ask.body());
        server.connections().set(server.connections().indexOf(before), after);
        return SandboxResponse.json(200, shown(after));
    }

    private SandboxResponse delete(KarrioAsk ask) {
        KarrioConnection gone = own(ask);
        server.connections().remove(gone);
        return SandboxResponse.json(200, shown(gone));
    }

    private static KarrioConnection merged(KarrioConnection connection, JsonNode body) {
        Set<String> capabilities = new TreeSet<>(connection.capabilities());
        if (body.path("capabilities").isArray()) {
            capabilities.clear();
            body.path("capabilities").forEach(one -> capabilities.add(one.asText()));
        }
        return new KarrioConnection(
                connection.id(),
                connection.carrierName(),
                body.path("carrier_id").asText(connection.label()),
                capabilities,
                connection.system(),
                connection.testMode(),
                body.path("active").asBoolean(connection.active()),
                body.path("config").isObject() ? body.path("config").deepCopy() : connection.config(),
                body.path("metadata").isObject() ? body.path("metadata").deepCopy() : connection.metadata());
    }
}
