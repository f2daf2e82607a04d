package com.trackingmcp.testkit;

/** What DHL Express says for a step. Source: the event codes of the MyDHL API's reference data. */
record ExpressCode(String code, String text, String coarse) {

    static ExpressCode of(Step step) {
        return switch (step) {
            case LABEL_CREATED -> new ExpressCode("DUMMY_PU", "Shipment information received", "pre-transit");
            case PICKED_UP -> new ExpressCode("PU", "Shipment picked up", "transit");
            case DEPARTED -> new ExpressCode("DF", "Departed from facility", "transit");
            case IN_TRANSIT -> new ExpressCode("AF", "Arrived at facility", "transit");
            case CUSTOMS -> new ExpressCode("IC", "Processed for clearance", "transit");
            case CUSTOMS_CLEARED -> new ExpressCode("CR", "Clearance complete", "transit");
            case OUT_FOR_DELIVERY -> new ExpressCode("WC", "With the courier", "transit");
            case AVAILABLE_FOR_PICKUP -> new ExpressCode("CC", "Awaiting collection", "transit");
            case DELIVERY_ATTEMPTED -> new ExpressCode("NH", "Nobody home", "failure");
            case DELIVERED -> new ExpressCode("OK", "Delivered", "delivered");
            case EXCEPTION -> new ExpressCode("BA", "Address needs to be checked", "failure");
            case ON_HOLD -> new ExpressCode("OH", "On hold", "failure");
            case RETURNING, RETURNED -> new ExpressCode("RT", "Returned to shipper", "failure");
            case NOTE -> new ExpressCode("RR", "Response received", "transit");
            case CANCELLED -> new ExpressCode("CS", "Closed shipment", "failure");
        };
    }

    static ExpressCode unheardOf() {
        return new ExpressCode("ZQ", "Quantum state", "quantum");
    }
}
