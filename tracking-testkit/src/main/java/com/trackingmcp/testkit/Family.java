package com.trackingmcp.testkit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of parcel number: which carrier's, and of which of its businesses. */
enum Family {
    FEDEX("fedex"),
    UPS("ups"),
    UPS_MAIL_INNOVATIONS("ups-mail-innovations"),
    DHL_EXPRESS("dhl"),
    DHL_ECOMMERCE("dhl-ecommerce"),
    DHL_PARCEL_DE("dhl-parcel-de"),
    DHL_PARCEL_NL("dhl-parcel-nl"),
    CANADA_POST("karrio:canadapost"),
    PUROLATOR("karrio:purolator"),
    DPD("karrio:dpd"),
    USPS("karrio:usps");

    private static final String GATEWAY = "karrio:";

    private final String id;

    Family(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The parcels of a carrier behind the gateway, by Karrio's name of it; FedEx and DHL Express have one kind for both ways. */
    static Optional<Family> behindGateway(String carrierName) {
        return switch (carrierName) {
            case "canadapost" -> Optional.of(CANADA_POST);
            case "purolator" -> Optional.of(PUROLATOR);
            case "dpd" -> Optional.of(DPD);
            case "usps" -> Optional.of(USPS);
            case "fedex" -> Optional.of(FEDEX);
            case "mydhl" -> Optional.of(DHL_EXPRESS);
            default -> Optional.empty();
        };
    }

    static Family of(String id) {
        String asked = id.trim().toLowerCase(Locale.ROOT);
        if (asked.equals("dhl-express")) {
            return DHL_EXPRESS;
        }
        Optional<Family> known = Arrays.stream(values())
                .filter(family -> family.id.equals(asked))
                .findFirst()
                .or(() -> asked.startsWith(GATEWAY)
                        ? behindGateway(asked.substring(GATEWAY.length()))
                        : Optional.empty());
        if (known.isPresent()) {
            return known.get();
        }
        throw new IllegalArgumentException("No parcels of kind '" + id + "'; there are "
                + Arrays.stream(values()).map(Family::id).collect(Collectors.joining(", ")));
    }
}
