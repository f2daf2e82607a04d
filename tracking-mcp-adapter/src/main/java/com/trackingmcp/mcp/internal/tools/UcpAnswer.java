package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.ucp.UcpFulfillment;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.ShipmentRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rates as the Universal Commerce Protocol tells them, beside the others, where that is asked for. Stateless. */
final class UcpAnswer {
    private UcpAnswer() {}

    static List<Field> inputs() {
        return List.of(
                Field.choice("format", "ucp adds Universal Commerce Protocol", List.of("default", "ucp"))
                        .standard("default"),
                Field.texts("line_item_ids", "ucp: of the checkout", 100),
                Field.whole("pickup_points", "ucp: so many near the recipient", 0, 20)
                        .standard(0));
    }

    /** Puts it, where it is asked for; tells what was left out. */
    static String put(
            ObjectNode json, Workbench bench, Arguments arguments, ShipmentRequest shipment, List<Quote> quotes) {
        if (!arguments.required("format").equals("ucp")) {
            return "";
        }
        List<String> ids = arguments.texts("line_item_ids");
        Address to = shipment.recipient().orElseThrow();
        String untold = "";
        List<ServicePoint> points = List.of();
        int most = arguments.count("pickup_points");
        try {
            points = most > 0 ? points(bench, to, most) : List.of();
        } catch (CarrierException e) {
            untold = "\nNo pickup places: " + ErrorAnswers.line(e);
        }
        Map<String, String> names = names(bench);
        ObjectNode ucp = UcpFulfillment.of(
                quotes,
                to,
                ids.isEmpty() ? List.of("line_item_1") : ids,
                points,
                name -> names.getOrDefault(name, name));
        json.set("ucp", ucp);
        JsonNode leftOut = ucp.path("left_out");
        return leftOut.isEmpty()
                ? untold
                : untold + "\nNot in ucp: " + leftOut.size() + ", such as "
                        + leftOut.path(0).path("title").asText() + ", for "
                        + leftOut.path(0).path("reason").asText() + ".";
    }

    private static Map<String, String> names(Workbench bench) {
        return bench.client().get().carriers().stream()
                .collect(Collectors.toMap(ConnectedCarrier::connection, ConnectedCarrier::name, (one, same) -> one));
    }

    private static List<ServicePoint> points(Workbench bench, Address to, int most) {
        LocationQuery query = LocationQuery.builder().address(to).limit(most).build();
        return bench.client().get().locations().find(query).points().stream()
                .limit(most)
                .toList();
    }
}
