package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON MyDHL answers a purchase with, and when asked for its papers again; any member may be missing. */
final class DhlSoldWire {
    private DhlSoldWire() {}

    record Answer(
            @Nullable String shipmentTrackingNumber,
            @Nullable List<@Nullable Piece> packages,
            @Nullable List<@Nullable Paper> documents,
            @Nullable List<@Nullable Charged> shipmentCharges,
            @Nullable Estimate estimatedDeliveryDate,
            @Nullable List<@Nullable String> warnings) {}

    record Piece(
            @Nullable String referenceNumber,
            @Nullable String trackingNumber,
            @Nullable List<@Nullable Paper> documents) {}

    /** What it is, is free text: a copy of the waybill may be called a label, too. */
    record Paper(
            @Nullable String imageFormat,
            @Nullable String content,
            @Nullable String typeCode,
            @Nullable String packageReferenceNumber,
            @Nullable String encodingFormat) {}

    record Charged(
            @Nullable String currencyType,
            @Nullable String priceCurrency,
            @Nullable String price,
            @Nullable List<@Nullable Part> serviceBreakdown) {}

    record Part(
            @Nullable String name,
            @Nullable String price,
            @Nullable String typeCode) {}

    record Estimate(
            @Nullable String estimatedDeliveryDate,
            @Nullable String estimatedDeliveryType) {}
}
