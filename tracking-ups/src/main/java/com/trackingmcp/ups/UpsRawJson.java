package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.ups.UpsTrackingWire.Shipment;
import java.util.ArrayList;
import java.util.List;

/**
 * Each parcel's own JSON, where it was asked for: a class of its own, so that nobody else pays for reading trees.
 * Stateless.
 */
final class UpsRawJson {
    private UpsRawJson() {}

    /** The JSON of each shipment's parcels, in their order; empty lists where it is not sure which is whose. */
    static List<List<String>> of(CarrierResponse response, List<Shipment> shipments) {
        JsonNode tree = WireJson.tree(response).orElseGet(MissingNode::getInstance);
        List<JsonNode> raw = objects(tree.path("trackResponse").path("shipment"), shipments.size());
        List<List<String>> parcels = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            int read = list(shipments.get(i).package_()).size();
            parcels.add(objects(raw.get(i).path("package"), read).stream()
                    .map(JsonNode::toString)
                    .toList());
        }
        return parcels;
    }

    /** The objects of a list, or of one that stands for it; none where it is not sure which of them is which. */
    private static List<JsonNode> objects(JsonNode node, int read) {
        List<JsonNode> objects = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(element -> {
            if (element.isObject()) {
                objects.add(element);
            }
        });
        return objects.size() == read ? objects : List.of();
    }
}
