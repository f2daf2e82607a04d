package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Parcels: those that are kept to be named by their id, and the server's rules for any. Stateless but for its server. */
final class KarrioParcels implements KarrioResource {
    static final String KIND = "pcl";
    private static final Set<String> WEIGHT_UNITS = Set.of("KG", "LB", "OZ", "G");
    private static final Set<String> DIMENSION_UNITS = Set.of("CM", "IN");
    private static final List<String> SIDES = List.of("width", "height", "length");
    private static final List<String> PLAIN = List.of(
            "weight",
            "width",
            "height",
            "length",
            "packaging_type",
            "package_preset",
            "description",
            "content",
            "weight_unit",
            "dimension_unit",
            "reference_number",
            "freight_class");

    private final KarrioServer server;

    KarrioParcels(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        KarrioShelf shelf = new KarrioShelf(server, KIND, "Parcel", "parcels", "/v1/parcels");
        shelf.enter(routes, KarrioParcels::check, given -> shown(server, given));
    }

    static void check(KarrioBody form) {
        form.need("weight", "weight_unit").number("weight", "width", "height", "length");
        form.oneOf("weight_unit", WEIGHT_UNITS).oneOf("dimension_unit", DIMENSION_UNITS);
        form.most(100, "packaging_type", "package_preset", "content", "reference_number");
        form.most(250, "description").most(6, "freight_class");
        long sides = SIDES.stream().filter(form::has).count();
        if (sides > 0 && sides < SIDES.size()) {
            form.complain("dimensions", "When one dimension is specified, all must be specified with a dimension_unit");
        } else if (sides > 0 && !form.has("dimension_unit")) {
            form.complain("dimension_unit", "dimension_unit is required when dimensions are specified");
        }
        form.rows("items").forEach(KarrioParcels::checkGoods);
    }

    static void checkGoods(KarrioBody form) {
        form.need("weight", "weight_unit").number("weight", "quantity", "value_amount");
        form.oneOf("weight_unit", WEIGHT_UNITS);
        form.most(200, "title", "description").most(100, "sku", "hs_code");
    }

    static ObjectNode shown(KarrioServer server, ObjectNode given) {
        ObjectNode parcel = Json.object();
        PLAIN.forEach(field -> parcel.set(field, given.get(field)));
        parcel.put("is_document", given.path("is_document").asBoolean(false));
        ArrayNode items = parcel.putArray("items");
        given.path("items").forEach(item -> items.add(goods(server, "cdt", item.deepCopy())));
        parcel.set("options", given.path("options").isObject() ? given.path("options") : Json.object());
        parcel.set("meta", given.path("meta").isObject() ? given.path("meta") : Json.object());
        return parcel.put("object_type", "parcel");
    }

    /** Goods in a parcel or in an order, with an id of their own. */
    static ObjectNode goods(KarrioServer server, String prefix, ObjectNode given) {
        ObjectNode goods = given.deepCopy();
        goods.put("id", given.path("id").asText(server.book().id(prefix)));
        goods.put("quantity", given.path("quantity").asInt(1));
        return goods.put("object_type", "commodity");
    }
}
