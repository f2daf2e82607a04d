package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.DHL_LOCATIONS;
import static com.trackingmcp.verification.spec.CarrierDocument.MYDHL;

import java.util.List;

/** Where what a desk asks of DHL differs from DHL's descriptions, and the wire is right. */
final class DhlDeskDeviations {
    private static final String STATUS = "validation.response.status.unknown";
    private static final String TYPE = "validation.response.body.schema.type";
    private static final String ENUM = "validation.response.body.schema.enum";
    private static final String ALL_OF = "validation.response.body.schema.allOf";
    private static final String REQUIRED = "validation.response.body.schema.required";
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";
    private static final String SEVERAL = "validation.request.parameter.collection.invalid";
    private static final String CHANGE = "PATCH /pickups/{dispatchConfirmationNumber}";
    private static final String CANCEL = "DELETE /pickups/{dispatchConfirmationNumber}";
    private static final String UPLOAD = "PATCH /shipments/{shipmentTrackingNumber}/upload-image";
    private static final String INVOICE_DATA = "PATCH /shipments/{shipmentTrackingNumber}/upload-invoice-data";
    private static final String POINTS = "GET /servicepoints";
    private static final String GATEWAY =
            "The document lists the failures of each operation alone; its gateway refuses and fails as any does.";
    private static final String SAMPLE = "The document's own sample of a landed cost has none.";
    private static final String REPEATED = "The document's text says that it can be given several times.";
    private static final String SAMPLES = "All samples of service points in the document contradict its schema so.";

    static final List<KnownDeviation> ALL = List.of(
            gateway("mydhl-pickup-gateway", "POST /pickups", "401|403|404|429|500|503"),
            gateway("mydhl-pickup-change-gateway", CHANGE, "401|403|429|500|503"),
            gateway("mydhl-pickup-cancel-gateway", CANCEL, "401|403|429|500|503"),
            gateway("mydhl-landed-cost-gateway", "POST /landed-cost", "401|403|404|429|503"),
            gateway("mydhl-upload-gateway", UPLOAD, "401|403|429|500|503"),
            gateway("mydhl-invoice-data-gateway", INVOICE_DATA, "401|403|404|429|500|503"),
            gateway("mydhl-service-points-gateway", POINTS, "400|401|403|404|429|503"),
            new KnownDeviation(
                    "dhl-locations-gateway",
                    DHL_LOCATIONS,
                    "GET /find-by-address",
                    STATUS,
                    "status:(403|404|429|503)",
                    GATEWAY),
            new KnownDeviation(
                    "mydhl-landed-cost-weight", MYDHL, "POST /landed-cost", REQUIRED, "products/weight", SAMPLE),
            new KnownDeviation(
                    "mydhl-landed-cost-kind",
                    MYDHL,
                    "POST /landed-cost",
                    REQUIRED,
                    "products/items/breakdown/typeCode",
                    "The document's own sample has lines without a kind: what is taxed is no charge."),
            new KnownDeviation(
                    "mydhl-upload-waybill",
                    MYDHL,
                    UPLOAD,
                    "validation.request.body.schema.required",
                    "shipmentTrackingNumber",
                    "The schema asks for a member that it does not declare and therefore forbids; the path has it."),
            new KnownDeviation(
                    "mydhl-service-points-types",
                    MYDHL,
                    POINTS,
                    "validation.request.parameter.schema.enum",
                    "query:servicePointTypes",
                    "The document's text and example have the types between commas in one parameter."),
            new KnownDeviation(
                    "mydhl-service-points-null",
                    MYDHL,
                    POINTS,
                    TYPE,
                    "servicePoints(/address/addressLine2|/openingHours/openingHours/closingTime)?",
                    SAMPLES),
            new KnownDeviation(
                    "mydhl-service-points-true",
                    MYDHL,
                    POINTS,
                    ENUM,
                    "servicePoints/servicePointCapabilities/(labelPrinting|shipmentCollection|shipmentDropOff)",
                    SAMPLES),
            new KnownDeviation(
                    "mydhl-service-points-failure",
                    MYDHL,
                    POINTS,
                    UNDECLARED,
                    "detail|instance|title",
                    "The document has the failure of the service behind the gateway; the gateway's own is MyDHL's usual one."),
            new KnownDeviation(
                    "dhl-locations-several-types", DHL_LOCATIONS, "*", SEVERAL, "query:locationType", REPEATED),
            new KnownDeviation(
                    "dhl-locations-several-services", DHL_LOCATIONS, "*", SEVERAL, "query:serviceType", REPEATED),
            new KnownDeviation(
                    "dhl-locations-service-types",
                    DHL_LOCATIONS,
                    "*",
                    UNDECLARED,
                    "locations/serviceTypes",
                    "The schema misspells the member; the document's example and real answers do not."),
            new KnownDeviation(
                    "dhl-locations-provider",
                    DHL_LOCATIONS,
                    "*",
                    UNDECLARED,
                    "locations/location/ids/provider",
                    "Real answers call it provider, the schema providerType."),
            new KnownDeviation(
                    "dhl-locations-degrees",
                    DHL_LOCATIONS,
                    "*",
                    TYPE,
                    "locations/place/geo/(latitude|longitude)",
                    "Real answers have numbers where the schema has texts."),
            new KnownDeviation(
                    "dhl-locations-times",
                    DHL_LOCATIONS,
                    "*",
                    ALL_OF,
                    "locations/(openingHours/(opens|closes|dayOfWeek)|closurePeriods/(fromDate|toDate))",
                    "The schema makes texts out of types that are none: not even its own example fits."),
            new KnownDeviation(
                    "dhl-locations-problem",
                    DHL_LOCATIONS,
                    "*",
                    "validation.response.contentType.notAllowed",
                    "",
                    "The document's own headers of errors say application/problem+json."));

    private DhlDeskDeviations() {}

    private static KnownDeviation gateway(String name, String operation, String statuses) {
        return new KnownDeviation(name, MYDHL, operation, STATUS, "status:(" + statuses + ")", GATEWAY);
    }
}
