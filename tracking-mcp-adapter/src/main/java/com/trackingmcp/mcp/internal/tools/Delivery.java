package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.DeliveryWindow;
import java.util.List;
import java.util.Optional;

/** When a parcel is delivered, as far as the carrier tells it and in its own time. Stateless. */
final class Delivery {
    private Delivery() {}

    static List<Field> fields() {
        return List.of(Field.text("delivery_from", ""), Field.text("delivery_to", "Local to the destination"));
    }

    static void put(ObjectNode json, Optional<DeliveryWindow> window) {
        Json.put(json, "delivery_from", window.flatMap(DeliveryWindow::from));
        Json.put(json, "delivery_to", window.flatMap(DeliveryWindow::to));
    }

    /** In words that go on after a comma; empty where nothing is known. */
    static Optional<String> words(Optional<DeliveryWindow> window, Optional<Integer> days) {
        return window.flatMap(DeliveryWindow::to)
                .map(time -> "delivered "
                        + time.localTime()
                                .map(local -> "by " + local.toLocalDate() + " " + local.toLocalTime())
                                .orElse(time.toString()))
                .or(() -> window.flatMap(DeliveryWindow::from).map(time -> "delivered not before " + time.date()))
                .or(() -> days.map(count -> count + (count == 1 ? " day" : " days")));
    }
}
