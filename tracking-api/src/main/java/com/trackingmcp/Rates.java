package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Rate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices of a shipment, in the order asked for, and why some carriers have none. Immutable.
 *
 * @param rates one for each service of each connection
 * @param failures why a connection has no prices, by its id, in the order of the connections; one
 *     that does not serve the lane is in neither
 */
public record Rates(List<Rate> rates, Map<String, CarrierException> failures) {
    public Rates {
        rates = List.copyOf(rates);
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    /** The first in the order asked for: the cheapest, where nothing else was. */
    public Optional<Rate> best() {
        return rates.stream().findFirst();
    }
}
