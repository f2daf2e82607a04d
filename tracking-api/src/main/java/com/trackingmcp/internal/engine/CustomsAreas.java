package com.trackingmcp.internal.engine;

import java.util.Map;
import java.util.Set;

/**
 * Between which countries customs stand. Stateless.
 *
 * <p>The European Union and Monaco are one customs area, and so are the United States and Puerto Rico. Regions of a
 * country that lie outside its customs area, such as the Canary Islands, are not told apart: a carrier refuses what
 * lacks papers.
 */
final class CustomsAreas {
    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final Map<String, String> AREAS = Map.of("PR", "US");

    private CustomsAreas() {}

    static boolean isBorderBetween(String from, String to) {
        return !area(from).equals(area(to));
    }

    private static String area(String country) {
        return EUROPEAN_UNION.contains(country) ? "EU" : AREAS.getOrDefault(country, country);
    }
}
