package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.ServicePoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places at which parcels are handed over, the nearest first, and why some carriers tell of none. Immutable.
 *
 * @param points the places; those whose distance a carrier does not tell come last
 * @param failures why a connection tells of none, by its id, in the order of these ids; one that knows of none there is in neither
 */
public record FoundLocations(List<ServicePoint> points, Map<String, CarrierException> failures) {
    public FoundLocations {
        points = List.copyOf(points);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }
}
