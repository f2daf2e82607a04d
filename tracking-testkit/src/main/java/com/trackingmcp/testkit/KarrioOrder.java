package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A shipment as it was asked for, in the form in which the server keeps it. Stateless. */
final class KarrioOrder {
    private static final Set<String> LABELS = Set.of("PDF", "ZPL", "PNG");
    private static final List<String> NOT_YET = List.of(
            "tracking_url",
            "tracker_id",
            "carrier_name",
            "carrier_id",
            "tracking_number",
            "shipment_identifier",
            "selected_rate",
            "selected_rate_id",
            "return_shipment",
            "label_url",
            "invoice_url",
            "archived_at");

    private KarrioOrder() {}

    /** A draft without rates; ends with a 400 where something is missing. */
    static ObjectNode read(KarrioServer server, KarrioAsk ask) {
        JsonNode body = ask.body();
        KarrioForm form = new KarrioForm(server, ask);
        ObjectNode order = Json.object().put("object_type", "shipment").put("status", "draft");
        order.set(
                "shipper", form.address(body, "shipper").put("id", server.book().id("adr")));
        order.set(
                "recipient",
                form.address(body, "recipient").put("id", server.book().id("adr")));
        for (String other : List.of("return_address", "billing_address")) {
            order.set(other, body.hasNonNull(other) ? form.address(body, other) : null);
        }
        order.set("parcels", form.parcels(body));
        order.path("parcels")
                .forEach(parcel -> ((ObjectNode) parcel).put("id", server.book().id("pcl")));
        order.set("options", form.options(body));
        lengths(form, body);
        order.put("label_type", labelType(form, body));
        form.close();
        rest(order, body);
        return order.put("created_at", KarrioBook.written(server.book().now()));
    }

    private static void rest(ObjectNode order, JsonNode body) {
        for (String list : List.of("services", "carrier_ids")) {
            order.set(list, body.path(list).isArray() ? body.path(list) : Json.array());
        }
        order.set("payment", payment(body));
        order.set("customs", body.path("customs").isObject() ? body.path("customs") : null);
        for (String text : List.of("reference", "order_id", "service")) {
            order.put(text, body.hasNonNull(text) ? body.path(text).asText() : null);
        }
        order.set("metadata", body.path("metadata").isObject() ? body.path("metadata") : Json.object());
        order.put("is_return", body.path("is_return").asBoolean()).put("is_archived", false);
        NOT_YET.forEach(order::putNull);
        order.putObject("meta");
        order.putArray("rates");
        order.putArray("messages");
        order.putArray("shipping_documents");
    }

    private static ObjectNode payment(JsonNode body) {
        if (body.path("payment").isObject()) {
            return body.path("payment").deepCopy();
        }
        ObjectNode payment = Json.object().put("paid_by", "sender");
        payment.set("currency", body.at("/options/currency").isTextual() ? body.at("/options/currency") : null);
        return payment.putNull("account_number");
    }

    private static void lengths(KarrioForm form, JsonNode body) {
        if (body.path("reference").asText("").length() > 100) {
            form.complain("reference: Ensure this field has no more than 100 characters.");
        }
        if (body.path("order_id").asText("").length() > 50) {
            form.complain("order_id: Ensure this field has no more than 50 characters.");
        }
    }

    /** PDF where nothing is told: also where something else was told before. */
    static String labelType(KarrioForm form, JsonNode body) {
        String type = body.hasNonNull("label_type") ? body.path("label_type").asText() : "PDF";
        if (!LABELS.contains(type)) {
            form.complain("label_type: \"" + type + "\" is not a valid choice.");
        }
        return type;
    }

    /** Puts what is told into a map of the shipment; null takes a key out. */
    static void merge(ObjectNode order, JsonNode body, String map) {
        body.path(map).properties().forEach(field -> {
            ObjectNode kept = (ObjectNode) order.path(map);
            if (field.getValue().isNull()) {
                kept.remove(field.getKey());
            } else {
                kept.set(field.getKey(), field.getValue());
            }
        });
    }
}
