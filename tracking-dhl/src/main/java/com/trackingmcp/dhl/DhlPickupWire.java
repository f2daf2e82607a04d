package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of MyDHL's pickups. Parts of a question that are null are left out; any of an answer may be missing. */
final class DhlPickupWire {
    private DhlPickupWire() {}

    /** A booking; a change of one with the first two members. */
    record Booking(
            @Nullable String dispatchConfirmationNumber,
            @Nullable String originalShipperAccountNumber,
            String plannedPickupDateAndTime,
            String closeTime,
            @Nullable String location,
            @Nullable String locationType,
            List<DhlBody.Account> accounts,
            @Nullable List<Instruction> specialInstructions,
            @Nullable String remark,
            Parties customerDetails,
            List<Shipped> shipmentDetails) {}

    record Instruction(String value) {}

    record Parties(DhlShipWire.Party shipperDetails) {}

    record Shipped(
            String productCode,
            boolean isCustomsDeclarable,
            String unitOfMeasurement,
            @Nullable String shipmentTrackingNumber,
            List<DhlBody.Packed> packages) {}

    /** A booking has a list of numbers, a change one. */
    record Answer(
            @Nullable List<@Nullable String> dispatchConfirmationNumbers,
            @Nullable String dispatchConfirmationNumber,
            @Nullable String readyByTime,
            @Nullable String nextPickupDate,
            @Nullable List<@Nullable String> warnings) {}
}
