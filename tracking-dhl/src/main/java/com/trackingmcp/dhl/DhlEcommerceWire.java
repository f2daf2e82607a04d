package com.trackingmcp.dhl;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of eCommerce Americas tracking v4; any member may be missing. */
final class DhlEcommerceWire {
    private DhlEcommerceWire() {}

    record Answer(@Nullable String total, @Nullable List<@Nullable Entry> packages) {}

    record Entry(
            @Nullable Recipient recipient,
            @JsonProperty("package") @Nullable Parcel parcel,
            @Nullable List<@Nullable Event> events) {}

    record Recipient(
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String signedForName) {}

    record Parcel(
            @Nullable String dhlPackageId,
            @Nullable String packageId,
            @Nullable String trackingId,
            @Nullable String deliveryConfirmationNumber,
            @Nullable String overlabeledDspNumber,
            @Nullable String intelligentMailBarcode,
            @Nullable String overlabeledIntelligentMailBarcode,
            @Nullable String customerReference,
            @Nullable String productClass,
            @Nullable String orderedProductId,
            @Nullable String productName,
            @Nullable String expectedDelivery,
            @Nullable Weight weight,
            @Nullable Dimensions dimensions) {}

    /** Some answers spell the unit of measure as in its alias. */
    record Weight(
            @Nullable String value,
            @JsonAlias("unitOfMeasurement") @Nullable String unitOfMeasure) {}

    record Dimensions(
            @Nullable String length,
            @Nullable String width,
            @Nullable String height,
            @JsonAlias("unitOfMeasurement") @Nullable String unitOfMeasure) {}

    record Event(
            @Nullable String date,
            @Nullable String time,
            @Nullable String timeZone,
            @Nullable String location,
            @Nullable String postalCode,
            @Nullable String country,
            @Nullable String primaryEventId,
            @Nullable String primaryEventDescription,
            @Nullable String secondaryEventId,
            @Nullable String secondaryEventDescription) {}
}
