package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of MyDHL's service points; any member may be missing, or null.
 *
 * <p>All its samples contradict their schema: everything is read as text that can be, and only what is of use is read.
 */
final class DhlServicePointWire {
    private DhlServicePointWire() {}

    record Answer(@Nullable Status status, @Nullable List<@Nullable Point> servicePoints) {}

    record Status(@Nullable String statusCode, @Nullable String statusMessage) {}

    record Point(
            @Nullable String facilityId,
            @Nullable String localName,
            @Nullable String servicePointName,
            @Nullable String servicePointType,
            @Nullable Postal address,
            DhlLocationWire.@Nullable Geo geoLocation,
            @Nullable String distance,
            @Nullable Hours openingHours,
            @Nullable Capabilities servicePointCapabilities,
            @Nullable Contact contactDetails,
            @Nullable Zone timeZone) {}

    record Postal(
            @Nullable String addressLine1,
            @Nullable String addressLine2,
            @Nullable String addressLine3,
            @Nullable String city,
            @Nullable String zipCode,
            @Nullable String state,
            @Nullable String country) {}

    record Hours(
            @Nullable List<@Nullable Entry> openingHours,
            @Nullable Holidays holidays) {}

    record Entry(
            @Nullable String dayOfWeek,
            @Nullable String openingTime,
            @Nullable String closingTime) {}

    record Holidays(@Nullable List<@Nullable Closed> closed) {}

    record Closed(@Nullable String from, @Nullable String to) {}

    record Capabilities(
            @Nullable String parkingAvailable,
            @Nullable String disabledAccess,
            @Nullable String shipmentDropOff,
            @Nullable String shipmentCollection,
            @Nullable String labelPrinting,
            @Nullable String packaging,
            @Nullable String payWithCash,
            @Nullable String payWithCreditCard,
            @Nullable String capabilityCodes) {}

    record Contact(
            @Nullable String phoneNumber,
            @Nullable String email,
            @Nullable String servicePointId) {}

    record Zone(@Nullable String id) {}
}
