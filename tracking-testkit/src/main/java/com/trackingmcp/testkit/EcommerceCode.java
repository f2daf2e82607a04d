package com.trackingmcp.testkit;

/** What DHL eCommerce says for a step. Source: DHL's status list, division {@code ecommerce}. */
record EcommerceCode(int id, String text) {

    static EcommerceCode of(Step step) {
        return switch (step) {
            case LABEL_CREATED -> new EcommerceCode(238, "LABEL CREATED");
            case PICKED_UP -> new EcommerceCode(100, "PICKED UP FROM SENDER");
            case DEPARTED -> new EcommerceCode(399, "DEPARTED FROM FACILITY");
            case IN_TRANSIT -> new EcommerceCode(402, "IN TRANSIT");
            case CUSTOMS -> new EcommerceCode(441, "ARRIVED AT CUSTOMS");
            case CUSTOMS_CLEARED -> new EcommerceCode(442, "CLEARED CUSTOMS");
            case OUT_FOR_DELIVERY -> new EcommerceCode(598, "OUT FOR DELIVERY");
            case AVAILABLE_FOR_PICKUP -> new EcommerceCode(570, "AVAILABLE FOR PICKUP");
            case DELIVERY_ATTEMPTED -> new EcommerceCode(563, "ATTEMPTED DELIVERY");
            case DELIVERED -> new EcommerceCode(600, "DELIVERED");
            case EXCEPTION -> new EcommerceCode(630, "UNDELIVERABLE AS ADDRESSED");
            case ON_HOLD -> new EcommerceCode(312, "PARCEL ON HOLD");
            case RETURNING -> new EcommerceCode(808, "RETURN INITIATED");
            case RETURNED -> new EcommerceCode(602, "UNDELIVERABLE - RETURNED TO SENDER");
            case NOTE -> new EcommerceCode(574, "EXPECTED DELIVERY");
            case CANCELLED -> new EcommerceCode(101, "SHIPMENT CANCELED");
        };
    }

    static EcommerceCode unheardOf() {
        return new EcommerceCode(9999, "QUANTUM STATE");
    }
}
