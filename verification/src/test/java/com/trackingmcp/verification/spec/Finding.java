package com.trackingmcp.verification.spec;

/**
 * One thing in which an exchange differs from the description. Immutable.
 *
 * @param document the description
 * @param operation method and path as the description names it, such as {@code GET /track/v1/details/{inquiryNumber}}
 * @param key what kind of difference, such as {@code validation.response.body.schema.type}
 * @param path where: names from the body's root joined by {@code /}, without array positions; or {@code header:transId},
 *     {@code query:locale}, {@code status:429}
 * @param text the validator's words
 */
record Finding(CarrierDocument document, String operation, String key, String path, String text) {
    /** What a {@link KnownDeviation} would have to name: equal for equal differences, wherever they occur. */
    String kind() {
        return document + " | " + operation + " | " + key + " | " + path;
    }

    @Override
    public String toString() {
        return kind() + "\n      " + text;
    }
}
