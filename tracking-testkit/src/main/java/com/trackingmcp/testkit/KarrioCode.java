package com.trackingmcp.testkit;

import java.util.Optional;

/**
 * What a carrier behind the gateway says for a step, and what Karrio makes of it. Sources: where a connector of Karrio has a
 * table of codes, the code is from the row of the status (karrioapi/karrio, {@code providers/<carrier>/units.py}); codes it has
 * no row for have no status either. The words are the sandbox's own.
 *
 * @param code the carrier's code
 * @param text the carrier's words
 * @param status Karrio's word; empty where its connector knows none
 * @param reason why it went wrong, in Karrio's words
 */
record KarrioCode(String code, String text, Optional<String> status, Optional<String> reason) {

    static KarrioCode of(Family family, Step step) {
        if (step == Step.LABEL_CREATED) {
            return plain("CREATED", "Label created and ready for shipment", "pending");
        }
        return switch (family) {
            case CANADA_POST -> canadaPost(step);
            case PUROLATOR -> purolator(step);
            case DPD -> dpd(step);
            case USPS -> usps(step);
            case FEDEX -> fedex(step);
            default -> express(step);
        };
    }

    private static KarrioCode canadaPost(Step step) {
        return switch (step) {
            case PICKED_UP -> plain("1400", "Item accepted at the Post Office", "picked_up");
            case OUT_FOR_DELIVERY -> plain("500", "Item out for delivery", "out_for_delivery");
            case AVAILABLE_FOR_PICKUP -> plain("1488", "Item available for pickup", "ready_for_pickup");
            case DELIVERY_ATTEMPTED ->
                plain("1417", "Attempted delivery. Notice card left", "delivery_failed")
                        .because("consignee_not_home");
            case DELIVERED -> plain("1496", "Item successfully delivered", "delivered");
            case EXCEPTION ->
                plain("159", "Item delayed by the weather", "delivery_delayed").because("weather_delay");
            case ON_HOLD -> plain("117", "Item held by customs", "on_hold").because("customs_documentation");
            case RETURNING, RETURNED -> plain("1100", "Item returned to sender", "return_to_sender");
            case CANCELLED -> plain("VOID", "Shipment voided", "cancelled");
            case NOTE -> unmapped("20", "Signature image recorded for Online viewing");
            default -> unmapped("0100", "Item processed at postal facility");
        };
    }

    private static KarrioCode purolator(Step step) {
        return switch (step) {
            case PICKED_UP -> plain("ProofOfPickUp", "Picked up by Purolator at", "picked_up");
            case OUT_FOR_DELIVERY -> plain("OnDelivery", "On vehicle for delivery", "out_for_delivery");
            case AVAILABLE_FOR_PICKUP -> plain("Undeliverable", "Item Held for Pickup at Locker", "ready_for_pickup");
            case DELIVERY_ATTEMPTED ->
                plain("Undeliverable", "Receiver not available", "delivery_failed")
                        .because("consignee_not_available");
            case DELIVERED -> plain("Delivery", "Shipment delivered", "delivered");
            case EXCEPTION ->
                plain("Undeliverable", "Shipment delayed by mechanical trouble", "delivery_delayed")
                        .because("carrier_mechanical_delay");
            case ON_HOLD -> plain("Undeliverable", "Shipment held", "on_hold").because("regulatory_hold");
            case RETURNING, RETURNED ->
                plain("Undeliverable", "Shipment undeliverable - Returned to sender", "return_to_sender");
            case CANCELLED -> plain("Other", "Shipment voided", "cancelled");
            default -> plain("Other", "Shipment in transit", "in_transit");
        };
    }

    private static KarrioCode dpd(Step step) {
        return switch (step) {
            case OUT_FOR_DELIVERY -> plain("Courier", "With the courier", "out_for_delivery");
            case AVAILABLE_FOR_PICKUP -> plain("ParcelShop", "In a parcel shop", "ready_for_pickup");
            case DELIVERY_ATTEMPTED, EXCEPTION ->
                plain("DeliveryFailure", "Delivery failed", "delivery_failed").because("consignee_incorrect_address");
            case DELIVERED -> plain("Delivered", "Delivered", "delivered");
            case RETURNING, RETURNED -> plain("ReturnToSender", "On the way back", "return_to_sender");
            case CANCELLED -> plain("Cancelled", "Cancelled", "cancelled");
            default -> plain("in_transit", "On the way", "in_transit");
        };
    }

    private static KarrioCode usps(Step step) {
        return switch (step) {
            case PICKED_UP -> plain("acceptance", "Accepted at USPS origin facility", "picked_up");
            case OUT_FOR_DELIVERY -> plain("out for delivery", "Out for delivery", "out_for_delivery");
            case AVAILABLE_FOR_PICKUP -> plain("ready for pickup", "Available for pickup", "ready_for_pickup");
            case DELIVERY_ATTEMPTED ->
                plain("delivery failed", "Notice left", "delivery_failed").because("consignee_not_home");
            case DELIVERED -> plain("delivered", "Delivered, front door", "delivered");
            case EXCEPTION ->
                plain("delivery delayed", "Delayed", "delivery_delayed").because("weather_delay");
            case ON_HOLD -> plain("on hold", "Held at post office", "on_hold").because("unknown");
            case RETURNING, RETURNED -> plain("return to sender", "Returned to sender", "return_to_sender");
            case CANCELLED -> plain("cancelled", "Cancelled", "cancelled");
            default -> plain("in transit", "In transit to next facility", "in_transit");
        };
    }

    private static KarrioCode fedex(Step step) {
        FedexCode own = FedexCode.of(step, true);
        KarrioCode code = plain(own.event(), own.eventText(), usual(step));
        return step == Step.EXCEPTION ? code.because("carrier_address_not_found") : code;
    }

    /** The connector's reasons are outside of Karrio's own list. */
    private static KarrioCode express(Step step) {
        ExpressCode own = ExpressCode.of(step);
        KarrioCode code = plain(own.code(), own.text(), usual(step));
        return step == Step.EXCEPTION ? code.because("carrier_delay") : code;
    }

    private static String usual(Step step) {
        return switch (step) {
            case PICKED_UP -> "picked_up";
            case OUT_FOR_DELIVERY -> "out_for_delivery";
            case AVAILABLE_FOR_PICKUP -> "ready_for_pickup";
            case DELIVERY_ATTEMPTED -> "delivery_failed";
            case DELIVERED -> "delivered";
            case EXCEPTION -> "delivery_delayed";
            case ON_HOLD -> "on_hold";
            case RETURNING, RETURNED -> "return_to_sender";
            case CANCELLED -> "cancelled";
            default -> "in_transit";
        };
    }

    static KarrioCode unheardOf() {
        return unmapped("ZQ9", "Quantum state");
    }

    private static KarrioCode plain(String code, String text, String status) {
        return new KarrioCode(code, text, Optional.of(status), Optional.empty());
    }

    private static KarrioCode unmapped(String code, String text) {
        return new KarrioCode(code, text, Optional.empty(), Optional.empty());
    }

    private KarrioCode because(String why) {
        return new KarrioCode(code, text, status, Optional.of(why));
    }
}
