package com.trackingmcp.fedex;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What FedEx's Rate, Ship and Service Availability APIs have in common on the wire, as it is sent. What is null is left
 * out. Stateless.
 */
final class FedexParts {
    private FedexParts() {}

    record Account(String value) {}

    record Contact(
            @Nullable String personName,
            @Nullable String companyName,
            @Nullable String phoneNumber,
            @Nullable String emailAddress) {}

    record Place(
            @Nullable List<String> streetLines,
            @Nullable String city,
            @Nullable String stateOrProvinceCode,
            @Nullable String postalCode,
            @Nullable String countryCode,
            @Nullable Boolean residential) {}

    record Tin(String number, String tinType, String usage) {}

    record Party(
            @Nullable Contact contact,
            Place address,
            @Nullable List<Tin> tins,
            @Nullable String deliveryInstructions) {}

    record Amount(BigDecimal amount, String currency) {}

    record Measure(String units, BigDecimal value) {}

    record Size(int length, int width, int height, String units) {}

    record PaidBy(String paymentType, @Nullable Payor payor) {}

    record Payor(ResponsibleParty responsibleParty) {}

    record ResponsibleParty(Account accountNumber) {}

    record Goods(
            String description,
            @Nullable Integer numberOfPieces,
            @Nullable Integer quantity,
            String quantityUnits,
            @Nullable Amount unitPrice,
            @Nullable Amount customsValue,
            @Nullable Measure weight,
            @Nullable String countryOfManufacture,
            @Nullable String harmonizedCode,
            @Nullable String partNumber) {}

    /** One parcel; the Rate and the Service Availability API know no number, references and description of it. */
    record PackageItem(
            @Nullable Integer sequenceNumber,
            @Nullable String subPackagingType,
            @Nullable List<CustomerReference> customerReferences,
            @Nullable Amount declaredValue,
            Measure weight,
            @Nullable Size dimensions,
            @Nullable Integer groupPackageCount,
            @Nullable String itemDescription,
            @Nullable PackageServices packageSpecialServices) {}

    record CustomerReference(String customerReferenceType, String value) {}

    record PackageServices(
            @Nullable List<String> specialServiceTypes,
            @Nullable String signatureOptionType,
            @Nullable Alcohol alcoholDetail,
            @Nullable List<Object> batteryDetails,
            @Nullable Measure dryIceWeight) {}

    record Alcohol(String alcoholRecipientType) {}

    /** Batteries as the Ship API names them. */
    record SoldBattery(String batteryMaterialType, String batteryPackingType, String batteryRegulatoryType) {}

    /** The same batteries as the Rate API names them. */
    record RatedBattery(String material, String packing, String regulatorySubType) {}

    record ShipmentServices(
            List<String> specialServiceTypes,
            @Nullable EtdDetail etdDetail,
            @Nullable ReturnDetail returnShipmentDetail,
            @Nullable HoldDetail holdAtLocationDetail,
            @Nullable CodDetail shipmentCODDetail,
            @Nullable DryIceDetail shipmentDryIceDetail,
            @Nullable HomeDeliveryDetail homeDeliveryPremiumDetail) {}

    record EtdDetail(
            @Nullable List<String> attributes,
            @Nullable List<Attached> attachedDocuments,
            @Nullable List<String> requestedDocumentTypes) {}

    record Attached(String documentType, String documentId) {}

    record ReturnDetail(
            String returnType, @Nullable Rma rma, @Nullable ReturnOf returnAssociationDetail) {}

    record Rma(String reason) {}

    record ReturnOf(String trackingNumber) {}

    record HoldDetail(String locationId) {}

    record CodDetail(String codCollectionType, @Nullable Amount codCollectionAmount) {}

    record DryIceDetail(Measure totalWeight, int packageCount) {}

    record HomeDeliveryDetail(
            String homedeliveryPremiumType, @Nullable String deliveryDate) {}

    record SmartPost(String hubId, String indicia, @Nullable String ancillaryEndorsement) {}
}
