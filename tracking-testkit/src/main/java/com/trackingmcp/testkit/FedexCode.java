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
            case DEPARTED -> moving("DP", "Left origin facility", "ORIGIN_FEDEX_FACILITY");
            case IN_TRANSIT -> moving("AR", "Arrived at facility", "FEDEX_FACILITY");
            case CUSTOMS -> moving("CP", "Clearance in progress", "PORT_OF_ENTRY");
            case CUSTOMS_CLEARED -> moving("CC", "International release", "PORT_OF_ENTRY");
            case OUT_FOR_DELIVERY -> moving("OD", "On vehicle for delivery", "VEHICLE");
            case NOTE -> moving("AE", "Scheduled to arrive early", "FEDEX_FACILITY");
            case AVAILABLE_FOR_PICKUP -> same("HL", "Ready for pickup", "FEDEX_OFFICE_LOCATION");
            case DELIVERY_ATTEMPTED ->
                same("DE", "Delivery exception", "DELIVERY_LOCATION").because("007", "Nobody there");
            // A parcel nobody signed for carries a reason although nothing went wrong.
            case DELIVERED ->
                same("DL", "Delivered", "DELIVERY_LOCATION")
                        .because(signed ? "" : "014", signed ? "" : "Left at the front door");
            case EXCEPTION -> same("SE", "Shipment exception", "FEDEX_FACILITY").because("099", "Not deliverable");
            case ON_HOLD -> same("CD", "Clearance delay", "PORT_OF_ENTRY");
            case RETURNING ->
                moving("RS", "On the way back to the shipper", "FEDEX_FACILITY").because("060G", "Returning");
            // Derived "delivered": it was, to the one who sent it.
            case RETURNED ->
                plain("RS", "Back at the shipper", "DL", "Delivered", "CUSTOMER")
                        .because("060G", "Returned to the shipper");
            case CANCELLED -> same("CA", "Cancelled", "CUSTOMER");
        };
    }

    private static FedexCode same(String event, String text, String location) {
        return plain(event, text, event, text, location);
    }

    private static FedexCode moving(String event, String text, String location) {
        return plain(event, text, "IT", "In transit", location);
    }

    private FedexCode because(String why, String whyText) {
        return new FedexCode(event, eventText, derived, derivedText, locationType, why, whyText);
    }

    private static FedexCode plain(String event, String text, String derived, String derivedText, String location) {
        return new FedexCode(event, text, derived, derivedText, location, "", "");
    }

    /** A code no table knows. */
    FedexCode unheardOf() {
        return new FedexCode("ZQ", "Quantum state", "ZQ", "Quantum state", locationType, "", "");
    }
}
