package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import java.util.List;
import java.util.Map;

/** Tells what became of pickups. */
final class GetPickupStatus implements Tool {
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_pickup_status",
            "Get the status of pickups",
            "Tells what became of a pickup, or of all you booked where none is named. Carriers tell of the next days"
                    + " only.",
            Hints.ASKS,
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.text("confirmation_number", ""),
                    Field.date("date", ""),
                    Paging.limit(20, MOST),
                    Paging.offset()),
            Schema.of(
                    Field.objects(
                                    "pickups",
                                    "",
                                    MOST,
                                    Schema.of(
                                            Field.text("carrier", "").required(),
                                            Field.text("confirmation_number", "")
                                                    .required(),
                                            Field.text("pickup_status", "").required(),
                                            Field.text("carrier_status", ""),
                                            Field.text("date", ""),
                                            Field.text("ready_time", ""),
                                            Field.text("close_time", ""),
                                            Field.text("price", ""),
                                            Field.text("currency", "")))
                            .required(),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset()),
            "pickups.status");
    private static final FieldNames NAMES = new FieldNames(SPEC, Map.of());

    private final Workbench bench;

    GetPickupStatus(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        Page<PickupConfirmation> page = Paging.cut(NAMES.told(() -> ask(call)), arguments);
        ObjectNode json = Json.object();
        json.set("pickups", Json.list(page.items(), GetPickupStatus::view));
        Paging.put(json, page);
        String text = page.total().orElse(0L) == 0
                ? none(arguments)
                : "Pickups:" + Lines.of(page.items(), PickupView::line) + Paging.more(page);
        return ToolAnswer.of(json, text);
    }

    private List<PickupConfirmation> ask(ToolCall call) {
        Arguments arguments = call.arguments();
        TrackingClient client = bench.client().get();
        if (arguments.has("confirmation_number")) {
            PickupQuery pickup = NAMES.read(check -> PickupArguments.query(arguments, check));
            Owners.require(bench, call.caller(), pickup);
            return client.pickups().status(pickup).stream().toList();
        }
        return client.pickups().pending(arguments.required("carrier")).stream()
                .filter(pickup -> Owners.isFor(bench, call.caller(), pickup))
                .toList();
    }

    private static ObjectNode view(PickupConfirmation pickup) {
        ObjectNode json = Json.object();
        PickupView.put(json, pickup);
        json.put("pickup_status", pickup.status().word());
        Json.put(
                json,
                "carrier_status",
                pickup.carrierStatusText().or(pickup::carrierStatusCode).map(ForeignText::of));
        return json;
    }

    private static String none(Arguments arguments) {
        String carrier = arguments.required("carrier");
        return arguments
                .text("confirmation_number")
                .map(number -> carrier + " does not tell of the pickup " + ForeignText.of(number)
                        + "; it may tell of the next days only.")
                .orElse(carrier + " tells of no pickup that is booked.");
    }
}
