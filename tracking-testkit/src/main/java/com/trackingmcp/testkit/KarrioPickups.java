package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pickups of what was bought on the gateway, or of so many parcels. Not safe for use by many threads. */
final class KarrioPickups implements KarrioResource {
    private static final String KIND = "pck";
    private static final String PICKUPS = "pickups";
    private static final List<String> OWN = List.of(
            "pickup_date",
            "ready_time",
            "closing_time",
            "instruction",
            "package_location",
            "parcels_count",
            "carrier_code");

    private final KarrioServer server;
    private final KarrioCourier courier;
    private final Map<String, List<String>> waiting = new HashMap<>();

    KarrioPickups(KarrioServer server, KarrioCourier courier) {
        this.server = server;
        this.courier = courier;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on(PICKUPS, "GET /v1/pickups", this::list);
        routes.on("pickup", "POST /v1/pickups", this::schedule);
        routes.on(PICKUPS, "GET /v1/pickups/{id}", ask -> SandboxResponse.json(200, shown(find(ask))));
        routes.on("pickup-update", "POST /v1/pickups/{id}", this::update);
        routes.on("pickup-cancel", "POST /v1/pickups/{id}/cancel", this::cancel);
    }

    private SandboxResponse list(KarrioAsk ask) {
        closePast();
        KarrioFilter filter = new KarrioFilter(ask);
        List<KarrioEntry> found = server.book().all(KIND, ask).stream()
                .filter(entry -> isMeant(filter, entry))
                .toList();
        return KarrioPage.of(ask, found, KarrioEntry::json);
    }

    private static boolean isMeant(KarrioFilter filter, KarrioEntry entry) {
        return filter.isMade(entry)
                && filter.isId(entry)
                && filter.isOneOf(entry, "status", "status")
                && filter.isOneOf(entry, "carrier_name", "carrier_name")
                && filter.contains(entry, "confirmation_number", "confirmation_number")
                && filter.isDay(entry, "pickup_date")
                && filter.mentions(
                        entry, "address", json -> json.path("address").toString())
                && filter.mentions(entry, "keyword", KarrioPickups::words)
                && filter.has(entry, "metadata", "metadata")
                && filter.has(entry, "meta", "meta");
    }

    private static String words(JsonNode pickup) {
        return pickup.path("id") + " " + pickup.path("confirmation_number") + pickup.path("instruction")
                + pickup.path("package_location") + pickup.path("meta").path("request_id");
    }

    private KarrioEntry find(KarrioAsk ask) {
        return server.book().find(KIND, ask, ask.part("id")).orElseThrow(() -> KarrioRefusal.notFound("Pickup"));
    }

    private SandboxResponse schedule(KarrioAsk ask) {
        closePast();
        KarrioPickupForm wish = new KarrioPickupForm(server, ask);
        KarrioBody form = wish.form();
        List<KarrioEntry> shipments = wish.shipments();
        ObjectNode address = wish.fresh(shipments);
        form.check();
        KarrioConnection connection = connection(ask, form).orElseThrow(KarrioRefusal::noConnection);
        ObjectNode pickup = begun(form, connection, address);
        ArrayNode parcels = pickup.putArray("parcels");
        shipments.forEach(shipment -> shipment.json().path("parcels").forEach(parcels::add));
        int pieces = parcels.isEmpty() ? form.get("parcels_count").asInt() : parcels.size();
        String number = courier.book(connection, pickup, pieces, !parcels.isEmpty());
        pickup.put("confirmation_number", number);
        KarrioEntry entry = server.book().enter(KIND, ask, pickup);
        List<String> ids = shipments.stream().map(KarrioEntry::id).toList();
        waiting.put(entry.id(), ids);
        server.awaitingPickup().addAll(ids);
        return SandboxResponse.json(201, entry.json());
    }

    /** The connection that is named, by its id or its carrier; the first that can fetch where none is. */
    private Optional<KarrioConnection> connection(KarrioAsk ask, KarrioBody form) {
        String carrier = form.text("carrier_code");
        String named = form.get("options").path("connection_id").asText("");
        return server.able(ask, "pickup").stream()
                .filter(one -> carrier.isEmpty() || one.carrierName().equals(carrier))
                .filter(one -> named.isEmpty() || one.isNamed(named))
                .findFirst();
    }

    static ObjectNode begun(KarrioBody form, KarrioConnection connection, ObjectNode address) {
        ObjectNode pickup = Json.object().put("object_type", "pickup").put("is_archived", false);
        pickup.putNull("archived_at");
        pickup.put("carrier_name", connection.carrierName()).put("carrier_id", connection.label());
        pickup.put("status", "scheduled");
        OWN.forEach(field -> pickup.set(field, form.has(field) ? form.get(field) : null));
        pickup.set("address", address);
        String type = form.has("pickup_type") ? form.text("pickup_type") : "one_time";
        ObjectNode meta = Json.object().put("ext", connection.carrierName()).put("pickup_type", type);
        pickup.put("pickup_type", type);
        pickup.set("recurrence", form.object("recurrence"));
        if (form.has("recurrence")) {
            meta.set("recurrence", form.object("recurrence"));
        }
        pickup.set("meta", meta);
        pickup.set("metadata", form.object("metadata"));
        pickup.set("options", form.object("options"));
        if (connection.carrierName().equals("canadapost")) {
            ObjectNode charge = Json.object().put("name", "Pickup fees").put("amount", 3.5);
            pickup.set("pickup_charge", charge.put("currency", "CAD"));
        }
        return pickup;
    }

    private SandboxResponse update(KarrioAsk ask) {
        KarrioEntry entry = find(ask);
        ObjectNode pickup = shown(entry);
        KarrioPickupForm wish = new KarrioPickupForm(server, ask);
        KarrioBody form = wish.form();
        if (form.isOnly("metadata")) {
            pickup.set("metadata", form.object("metadata"));
            return SandboxResponse.json(200, pickup);
        }
        String status = entry.text("status");
        if (!status.equals("scheduled")) {
            String cannot = status.equals("closed") ? "modified" : "updated";
            throw KarrioRefusal.state("The pickup is '" + status + "' and cannot be " + cannot);
        }
        ObjectNode address = wish.changed((ObjectNode) pickup.path("address"));
        form.check();
        ObjectNode after = pickup.deepCopy();
        OWN.stream().filter(form::has).forEach(field -> after.set(field, form.get(field)));
        after.set("address", address);
        courier.change(connection(ask, entry), entry.text("confirmation_number"), after);
        if (form.has("metadata")) {
            after.set("metadata", form.object("metadata"));
        }
        pickup.setAll(after);
        return SandboxResponse.json(200, pickup);
    }

    private KarrioConnection connection(KarrioAsk ask, KarrioEntry entry) {
        return server.able(ask, "pickup").stream()
                .filter(one -> one.label().equals(entry.text("carrier_id")))
                .findFirst()
                .orElseThrow(KarrioRefusal::noConnection);
    }

    private SandboxResponse cancel(KarrioAsk ask) {
        KarrioEntry entry = server.book()
                .findOrRequest(KIND, ask, ask.part("id"))
                .orElseThrow(() -> KarrioRefusal.notFound("Pickup"));
        ObjectNode pickup = shown(entry);
        String status = entry.text("status");
        if (status.equals("cancelled")) {
            return SandboxResponse.json(409, pickup);
        }
        if (status.equals("closed")) {
            throw KarrioRefusal.state("The pickup is 'closed' and cannot be modified");
        }
        KarrioBody.of(ask);
        courier.cancel(connection(ask, entry), entry.text("confirmation_number"));
        end(entry.id());
        return SandboxResponse.json(200, pickup.put("status", "cancelled"));
    }

    /** What the server does every so often. */
    private void closePast() {
        server.book().all(KIND).forEach(this::shown);
    }

    /** Nobody comes for its shipments any more. */
    private void end(String pickup) {
        waiting.getOrDefault(pickup, List.of()).forEach(server.awaitingPickup()::remove);
        waiting.remove(pickup);
    }

    /** A pickup as it stands today: one for a day that is past was closed by the server. */
    private ObjectNode shown(KarrioEntry entry) {
        ObjectNode pickup = entry.json();
        boolean once = entry.text("pickup_type").equals("one_time");
        JsonNode last =
                once ? pickup.path("pickup_date") : pickup.path("recurrence").path("end_date");
        boolean past = last.isTextual() && LocalDate.parse(last.asText()).isBefore(LocalDate.now(server.clock()));
        if (past && entry.text("status").equals("scheduled")) {
            end(entry.id());
            pickup.put("status", "closed");
        }
        return pickup;
    }
}
