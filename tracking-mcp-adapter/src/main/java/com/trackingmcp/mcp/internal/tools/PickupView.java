package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.PickupConfirmation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A pickup that was booked, as tools answer it. Stateless. */
final class PickupView {
    private PickupView() {}

    /** Puts what there is to know of it. */
    static void put(ObjectNode json, PickupConfirmation pickup) {
        json.put("carrier", pickup.connection());
        json.put("confirmation_number", pickup.confirmationNumber());
        Json.put(json, "date", pickup.date());
        Json.put(json, "ready_time", pickup.readyTime());
        Json.put(json, "close_time", pickup.closeTime());
        Amounts.putPrice(json, pickup.price());
    }

    /** The same in one line. */
    static String line(PickupConfirmation pickup) {
        String times = Stream.of(pickup.readyTime(), pickup.closeTime())
                .flatMap(time -> time.stream().map(Object::toString))
                .collect(Collectors.joining(" to "));
        return pickup.connection() + " pickup " + ForeignText.of(pickup.confirmationNumber())
                + pickup.date().map(day -> " on " + day).orElse("")
                + (times.isEmpty() ? "" : ", " + times)
                + pickup.price().map(price -> ", " + price).orElse("")
                + ", " + pickup.status().word()
                + pickup.carrierStatusText()
                        .map(text -> " (" + ForeignText.of(text) + ")")
                        .orElse("");
    }
}
