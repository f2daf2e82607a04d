package com.trackingmcp.testkit;

/**
 * What FedEx says for a step: of the scan and of the parcel's latest status. Sources of the codes: the tracking status
 * codes of FedEx's reference guide, and captured answers for what is derived from them.
 */
record FedexCode(
        String event,
        String eventText,
        String derived,
        String derivedText,
        String locationType,
        String reason,
        String reasonText) {

    static FedexCode of(Step step, boolean signed) {
        return switch (step) {
            case LABEL_CREATED -> plain("OC", "Shipment information sent", "IN", "Initiated", "CUSTOMER");
            case PICKED_UP -> plain("PU", "Picked up", "PU", "Picked up", "PICKUP_LOCATION");
            case DEPARTED -> plain("DP", "Left origin facility", "IT", "In transit", "ORIGIN_FEDEX_FACILITY");
            case IN_TRANSIT -> plain("AR", "Arrived at facility", "IT", "In transit", "FEDEX_FACILITY");
            case CUSTOMS -> plain("CP", "Clearance in progress", "IT", "In transit", "PORT_OF_ENTRY");
            case CUSTOMS_CLEARED -> plain("CC", "International release", "IT", "In transit", "PORT_OF_ENTRY");
            case OUT_FOR_DELIVERY -> plain("OD", "On vehicle for delivery", "IT", "In transit", "VEHICLE");
            case AVAILABLE_FOR_PICKUP ->
                plain("HL", "Ready for pickup", "HL", "Ready for pickup", "FEDEX_OFFICE_LOCATION");
            case DELIVERY_ATTEMPTED ->
                new FedexCode(
                        "DE",
                        "Delivery exception",
                        "DE",
                        "Delivery exception",
                        "DELIVERY_LOCATION",
                        "007",
                        "Nobody there");
            // A parcel nobody signed for carries a reason although nothing went wrong.
            case DELIVERED ->
                signed
                        ? plain("DL", "Delivered", "DL", "Delivered", "DELIVERY_LOCATION")
                        : new FedexCode(
                                "DL",
                                "Delivered",
                                "DL",
                                "Delivered",
                                "DELIVERY_LOCATION",
                                "014",
                                "Left at the front door");
            case EXCEPTION ->
                new FedexCode(
                        "SE",
                        "Shipment exception",
                        "SE",
                        "Shipment exception",
                        "FEDEX_FACILITY",
                        "099",
                        "Not deliverable");
            case ON_HOLD -> plain("CD", "Clearance delay", "CD", "Clearance delay", "PORT_OF_ENTRY");
            case RETURNING ->
                new FedexCode(
                        "RS",
                        "On the way back to the shipper",
                        "IT",
                        "In transit",
                        "FEDEX_FACILITY",
                        "060G",
                        "Returning");
            // Derived "delivered": it was, to the one who sent it.
            case RETURNED ->
                new FedexCode(
                        "RS", "Back at the shipper", "DL", "Delivered", "CUSTOMER", "060G", "Returned to the shipper");
            case NOTE -> plain("AE", "Scheduled to arrive early", "IT", "In transit", "FEDEX_FACILITY");
            case CANCELLED -> plain("CA", "Shipment cancelled by sender", "CA", "Cancelled", "CUSTOMER");
        };
    }

    private static FedexCode plain(String event, String text, String derived, String derivedText, String location) {
        return new FedexCode(event, text, derived, derivedText, location, "", "");
    }

    /** A code no table knows. */
    FedexCode unheardOf() {
        return new FedexCode("ZQ", "Quantum state", "ZQ", "Quantum state", locationType, "", "");
    }
}
