package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Many trackers, shipments or orders in one request. They are queued; whoever looks at an operation once finds it running,
 * and done the next time, when its things are made. Not safe for use by many threads.
 */
final class KarrioBatches implements KarrioResource {
    private static final String KIND = "batch";
    private static final String STATUS = "status";
    private static final String RESOURCES = "resources";
    private static final Set<String> KINDS = Set.of("trackers", "shipments", "orders");

    private final KarrioServer server;
    private final KarrioRoutes routes;
    private final Map<String, Work> queue = new HashMap<>();

    /** What is to be done for an operation, and who asked for it. */
    private record Work(KarrioAsk ask, JsonNode rows) {}

    /** A batch's things are made by the routes of their own resources. */
    KarrioBatches(KarrioServer server, KarrioRoutes routes) {
        this.server = server;
        this.routes = routes;
    }

    @Override
    public void enter(KarrioRoutes ways) {
        KINDS.forEach(kind -> ways.on(KIND, "POST /v1/batches/" + kind, ask -> queue(ask, kind)));
        ways.on("batches", "GET /v1/batches/operations", this::list);
        ways.on("batches", "GET /v1/batches/operations/{id}", ask -> SandboxResponse.json(200, seen(find(ask))));
    }

    private KarrioEntry find(KarrioAsk ask) {
        return server.book()
                .find(KIND, ask, ask.part("id"))
                .orElseThrow(() -> KarrioRefusal.notFound("BatchOperation"));
    }

    private SandboxResponse list(KarrioAsk ask) {
        return KarrioPage.of(ask, server.book().all(KIND, ask), this::seen);
    }

    private SandboxResponse queue(KarrioAsk ask, String kind) {
        KarrioBody form = KarrioBody.of(ask).needRows(kind);
        form.check();
        if (kind.equals("trackers")) {
            form.rows(kind).forEach(row -> row.need("tracking_number", "carrier_name"));
            form.check();
            refuseUnconnected(ask, form.get(kind));
        }
        ObjectNode operation = Json.object().put(STATUS, "queued").put("resource_type", kind);
        operation.putArray(RESOURCES);
        operation.put("created_at", now()).put("updated_at", now());
        KarrioEntry entry = server.book().enter(KIND, ask, operation);
        operation.remove("meta");
        queue.put(entry.id(), new Work(ask, form.get(kind)));
        return SandboxResponse.json(201, entry.json().deepCopy());
    }

    /** Every row is tried before anything is queued. */
    private void refuseUnconnected(KarrioAsk ask, JsonNode rows) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putArray("errors");
        for (int i = 0; i < rows.size(); i++) {
            String carrier = rows.path(i).path("carrier_name").asText();
            if (server.first(ask, "tracking", carrier).isEmpty()) {
                errors.addObject()
                        .put("index", i)
                        .put("code", "invalid_carrier")
                        .put("message", "No carrier connection found for '" + carrier + "'");
            }
        }
        if (!errors.isEmpty()) {
            throw KarrioRefusal.of(SandboxResponse.json(400, body));
        }
    }

    private String now() {
        return server.book().now().toString();
    }

    /** An operation as it is, after which it goes on. */
    private ObjectNode seen(KarrioEntry entry) {
        ObjectNode operation = entry.json();
        Optional<Work> work = Optional.ofNullable(queue.get(entry.id()));
        if (work.isPresent() && operation.path(STATUS).asText().equals("queued")) {
            operation.put(STATUS, "running").put("updated_at", now());
        } else if (work.isPresent()) {
            queue.remove(entry.id());
            operation.put(STATUS, done(operation, work.get())).put("updated_at", now());
        }
        return operation.deepCopy();
    }

    private String done(ObjectNode operation, Work work) {
        ArrayNode resources = operation.putArray(RESOURCES);
        int failed = 0;
        for (JsonNode row : work.rows()) {
            SandboxResponse made = make(operation.path("resource_type").asText(), work.ask(), row);
            JsonNode body = Json.read(made.body());
            ObjectNode resource = resources.addObject();
            if (made.status() < 300) {
                resource.put("id", body.path("id").asText()).put(STATUS, "processed");
            } else {
                failed++;
                resource.put("id", Integer.toString(resources.size() - 1)).put(STATUS, "has_errors");
                resource.set("errors", body);
            }
        }
        return failed == 0 ? "completed" : failed == resources.size() ? "failed" : "completed_with_errors";
    }

    /** A number that the carrier does not know yet gets a tracker nevertheless. */
    private SandboxResponse make(String kind, KarrioAsk ask, JsonNode row) {
        Map<String, List<String>> query =
                kind.equals("trackers") ? Map.of("pending_pickup", List.of("true")) : Map.of();
        SandboxRequest request =
                new SandboxRequest("POST", "/v1/" + kind, query, ask.http().headers(), row.toString());
        KarrioRoutes.Found way = routes.find(request).orElseThrow(() -> new IllegalStateException("No " + kind));
        try {
            return way.route().handler().apply(new KarrioAsk(request, way.parts(), ask.testMode(), ask.requestId()));
        } catch (KarrioRefusal refusal) {
            return refusal.answer();
        }
    }
}
