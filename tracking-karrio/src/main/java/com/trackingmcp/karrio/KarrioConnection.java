package com.trackingmcp.karrio;

import java.util.Locale;
import java.util.Set;

/**
 * One carrier connection on the server, as it was when it was found. Immutable.
 *
 * @param id the server's id of it, such as {@code car_…}
 * @param carrierName Karrio's name of the carrier, such as {@code canadapost}
 * @param label what people called it there; Karrio's {@code carrier_id}
 * @param displayName the carrier's name for people
 * @param capabilities what it can, in Karrio's words; none means that it is not told
 */
record KarrioConnection(String id, String carrierName, String label, String displayName, Set<String> capabilities) {
    KarrioConnection {
        capabilities = Set.copyOf(capabilities);
    }

    /** Whether it can one of these, such as {@code tracking}, or does not tell what it can. */
    boolean can(String... words) {
        if (capabilities.isEmpty()) {
            return true;
        }
        for (String word : words) {
            if (capabilities.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
