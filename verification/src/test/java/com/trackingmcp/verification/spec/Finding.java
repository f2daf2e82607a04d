package com.trackingmcp.verification.spec;

/**
 * One thing in which an exchange differs from the description. Immutable.
 *
 * @param document the description
 * @param operation method and path as the description names it, such as {@code GET /track/v1/details/{inquiryNumber}}
 * @param key what kind of difference, such as {@code validation.response.body.schema.type}
 * @param path where: names from the body's root joined by {@code /}, without array positions; or {@code header:transId}
 * @param text the validator's words
 */
record Finding(CarrierDocument document, String operation, String key, String path, String text) {
    @Override
    public String toString() {
        return document + " | " + operation + " | " + key + " | " + path + "\n      " + text;
    }
}
