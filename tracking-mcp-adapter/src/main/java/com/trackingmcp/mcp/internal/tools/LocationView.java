package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.TimeSpan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A place where parcels are handed over, for programs and in one line. Stateless. */
final class LocationView {
    /** The schema of {@link #of}. */
    static final Schema SCHEMA = Schema.of(
            Field.text("carrier", "").required(),
            Field.text("id", "").required(),
            Field.text("name", ""),
            Field.text("kind", "").required(),
            Field.text("address", "").required(),
            Field.text("phone", ""),
            Field.text("distance", ""),
            Field.texts("opening_hours", "Local"),
            Field.texts("services", ""),
            Field.texts("ship_to", "Options that send a parcel there"),
            Field.text("coordinates", ""));

    private LocationView() {}

    /** All of it. */
    static ObjectNode of(ServicePoint place) {
        ObjectNode json = Json.object().put("carrier", place.connection()).put("id", ForeignText.of(place.id()));
        Json.put(json, "name", place.name().map(ForeignText::of));
        json.put("kind", place.kind().word()).put("address", AddressView.place(place.address()));
        Json.put(json, "phone", place.address().phone().map(ForeignText::of));
        Json.put(json, "distance", place.distance().map(Distance::toString));
        put(
                json,
                "opening_hours",
                place.openingHours().stream().map(LocationView::hours).toList());
        put(
                json,
                "services",
                place.services().stream().map(LocationService::word).sorted().toList());
        put(
                json,
                "ship_to",
                place.shipToIds().entrySet().stream().map(LocationView::option).toList());
        Json.put(json, "coordinates", place.coordinates());
        return json;
    }

    private static void put(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.set(name, Json.texts(texts));
        }
    }

    private static String hours(OpeningHours day) {
        String spans = day.isClosed()
                ? "closed"
                : day.spans().stream().map(TimeSpan::toString).collect(Collectors.joining(", "));
        return day.day().name().toLowerCase(Locale.ROOT) + " " + spans;
    }

    private static String option(Map.Entry<String, String> option) {
        return ForeignText.of(option.getKey() + "=" + option.getValue());
    }

    /** What tells it apart. */
    static String line(ServicePoint place) {
        return place.connection() + " "
                + place.name().map(ForeignText::of).orElse(place.kind().word()) + ", "
                + AddressView.place(place.address())
                + place.distance().map(distance -> ", " + distance).orElse("");
    }
}
