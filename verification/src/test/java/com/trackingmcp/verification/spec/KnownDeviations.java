package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.FEDEX_TRACK;
import static com.trackingmcp.verification.spec.CarrierDocument.MYDHL;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_TRACKING;

import java.util.List;

/**
 * Where the wire and a carrier's own description differ, and the wire is right. Each has its reason; the run fails for
 * one that is not needed any more.
 */
final class KnownDeviations {
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";
    private static final String STATUS = "validation.response.status.unknown";
    private static final String FEDEX_RESULT = "output/completeTrackResults/trackResults/";

    static final List<KnownDeviation> ALL = List.of(
            new KnownDeviation(
                    "fedex-empty-contact",
                    FEDEX_TRACK,
                    "*",
                    UNDECLARED,
                    FEDEX_RESULT + "(shipper|recipient)Information/contact",
                    "Real answers carry an empty contact beside the address; the document calls the type contact and"
                            + " address, and declares the address alone."),
            new KnownDeviation(
                    "fedex-possession-status",
                    FEDEX_TRACK,
                    "*",
                    UNDECLARED,
                    FEDEX_RESULT + "shipmentDetails/possessionStatus",
                    "The document calls it beforePossessionStatus; real answers call it possessionStatus."),
            new KnownDeviation(
                    "fedex-package-identifier-values",
                    FEDEX_TRACK,
                    "*",
                    UNDECLARED,
                    FEDEX_RESULT + "additionalTrackingInfo/packageIdentifiers/(values|carrierCode)",
                    "Real answers carry a list of values and the carrier's code where the document has value."),
            new KnownDeviation(
                    "fedex-empty-carrier-code",
                    FEDEX_TRACK,
                    "POST /track/v1/trackingnumbers",
                    "validation.response.body.schema.enum",
                    FEDEX_RESULT + "trackingNumberInfo/carrierCode",
                    "FedEx's lists of values are open: the code of an unknown number is the empty text."),
            new KnownDeviation(
                    "fedex-documents",
                    FEDEX_TRACK,
                    "POST /track/v1/trackingdocuments",
                    UNDECLARED,
                    "output/documents",
                    "The document calls the list document; real answers call it documents."),
            new KnownDeviation(
                    "fedex-ship-date-end",
                    FEDEX_TRACK,
                    "POST /track/v1/referencenumbers",
                    "validation.request.body.schema.additionalProperties",
                    "referencesInformation/shipDateEnd",
                    "The schema says shipDateEndDate, all of the document's own examples say shipDateEnd: both are sent."),
            new KnownDeviation(
                    "ups-pickup-date",
                    UPS_TRACKING,
                    "*",
                    UNDECLARED,
                    "trackResponse/shipment/pickupDate",
                    "Real answers carry the date of pickup, which this version of the document forgot."),
            new KnownDeviation(
                    "ups-one-or-many",
                    UPS_TRACKING,
                    "GET /track/v1/details/{inquiryNumber}",
                    "validation.response.body.schema.type",
                    "trackResponse/shipment",
                    "UPS sends a list of one as the one itself at times; the sandbox has a number that does."),
            new KnownDeviation(
                    "ups-401-429",
                    UPS_TRACKING,
                    "GET /track/v1/details/{inquiryNumber}",
                    STATUS,
                    "status:(401|429)",
                    "Every UPS API refuses a token or too many calls; this document does not list it."),
            new KnownDeviation(
                    "mydhl-gateway-failures",
                    MYDHL,
                    "GET /tracking",
                    STATUS,
                    "status:(401|403|429|500|503)",
                    "The document lists 200, 400 and 404 for tracking alone; its gateway refuses and fails as any does."));

    private KnownDeviations() {}
}
