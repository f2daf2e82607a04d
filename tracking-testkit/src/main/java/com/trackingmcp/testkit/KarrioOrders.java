package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders of a shop, which the gateway keeps until they are shipped. Stateless but for its server. */
final class KarrioOrders implements KarrioResource {
    private static final String KIND = "ord";
    private static final String STATUS = "status";
    private static final String ORDERS = "orders";
    private static final String METADATA = "metadata";
    private static final int LONGEST_ID = 50;

    private final KarrioServer server;

    KarrioOrders(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on(ORDERS, "GET /v1/orders", this::list);
        routes.on("order", "POST /v1/orders", this::create);
        routes.on(ORDERS, "GET /v1/orders/{id}", ask -> KarrioShelf.ok(find(ask)));
        routes.on("order", "PUT /v1/orders/{id}", this::update);
        routes.on("order", "DELETE /v1/orders/{id}", ask -> cancel(find(ask)));
        routes.on(
                "order",
                "POST /v1/orders/{id}/cancel",
                ask -> cancel(server.book()
                        .findOrRequest(KIND, ask, ask.part("id"))
                        .orElseThrow(() -> KarrioRefusal.notFound("Order"))));
    }

    private KarrioEntry find(KarrioAsk ask) {
        return server.book().find(KIND, ask, ask.part("id")).orElseThrow(() -> KarrioRefusal.notFound("Order"));
    }

    private SandboxResponse list(KarrioAsk ask) {
        KarrioFilter filter = new KarrioFilter(ask);
        List<KarrioEntry> found = server.book().all(KIND, ask).stream()
                .filter(entry -> filter.isMade(entry)
                        && filter.isId(entry)
                        && filter.isOneOf(entry, "order_id", "order_id")
                        && filter.isOneOf(entry, "source", "source")
                        && filter.isOneOf(entry, STATUS, STATUS)
                        && filter.mentions(
                                entry,
                                "address",
                                json -> json.path("shipping_to").toString())
                        && filter.mentions(entry, "keyword", KarrioOrders::words)
                        && filter.has(entry, "option", "options")
                        && filter.has(entry, METADATA, METADATA))
                .toList();
        return KarrioPage.of(ask, found, KarrioEntry::json);
    }

    private static String words(JsonNode order) {
        return order.path("shipping_to") + " " + order.path("id") + order.path("order_id") + order.path("source");
    }

    private SandboxResponse create(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask).need("order_id", "shipping_to").needRows("line_items");
        form.most(LONGEST_ID, "order_id", "source");
        form.rows("line_items").forEach(KarrioParcels::checkGoods);
        ObjectNode order = begun(form);
        for (String party : List.of("shipping_to", "shipping_from", "billing_address")) {
            order.set(party, form.has(party) ? KarrioAddresses.read(server, ask, form, party) : null);
        }
        if (form.has("billing_address")) {
            order.withObject("/billing_address").remove("object_type");
        }
        form.check();
        boolean known = server.book().all(KIND, ask).stream()
                .anyMatch(one -> one.text("order_id").equals(form.text("order_id"))
                        && one.text("source").equals(order.path("source").asText()));
        if (known) {
            String message = "An order with 'order_id' " + form.text("order_id") + " already exists.";
            throw KarrioRefusal.error(409, "duplicate_order_id", message, "error");
        }
        return SandboxResponse.json(201, keep(ask, order).json());
    }

    private ObjectNode begun(KarrioBody form) {
        ObjectNode order = Json.object().put("object_type", "order").put("is_archived", false);
        order.putNull("archived_at");
        order.put("order_id", form.text("order_id"));
        order.put(
                "order_date",
                form.has("order_date")
                        ? form.text("order_date")
                        : today(server.book().now()));
        order.put("source", form.has("source") ? form.text("source") : "API").put(STATUS, "unfulfilled");
        ArrayNode items = order.putArray("line_items");
        form.get("line_items").forEach(item -> {
            ObjectNode line = KarrioParcels.goods(server, "oli", item.deepCopy());
            items.add(line.put("unfulfilled_quantity", line.path("quantity").asInt()));
        });
        order.set("options", form.object("options"));
        order.set(METADATA, form.object(METADATA));
        order.putArray("shipments");
        return order;
    }

    private static String today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    }

    private KarrioEntry keep(KarrioAsk ask, ObjectNode order) {
        order.put("created_at", KarrioBook.written(server.book().now()));
        return server.book().enter(KIND, ask, order);
    }

    /** Options and notes only; a member that is null is taken away. */
    private SandboxResponse update(KarrioAsk ask) {
        KarrioEntry entry = find(ask);
        KarrioBody form = KarrioBody.of(ask);
        String status = entry.text(STATUS);
        if (!form.isOnly(METADATA) && List.of("delivered", "fulfilled").contains(status)) {
            throw KarrioRefusal.state("The order is '" + status + "' and cannot be updated anymore...");
        }
        for (String field : List.of("options", METADATA)) {
            ObjectNode merged = entry.json().path(field).deepCopy();
            merged.setAll(form.object(field));
            List<String> gone = new ArrayList<>();
            merged.properties().forEach(one -> {
                if (one.getValue().isNull()) {
                    gone.add(one.getKey());
                }
            });
            entry.json().set(field, merged.remove(gone));
        }
        return KarrioShelf.ok(entry);
    }

    private SandboxResponse cancel(KarrioEntry entry) {
        String status = entry.text(STATUS);
        if (List.of("delivered", "cancelled").contains(status)) {
            throw KarrioRefusal.state("The order is '" + status + "' and can not be cancelled anymore...");
        }
        if (List.of("fulfilled", "partial").contains(status)) {
            throw KarrioRefusal.state("The order is '" + status + "' please cancel all related shipments before...");
        }
        entry.json().put(STATUS, "cancelled");
        return KarrioShelf.ok(entry);
    }

    /** Enters many orders at once, {@code SHOP-1} to {@code SHOP-n}, the last of them the newest. */
    List<String> fill(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            SandboxRequest none = new SandboxRequest("POST", "/v1/orders", Map.of(), Map.of(), "");
            KarrioAsk ask = new KarrioAsk(none, Map.of(), true, server.book().id("req"));
            ObjectNode given = Json.object().put("order_id", "SHOP-" + i).put("source", "shop");
            given.putArray("line_items")
                    .addObject()
                    .put("title", "Book " + i)
                    .put("quantity", 1 + i % 3)
                    .put("weight", 0.5)
                    .put("weight_unit", "KG");
            ObjectNode order = begun(KarrioBody.of(given));
            ObjectNode to = Json.object().put("person_name", "Person " + i).put("address_line1", i + " Example Street");
            to.put("city", Place.MEMPHIS.city()).put("postal_code", Place.MEMPHIS.postalCode());
            to.put("state_code", Place.MEMPHIS.state()).put("country_code", Place.MEMPHIS.country());
            order.set("shipping_to", KarrioAddresses.shown(to));
            order.putNull("shipping_from").putNull("billing_address");
            ids.add(keep(ask, order).id());
        }
        return ids;
    }
}
