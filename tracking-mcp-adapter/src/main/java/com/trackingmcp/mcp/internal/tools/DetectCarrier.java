package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.CarrierMatch;
import com.trackingmcp.model.TrackingNumber;
import java.util.List;
import java.util.stream.Collectors;

/** Tells whose a tracking number may be, by its shape and check digit; no carrier is asked. */
final class DetectCarrier implements Tool {
    private static final ToolSpec SPEC = ToolSpec.tracking(
            "detect_carrier",
            "Detect the carrier",
            "Tells which connected carriers a tracking number may belong to, from its shape and check digit."
                    + " Asks no carrier and costs nothing.",
            Hints.LOOKS_UP,
            Schema.of(Field.text("tracking_number", "As printed on the label; spaces and dashes do not matter")
                    .required()
                    .longest(100)),
            Schema.of(
                    Field.text("tracking_number", "As it was read").required(),
                    Field.objects(
                                    "matches",
                                    "Best first; none where no connected carrier has such numbers",
                                    100,
                                    Schema.of(
                                            Field.text("carrier", "").required(),
                                            Field.choice("confidence", "", List.of("possible", "certain"))
                                                    .required(),
                                            Field.flag("connected", "Whether this server can ask it")
                                                    .required(),
                                            Field.text("family", "The family of services the shape belongs to"),
                                            Field.text("reason", "What fits")))
                            .required()));

    private final Workbench bench;

    DetectCarrier(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String number =
                TrackingNumber.of(call.arguments().required("tracking_number")).value();
        List<CarrierMatch> matches = bench.client().get().detect(number);
        ObjectNode json = Json.object().put("tracking_number", number);
        json.set("matches", Json.list(matches, DetectCarrier::view));
        String text = matches.isEmpty()
                ? "No connected carrier has numbers like " + number + "."
                : number + " may be of: "
                        + matches.stream()
                                .map(match -> match.carrier() + " ("
                                        + match.confidence().word() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
        return ToolAnswer.of(json, text);
    }

    private static ObjectNode view(CarrierMatch match) {
        return Json.object()
                .put("carrier", match.carrier())
                .put("confidence", match.confidence().word())
                .put("connected", match.connected())
                .put("family", match.family())
                .put("reason", match.reason());
    }
}
