package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.UPS_ADDRESSES;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_LABELS;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_RATING;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_SHIPPING;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_TRANSIT;

import java.util.ArrayList;
import java.util.List;

/** Where what UPS sells with differs from UPS's own descriptions, and the wire is right. */
final class UpsSaleDeviations {
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";
    private static final String TYPE = "validation.response.body.schema.type";
    private static final String MOST = "validation.response.body.schema.maximum";
    private static final String LONGEST = "validation.response.body.schema.maxLength";
    private static final String SHORTEST = "validation.response.body.schema.minLength";
    private static final String ASKED_MOST = "validation.request.body.schema.maximum";
    private static final String ASKED_SHORTEST = "validation.request.body.schema.minLength";
    private static final String RATED = "RateResponse/RatedShipment/";

    static final List<KnownDeviation> ALL = all();

    private UpsSaleDeviations() {}

    private static List<KnownDeviation> all() {
        List<KnownDeviation> all = new ArrayList<>();
        UpsDeviations.gatewayFailures(List.of(UPS_RATING, UPS_SHIPPING, UPS_LABELS, UPS_TRANSIT, UPS_ADDRESSES))
                .forEach(all::add);
        UpsDeviations.transactionIdentifiers(List.of(UPS_RATING, UPS_SHIPPING, UPS_LABELS, UPS_ADDRESSES))
                .forEach(all::add);
        all.addAll(ratesAsked());
        all.addAll(ratesTold());
        all.addAll(shipping());
        all.addAll(labels());
        all.addAll(transit());
        return List.copyOf(all);
    }

    private static List<KnownDeviation> ratesAsked() {
        return List.of(
                new KnownDeviation(
                        "ups-rate-option-in-the-path",
                        UPS_RATING,
                        "*",
                        "validation.request.parameter.schema.maxLength",
                        "path:requestoption",
                        "The document allows ten characters and lists values of seventeen."),
                new KnownDeviation(
                        "ups-rate-option-in-the-body",
                        UPS_RATING,
                        "*",
                        "validation.request.body.schema.additionalProperties",
                        "RateRequest/Request/RequestOption",
                        "The document requires it, and does not define it."),
                new KnownDeviation(
                        "ups-rate-lengths",
                        UPS_RATING,
                        "*",
                        ASKED_SHORTEST,
                        "RateRequest/Shipment/(Service/Code"
                                + "|Package/PackageServiceOptions/DeclaredValue/MonetaryValue|Package/SimpleRate/Code)",
                        "The document's own codes and examples are shorter than the least length it gives."));
    }

    private static List<KnownDeviation> ratesTold() {
        return List.of(
                new KnownDeviation(
                        "ups-rate-name-of-a-service",
                        UPS_RATING,
                        "*",
                        SHORTEST,
                        RATED + "Service/Description",
                        "Real answers leave it empty."),
                new KnownDeviation(
                        "ups-rate-one-base-charge",
                        UPS_RATING,
                        "*",
                        TYPE,
                        RATED + "NegotiatedRateCharges/BaseServiceCharge",
                        "Declared a list; real answers hold the one itself."),
                new KnownDeviation(
                        "ups-rate-placeholders",
                        UPS_RATING,
                        "*",
                        UNDECLARED,
                        RATED + "RatedPackage/NegotiatedCharges/\\w+Charges?",
                        "Real answers hold four amounts of 0.00 there, which mean nothing."));
    }

    private static List<KnownDeviation> shipping() {
        return List.of(
                new KnownDeviation(
                        "ups-ship-simple-rate",
                        UPS_SHIPPING,
                        "*",
                        ASKED_SHORTEST,
                        "ShipmentRequest/Shipment/Package/SimpleRate/Code",
                        "The document asks for two characters and lists S, M and L."),
                new KnownDeviation(
                        "ups-ship-billing-weight",
                        UPS_SHIPPING,
                        "*",
                        SHORTEST,
                        "ShipmentResponse/ShipmentResults/BillingWeight/Weight",
                        "Weights are as short as they are; the document's own examples have three characters."),
                new KnownDeviation(
                        "ups-void-garbage",
                        UPS_SHIPPING,
                        "DELETE /shipments/{version}/void/cancel/{shipmentidentificationnumber}",
                        LONGEST,
                        "VoidShipmentResponse/.*",
                        "Real answers were seen with the entity of a carriage return before each text; so are the sandbox's."));
    }

    private static List<KnownDeviation> labels() {
        return List.of(
                new KnownDeviation(
                        "ups-recovery-requires-both",
                        UPS_LABELS,
                        "*",
                        "validation.request.body.schema.required",
                        "LabelRecoveryRequest/(ReferenceValues|TrackingNumbers)",
                        "The document requires references and numbers of another service beside what is asked by; its own"
                                + " examples send one of them."),
                new KnownDeviation(
                        "ups-recovery-format-asked",
                        UPS_LABELS,
                        "*",
                        ASKED_SHORTEST,
                        "LabelRecoveryRequest/LabelSpecification/LabelImageFormat/Code",
                        "The document asks for four characters and lists codes of three."),
                new KnownDeviation(
                        "ups-recovery-format-told",
                        UPS_LABELS,
                        "*",
                        SHORTEST,
                        "LabelRecoveryResponse/LabelResults/LabelImage/LabelImageFormat/Code",
                        "The document asks for four characters and lists codes of three."),
                new KnownDeviation(
                        "ups-recovery-one-or-many",
                        UPS_LABELS,
                        "*",
                        TYPE,
                        "LabelRecoveryResponse/LabelResults",
                        "Real answers hold a list of one as the one itself."));
    }

    private static List<KnownDeviation> transit() {
        return List.of(
                new KnownDeviation(
                        "ups-transit-amounts-asked",
                        UPS_TRANSIT,
                        "*",
                        ASKED_MOST,
                        "weight|shipmentContentsValue",
                        "The document gives the count of digits as the greatest number."),
                new KnownDeviation(
                        "ups-transit-amounts-told",
                        UPS_TRANSIT,
                        "*",
                        MOST,
                        "emsResponse/(numberOfServices|services/businessTransitDays)",
                        "The document gives the count of digits as the greatest number."),
                new KnownDeviation(
                        "ups-transit-saturday",
                        UPS_TRANSIT,
                        "*",
                        "validation.response.body.schema.required",
                        "emsResponse/services/saturdayDeliveryIndicator",
                        "The document requires it, and does not define it."),
                new KnownDeviation(
                        "ups-transit-lengths",
                        UPS_TRANSIT,
                        "*",
                        LONGEST,
                        "emsResponse/(shipDate|services/serviceLevel)",
                        "Eight characters for a day of ten, two for codes such as GND: both in the document's words."),
                new KnownDeviation(
                        "ups-transit-wrapped-errors",
                        UPS_TRANSIT,
                        "*",
                        UNDECLARED,
                        "response",
                        "The document has errors at the top; the sandbox's failures are wrapped as those of all its APIs."));
    }
}
