package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.StoredShipment;

/** Tells of one shipment that was bought here, or that a connected server keeps. */
final class GetShipment implements Tool {
    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_shipment",
            "Get a shipment",
            "A shipment bought here in the last day, with the resource of its label, or one that a connected server keeps."
                    + " For its journey use track_package; for others recover_label.",
            Hints.ASKS,
            Schema.of(
                    Field.text("shipment_id", "Or its tracking number").required(),
                    Field.text("carrier", "Where it was not bought here")),
            new Schema(ShipmentView.fields()),
            "ship",
            "shipments.get");

    private final Workbench bench;

    GetShipment(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        FoundShipment found = FoundShipment.of(bench, call, SPEC);
        if (found.entry().isPresent()) {
            return known(found.entry().get());
        }
        TrackingClient client = bench.client().get();
        if (!Connected.offers(client, found.connection(), "shipments.get")) {
            throw FoundShipment.unknown("this server, which knows what was bought here in the last day, or "
                    + found.connection() + ", which keeps no list,");
        }
        StoredShipment stored = client.shipments().get(found.connection(), found.id());
        ObjectNode json = ShipmentView.putShort(Json.object(), stored);
        return ToolAnswer.of(json, ShipmentView.line(json) + "\nIts label: recover_label.");
    }

    private static ToolAnswer known(Entry entry) {
        ObjectNode json = ShipmentView.put(Json.object(), entry);
        return ShipmentView.linked(
                ToolAnswer.of(json, ShipmentView.line(json) + "\n" + ShipmentView.labelWords(entry)), entry);
    }
}
