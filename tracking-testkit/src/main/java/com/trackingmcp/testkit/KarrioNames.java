package com.trackingmcp.testkit;

import java.util.Set;

/** Karrio's names of the carriers it knows. Source: the enumerations of its OpenAPI description, version 2026.1.32. Stateless. */
final class KarrioNames {
    private static final Set<String> ALL = Set.of(
            "aramex",
            "asendia",
            "asendia_us",
            "australiapost",
            "boxknight",
            "bpost",
            "canadapost",
            "canpar",
            "chronopost",
            "colissimo",
            "dhl_express",
            "dhl_parcel_de",
            "dhl_poland",
            "dhl_universal",
            "dicom",
            "dpd",
            "dpd_meta",
            "dtdc",
            "easypost",
            "easyship",
            "eshipper",
            "fedex",
            "freightcom",
            "generic",
            "geodis",
            "gls",
            "hay_post",
            "hermes",
            "landmark",
            "laposte",
            "locate2u",
            "mydhl",
            "nationex",
            "parcelone",
            "postat",
            "purolator",
            "roadie",
            "royalmail",
            "sapient",
            "seko",
            "sendle",
            "shipengine",
            "smartkargo",
            "spring",
            "teleship",
            "tge",
            "tnt",
            "ups",
            "usps",
            "usps_international",
            "veho",
            "zoom2u");

    /** Of these only the real carrier behind them can be tracked. */
    private static final Set<String> HUBS =
            Set.of("easypost", "easyship", "eshipper", "freightcom", "parcelone", "sapient", "shipengine");

    private KarrioNames() {}

    static boolean isKnown(String carrierName) {
        return ALL.contains(carrierName);
    }

    static boolean isTrackable(String carrierName) {
        return isKnown(carrierName) && !HUBS.contains(carrierName);
    }
}
