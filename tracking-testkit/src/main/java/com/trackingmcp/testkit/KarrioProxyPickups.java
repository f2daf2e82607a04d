package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pickups that the gateway hands on to the carrier and keeps nothing of. Stateless but for its server. */
final class KarrioProxyPickups implements KarrioResource {
    private final KarrioServer server;
    private final KarrioCourier courier;

    KarrioProxyPickups(KarrioServer server, KarrioCourier courier) {
        this.server = server;
        this.courier = courier;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("pickup", "POST /v1/proxy/pickups/{carrier}", this::schedule);
        routes.on("pickup-update", "POST /v1/proxy/pickups/{carrier}/update", this::update);
        routes.on("pickup-cancel", "POST /v1/proxy/pickups/{carrier}/cancel", this::cancel);
    }

    private KarrioConnection connection(KarrioAsk ask) {
        return server.first(ask, "pickup", ask.part("carrier")).orElseThrow(KarrioRefusal::noConnection);
    }

    private SandboxResponse schedule(KarrioAsk ask) {
        KarrioPickupForm wish = new KarrioPickupForm(server, ask);
        wish.form().need("address");
        ObjectNode pickup = pickup(ask, wish);
        ArrayNode parcels = (ArrayNode) pickup.path("parcels");
        int pieces = parcels.isEmpty() ? wish.form().get("parcels_count").asInt(1) : parcels.size();
        String number = courier.book(connection(ask), pickup, pieces, !parcels.isEmpty());
        pickup.put("id", server.book().id("pck")).put("confirmation_number", number);
        return answer(201, pickup);
    }

    private SandboxResponse update(KarrioAsk ask) {
        KarrioPickupForm wish = new KarrioPickupForm(server, ask);
        KarrioBody form = wish.form();
        form.need("address", "confirmation_number").needRows("parcels");
        form.rows("parcels").forEach(parcel -> parcel.need("id"));
        ObjectNode pickup = pickup(ask, wish);
        courier.change(connection(ask), form.text("confirmation_number"), pickup);
        return answer(200, pickup.put("confirmation_number", form.text("confirmation_number")));
    }

    private ObjectNode pickup(KarrioAsk ask, KarrioPickupForm wish) {
        KarrioBody form = wish.form();
        form.rows("parcels").forEach(KarrioParcels::check);
        ObjectNode address = wish.times().address();
        form.check();
        ObjectNode pickup = KarrioPickups.begun(form, connection(ask), address);
        ArrayNode parcels = pickup.putArray("parcels");
        form.get("parcels").forEach(parcel -> parcels.add(KarrioParcels.shown(server, parcel.deepCopy())));
        return pickup.put("test_mode", ask.testMode());
    }

    private static SandboxResponse answer(int status, ObjectNode pickup) {
        ObjectNode body = Json.object();
        body.putArray("messages");
        body.set("pickup", pickup);
        return SandboxResponse.json(status, body);
    }

    private SandboxResponse cancel(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask).need("confirmation_number");
        form.check();
        KarrioConnection connection = connection(ask);
        courier.cancel(connection, form.text("confirmation_number"));
        ObjectNode body = Json.object();
        body.putArray("messages");
        body.putObject("confirmation")
                .put("operation", KarrioTill.isSafe(connection) ? "Safe cancellation allowed" : "Cancel Pickup")
                .put("success", true)
                .put("carrier_name", connection.carrierName())
                .put("carrier_id", connection.label());
        return SandboxResponse.json(200, body);
    }
}
