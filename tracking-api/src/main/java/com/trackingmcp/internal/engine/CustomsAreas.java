package com.trackingmcp.internal.engine;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Between which countries customs stand. Stateless.
 *
 * <p>The European Union and Monaco are one customs area, and so are the United States and Puerto Rico. Regions of a
 * country that lie outside its customs area, such as the Canary Islands, are not told apart: a carrier refuses what
 * lacks papers.
 */
public final class CustomsAreas {
    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Map<String, String> AREAS = Map.of("PR", "US");

    private CustomsAreas() {}

    /** Whether a shipment goes from one to another; not where it does not name both countries. */
    public static boolean isCrossedBy(ShipmentRequest request) {
        Optional<String> from = request.sender().flatMap(Address::country);
        Optional<String> to = request.recipient().flatMap(Address::country);
        return from.isPresent() && to.isPresent() && isBorderBetween(from.get(), to.get());
    }

    static boolean isBorderBetween(String from, String to) {
        return !area(from).equals(area(to));
    }

    private static String area(String country) {
        return EUROPEAN_UNION.contains(country) ? "EU" : AREAS.getOrDefault(country, country);
    }
}
