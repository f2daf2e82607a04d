package com.trackingmcp.verification.spec;

import java.util.Arrays;
import java.util.Optional;

/** The carriers' published descriptions, where each is found and which of the sandbox's paths it describes. */
enum CarrierDocument {
    FEDEX_AUTHORIZATION("fedex/authorization.json", "/fedex/oauth/", "/oauth/"),
    FEDEX_TRACK("fedex/track.json", "/fedex/track/", "/track/"),
    // The token is fetched from the host itself, everything else lives below /api: the document's "servers" say so.
    UPS_OAUTH("ups/OAuthClientCredentials.yaml", "/ups/security/", "/security/"),
    UPS_TRACKING("ups/Tracking.yaml", "/ups/api/track/", "/api/track/"),
    MYDHL("dhl/mydhl-express-3.1.1.yaml", "/mydhl/", "/mydhlapi/");

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
