package com.trackingmcp.testkit;

import java.util.Set;

/** Which countries UPS's ground network joins in the sandbox, and where customs stand. Stateless. */
final class UpsBorders {
    private static final Set<String> AMERICA = Set.of("US", "CA", "MX");
    private static final Set<String> EUROPE = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> NEIGHBOURS = Set.of("GB", "CH", "NO");
    private static final Set<String> UNITED_STATES = Set.of("US", "PR");

    private UpsBorders() {}

    static boolean isLandLane(String from, String to) {
        return AMERICA.contains(from) && AMERICA.contains(to) || isEuropean(from) && isEuropean(to);
    }

    private static boolean isEuropean(String country) {
        return EUROPE.contains(country) || NEIGHBOURS.contains(country);
    }

    static boolean customsBetween(String from, String to) {
        boolean union = EUROPE.contains(from) && EUROPE.contains(to);
        boolean states = UNITED_STATES.contains(from) && UNITED_STATES.contains(to);
        return !from.equals(to) && !union && !states;
    }
}
