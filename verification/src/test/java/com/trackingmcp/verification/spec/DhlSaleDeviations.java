package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.MYDHL;

import java.util.List;

/** Where what MyDHL sells differs from its description, and the wire is right. */
final class DhlSaleDeviations {
    private static final String STATUS = "validation.response.status.unknown";
    private static final String REASON =
            "The document lists the failures of each operation alone; its gateway refuses and fails as any does.";

    static final List<KnownDeviation> ALL = List.of(
            new KnownDeviation(
                    "mydhl-rates-gateway", MYDHL, "POST /rates", STATUS, "status:(401|403|404|429|503)", REASON),
            new KnownDeviation(
                    "mydhl-ship-gateway", MYDHL, "POST /shipments", STATUS, "status:(401|403|404|429|503)", REASON),
            new KnownDeviation(
                    "mydhl-address-gateway",
                    MYDHL,
                    "GET /address-validate",
                    STATUS,
                    "status:(401|403|404|429|500|503)",
                    REASON),
            new KnownDeviation(
                    "mydhl-image-gateway",
                    MYDHL,
                    "GET /shipments/{shipmentTrackingNumber}/get-image",
                    STATUS,
                    "status:(401|403|429|500|503)",
                    REASON),
            new KnownDeviation(
                    "mydhl-dangerous-goods",
                    MYDHL,
                    "POST /shipments",
                    "validation.request.body.schema.anyOf",
                    "valueAddedServices/dangerousGoods",
                    "The schema knows ice or UN codes with nothing beside them; the document's text asks for a content"
                            + " always, and for no more where there are batteries."));

    private DhlSaleDeviations() {}
}
