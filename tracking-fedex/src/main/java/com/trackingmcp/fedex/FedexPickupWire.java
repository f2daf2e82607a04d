package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexParts.Account;
import com.trackingmcp.fedex.FedexParts.Contact;
import com.trackingmcp.fedex.FedexParts.Measure;
import com.trackingmcp.fedex.FedexParts.Place;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FedEx's Pickup Request API as it is on the wire. Everything in an answer may be missing. */
final class FedexPickupWire {
    private FedexPickupWire() {}

    /** The account is an object here, and its relation to other countries a plural. */
    record Booking(
            Account associatedAccountNumber,
            Origin originDetail,
            @Nullable Measure totalWeight,
            int packageCount,
            String carrierCode,
            @Nullable Place accountAddressOfRecord,
            @Nullable String remarks,
            String countryRelationships,
            String pickupType,
            @Nullable String trackingNumber,
            @Nullable String commodityDescription,
            @Nullable Integer oversizePackageCount,
            @Nullable Notification pickupNotificationDetail) {}

    record Origin(
            @Nullable String pickupAddressType,
            Location pickupLocation,
            String readyDateTimestamp,
            String customerCloseTime,
            @Nullable String pickupDateType,
            @Nullable String packageLocation,
            @Nullable String buildingPart,
            @Nullable String buildingPartDescription,
            @Nullable Boolean earlyPickup,
            @Nullable String suppliesRequested) {}

    record Location(Contact contact, Place address) {}

    record Notification(List<Email> emailDetails, String format) {}

    record Email(String address, String locale) {}

    /** The account is a text here, and its relation to other countries a singular. */
    record Question(
            Place pickupAddress,
            String dispatchDate,
            @Nullable String packageReadyTime,
            @Nullable String customerCloseTime,
            String pickupType,
            List<String> pickupRequestType,
            @Nullable Attributes shipmentAttributes,
            String associatedAccountNumber,
            List<String> carriers,
            String countryRelationship) {}

    record Attributes(String serviceType, @Nullable Measure weight) {}

    record Cancel(
            Account associatedAccountNumber,
            String pickupConfirmationCode,
            @Nullable String remarks,
            String carrierCode,
            String scheduledDate,
            @Nullable String location) {}

    record Answer(
            @Nullable String transactionId,
            @Nullable Output output,
            @Nullable List<@Nullable SellingFault> errors) {}

    /** Of a booking, a cancellation and a question. */
    record Output(
            @Nullable String pickupConfirmationCode,
            @Nullable String message,
            @Nullable String location,
            @Nullable String cancelConfirmationMessage,
            @Nullable List<@Nullable Option> options,
            @Nullable List<@Nullable Object> alerts) {}

    record Option(
            @Nullable String carrier,
            @Nullable Boolean available,
            @Nullable String pickupDate,
            @Nullable String cutOffTime,
            @Nullable AccessTime accessTime,
            @Nullable String defaultReadyTime,
            @Nullable String defaultLatestTimeOptions,
            @Nullable List<@Nullable String> readyTimeOptions,
            @Nullable List<@Nullable String> latestTimeOptions) {}

    record AccessTime(@Nullable Integer hours, @Nullable Integer minutes) {}
}
