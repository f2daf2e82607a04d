package com.trackingmcp.fedex;

import java.util.Optional;
import java.util.Set;

/** The company of FedEx's that carries a service: one is Express, the other Ground. */
enum FedexCompany {
    EXPRESS("FDXE"),
    GROUND("FDXG");

    /** Ground Economy, too, is fetched by Ground. */
    private static final Set<String> BY_GROUND =
            Set.of("FEDEX_GROUND", "GROUND_HOME_DELIVERY", "SMART_POST", "INTL_GROUND_DISTRIBUTION");

    private final String code;

    FedexCompany(String code) {
        this.code = code;
    }

    /** What FedEx calls it. */
    String code() {
        return code;
    }

    /** Whose service it is. */
    static FedexCompany of(String service) {
        return BY_GROUND.contains(service) ? GROUND : EXPRESS;
    }

    /** The one of a code. */
    static Optional<FedexCompany> ofCode(String code) {
        return code.equals(GROUND.code)
                ? Optional.of(GROUND)
                : code.equals(EXPRESS.code) ? Optional.of(EXPRESS) : Optional.empty();
    }
}
