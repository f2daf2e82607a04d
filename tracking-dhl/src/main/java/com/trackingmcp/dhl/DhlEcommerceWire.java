package com.trackingmcp.dhl;

import com.trackingmcp.http.WireText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON of eCommerce Americas tracking v4; any member may be missing. */
final class DhlEcommerceWire {
    private DhlEcommerceWire() {}

    record Answer(@Nullable String total, @Nullable List<@Nullable Entry> packages) {}

    record Entry(
            @Nullable Recipient recipient,
            @Nullable Parcel package_,
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

    /** Some answers call the unit of measure by its second name. */
    record Weight(
            @Nullable String value,
            @Nullable String unitOfMeasure,
            @Nullable String unitOfMeasurement) {
        Optional<String> unit() {
            return WireText.first(unitOfMeasure, unitOfMeasurement);
        }
    }

    record Dimensions(
            @Nullable String length,
            @Nullable String width,
            @Nullable String height,
            @Nullable String unitOfMeasure,
            @Nullable String unitOfMeasurement) {
        Optional<String> unit() {
            return WireText.first(unitOfMeasure, unitOfMeasurement);
        }
    }

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
