package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.ShipmentStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists what was bought here, and then what connected servers keep. */
final class ListShipments implements Tool {
    private static final int MOST = 100;
    private static final int LINES = 10;
    private static final Pattern CURSOR = Pattern.compile("([a-z0-9_:-]{1,80})\\.(\\d{1,7})");

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "list_shipments",
            "List shipments",
            "Shipments bought here in the last day, the newest first, then those that connected servers keep.",
            Hints.ASKS,
            Schema.of(
                    Field.text("carrier", ""),
                    Field.choice("status", "", ShipmentStatus.class),
                    Field.text("reference", "Your order number, or a part of it"),
                    Paging.limit(20, MOST),
                    Field.text("cursor", "next_cursor of the last answer")
                            .pattern(CURSOR, "a next_cursor, as it was answered")),
            Schema.of(
                    Field.objects("shipments", "", MOST, new Schema(ShipmentView.shortFields()))
                            .required(),
                    Paging.hasMore(),
                    Field.text("next_cursor", ""),
                    FailureView.field()),
            "ship",
            "shipments.list");

    private final Workbench bench;

    ListShipments(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        List<ShipmentSource> sources = ShipmentSource.of(bench, call);
        Place place = place(arguments, sources);
        List<ObjectNode> told = new ArrayList<>();
        Map<String, CarrierException> failures = new LinkedHashMap<>();
        int limit = arguments.count("limit");
        while (place.source() < sources.size() && told.size() < limit) {
            ShipmentSource source = sources.get(place.source());
            Optional<ShipmentSource.Part> part = part(source, place.offset(), limit - told.size(), failures);
            part.ifPresent(found -> told.addAll(found.shipments()));
            place = part.filter(ShipmentSource.Part::hasMore).isPresent()
                    ? new Place(place.source(), part.get().next())
                    : new Place(place.source() + 1, 0);
        }
        return answer(told, failures, next(sources, place));
    }

    /** Where a list goes on. */
    private record Place(int source, int offset) {}

    /** One server that fails costs no other's list. */
    private static Optional<ShipmentSource.Part> part(
            ShipmentSource source, int offset, int limit, Map<String, CarrierException> failures) {
        try {
            return Optional.of(source.part(offset, limit));
        } catch (CarrierException e) {
            failures.put(source.name(), e);
            return Optional.empty();
        }
    }

    private static Place place(Arguments arguments, List<ShipmentSource> sources) {
        Optional<String> cursor = arguments.text("cursor");
        if (cursor.isEmpty()) {
            return new Place(0, 0);
        }
        int dot = cursor.get().lastIndexOf('.');
        String name = cursor.get().substring(0, dot);
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).name().equals(name)) {
                return new Place(i, Integer.parseInt(cursor.get().substring(dot + 1)));
            }
        }
        throw FieldNames.wrong("cursor", "is not of this list: begin without it");
    }

    /** A source that may be empty is named all the same: nobody has asked it yet. */
    private static Optional<String> next(List<ShipmentSource> sources, Place place) {
        return place.source() < sources.size()
                ? Optional.of(sources.get(place.source()).name() + "." + place.offset())
                : Optional.empty();
    }

    private static ToolAnswer answer(
            List<ObjectNode> told, Map<String, CarrierException> failures, Optional<String> next) {
        ObjectNode json = Json.object();
        json.set("shipments", Json.list(told, view -> (JsonNode) view));
        json.put("has_more", next.isPresent());
        Json.put(json, "next_cursor", next);
        FailureView.put(json, failures);
        String text = (told.isEmpty() ? "No shipments." : told.size() + " shipments:")
                + Lines.of(told, LINES, ShipmentView::line)
                + FailureView.lines(List.of("the others"), failures)
                + next.map(cursor -> "\nThere may be more: call again with cursor " + cursor + ".")
                        .orElse("");
        return ToolAnswer.of(json, text);
    }
}
