package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.MyDhlForm.flag;
import static com.trackingmcp.testkit.MyDhlForm.many;
import static com.trackingmcp.testkit.MyDhlForm.number;
import static com.trackingmcp.testkit.MyDhlForm.text;
import static com.trackingmcp.testkit.MyDhlForm.thing;
import static com.trackingmcp.testkit.MyDhlForm.whole;
import static com.trackingmcp.testkit.MyDhlForm.words;

/**
 * The bodies MyDHL takes for pickups, landed costs and papers. Stateless. Made of {@link MyDhlForms}, which must not need it in
 * turn: two threads that begin with one each would wait for each other for ever.
 */
final class MyDhlDeskForms {
    private static final String NOTHING = "0";
    private static final String SMALLEST = "0.001";
    private static final int ANY = 10_485_760;

    /** Papers for a shipment that was bought: the waybill is in the path alone. */
    static final MyDhlForm.Rule UPLOAD = thing().needs("originalPlannedShippingDate", text(10, 10))
            .needs("accounts", many(MyDhlForms.ACCOUNT, 1, 3))
            .needs("productCode", text(1, 6))
            .needs("documentImages", MyDhlForms.PAPERS);

    /** What the invoice of a shipment says. */
    static final MyDhlForm.Rule INVOICE_DATA = thing().takes("plannedShipDate", text(10, 10))
            .takes("accounts", many(MyDhlForms.ACCOUNT, 1, 2))
            .needs(
                    "content",
                    thing().needs("exportDeclaration", many(invoice(), 1, 20))
                            .needs("currency", text(3, 3))
                            .needs("unitOfMeasurement", MyDhlForms.UNITS));

    private static MyDhlForm.Rule invoice() {
        return thing().needs("lineItems", many(MyDhlForms.line(), 1, 1000))
                .needs(
                        "invoice",
                        thing().needs("number", text(1, 35))
                                .needs("date", text(10, 10))
                                .needs("function", words("import", "export", "both")))
                .takes("remarks", many(thing().needs("value", text(1, 500)), 0, 3))
                .takes("exportReasonType", MyDhlForms.REASON)
                .takes("shipmentType", words("personal", "commercial"))
                .needs("incoterm", MyDhlForms.INCOTERMS);
    }

    /** A pickup. */
    static final MyDhlForm.Rule PICKUP = pickup().needs("shipmentDetails", shipments());

    /** A change of one. */
    static final MyDhlForm.Rule PICKUP_CHANGE = pickup().takes("shipmentDetails", shipments())
            .needs("dispatchConfirmationNumber", text(15, 20))
            .needs("originalShipperAccountNumber", text(1, 12));

    /** A question for landed costs. */
    static final MyDhlForm.Rule LANDED_COST = thing().needs(
                    "customerDetails",
                    thing().needs("shipperDetails", MyDhlForms.place()).needs("receiverDetails", MyDhlForms.place()))
            .needs("accounts", many(MyDhlForms.ACCOUNT, 1, 5))
            .takes("productCode", text(1, 6))
            .needs("unitOfMeasurement", MyDhlForms.UNITS)
            .needs("currencyCode", text(3, 3))
            .needs("isCustomsDeclarable", flag())
            .takes("isDTPRequested", flag())
            .needs("getCostBreakdown", flag())
            .takes(
                    "charges",
                    many(
                            thing().needs("typeCode", words("freight", "additional", "insurance"))
                                    .needs("amount", number(NOTHING))
                                    .needs("currencyCode", text(3, 3)),
                            0,
                            20))
            .takes("shipmentPurpose", words("commercial", "personal"))
            .takes("merchantSelectedCarrierName", words("DHL", "UPS", "FEDEX", "TNT", "POST", "OTHERS"))
            .needs("packages", packages())
            .needs("items", many(item(), 1, 1000));

    private MyDhlDeskForms() {}

    private static MyDhlForm.Rule packages() {
        return many(
                thing().takes("typeCode", MyDhlForms.PACKAGING)
                        .needs("weight", number(SMALLEST))
                        .takes("dimensions", MyDhlForms.SIZES),
                1,
                999);
    }

    private static MyDhlForm.Rule shipments() {
        return many(
                thing().needs("productCode", text(1, 6))
                        .needs("isCustomsDeclarable", flag())
                        .needs("unitOfMeasurement", MyDhlForms.UNITS)
                        .takes("shipmentTrackingNumber", text(1, 35))
                        .needs("packages", packages()),
                1,
                999);
    }

    private static MyDhlForm.Thing pickup() {
        return thing().needs("plannedPickupDateAndTime", text(1, 29))
                .takes("closeTime", text(5, 5))
                .takes("location", text(0, 80))
                .takes("locationType", words("business", "residence"))
                .needs("accounts", many(MyDhlForms.ACCOUNT, 1, 5))
                .takes("specialInstructions", many(thing().needs("value", text(0, 80)), 0, 4))
                .takes("remark", text(0, ANY))
                .needs("customerDetails", thing().needs("shipperDetails", MyDhlForms.host()));
    }

    /** Prices have five decimals here: the validator looks at no more than three. */
    private static MyDhlForm.Rule item() {
        return thing().needs("number", whole())
                .takes("description", text(1, 255))
                .needs("manufacturerCountry", text(2, 2))
                .takes("partNumber", text(1, 35))
                .needs("quantity", number(NOTHING))
                .takes("quantityType", words("prt", "box"))
                .needs("unitPrice", (node, path, problems) -> {
                    if (!node.isNumber()) {
                        problems.add(path + ": expected type: Number, found: " + node.getNodeType());
                    }
                })
                .needs("unitPriceCurrencyCode", text(3, 3))
                .takes("commodityCode", text(0, 18))
                .takes("weight", number(NOTHING))
                .takes("weightUnitOfMeasurement", MyDhlForms.UNITS)
                .takes(
                        "estimatedTariffRateType",
                        words(
                                "default_rate",
                                "derived_rate",
                                "highest_rate",
                                "center_rate",
                                "lowest_rate",
                                "preferential_rate"));
    }
}
