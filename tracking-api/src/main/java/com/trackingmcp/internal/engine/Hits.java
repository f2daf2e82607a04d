package com.trackingmcp.internal.engine;

import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders what several carriers know of one number. Stateless. */
final class Hits {
    /** A parcel somebody has scanned comes before one that is only announced, that before one nobody can explain. */
    private static final Comparator<TrackingResult> BEST_FIRST = Comparator.comparingInt(Hits::rank)
            .thenComparing(TrackingResult::carrier)
            .thenComparing(TrackingResult::connection);

    private Hits() {}

    /** The best hit, with the others among its alternatives. */
    static TrackingResult best(List<TrackingResult> hits) {
        if (hits.size() == 1) {
            return hits.get(0);
        }
        List<TrackingResult> sorted = hits.stream().sorted(BEST_FIRST).toList();
        TrackingResult best = sorted.get(0);
        List<TrackingResult> alternatives = new ArrayList<>(best.alternatives());
        alternatives.addAll(sorted.subList(1, sorted.size()));
        return TrackingResult.builder().from(best).alternatives(alternatives).build();
    }

    private static int rank(TrackingResult hit) {
        if (hit.status() == TrackingStatus.UNKNOWN) {
            return 2;
        }
        return hit.status() == TrackingStatus.LABEL_CREATED ? 1 : 0;
    }
}
