package com.trackingmcp.ups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Track Alert API takes, tells, and pushes. Everything it tells may be missing. */
final class UpsAlertWire {
    private UpsAlertWire() {}

    record Wish(
            String locale,
            List<String> trackingNumberList,
            @Nullable List<String> eventPreferences) {}

    record Taken(
            @Nullable List<@Nullable String> validTrackingNumbers,
            @Nullable List<@Nullable String> invalidTrackingNumbers) {}

    /** What UPS posts of one event. */
    record Event(
            @Nullable String trackingNumber,
            @Nullable String alternateTrackingNumber,
            @Nullable String localActivityDate,
            @Nullable String localActivityTime,
            @Nullable String gmtActivityDate,
            @Nullable String gmtActivityTime,
            @Nullable String gmtOffset,
            @Nullable EventPlace activityLocation,
            @Nullable EventStatus activityStatus,
            @Nullable String scheduledDeliveryDate,
            @Nullable String actualDeliveryDate,
            @Nullable String actualDeliveryTime,
            @Nullable String deliveryStartTime,
            @Nullable String deliveryEndTime,
            @Nullable String deliveryTimeDescription,
            @Nullable String deliveryPhoto,
            @Nullable String receivedBy) {}

    record EventPlace(
            @Nullable String city,
            @Nullable String stateProvince,
            @Nullable String postalCode,
            @Nullable String country) {}

    /** The code of the description is a text by the description, and a number in its examples. */
    record EventStatus(
            @Nullable String type,
            @Nullable String code,
            @Nullable String description,
            @Nullable String descriptionCode) {}
}
