package com.trackingmcp.dhl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Each parcel's own JSON, where it was asked for: a class of its own, so that nobody else pays for reading trees.
 * Stateless.
 */
final class DhlRawJson {
    private DhlRawJson() {}

    /** The elements that were read: nulls and values of another shape are left out, of a list the first is taken. */
    static List<String> of(CarrierResponse response, String list) {
        JsonNode listed = WireJson.tree(response).map(tree -> tree.path(list)).orElseGet(MissingNode::getInstance);
        List<String> objects = new ArrayList<>();
        (listed.isArray() ? listed : List.of(listed)).forEach(element -> {
            JsonNode node = element;
            if (element.isArray()) {
                node = StreamSupport.stream(element.spliterator(), false)
                        .filter(inner -> !inner.isNull())
                        .findFirst()
                        .orElse(element);
            }
            if (node.isObject()) {
                objects.add(node.toString());
            }
        });
        return objects;
    }
}
