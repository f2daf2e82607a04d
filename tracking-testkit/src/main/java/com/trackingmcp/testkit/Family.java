package com.trackingmcp.testkit;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of parcel number: which carrier's, and of which of its businesses. */
enum Family {
    FEDEX("fedex"),
    UPS("ups"),
    UPS_MAIL_INNOVATIONS("ups-mail-innovations"),
    DHL_EXPRESS("dhl"),
    DHL_ECOMMERCE("dhl-ecommerce"),
    DHL_PARCEL_DE("dhl-parcel-de"),
    DHL_PARCEL_NL("dhl-parcel-nl");

    private final String id;

    Family(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Family of(String id) {
        String asked = id.trim().toLowerCase(Locale.ROOT);
        if (asked.equals("dhl-express")) {
            return DHL_EXPRESS;
        }
        for (Family family : values()) {
            if (family.id.equals(asked)) {
                return family;
            }
        }
        throw new IllegalArgumentException("No parcels of kind '" + id + "'; there are "
                + Arrays.stream(values()).map(Family::id).collect(Collectors.joining(", ")));
    }
}
