package com.trackingmcp.dhl;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that buys a shipment of MyDHL; parts that are null are left out. */
final class DhlShipWire {
    private DhlShipWire() {}

    record Order(
            String plannedShippingDateAndTime,
            Pickup pickup,
            String productCode,
            @Nullable String localProductCode,
            boolean getRateEstimates,
            List<DhlBody.Account> accounts,
            @Nullable List<DhlBody.Service> valueAddedServices,
            Images outputImageProperties,
            List<DhlBody.Reference> customerReferences,
            Parties customerDetails,
            Content content,
            @Nullable List<DhlDocumentWire.Image> documentImages,
            @Nullable OnDemand onDemandDelivery,
            @Nullable List<Notice> shipmentNotification,
            DhlBody.Wish estimatedDeliveryDate,
            @Nullable List<DhlBody.Wish> getAdditionalInformation) {}

    /** Never with the shipment: pickups are booked by themselves. */
    record Pickup(boolean isRequested) {
        static Pickup none() {
            return new Pickup(false);
        }
    }

    record Images(
            @Nullable Integer printerDPI,
            String encodingFormat,
            List<Image> imageOptions,
            @Nullable Boolean splitTransportAndWaybillDocLabels,
            @Nullable Boolean splitInvoiceAndReceipt) {}

    record Image(
            String typeCode,
            @Nullable String templateName,
            @Nullable Boolean isRequested,
            @Nullable Boolean hideAccountNumber,
            @Nullable String invoiceType,
            @Nullable String languageCode,
            @Nullable String encodingFormat,
            @Nullable Boolean renderDHLLogo,
            @Nullable Boolean fitLabelsToA4,
            @Nullable String labelFreeText) {
        /** A document as DHL makes it without further wishes. */
        static Image of(String typeCode) {
            return new Image(typeCode, null, true, null, null, null, null, null, null, null);
        }
    }

    record Parties(
            Party shipperDetails,
            Party receiverDetails,
            @Nullable Party exporterDetails) {}

    record Party(
            Postal postalAddress,
            Contact contactInformation,
            @Nullable List<Registration> registrationNumbers,
            @Nullable String typeCode) {}

    record Postal(
            String postalCode,
            String cityName,
            String countryCode,
            @Nullable String provinceCode,
            String addressLine1,
            @Nullable String addressLine2,
            @Nullable String addressLine3) {}

    record Contact(@Nullable String email, String phone, String companyName, String fullName) {}

    record Registration(String typeCode, String number, String issuerCountryCode) {}

    record Content(
            List<DhlBody.Packed> packages,
            boolean isCustomsDeclarable,
            @Nullable BigDecimal declaredValue,
            @Nullable String declaredValueCurrency,
            @Nullable Declaration exportDeclaration,
            String description,
            @Nullable String USFilingTypeValue,
            String incoterm,
            String unitOfMeasurement) {}

    record Declaration(
            List<Line> lineItems,
            Invoice invoice,
            @Nullable List<Remark> remarks,
            @Nullable String placeOfIncoterm,
            String exportReasonType,
            String shipmentType) {}

    record Line(
            int number,
            String description,
            BigDecimal price,
            Quantity quantity,
            @Nullable List<CommodityCode> commodityCodes,
            String exportReasonType,
            String manufacturerCountry,
            LineWeight weight,
            @Nullable List<DhlBody.Reference> customerReferences) {}

    record Quantity(BigDecimal value, String unitOfMeasurement) {}

    record CommodityCode(String typeCode, String value) {}

    record LineWeight(BigDecimal netValue, @Nullable BigDecimal grossValue) {}

    record Invoice(String number, String date, @Nullable String signatureName) {}

    record Remark(String value) {}

    record OnDemand(String deliveryOption, String servicePointId) {}

    record Notice(
            String typeCode, String receiverId, @Nullable String bespokeMessage) {}
}
