package com.trackingmcp.testkit;

import java.util.List;
import java.util.Map;

/** What the gateway does beside tracking and selling: pickups, manifests, orders, papers, webhooks and batches. */
final class KarrioDesk implements KarrioResource {
    private static final Map<String, String> KINDS =
            Map.of("shipment", "shp", "tracker", "trk", "pickup", "pck", "order", "ord", "batch", "batch");
    private static final Map<String, String> PATHS = Map.of(
            "shp", "shipments", "trk", "trackers", "pck", "pickups", "ord", "orders", "batch", "batches/operations");

    private final KarrioServer server;
    private final KarrioRoutes routes;
    private final KarrioPapers papers;
    private final KarrioOrders orders;
    private final KarrioWebhooks webhooks;

    KarrioDesk(KarrioServer server, KarrioRoutes routes, KarrioPapers papers) {
        this.server = server;
        this.routes = routes;
        this.papers = papers;
        this.orders = new KarrioOrders(server);
        this.webhooks = new KarrioWebhooks(server);
    }

    @Override
    public void enter(KarrioRoutes ways) {
        KarrioCourier courier = new KarrioCourier(server.desk());
        List<KarrioResource> resources = List.of(
                new KarrioPickups(server, courier),
                new KarrioProxyPickups(server, courier),
                new KarrioManifests(server, papers),
                orders,
                new KarrioAddresses(server),
                new KarrioParcels(server),
                new KarrioUploads(server),
                new KarrioTemplates(server),
                webhooks,
                new KarrioBatches(server, routes));
        resources.forEach(resource -> resource.enter(ways));
    }

    KarrioOrders orders() {
        return orders;
    }

    /** What the server posts of an event about one of the things it keeps, as that is now. */
    SandboxPush push(String event, String id) {
        String kind = KINDS.getOrDefault(event.split("_", 2)[0], "");
        KarrioEntry entry = server.book().all(kind).stream()
                .filter(one ->
                        one.id().equals(id) || one.text("tracking_number").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The gateway keeps nothing " + id + " to tell of"));
        SandboxRequest read =
                new SandboxRequest("GET", "/v1/" + PATHS.get(kind) + "/" + entry.id(), Map.of(), Map.of(), "");
        String shown = routes.find(read)
                .map(way -> way.route().handler().apply(new KarrioAsk(read, way.parts(), entry.testMode(), "")))
                .map(SandboxResponse::body)
                .orElseGet(() -> entry.json().toString());
        return webhooks.push(event, Json.read(shown));
    }
}
