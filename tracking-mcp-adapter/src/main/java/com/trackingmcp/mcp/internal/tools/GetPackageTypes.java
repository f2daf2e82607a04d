package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogPackaging;
import java.util.List;

/** Tells a carrier's own packagings and its limits, from its catalogue. */
final class GetPackageTypes implements Tool {
    private static final ToolSpec SPEC = ToolSpec.catalogue(
            "get_package_types",
            "Get a carrier's packagings",
            "The packagings a carrier supplies, and how many parcels of which weight a shipment may have.",
            Schema.of(Field.text("carrier", "Id of list_carriers").required()),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.objects(
                                    "package_types",
                                    "",
                                    Schema.of(
                                            Field.text("code", "").required(),
                                            Field.text("name", "").required(),
                                            Field.text("max_weight", ""),
                                            Field.text("max_weight_unit", "")))
                            .required(),
                    Field.count("max_parcels", ""),
                    Field.text("max_weight", "In one's own packaging"),
                    Field.text("max_weight_unit", "")),
            "rates",
            "ship");

    private final Workbench bench;

    GetPackageTypes(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        ConnectedCarrier carrier =
                Connected.named(bench.client().get(), call.arguments().required("carrier"));
        Catalog catalog = carrier.catalog();
        List<CatalogPackaging> types = catalog.packagings();
        ObjectNode json = Json.object().put("carrier", carrier.connection());
        json.set("package_types", Json.list(types, CatalogView::packaging));
        catalog.maxParcels().ifPresent(most -> json.put("max_parcels", most));
        CatalogView.put(json, catalog.maxWeight());
        String text = types.size() + " packagings of " + carrier.connection() + ":"
                + Lines.of(types, type -> ForeignText.of(type.code() + ": " + type.name()));
        return ToolAnswer.of(json, text);
    }
}
