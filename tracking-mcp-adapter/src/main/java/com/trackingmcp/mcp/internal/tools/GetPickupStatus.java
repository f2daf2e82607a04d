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
import com.trackingmcp.model.PickupConfirmation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what became of pickups. */
final class GetPickupStatus implements Tool {
    private static final int MOST = 100;
    private static final int MOST_LINES = 12;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_pickup_status",
            "Get the status of pickups",
            "Tells what became of a pickup, or of all that are booked where none is named. Carriers tell of the next days"
                    + " only.",
            Hints.ASKS,
            Schema.of(
                    DeskFields.carrier().required(),
                    Field.text("confirmation_number", ""),
                    Field.date("date", ""),
                    Field.whole("limit", "", 1, MOST).standard(20),
                    Field.whole("offset", "", 0, 100_000).standard(0)),
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
                    Field.whole("total", "", 0, Integer.MAX_VALUE).required(),
                    Field.flag("has_more", "").required(),
                    Field.whole("next_offset", "", 0, Integer.MAX_VALUE)),
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
        List<PickupConfirmation> all = NAMES.told(() -> ask(arguments));
        int offset = Math.min(arguments.count("offset"), all.size());
        int end = Math.min(offset + arguments.count("limit"), all.size());
        List<PickupConfirmation> shown = all.subList(offset, end);
        ObjectNode json = Json.object();
        json.set("pickups", Json.list(shown, GetPickupStatus::view));
        json.put("total", all.size()).put("has_more", end < all.size());
        if (end < all.size()) {
            json.put("next_offset", end);
        }
        return ToolAnswer.of(json, text(arguments, shown, all.size(), end));
    }

    private List<PickupConfirmation> ask(Arguments arguments) {
        TrackingClient client = bench.client().get();
        return arguments.has("confirmation_number")
                ? client.pickups().status(PickupFields.query(arguments)).stream()
                        .toList()
                : client.pickups().pending(arguments.required("carrier"));
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

    private static String text(Arguments arguments, List<PickupConfirmation> shown, int total, int end) {
        String carrier = arguments.required("carrier");
        if (total == 0) {
            return arguments
                    .text("confirmation_number")
                    .map(number -> carrier + " does not tell of the pickup " + ForeignText.of(number)
                            + "; it may tell of the next days only.")
                    .orElse(carrier + " tells of no pickup that is booked.");
        }
        return shown.stream().limit(MOST_LINES).map(PickupView::line).collect(Collectors.joining("\n"))
                + (shown.size() > MOST_LINES
                        ? "\n" + (shown.size() - MOST_LINES) + " more are in the structured answer."
                        : "")
                + (end < total ? "\nThere are " + total + ": call again with offset=" + end + " for more." : "");
    }
}
