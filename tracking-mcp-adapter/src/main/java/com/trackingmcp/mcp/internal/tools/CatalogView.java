package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.Weight;
import java.util.Optional;

/** The connections and what their catalogues tell, as tools and resources show them. Stateless. */
public final class CatalogView {
    private CatalogView() {}

    /** A connection and what it can do. */
    public static ObjectNode carrier(ConnectedCarrier carrier) {
        ObjectNode json =
                Json.object().put("carrier", carrier.connection()).put("name", ForeignText.of(carrier.name()));
        Json.put(json, "gateway", carrier.gateway().map(way -> way.gateway()));
        json.set("capabilities", Json.texts(carrier.capabilities()));
        return json;
    }

    /** A service. */
    public static ObjectNode service(CatalogService service) {
        ObjectNode json = Json.object()
                .put("code", ForeignText.of(service.code()))
                .put("name", ForeignText.of(service.name()))
                .put("scope", service.scope().word());
        if (!service.origins().isEmpty()) {
            json.set("origins", Json.texts(service.origins()));
        }
        Json.put(json, "remark", service.remark().map(ForeignText::of));
        return json;
    }

    /** An option. */
    public static ObjectNode option(CatalogOption option) {
        ObjectNode json = Json.object()
                .put("name", ForeignText.of(option.name()))
                .put("title", ForeignText.of(option.title()))
                .put("type", option.type().word());
        if (!option.values().isEmpty()) {
            json.set(
                    "values",
                    Json.texts(option.values().stream().map(ForeignText::of).toList()));
        }
        Json.put(json, "remark", option.remark().map(ForeignText::of));
        return json;
    }

    /** A packaging. */
    public static ObjectNode packaging(CatalogPackaging packaging) {
        ObjectNode json = Json.object()
                .put("code", ForeignText.of(packaging.code()))
                .put("name", ForeignText.of(packaging.name()));
        put(json, packaging.maxWeight());
        return json;
    }

    /** Puts what a parcel may weigh, where that is told. */
    static void put(ObjectNode json, Optional<Weight> most) {
        most.ifPresent(weight -> json.put("max_weight", weight.value().toPlainString())
                .put("max_weight_unit", weight.unit().word()));
    }
}
