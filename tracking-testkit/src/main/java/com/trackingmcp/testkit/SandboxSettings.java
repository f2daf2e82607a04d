package com.trackingmcp.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The credentials the sandbox accepts, under the names the carriers' modules look them up by. */
final class SandboxSettings {

    static final String FEDEX_ID = "test-fedex-client";
    static final String FEDEX_SECRET = "test-fedex-secret";
    static final String FEDEX_ACCOUNT = "100200300";
    static final String UPS_ID = "test-ups-client";
    static final String UPS_SECRET = "test-ups-secret";
    static final String UPS_ACCOUNT = "TK0001";
    static final String UPS_WEBHOOK = "test-ups-webhook";
    static final String DHL_KEY = "test-dhl-key";
    static final String DHL_ID = "test-dhl-client";
    static final String DHL_SECRET = "test-dhl-secret";
    static final String EXPRESS_USER = "test-express-user";
    static final String EXPRESS_PASSWORD = "test-express-password";
    static final String EXPRESS_ACCOUNT = "100200400";

    static final String KARRIO_KEY = "test-karrio-key";
    static final String KARRIO_EMAIL = "test@example.com";
    static final String KARRIO_PASSWORD = "test-karrio-password";
    static final String KARRIO_WEBHOOK = "test-karrio-webhook";

    private SandboxSettings() {}

    static Map<String, String> at(String root) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("FEDEX_CLIENT_ID", FEDEX_ID);
        settings.put("FEDEX_CLIENT_SECRET", FEDEX_SECRET);
        settings.put("FEDEX_ACCOUNT_NUMBER", FEDEX_ACCOUNT);
        settings.put("FEDEX_BASE_URL", root + "/fedex");
        settings.put("FEDEX_DOCUMENTS_BASE_URL", root + "/fedex");
        settings.put("FEDEX_QUOTA", "unlimited");
        settings.put("UPS_CLIENT_ID", UPS_ID);
        settings.put("UPS_CLIENT_SECRET", UPS_SECRET);
        settings.put("UPS_ACCOUNT_NUMBER", UPS_ACCOUNT);
        settings.put("UPS_BASE_URL", root + "/ups");
        settings.put("UPS_WEBHOOK_CREDENTIAL", UPS_WEBHOOK);
        settings.put("DHL_API_KEY", DHL_KEY);
        settings.put("DHL_BASE_URL", root + "/dhl-unified");
        settings.put("DHL_UNIFIED_QUOTA", "unlimited");
        settings.put("DHL_LOCATION_FINDER_BASE_URL", root + "/dhl-locations");
        settings.put("DHL_CLIENT_ID", DHL_ID);
        settings.put("DHL_CLIENT_SECRET", DHL_SECRET);
        settings.put("DHL_ECOMMERCE_BASE_URL", root + "/dhl-ecommerce");
        settings.put("DHL_EXPRESS_USERNAME", EXPRESS_USER);
        settings.put("DHL_EXPRESS_PASSWORD", EXPRESS_PASSWORD);
        settings.put("DHL_EXPRESS_ACCOUNT_NUMBER", EXPRESS_ACCOUNT);
        settings.put("DHL_EXPRESS_BASE_URL", root + "/mydhl");
        settings.put("KARRIO_API_URL", root + "/karrio");
        settings.put("KARRIO_API_KEY", KARRIO_KEY);
        settings.put("KARRIO_QUOTA", "unlimited");
        settings.put("KARRIO_WEBHOOK_SECRET", KARRIO_WEBHOOK);
        return settings;
    }
}
