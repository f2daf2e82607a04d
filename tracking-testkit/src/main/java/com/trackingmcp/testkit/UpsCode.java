package com.trackingmcp.testkit;

/**
 * What UPS says for a step: the letter of the activity, its two-letter code, the three digits of the processing detail.
 * Source: UPS's published activity tables and captured answers. Two of the codes are chosen because they mislead: an X
 * that is no exception (customs) and a CD that is one.
 */
record UpsCode(String type, String code, String statusCode, String text, String headline) {

    static UpsCode of(Step step) {
        return switch (step) {
            case LABEL_CREATED -> of("M", "MP", "003", "Label made, parcel not yet with UPS. ", "Label Created");
            case PICKED_UP -> of("I", "PU", "038", "Pickup Scan", "We Have Your Package");
            case DEPARTED -> of("I", "DP", "005", "Departed from Facility", "On the Way");
            case IN_TRANSIT -> of("I", "AR", "010", "Arrived at Facility", "On the Way");
            case CUSTOMS -> of("X", "XD", "012", "Import Scan", "Clearance in Progress");
            case CUSTOMS_CLEARED -> of("I", "YP", "014", "Cleared customs", "Clearance Completed");
            case OUT_FOR_DELIVERY -> of("I", "OT", "021", "Out For Delivery Today", "Out for Delivery");
            case AVAILABLE_FOR_PICKUP -> of("D", "2Q", "161", "Delivered to an access point", "Ready for Pickup");
            case DELIVERY_ATTEMPTED -> of("X", "48", "022", "Nobody there, will try again", "Delivery Attempted");
            // The blank at the end is UPS's.
            case DELIVERED -> of("D", "FS", "011", "DELIVERED ", "Delivered");
            case EXCEPTION -> of("X", "CD", "046", "Left behind by its plane", "Delay");
            case ON_HOLD -> of("X", "RD", "126", "Held by a government agency", "Held");
            case RETURNING -> of("X", "UA", "035", "On the way back to the sender", "Returning to Sender");
            case RETURNED -> of("D", "B0", "034", "Delivered to the original sender", "Returned to Sender");
            case NOTE -> of("U", "UT", "153", "Delivery time updated", "Updated Delivery Time");
            case CANCELLED -> of("MV", "VP", "007", "Shipment information voided", "Label Voided");
        };
    }

    private static UpsCode of(String type, String code, String statusCode, String text, String headline) {
        return new UpsCode(type, code, statusCode, text, headline);
    }

    /** The same in the codes of Mail Innovations, whose last mile is the post's. */
    UpsCode byPost() {
        return switch (statusCode) {
            case "005", "010" -> of("I", "ZX", statusCode, "Handed to the post office", headline);
            case "021" -> of("I", "OF", statusCode, text, headline);
            case "161" -> of("D", "AU", statusCode, "Available at the post office", headline);
            case "022" -> of("X", "DO", statusCode, text, headline);
            case "011" -> of("D", "DL", statusCode, text, headline);
            case "034" -> of("X", "S9", statusCode, text, headline);
            default -> this;
        };
    }

    /** A code no table knows. */
    static UpsCode unheardOf() {
        return of("Q", "Q9", "999", "Quantum state", "Quantum state");
    }
}
