package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of MyDHL's tracking and proof of delivery; any member may be missing. */
final class DhlExpressWire {
    private DhlExpressWire() {}

    record Answer(@Nullable List<@Nullable Shipment> shipments) {}

    /** {@code status} is that of the look-up, such as Success: never the parcel's. */
    record Shipment(
            @Nullable String shipmentTrackingNumber,
            @Nullable String status,
            @Nullable String shipmentTimestamp,
            @Nullable String productCode,
            @Nullable Party shipperDetails,
            @Nullable Party receiverDetails,
            @Nullable String totalWeight,
            @Nullable String unitOfMeasurements,
            @Nullable List<@Nullable Reference> shipperReferences,
            @Nullable List<@Nullable Event> events,
            @Nullable String numberOfPieces,
            @Nullable List<@Nullable Piece> pieces,
            @Nullable String estimatedDeliveryDate,
            @Nullable List<@Nullable String> childrenShipmentIdentificationNumbers) {}

    record Party(@Nullable Address postalAddress, @Nullable List<@Nullable ServiceArea> serviceArea) {}

    record Address(
            @Nullable String cityName,
            @Nullable String postalCode,
            @Nullable String provinceCode,
            @Nullable String countryCode) {}

    record ServiceArea(
            @Nullable String code,
            @Nullable String description,
            @Nullable String facilityCode) {}

    record Reference(@Nullable String value, @Nullable String typeCode) {}

    record Event(
            @Nullable String date,
            @Nullable String time,
            @Nullable String GMTOffset,
            @Nullable String typeCode,
            @Nullable String description,
            @Nullable List<@Nullable ServiceArea> serviceArea,
            @Nullable String signedBy,
            @Nullable List<@Nullable Remark> remarks) {}

    /** Sent in the view with remarks, though not in the published schema. */
    record Remark(@Nullable String value, @Nullable String details) {}

    record Piece(
            @Nullable String shipmentTrackingNumber,
            @Nullable String trackingNumber,
            @Nullable String weight,
            @Nullable String actualWeight,
            @Nullable Sizes dimensions,
            @Nullable Sizes actualDimensions,
            @Nullable String unitOfMeasurements,
            @Nullable List<@Nullable Event> events) {}

    record Sizes(
            @Nullable String length,
            @Nullable String width,
            @Nullable String height) {}

    record Papers(@Nullable List<@Nullable Paper> documents) {}

    /** The format is called {@code encodingFormat} in the description, {@code format} by some answers. */
    record Paper(
            @Nullable String encodingFormat,
            @Nullable String format,
            @Nullable String content,
            @Nullable String typeCode) {}
}
