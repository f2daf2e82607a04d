package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexRateWire.Part;
import com.trackingmcp.fedex.FedexSellingErrors.SellingFault;
import com.trackingmcp.http.WireText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx's Ship API answers. Everything may be missing; where the published description and real answers name a field
 * differently, both are here.
 */
record FedexShipAnswer(
        @Nullable String transactionId,
        @Nullable Output output,
        @Nullable List<@Nullable SellingFault> errors) {

    /** Of a purchase and of a cancellation. */
    record Output(
            @Nullable List<@Nullable Sold> transactionShipments,
            @Nullable List<@Nullable Object> alerts,
            @Nullable String jobId,
            @Nullable Boolean cancelledShipment,
            @Nullable String message,
            @Nullable String successMessage) {}

    record Sold(
            @Nullable String masterTrackingNumber,
            @Nullable String serviceType,
            @Nullable String serviceName,
            @Nullable String serviceCategory,
            @Nullable List<@Nullable Object> alerts,
            @Nullable List<@Nullable Piece> pieceResponses,
            @Nullable List<@Nullable Paper> shipmentDocuments,
            @Nullable Completed completedShipmentDetail) {

        /** The number of the whole, as best told. */
        Optional<String> number() {
            TrackingId id = completedShipmentDetail == null ? null : completedShipmentDetail.masterTrackingId();
            return WireText.first(masterTrackingNumber, id == null ? null : id.trackingNumber());
        }
    }

    record Piece(
            @Nullable String trackingNumber,
            @Nullable String masterTrackingNumber,
            @Nullable Integer packageSequenceNumber,
            @Nullable String deliveryDatestamp,
            @Nullable String deliveryTimestamp,
            @Nullable List<@Nullable Paper> packageDocuments) {}

    record Paper(
            @Nullable String contentType,
            @Nullable String docType,
            @Nullable String encodedLabel,
            @Nullable String url) {}

    record Completed(
            @Nullable TrackingId masterTrackingId,
            @Nullable Plan operationalDetail,
            @Nullable Rating shipmentRating,
            @Nullable List<@Nullable ShippingPaper> shipmentDocuments) {}

    record TrackingId(
            @Nullable String trackingNumber,
            @Nullable String formId,
            @Nullable String trackingIdType) {}

    record Plan(@Nullable String deliveryDate, @Nullable String commitDate) {}

    record Rating(@Nullable String actualRateType, @Nullable List<@Nullable RateDetail> shipmentRateDetails) {}

    record RateDetail(
            @Nullable String rateType,
            @Nullable String currency,
            @Nullable BigDecimal totalBaseCharge,
            @Nullable BigDecimal totalNetCharge,
            @Nullable BigDecimal totalNetFedExCharge,
            @Nullable List<@Nullable SoldSurcharge> surcharges,
            @Nullable List<@Nullable SoldDiscount> freightDiscounts,
            @Nullable List<@Nullable Part> taxes) {}

    /** {@code surchargeType} here, {@code type} in the Rate API. */
    record SoldSurcharge(
            @Nullable String surchargeType,
            @Nullable String description,
            @Nullable BigDecimal amount) {}

    record SoldDiscount(
            @Nullable String rateDiscountType,
            @Nullable String description,
            @Nullable BigDecimal amount) {}

    /** Papers in parts, as real answers have them beside the described ones. */
    record ShippingPaper(@Nullable String type, @Nullable List<@Nullable PaperPart> parts) {}

    record PaperPart(@Nullable String image) {}
}
