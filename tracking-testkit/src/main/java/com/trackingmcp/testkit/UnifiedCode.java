package com.trackingmcp.testkit;

/**
 * What DHL's unified tracking says for a step: the division's own code, a text, and the coarse status all divisions
 * share. Source: the status list of the unified tracking; which coarse status goes with a code differs by division.
 */
record UnifiedCode(String status, String text, String coarse) {

    static UnifiedCode of(Family family, Step step) {
        return switch (family) {
            case DHL_PARCEL_DE -> parcelDe(step);
            case DHL_PARCEL_NL -> parcelNl(step);
            case DHL_ECOMMERCE -> ecommerce(step);
            default -> {
                ExpressCode code = ExpressCode.of(step);
                yield new UnifiedCode(code.code(), code.text(), code.coarse());
            }
        };
    }

    private static UnifiedCode ecommerce(Step step) {
        EcommerceCode code = EcommerceCode.of(step);
        String coarse = switch (step) {
            case LABEL_CREATED -> "pre-transit";
            case DELIVERED -> "delivered";
            case DELIVERY_ATTEMPTED, EXCEPTION, ON_HOLD, RETURNED, CANCELLED -> "failure";
            default -> "transit";
        };
        return new UnifiedCode(Integer.toString(code.id()), code.text(), coarse);
    }

    private static UnifiedCode parcelDe(Step step) {
        return switch (step) {
            case LABEL_CREATED -> new UnifiedCode("VA", "Announced electronically by the sender", "pre-transit");
            case PICKED_UP -> new UnifiedCode("AE", "Picked up at the sender", "transit");
            case DEPARTED -> new UnifiedCode("AA", "Left the region of origin", "transit");
            case IN_TRANSIT -> new UnifiedCode("EE", "Arrived in the region of the recipient", "transit");
            case CUSTOMS, CUSTOMS_CLEARED -> new UnifiedCode("ZO", "Customs clearance", "transit");
            case OUT_FOR_DELIVERY -> new UnifiedCode("PO", "Loaded onto the delivery vehicle", "transit");
            case AVAILABLE_FOR_PICKUP -> new UnifiedCode("LA", "Ready for pick-up at the branch", "transit");
            case DELIVERY_ATTEMPTED -> new UnifiedCode("ZN", "Recipient was not available", "failure");
            case DELIVERED -> new UnifiedCode("ZU", "Delivered", "delivered");
            case EXCEPTION -> new UnifiedCode("BV", "Damaged, being repacked", "failure");
            case ON_HOLD -> new UnifiedCode("BV", "On hold", "failure");
            case RETURNING -> new UnifiedCode("NB", "Returning to sender", "transit");
            // Delivered, to the sender: only the shipment's returnFlag tells.
            case RETURNED -> new UnifiedCode("ZU", "Delivered", "delivered");
            case NOTE -> new UnifiedCode("DD", "Delivery day chosen", "transit");
            case CANCELLED -> throw new IllegalStateException("DHL Parcel Germany has no code for cancelled");
        };
    }

    /** Words instead of codes, and {@code transit} for all but the first and the last. */
    private static UnifiedCode parcelNl(Step step) {
        return switch (step) {
            case LABEL_CREATED -> new UnifiedCode("PRENOTIFICATION_RECEIVED", "Announced", "pre-transit");
            case PICKED_UP -> new UnifiedCode("PICKED_UP", "Picked up by the courier", "transit");
            case DEPARTED -> new UnifiedCode("DEPARTURE", "Left the sorting center", "transit");
            case IN_TRANSIT -> new UnifiedCode("ARRIVED_AT_DELIVERY_FACILITY", "Arrived in your region", "transit");
            case CUSTOMS -> new UnifiedCode("IN_CLEARANCE_PROCESS", "At customs", "transit");
            case CUSTOMS_CLEARED -> new UnifiedCode("CLEARANCE_RELEASE", "Released by customs", "transit");
            case OUT_FOR_DELIVERY -> new UnifiedCode("OUT_FOR_DELIVERY", "On the road to you", "transit");
            case AVAILABLE_FOR_PICKUP -> new UnifiedCode("DELIVERED_AT_ACCESSPOINT", "At the ServicePoint", "transit");
            case DELIVERY_ATTEMPTED -> new UnifiedCode("NOT_HOME", "We missed each other", "failure");
            case DELIVERED -> new UnifiedCode("DELIVERED", "Delivered", "delivered");
            case EXCEPTION -> new UnifiedCode("ARRIVED_DAMAGED", "Arrived with damage", "failure");
            case ON_HOLD -> new UnifiedCode("ON_HOLD", "In storage for a while", "transit");
            case RETURNING -> new UnifiedCode("ON_ROUTE_TO_SHIPPER", "On its way to the sender", "transit");
            case RETURNED -> new UnifiedCode("DELIVERED_AT_SHIPPER", "Delivered at the sender", "transit");
            case NOTE -> new UnifiedCode("RESPONSE_RECEIVED", "Response received", "transit");
            case CANCELLED -> throw new IllegalStateException("DHL Parcel Benelux has no code for cancelled");
        };
    }

    static UnifiedCode unheardOf() {
        return new UnifiedCode("ZQ", "Quantum state", "quantum");
    }

    /** Called delivered by the division, in truth waiting behind a counter. */
    static UnifiedCode inShop() {
        return new UnifiedCode("43", "Handed over to the Parcelshop", "delivered");
    }
}
