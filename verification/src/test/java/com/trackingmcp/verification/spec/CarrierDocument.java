package com.trackingmcp.verification.spec;

import java.util.Arrays;
import java.util.Optional;

/** The carriers' published descriptions, where each is found and which of the sandbox's paths it describes. */
enum CarrierDocument {
    FEDEX_AUTHORIZATION("fedex/authorization.json", "/fedex/oauth/", "/oauth/"),
    FEDEX_TRACK("fedex/track.json", "/fedex/track/", "/track/"),
    FEDEX_RATE("fedex/rates-transit-times.json", "/fedex/rate/", "/rate/"),
    FEDEX_AVAILABILITY("fedex/service-availability.json", "/fedex/availability/", "/availability/"),
    // below the path of the Ship API, and with a document of its own
    FEDEX_END_OF_DAY("fedex/ground-eod-close.json", "/fedex/ship/v1/endofday/", "/ship/v1/endofday/"),
    FEDEX_SHIP("fedex/ship.json", "/fedex/ship/", "/ship/"),
    FEDEX_ADDRESS("fedex/address-validation.json", "/fedex/address/", "/address/"),
    FEDEX_POSTAL("fedex/postal-code-validation.json", "/fedex/country/", "/country/"),
    FEDEX_PICKUP("fedex/pickup-request.json", "/fedex/pickup/", "/pickup/"),
    FEDEX_LOCATIONS("fedex/locations-search.json", "/fedex/location/", "/location/"),
    FEDEX_DOCUMENTS("fedex/trade-documents-upload.json", "/fedex/documents/", "/documents/"),
    // The token is fetched from the host itself, everything else lives below /api: the document's "servers" say so.
    UPS_OAUTH("ups/OAuthClientCredentials.yaml", "/ups/security/", "/security/"),
    UPS_ALERT("ups/UPSTrackAlertEnhanced.yaml", "/ups/api/track/v2/", "/api/track/v2/"),
    UPS_TRACKING("ups/Tracking.yaml", "/ups/api/track/", "/api/track/"),
    UPS_RATING("ups/Rating.yaml", "/ups/api/rating/", "/api/rating/"),
    // One document for pickups, which begin below three paths; the first is within that of labels, and so before it.
    UPS_PICKUPS("ups/Pickup.yaml", "/ups/api/shipments/v2409/pickup/", "/api/shipments/v2409/pickup/"),
    UPS_PICKUP_CREATION("ups/Pickup.yaml", "/ups/api/pickupcreation/", "/api/pickupcreation/"),
    UPS_FACILITIES("ups/Pickup.yaml", "/ups/api/pickup/", "/api/pickup/"),
    UPS_LOCATOR("ups/Locator.yaml", "/ups/api/locations/", "/api/locations/"),
    // One document for labels, voids and recovery; transit times lie below the same path and have a document of their
    // own.
    UPS_SHIPPING("ups/Shipping.yaml", "/ups/api/shipments/v2409/", "/api/shipments/v2409/"),
    UPS_LABELS("ups/Shipping.yaml", "/ups/api/labels/", "/api/labels/"),
    UPS_TRANSIT("ups/TimeInTransit.yaml", "/ups/api/shipments/v1/", "/api/shipments/v1/"),
    UPS_ADDRESSES("ups/AddressValidation.yaml", "/ups/api/addressvalidation/", "/api/addressvalidation/"),
    UPS_DUTIES("ups/LandedCost.yaml", "/ups/api/landedcost/", "/api/landedcost/"),
    UPS_PAPERS("ups/Paperless.yaml", "/ups/api/paperlessdocuments/", "/api/paperlessdocuments/"),
    MYDHL("dhl/mydhl-express-3.1.1.yaml", "/mydhl/", "/mydhlapi/"),
    DHL_LOCATIONS("dhl/location-finder-unified-1.4.0.yaml", "/dhl-locations/", "/location-finder/v1/"),
    KARRIO("karrio/openapi.yml", "/karrio/", "/");

    private final String file;
    private final String sandboxPrefix;
    private final String carrierPrefix;

    CarrierDocument(String file, String sandboxPrefix, String carrierPrefix) {
        this.file = file;
        this.sandboxPrefix = sandboxPrefix;
        this.carrierPrefix = carrierPrefix;
    }

    /** The document that describes a path of the sandbox; empty where the carrier publishes none. */
    static Optional<CarrierDocument> describing(String sandboxPath) {
        return Arrays.stream(values())
                .filter(document -> sandboxPath.startsWith(document.sandboxPrefix))
                .findFirst();
    }

    /** The file, from the folder of all descriptions. */
    String file() {
        return file;
    }

    /** The path at the carrier that one of the sandbox's stands for. */
    String carrierPath(String sandboxPath) {
        if (!sandboxPath.startsWith(sandboxPrefix)) {
            throw new IllegalArgumentException(this + " does not describe " + sandboxPath);
        }
        return carrierPrefix + sandboxPath.substring(sandboxPrefix.length());
    }
}
