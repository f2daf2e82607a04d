package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Page;
import java.util.List;

/** Tells what a shipment or a pickup of a carrier can be had with, from its catalogue. */
final class GetShippingOptions implements Tool {
    private static final int LIMIT = 30;
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.catalogue(
            "get_shipping_options",
            "Get a carrier's options",
            "What a carrier's shipments or pickups can have beyond what all have, such as delivery on Saturday, and the"
                    + " formats of its labels.",
            Schema.of(
                    Field.text("carrier", "Id of list_carriers").required(),
                    Field.choice("of", "", List.of("shipment", "pickup")).standard("shipment"),
                    Paging.limit(LIMIT, MOST),
                    Paging.offset()),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.objects(
                                    "options",
                                    "",
                                    Schema.of(
                                            Field.text("name", "").required(),
                                            Field.text("title", "").required(),
                                            Field.text("type", "flag, text, number or money")
                                                    .required(),
                                            Field.texts("values", ""),
                                            Field.text("remark", "")))
                            .required(),
                    Field.texts("label_formats", ""),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset()),
            "rates",
            "ship",
            "pickups.schedule");

    private final Workbench bench;

    GetShippingOptions(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        ConnectedCarrier carrier = Connected.named(bench.client().get(), arguments.required("carrier"));
        Catalog catalog = carrier.catalog();
        boolean ofPickups = arguments.required("of").equals("pickup");
        Page<CatalogOption> page = Paging.cut(ofPickups ? catalog.pickupOptions() : catalog.options(), arguments);
        ObjectNode json = Json.object().put("carrier", carrier.connection());
        json.set("options", Json.list(page.items(), CatalogView::option));
        if (!ofPickups && !catalog.labelFormats().isEmpty()) {
            json.set("label_formats", Json.texts(catalog.labelFormats()));
        }
        Paging.put(json, page);
        String text = page.total().orElse(0L) + " options of " + carrier.connection() + ":"
                + Lines.of(page.items(), option -> ForeignText.of(option.name() + ": " + option.title()))
                + Paging.more(page);
        return ToolAnswer.of(json, text);
    }
}
