package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trackers a Karrio server keeps, {@code /v1/trackers}: each tells what the carrier said when it was last asked. Asking for
 * one that is there asks the carrier again after a minute; the server itself does every two hours.
 */
final class KarrioTrackers implements KarrioResource {
    static final String KIND = "trk";
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration PULSE = Duration.ofHours(2);
    private static final Duration MOST_ACTIVE = Duration.ofDays(90);

    private final KarrioServer server;
    private final KarrioTracking tracking;
    private final Map<String, Instant> asked = new HashMap<>();

    KarrioTrackers(KarrioServer server, KarrioTracking tracking) {
        this.server = server;
        this.tracking = tracking;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("track", "POST /v1/trackers", ask -> track(ask, ask.body()));
        routes.on("trackers", "GET /v1/trackers", this::list);
        routes.open("trackers", "GET /v1/trackers/{id}", ask -> shown(200, anybodys(ask)));
        routes.on("trackers", "PUT /v1/trackers/{id}", this::update);
        routes.on("trackers", "DELETE /v1/trackers/{id}", this::delete);
        routes.on("trackers", "POST /v1/trackers/{id}/inject-events", this::inject);
        routes.on("track", "GET /v1/trackers/{carrier}/{number}", this::byPath);
    }

    /** Reads like a question and creates a tracker. */
    private SandboxResponse byPath(KarrioAsk ask) {
        return track(
                ask, Json.object().put("carrier_name", ask.part("carrier")).put("tracking_number", ask.part("number")));
    }

    private SandboxResponse track(KarrioAsk ask, JsonNode data) {
        KarrioTracking.check(data);
        KarrioConnection connection = tracking.connection(ask, data);
        Optional<KarrioEntry> known = server.book().all(KIND, ask).stream()
                .filter(entry -> entry.text("tracking_number")
                        .equalsIgnoreCase(data.path("tracking_number").asText()))
                .filter(entry -> entry.text("carrier_name").equals(connection.carrierName()))
                .findFirst();
        known.filter(this::isRested).ifPresent(entry -> refresh(entry, connection));
        KarrioEntry entry = known.orElseGet(() -> create(ask, connection, data));
        note(entry.json(), data);
        return shown(202, entry);
    }

    private KarrioEntry create(KarrioAsk ask, KarrioConnection connection, JsonNode data) {
        ObjectNode details = tracking.find(connection, data).orElseGet(() -> {
            if (!ask.flag("pending_pickup").orElse(false)) {
                throw KarrioRefusal.messages(404, List.of(KarrioTracking.nothing(connection)));
            }
            String number = data.path("tracking_number").asText();
            return waiting(connection, number, "UNKNOWN", "Awaiting update from carrier...");
        });
        return enter(ask, details);
    }

    /** Keeps a tracker of a shipment that was just bought: the carrier has not been asked yet. */
    KarrioEntry enter(KarrioAsk ask, ObjectNode details) {
        KarrioEntry entry = server.book().enter(KIND, ask, details);
        asked.put(entry.id(), server.book().now());
        return entry;
    }

    /** The carrier has said nothing yet: the one event is the server's own invention. */
    ObjectNode waiting(KarrioConnection connection, String number, String code, String text) {
        ObjectNode details = Json.object()
                .put("object_type", "tracker")
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label())
                .put("tracking_number", number)
                .put("test_mode", connection.testMode())
                .put("status", "pending")
                .put("delivered", false);
        details.putObject("info");
        OffsetDateTime now = server.book().now().atOffset(ZoneOffset.UTC);
        details.putArray("events")
                .addObject()
                .put("code", code)
                .put("description", text)
                .put("location", "")
                .put("date", DateTimeFormatter.ISO_LOCAL_DATE.format(now))
                .put("time", DateTimeFormatter.ofPattern("HH:mm").format(now));
        details.putObject("metadata");
        details.putArray("messages");
        return details;
    }

    /** By the seconds since the last time without the whole days: so the server counts. */
    private boolean isRested(KarrioEntry entry) {
        long seconds = sinceAsked(entry).toSeconds() % Duration.ofDays(1).toSeconds();
        return seconds >= REST.toSeconds() && !entry.json().path("delivered").asBoolean();
    }

    private Duration sinceAsked(KarrioEntry entry) {
        return Duration.between(
                asked.getOrDefault(entry.id(), entry.created()), server.book().now());
    }

    /** Asks the carrier; what the user wrote stays. */
    private void refresh(KarrioEntry entry, KarrioConnection connection) {
        asked.put(entry.id(), server.book().now());
        tracking.find(connection, entry.json()).ifPresent(fresh -> {
            for (String member : List.of("events", "status", "delivered", "info")) {
                entry.json().set(member, fresh.path(member));
            }
            if (fresh.has("estimated_delivery")) {
                entry.json().set("estimated_delivery", fresh.path("estimated_delivery"));
            }
        });
    }

    /** What the server's own round would have found by now; it gives up after ninety days. */
    KarrioEntry current(KarrioEntry entry) {
        boolean delivered = entry.json().path("delivered").asBoolean();
        boolean old = Duration.between(entry.created(), server.book().now()).compareTo(MOST_ACTIVE) > 0;
        if (!delivered && old) {
            entry.json().put("status", "unknown").putNull("delivered");
        } else if (!delivered && sinceAsked(entry).compareTo(PULSE) >= 0) {
            server.connections().stream()
                    .filter(one -> one.label().equals(entry.text("carrier_id")))
                    .findFirst()
                    .ifPresent(connection -> refresh(entry, connection));
        }
        return entry;
    }

    private static void note(ObjectNode tracker, JsonNode data) {
        for (String member : List.of("metadata", "info")) {
            data.path(member)
                    .properties()
                    .forEach(field -> ((ObjectNode) tracker.path(member)).set(field.getKey(), field.getValue()));
        }
    }

    private SandboxResponse list(KarrioAsk ask) {
        KarrioFilter filter = new KarrioFilter(ask);
        List<KarrioEntry> all = server.book().all(KIND, ask).stream()
                .map(this::current)
                .filter(entry -> filter.isMade(entry)
                        && filter.isOneOf(entry, "carrier_name", "carrier_name")
                        && filter.isOneOf(entry, "status", "status")
                        && filter.contains(entry, "tracking_number", "tracking_number")
                        && filter.mentions(entry, "keyword", JsonNode::toString))
                .toList();
        return KarrioPage.of(ask, all, KarrioEntry::json);
    }

    /** Found by id or number, whoever asks and whoever's it is. */
    private KarrioEntry anybodys(KarrioAsk ask) {
        return server.book().all(KIND).stream()
                .filter(entry -> isNamed(entry, ask.part("id")))
                .findFirst()
                .map(this::current)
                .orElseThrow(() -> KarrioRefusal.notFound("Tracker"));
    }

    private KarrioEntry own(KarrioAsk ask) {
        return server.book().all(KIND, ask).stream()
                .filter(entry -> isNamed(entry, ask.part("id")))
                .findFirst()
                .orElseThrow(() -> KarrioRefusal.notFound("Tracker"));
    }

    private static boolean isNamed(KarrioEntry entry, String name) {
        return entry.id().equals(name) || entry.text("tracking_number").equals(name);
    }

    private SandboxResponse update(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        note(entry.json(), ask.body());
        return shown(200, entry);
    }

    private SandboxResponse delete(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        remove(entry.id());
        return shown(200, entry);
    }

    void remove(String id) {
        server.book().remove(KIND, id);
        asked.remove(id);
    }

    private SandboxResponse inject(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        JsonNode body = ask.body();
        if (!body.path("events").isArray()) {
            throw KarrioRefusal.invalid("events: This field is required.");
        }
        entry.json().set("events", body.path("events"));
        if (body.hasNonNull("status")) {
            entry.json().set("status", body.path("status"));
        }
        entry.json().put("delivered", body.path("delivered").asBoolean());
        if (body.hasNonNull("estimated_delivery")) {
            entry.json().set("estimated_delivery", body.path("estimated_delivery"));
        }
        asked.put(entry.id(), server.book().now());
        return SandboxResponse.json(
                200, Json.object().put("operation", "Inject tracker events").put("success", true));
    }

    private static SandboxResponse shown(int status, KarrioEntry entry) {
        return SandboxResponse.json(status, entry.json());
    }
}
