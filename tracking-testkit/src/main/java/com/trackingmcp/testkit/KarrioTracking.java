package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tracking without keeping anything: {@code /v1/proxy/tracking}; and how the server asks a carrier at all. */
final class KarrioTracking implements KarrioResource {
    private final KarrioServer server;

    KarrioTracking(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("track", "POST /v1/proxy/tracking", ask -> answer(ask, ask.body()));
        routes.on("track", "GET /v1/proxy/tracking/{carrier}/{number}", this::byPath);
    }

    private SandboxResponse byPath(KarrioAsk ask) {
        return answer(
                ask, Json.object().put("carrier_name", ask.part("carrier")).put("tracking_number", ask.part("number")));
    }

    private SandboxResponse answer(KarrioAsk ask, JsonNode data) {
        check(data);
        KarrioConnection connection = connection(ask, data);
        ObjectNode details =
                find(connection, data).orElseThrow(() -> KarrioRefusal.messages(404, List.of(nothing(connection))));
        details.putObject("images");
        ObjectNode body = Json.object();
        body.putArray("messages");
        body.set("tracking", details);
        return SandboxResponse.json(200, body);
    }

    /** There is no detection: both the number and the carrier have to be told. */
    static void check(JsonNode data) {
        List<String> complaints = new ArrayList<>();
        for (String field : new String[] {"tracking_number", "carrier_name"}) {
            if (data.path(field).asText("").isEmpty()) {
                complaints.add(field + ": This field is required.");
            }
        }
        String carrier = data.path("carrier_name").asText("");
        if (!carrier.isEmpty() && !KarrioNames.isTrackable(carrier)) {
            complaints.add("carrier_name: \"" + carrier + "\" is not a valid choice.");
        }
        if (!complaints.isEmpty()) {
            throw KarrioRefusal.invalid(complaints);
        }
    }

    /** The first active connection of the carrier; {@code carrier_id} in the query names another. */
    KarrioConnection connection(KarrioAsk ask, JsonNode data) {
        String carrier = data.path("carrier_name").asText();
        return server.able(ask, "tracking").stream()
                .filter(one -> one.carrierName().equals(carrier))
                .filter(one -> ask.parameter("carrier_id").map(one::isNamed).orElse(true))
                .findFirst()
                .orElseThrow(KarrioRefusal::noConnection);
    }

    /** What the carrier says of the number, if it knows it. */
    Optional<ObjectNode> find(KarrioConnection connection, JsonNode data) {
        return Family.behindGateway(connection.carrierName())
                .flatMap(family ->
                        server.parcels().find(data.path("tracking_number").asText(), family))
                .map(parcel -> new KarrioJourney(parcel, connection).details());
    }

    static ObjectNode nothing(KarrioConnection connection) {
        String code = connection.carrierName().equals("canadapost") ? "004" : "404";
        return KarrioRefusal.message(connection, code, "No Pin History");
    }
}
