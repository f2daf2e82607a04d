package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of DHL Shipment Tracking - Unified; any member may be missing. */
final class DhlUnifiedWire {
    private DhlUnifiedWire() {}

    record Answer(@Nullable List<@Nullable Shipment> shipments) {}

    record Shipment(
            @Nullable String id,
            @Nullable String service,
            @Nullable Place origin,
            @Nullable Place destination,
            @Nullable Event status,
            @Nullable String estimatedTimeOfDelivery,
            @Nullable TimeFrame estimatedDeliveryTimeFrame,
            @Nullable String estimatedTimeOfDeliveryRemark,
            @Nullable Boolean returnFlag,
            @Nullable Details details,
            @Nullable List<@Nullable Event> events) {}

    record Place(@Nullable Address address) {}

    record Address(
            @Nullable String countryCode,
            @Nullable String postalCode,
            @Nullable String addressLocality,
            @Nullable String addressRegion) {}

    record Event(
            @Nullable String timestamp,
            @Nullable Place location,
            @Nullable String statusCode,
            @Nullable String status,
            @Nullable String description,
            @Nullable String remark,
            @Nullable String nextSteps,
            @Nullable List<@Nullable String> pieceIds) {}

    record TimeFrame(
            @Nullable String estimatedFrom, @Nullable String estimatedThrough) {}

    record Details(
            @Nullable Product product,
            @Nullable ProofOfDelivery proofOfDelivery,
            @Nullable Boolean proofOfDeliverySignedAvailable,
            @Nullable String totalNumberOfPieces,
            @Nullable List<@Nullable String> pieceIds,
            @Nullable Measure weight,
            @Nullable Sizes dimensions,
            @Nullable List<@Nullable Reference> references) {}

    record Product(@Nullable String productName) {}

    /** The signer's name stands beside the links or in {@code signed}. */
    record ProofOfDelivery(
            @Nullable String timestamp,
            @Nullable String signatureUrl,
            @Nullable String documentUrl,
            @Nullable Person signed,
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName) {}

    record Person(
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String familyName) {}

    record Measure(@Nullable String value, @Nullable String unitText) {}

    record Sizes(
            @Nullable Measure width,
            @Nullable Measure height,
            @Nullable Measure length) {}

    record Reference(@Nullable String number, @Nullable String type) {}
}
