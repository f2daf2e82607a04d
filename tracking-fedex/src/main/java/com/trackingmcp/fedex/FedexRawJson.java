package com.trackingmcp.fedex;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.fedex.FedexApi.Reply;
import com.trackingmcp.fedex.FedexTrackingWire.TrackResult;
import com.trackingmcp.http.WireJson;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Each parcel's own JSON, where it was asked for: a class of its own, so that nobody else pays for reading trees.
 * Stateless.
 */
final class FedexRawJson {
    private FedexRawJson() {}

    /** Each parcel's own JSON, found by the parcel itself: of lists with gaps only where it is sure which is whose. */
    static IdentityHashMap<TrackResult, String> of(Reply reply) {
        IdentityHashMap<TrackResult, String> raw = new IdentityHashMap<>();
        List<JsonNode> answers = WireJson.tree(reply.response())
                .map(tree -> objects(tree.path("output").path("completeTrackResults")))
                .orElse(List.of());
        for (int i = 0; i < answers.size() && answers.size() == reply.results().size(); i++) {
            List<JsonNode> parcels = objects(answers.get(i).path("trackResults"));
            List<TrackResult> results = reply.results().get(i).results();
            for (int j = 0; j < parcels.size() && parcels.size() == results.size(); j++) {
                raw.put(results.get(j), parcels.get(j).toString());
            }
        }
        return raw;
    }

    /** What the records hold of a list, or of one that stands for it: what is no object was left out there, too. */
    private static List<JsonNode> objects(JsonNode list) {
        List<JsonNode> objects = new ArrayList<>();
        (list.isArray() ? list : List.of(list)).forEach(element -> {
            if (element.isObject()) {
                objects.add(element);
            }
        });
        return objects;
    }
}
