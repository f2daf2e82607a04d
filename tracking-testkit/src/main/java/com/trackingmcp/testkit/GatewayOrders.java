package com.trackingmcp.testkit;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.ShipmentRequest;

/**
 * What the carriers behind the gateway sell, by Karrio's codes of their services: those of Canada from Toronto, DPD from Utrecht,
 * the others from where they ship without it. Stateless.
 */
final class GatewayOrders {
    static final String PREFIX = "karrio:";

    private GatewayOrders() {}

    static ShipmentRequest.Builder domestic(String carrier, ShipmentRequest.Builder order) {
        return switch (carrier.substring(PREFIX.length())) {
            case "canadapost" ->
                order.service("canadapost_expedited_parcel").sender(toronto()).recipient(montreal());
            case "purolator" ->
                order.service("purolator_ground").sender(toronto()).recipient(montreal());
            case "dpd" -> order.service("dpd_cl").sender(utrecht()).recipient(amersfoort());
            case "fedex" ->
                order.service("fedex_ground").sender(SandboxOrders.memphis()).recipient(SandboxOrders.seattle());
            case "usps" ->
                order.service("usps_priority_mail")
                        .sender(SandboxOrders.memphis())
                        .recipient(SandboxOrders.seattle());
            case "mydhl" ->
                order.service("mydhl_express_domestic")
                        .sender(SandboxOrders.bonn())
                        .recipient(SandboxOrders.munich());
            default -> throw SandboxOrders.unknown(carrier);
        };
    }

    /** The Postal Service sells nothing abroad here. */
    static ShipmentRequest.Builder international(String carrier, ShipmentRequest.Builder order) {
        return switch (carrier.substring(PREFIX.length())) {
            case "canadapost" ->
                order.service("canadapost_expedited_parcel_usa")
                        .sender(toronto())
                        .recipient(SandboxOrders.memphis());
            case "purolator" ->
                order.service("purolator_ground_us").sender(toronto()).recipient(SandboxOrders.memphis());
            case "dpd" -> order.service("dpd_cl").sender(utrecht()).recipient(SandboxOrders.munich());
            case "fedex" ->
                order.service("fedex_international_priority")
                        .sender(SandboxOrders.memphis())
                        .recipient(SandboxOrders.bonn());
            case "mydhl" ->
                order.service("mydhl_express_worldwide")
                        .sender(SandboxOrders.bonn())
                        .recipient(SandboxOrders.memphis());
            default -> throw SandboxOrders.unknown(carrier);
        };
    }

    private static Address toronto() {
        return SandboxOrders.address("1 Example Street", "Toronto", "M5H 2N2", "CA", "4165550100")
                .stateOrProvince("ON")
                .build();
    }

    private static Address montreal() {
        return SandboxOrders.address("2 Example Street", "Montreal", "H3B 4G5", "CA", "5145550100")
                .stateOrProvince("QC")
                .build();
    }

    private static Address utrecht() {
        return SandboxOrders.address("Voorbeeldstraat 1", "Utrecht", "3511 AX", "NL", "+31305550100")
                .build();
    }

    private static Address amersfoort() {
        return SandboxOrders.address("Voorbeeldstraat 2", "Amersfoort", "3811 AA", "NL", "+31335550100")
                .build();
    }
}
