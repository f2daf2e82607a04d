package com.trackingmcp.verification.spec;

import static com.trackingmcp.verification.spec.CarrierDocument.UPS_ALERT;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_DUTIES;
import static com.trackingmcp.verification.spec.CarrierDocument.UPS_PAPERS;

import java.util.ArrayList;
import java.util.List;

/** Where UPS's duties, papers and alerts differ from UPS's own descriptions, and the wire is right. */
final class UpsBackOfficeDeviations {
    private static final String UNDECLARED = "validation.response.body.schema.additionalProperties";
    private static final String MISSING = "validation.response.body.schema.required";
    private static final String LINE = "shipment/shipmentItems/";

    static final List<KnownDeviation> ALL = all();

    private UpsBackOfficeDeviations() {}

    private static List<KnownDeviation> all() {
        List<KnownDeviation> all = new ArrayList<>();
        UpsDeviations.gatewayFailures(List.of(UPS_DUTIES, UPS_PAPERS)).forEach(all::add);
        all.add(new KnownDeviation(
                "ups-transaction-identifier " + UPS_PAPERS,
                UPS_PAPERS,
                "*",
                UNDECLARED,
                "\\w+Response/Response/TransactionReference/TransactionIdentifier",
                "Real answers carry an id of UPS's own, which the documents forgot."));
        all.addAll(duties());
        all.addAll(alerts());
        return List.copyOf(all);
    }

    private static List<KnownDeviation> duties() {
        return List.of(
                new KnownDeviation(
                        "ups-duty-amounts-asked",
                        UPS_DUTIES,
                        "*",
                        "validation.request.body.schema.maximum",
                        LINE + "(priceEach|quantity|grossWeight)|shipment/transportCost",
                        "The document gives how often a field may stand as the greatest number: 1."),
                new KnownDeviation(
                        "ups-duty-amounts-told",
                        UPS_DUTIES,
                        "*",
                        "validation.response.body.schema.maximum",
                        LINE + "commodity(Duty|VAT)|shipment/(total\\w+|grandTotal|brokerageFeeItems/chargeAmount)",
                        "The same in answers."),
                new KnownDeviation(
                        "ups-duty-names-told",
                        UPS_DUTIES,
                        "*",
                        UNDECLARED,
                        "alversion|perfStats|transID|shipment/totalDutyandTax|" + LINE
                                + "(commodityId|totalCommodityDutyandTax|totalCommodityTaxesAndFees)",
                        "The document's own example of an answer spells and places them so."),
                new KnownDeviation(
                        "ups-duty-names-required",
                        UPS_DUTIES,
                        "*",
                        MISSING,
                        "alVersion|shipment/totalDutyAndTax|" + LINE + "(commodityID|totalCommodityDutyAndTax)",
                        "The document requires other spellings than its own example has."),
                new KnownDeviation(
                        "ups-duty-errors-alone",
                        UPS_DUTIES,
                        "*",
                        MISSING,
                        "shipment/(brokerageFeeItems|grandTotal|shipmentItems|totalBrokerageFees"
                                + "|total\\w+LevelTaxesAndFees|totalDuties|totalVAT)",
                        "The document has errors in answers with a good status, which have no sums then."));
    }

    private static List<KnownDeviation> alerts() {
        return List.of(
                new KnownDeviation(
                        "ups-gateway-failures " + UPS_ALERT,
                        UPS_ALERT,
                        "*",
                        "validation.response.status.unknown",
                        "status:(403|429|503)",
                        "The document lists 400, 401, 404 and 500; UPS's gateway fails as any does."),
                new KnownDeviation(
                        "ups-alert-code-of-the-description",
                        UPS_ALERT,
                        "POST /webhooks/TrackingEvent",
                        "validation.request.body.schema.additionalProperties",
                        "activityStatus/descriptionCode",
                        "The document's own examples have it, which its schema forgot."));
    }
}
