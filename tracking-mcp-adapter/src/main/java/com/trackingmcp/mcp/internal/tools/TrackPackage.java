package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.Toolset;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.List;
import java.util.stream.Stream;

/** Tells where one parcel is, and of all parcels that answer to its number. */
final class TrackPackage implements Tool {
    private static final int EVENT_LINES = 10;

    private static final ToolSpec SPEC = ToolSpec.tracking(
                    "track_package",
                    "Track a package",
                    "Where one parcel is, when it is expected, and its history. The carrier is told from the number."
                            + " For several numbers use track_packages.",
                    Hints.ASKS,
                    Schema.of(
                            Field.text("tracking_number", "As printed on the label; spaces and dashes do not matter")
                                    .required()
                                    .longest(100),
                            Field.text("carrier", "An id of list_carriers; leave out to detect it"),
                            Field.text("postal_code", "The recipient's; DHL tells more to who knows it"),
                            Field.date("ship_date", "YYYY-MM-DD; tells reused numbers apart"),
                            Field.whole("max_events", "", 0, 100).standard(10)),
                    Schema.of(
                            Field.text("carrier", "Of the first parcel").required(),
                            Field.objects(
                                            "parcels",
                                            "Best match first; several where a number is used by more than one parcel",
                                            TrackingView.schema())
                                    .required()),
                    "track")
            .alsoIn(Toolset.SHIP);

    private final Workbench bench;

    TrackPackage(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        TrackingNumber number = TrackingNumber.builder()
                .value(arguments.required("tracking_number"))
                .carrier(arguments.text("carrier"))
                .postalCode(arguments.text("postal_code"))
                .shippedOn(arguments.date("ship_date"))
                .build();
        int maxEvents = arguments.count("max_events");
        TrackingResult best = bench.client().get().track(number);
        List<TrackingResult> parcels =
                Stream.concat(Stream.of(best), best.alternatives().stream()).toList();
        ObjectNode json = Json.object().put("carrier", best.connection());
        json.set("parcels", Json.list(parcels, parcel -> TrackingView.full(parcel, maxEvents)));
        return ToolAnswer.of(json, text(best, maxEvents));
    }

    private static String text(TrackingResult best, int maxEvents) {
        StringBuilder text = new StringBuilder(TrackingView.line(best));
        List<TrackingEvent> told =
                best.events().stream().limit(Math.min(maxEvents, EVENT_LINES)).toList();
        told.forEach(event -> text.append("\n- ").append(TrackingView.line(event)));
        int omitted = best.events().size() - told.size();
        if (omitted > 0) {
            text.append("\n").append(omitted).append(" older events: call again with a larger max_events.");
        }
        int others = best.alternatives().size();
        if (others > 0) {
            text.append("\nThe number also belongs to ")
                    .append(others)
                    .append(" other parcel(s), such as ")
                    .append(TrackingView.line(best.alternatives().get(0)))
                    .append(". Name the carrier or the ship_date to ask for one.");
        }
        return text.toString();
    }
}
