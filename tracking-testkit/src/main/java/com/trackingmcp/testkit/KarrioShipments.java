package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The shipments of the server, {@code /v1/shipments}: drafts with rates that can be bought, and bought ones. Created with a
 * service one is bought at once.
 */
final class KarrioShipments implements KarrioResource {
    static final String KIND = "shp";

    private final KarrioServer server;
    private final KarrioTariff tariff;
    private final KarrioTrackers trackers;
    private final KarrioTill till;

    KarrioShipments(KarrioServer server, KarrioTariff tariff, KarrioTrackers trackers) {
        this.server = server;
        this.tariff = tariff;
        this.trackers = trackers;
        this.till = new KarrioTill(server, trackers);
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("shipments", "GET /v1/shipments", this::list);
        routes.on("shipments", "GET /v1/shipments/{id}", ask -> shown(200, current(own(ask))));
        routes.on("ship-draft", "POST /v1/shipments", this::create);
        routes.on("shipments", "PUT /v1/shipments/{id}", this::update);
        routes.on("ship-rates", "POST /v1/shipments/{id}/rates", this::rates);
        routes.on("ship", "POST /v1/shipments/{id}/purchase", this::purchase);
        routes.on("cancel", "POST /v1/shipments/{id}/cancel", this::cancel);
    }

    private KarrioEntry own(KarrioAsk ask) {
        return server.book().find(KIND, ask, ask.part("id")).orElseThrow(() -> KarrioRefusal.notFound("Shipment"));
    }

    private SandboxResponse create(KarrioAsk ask) {
        return papered(201, make(ask));
    }

    /** Nothing is kept of what a carrier refuses. */
    KarrioEntry make(KarrioAsk ask) {
        ObjectNode order = KarrioOrder.read(server, ask);
        String service = order.path("service").asText("");
        boolean atOnce = order.path("service").isTextual();
        if (atOnce) {
            order.putArray("services").add(service);
        }
        quote(ask, order);
        if (!atOnce) {
            return server.book().enter(KIND, ask, order);
        }
        ObjectNode rate = KarrioTill.select(order, Json.object().put("service", service));
        till.offer(order, rate);
        KarrioEntry entry = server.book().enter(KIND, ask, order);
        till.buy(ask, entry, rate);
        return entry;
    }

    /** Only carriers that can ship are asked, and where services are wished for only those that have one of them. */
    private void quote(KarrioAsk ask, ObjectNode order) {
        List<String> services = KarrioForm.texts(order.path("services"));
        KarrioTariff.Quotes quotes = tariff.quote(ask, order, one -> one.can("shipping") && has(one, services))
                .orThrow();
        order.putArray("rates").addAll(quotes.rates());
        order.putArray("messages").addAll(quotes.messages());
    }

    private static boolean has(KarrioConnection connection, List<String> services) {
        return services.isEmpty()
                || KarrioCatalog.services(connection.carrierName()).stream()
                        .anyMatch(service -> services.contains(service.code()));
    }

    private SandboxResponse rates(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        mustBeDraft(entry);
        JsonNode body = ask.body();
        ObjectNode order = entry.json().deepCopy();
        for (String list : List.of("carrier_ids", "services")) {
            order.set(list, body.path(list).isArray() ? body.path(list) : Json.array());
        }
        KarrioOrder.merge(order, body, "options");
        KarrioOrder.merge(order, body, "metadata");
        if (body.hasNonNull("reference")) {
            order.set("reference", body.path("reference"));
        }
        quote(ask, order);
        entry.json().setAll(order);
        return shown(200, entry);
    }

    private SandboxResponse purchase(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        String status = entry.text("status");
        if (status.equals("created")) {
            throw KarrioRefusal.state("The shipment is '" + status + "' and cannot be purchased again");
        }
        mustBeDraft(entry);
        JsonNode body = ask.body();
        if (!body.hasNonNull("selected_rate_id") && !body.hasNonNull("service")) {
            String missing = "Either 'selected_rate_id' or 'service' must be provided.";
            throw KarrioRefusal.error(400, "validation_error", missing, "error");
        }
        KarrioForm form = new KarrioForm(server, ask);
        String labelType = KarrioOrder.labelType(form, body);
        form.close();
        ObjectNode rate = KarrioTill.select(entry.json(), body);
        till.offer(entry.json(), rate);
        entry.json().put("label_type", labelType);
        note(entry, body);
        till.buy(ask, entry, rate);
        return papered(200, entry);
    }

    private static void note(KarrioEntry entry, JsonNode body) {
        for (String member : List.of("reference", "order_id", "payment")) {
            if (body.hasNonNull(member)) {
                entry.json().set(member, body.path(member));
            }
        }
        KarrioOrder.merge(entry.json(), body, "metadata");
    }

    private SandboxResponse update(KarrioAsk ask) {
        KarrioEntry entry = own(ask);
        JsonNode body = ask.body();
        boolean metadataOnly = body.size() == 1 && body.has("metadata");
        if (!metadataOnly) {
            mustBeDraft(entry);
            KarrioForm form = new KarrioForm(server, ask);
            String labelType = KarrioOrder.labelType(form, body);
            form.close();
            entry.json().put("label_type", labelType);
            KarrioOrder.merge(entry.json(), body, "options");
        }
        note(entry, body);
        return shown(200, entry);
    }

    private static void mustBeDraft(KarrioEntry entry) {
        String status = entry.text("status");
        if (!status.equals("draft")) {
            throw KarrioRefusal.state("Shipment is " + status + " and cannot be updated anymore...");
        }
    }

    private SandboxResponse cancel(KarrioAsk ask) {
        KarrioEntry entry = current(server.book()
                .findOrRequest(KIND, ask, ask.part("id"))
                .orElseThrow(() -> KarrioRefusal.notFound("Shipment")));
        String status = entry.text("status");
        if (status.equals("cancelled")) {
            return shown(202, entry);
        }
        if (!status.equals("draft") && !status.equals("created")) {
            throw KarrioRefusal.state("The shipment is '" + status + "' and can not be cancelled anymore...");
        }
        if (server.awaitingPickup().contains(entry.id())) {
            throw KarrioRefusal.state(
                    "This shipment is scheduled for pickup Please cancel this shipment pickup before.");
        }
        if (status.equals("created")) {
            till.cancel(entry.json()).ifPresent(message -> {
                throw KarrioRefusal.messages(424, List.of(message));
            });
        }
        if (entry.json().path("tracker_id").isTextual()) {
            trackers.remove(entry.text("tracker_id"));
        }
        entry.json().put("status", "cancelled").putNull("tracker_id");
        return shown(200, entry);
    }

    /** Its status follows its tracker's. */
    KarrioEntry current(KarrioEntry entry) {
        server.book()
                .find(KarrioTrackers.KIND, entry.text("tracker_id"))
                .map(trackers::current)
                .map(tracker -> tracker.text("status"))
                .filter(status ->
                        !status.equals("pending") && !entry.text("status").equals("cancelled"))
                .ifPresent(status -> entry.json().put("status", followed(status)));
        return entry;
    }

    private static String followed(String tracker) {
        return switch (tracker) {
            case "delivered", "out_for_delivery", "delivery_failed" -> tracker;
            case "picked_up" -> "shipped";
            case "on_hold", "delivery_delayed" -> "needs_attention";
            default -> "in_transit";
        };
    }

    private SandboxResponse list(KarrioAsk ask) {
        KarrioFilter filter = new KarrioFilter(ask);
        List<String> ids = ask.values("id");
        List<KarrioEntry> all = server.book().all(KIND, ask).stream()
                .map(this::current)
                .filter(entry -> ids.isEmpty() || ids.contains(entry.id()))
                .filter(entry -> isMeant(filter, ask, entry))
                .toList();
        return KarrioPage.of(ask, all, entry -> KarrioPapers.listed(entry.json()));
    }

    private boolean isMeant(KarrioFilter filter, KarrioAsk ask, KarrioEntry entry) {
        return filter.isMade(entry)
                && filter.isOneOf(entry, "status", "status")
                && filter.isOneOf(entry, "carrier_name", "carrier_name")
                && filter.isOneOf(entry, "service", "service")
                && filter.contains(entry, "tracking_number", "tracking_number")
                && filter.contains(entry, "reference", "reference")
                && filter.contains(entry, "order_id", "order_id")
                && filter.has(entry, "metadata", "metadata")
                && filter.has(entry, "meta", "meta")
                && filter.has(entry, "option", "options")
                && filter.mentions(entry, "keyword", JsonNode::toString)
                && filter.mentions(entry, "address", json -> json.path("shipper") + " " + json.path("recipient"))
                && ask.flag("is_return")
                        .map(wanted -> entry.json().path("is_return").asBoolean() == wanted)
                        .orElse(true)
                && ask.flag("has_tracker")
                        .map(wanted -> entry.json().path("tracker_id").isTextual() == wanted)
                        .orElse(true)
                && ask.flag("has_manifest")
                        .map(wanted -> server.manifested().contains(entry.id()) == wanted)
                        .orElse(true);
    }

    private static SandboxResponse shown(int status, KarrioEntry entry) {
        return SandboxResponse.json(status, KarrioPapers.listed(entry.json()));
    }

    /** Only the answers to a creation and to a purchase bring the papers themselves. */
    private static SandboxResponse papered(int status, KarrioEntry entry) {
        return SandboxResponse.json(status, KarrioPapers.printed(entry.json()));
    }
}
