package com.trackingmcp.testkit;

import static com.trackingmcp.testkit.MyDhlForm.flag;
import static com.trackingmcp.testkit.MyDhlForm.many;
import static com.trackingmcp.testkit.MyDhlForm.number;
import static com.trackingmcp.testkit.MyDhlForm.text;
import static com.trackingmcp.testkit.MyDhlForm.thing;
import static com.trackingmcp.testkit.MyDhlForm.whole;
import static com.trackingmcp.testkit.MyDhlForm.words;

/** The bodies MyDHL takes, as far as labels and prices need them. Stateless. */
final class MyDhlForms {
    private static final String NOTHING = "0";
    private static final String SMALLEST = "0.001";
    private static final int ANY = 1_048_576;
    private static final int LONGEST_PAPER = 10_485_760;

    static final MyDhlForm.Rule INCOTERMS = words(
            "EXW", "FCA", "CPT", "CIP", "DPU", "DAP", "DDP", "FAS", "FOB", "CFR", "CIF", "DAF", "DAT", "DDU", "DEQ",
            "DES");

    static final MyDhlForm.Rule ACCOUNT =
            thing().needs("typeCode", words("shipper", "payer", "duties-taxes")).needs("number", text(1, 12));

    private static final MyDhlForm.Rule WISH =
            thing().takes("typeCode", text(1, 40)).needs("isRequested", flag());

    private static final MyDhlForm.Rule REFERENCE = thing().needs("value", text(1, 35))
            .takes(
                    "typeCode",
                    words(
                            "AAO", "CU", "FF", "FN", "IBC", "LLR", "OBC", "PRN", "ACP", "ACS", "ACR", "CDN", "STD",
                            "CO"));

    static final MyDhlForm.Rule SIZES = thing().needs("length", number(SMALLEST))
            .needs("width", number(SMALLEST))
            .needs("height", number(SMALLEST));

    static final MyDhlForm.Rule PACKAGING = words(
            "1CE", "2BC", "2BP", "2BX", "3BX", "4BX", "5BX", "6BX", "7BX", "8BX", "CE1", "TBL", "TBS", "WB1", "WB2",
            "WB3", "WB6", "XPD");

    static final MyDhlForm.Rule UNITS = words("metric", "imperial");

    static final MyDhlForm.Rule REASON = words(
            "permanent",
            "temporary",
            "return",
            "used_exhibition_goods_to_origin",
            "intercompany_use",
            "commercial_purpose_or_sale",
            "personal_belongings_or_personal_use",
            "sample",
            "gift",
            "return_to_origin",
            "warranty_replacement",
            "diplomatic_goods",
            "defence_material");

    /** Papers for customs. */
    static final MyDhlForm.Rule PAPERS = many(
            thing().takes("typeCode", words("INV", "PNV", "COO", "CIN", "DCL", "AWB", "NAF"))
                    .takes("imageFormat", words("PDF", "PNG", "GIF", "TIFF", "JPEG"))
                    .needs("content", text(0, LONGEST_PAPER)),
            1,
            999);

    /** A question for prices. */
    static final MyDhlForm.Rule RATES = thing().needs(
                    "customerDetails", thing().needs("shipperDetails", place()).needs("receiverDetails", place()))
            .needs("accounts", many(ACCOUNT, 1, 2))
            .takes("productCode", text(1, 6))
            .takes("localProductCode", text(1, 3))
            .takes(
                    "valueAddedServices",
                    many(
                            thing().needs("serviceCode", text(1, 6))
                                    .takes("value", number(NOTHING))
                                    .takes("currency", text(3, 3)),
                            0,
                            99))
            .takes("payerCountryCode", text(2, 2))
            .needs("plannedShippingDateAndTime", text(1, 29))
            .needs("unitOfMeasurement", UNITS)
            .needs("isCustomsDeclarable", flag())
            .takes(
                    "monetaryAmount",
                    many(
                            thing().needs("typeCode", words("declaredValue", "insuredValue"))
                                    .needs("value", number(NOTHING))
                                    .needs("currency", text(3, 3)),
                            0,
                            9))
            .takes("estimatedDeliveryDate", WISH)
            .takes("nextBusinessDay", flag())
            .takes("productTypeCode", words("all", "dayDefinite", "timeDefinite"))
            .needs(
                    "packages",
                    many(
                            thing().takes("typeCode", PACKAGING)
                                    .needs("weight", number(SMALLEST))
                                    .takes("dimensions", SIZES),
                            1,
                            999));

    /** A purchase. */
    static final MyDhlForm.Rule SHIPMENT = thing().needs("plannedShippingDateAndTime", text(1, 29))
            .needs("pickup", thing().needs("isRequested", flag()))
            .needs("productCode", text(1, 6))
            .takes("localProductCode", text(1, 3))
            .takes("getRateEstimates", flag())
            .needs("accounts", many(ACCOUNT, 1, 3))
            .takes("valueAddedServices", many(service(), 0, 99))
            .takes("outputImageProperties", images())
            .takes("customerReferences", many(REFERENCE, 0, 999))
            .needs(
                    "customerDetails",
                    thing().needs("shipperDetails", party())
                            .needs("receiverDetails", party())
                            .takes("exporterDetails", party()))
            .needs("content", content())
            .takes("documentImages", PAPERS)
            .takes(
                    "onDemandDelivery",
                    thing().needs("deliveryOption", words("servicepoint", "neighbour", "signatureRelease"))
                            .takes("servicePointId", text(1, 6)))
            .takes(
                    "shipmentNotification",
                    many(
                            thing().needs("typeCode", words("email"))
                                    .needs("receiverId", text(1, 50))
                                    .takes("languageCode", text(3, 3))
                                    .takes("bespokeMessage", text(0, 250)),
                            0,
                            5))
            .takes("estimatedDeliveryDate", WISH)
            .takes("getAdditionalInformation", many(WISH, 0, 5));

    private MyDhlForms() {}

    static MyDhlForm.Rule place() {
        return thing().needs("postalCode", text(0, 12))
                .needs("cityName", text(1, 45))
                .needs("countryCode", text(2, 2))
                .takes("provinceCode", text(2, 35));
    }

    private static MyDhlForm.Rule service() {
        return thing().needs("serviceCode", text(1, 6))
                .takes("value", number(NOTHING))
                .takes("currency", text(3, 3))
                .takes(
                        "dangerousGoods",
                        many(
                                thing().needs("contentId", text(1, 5))
                                        .takes("dryIceTotalNetWeight", number(SMALLEST))
                                        .takes("unCodes", many(text(1, 10), 1, 10)),
                                0,
                                1));
    }

    private static MyDhlForm.Rule images() {
        return thing().takes("printerDPI", whole())
                .takes("encodingFormat", words("pdf", "zpl", "lp2", "epl"))
                .takes(
                        "imageOptions",
                        many(
                                thing().needs(
                                                "typeCode",
                                                words("label", "waybillDoc", "invoice", "qr-code", "shipmentReceipt"))
                                        .takes("templateName", text(0, 25))
                                        .takes("isRequested", flag())
                                        .takes("hideAccountNumber", flag())
                                        .takes("invoiceType", words("commercial", "proforma", "returns"))
                                        .takes("languageCode", text(3, 3))
                                        .takes("encodingFormat", words("png"))
                                        .takes("renderDHLLogo", flag())
                                        .takes("fitLabelsToA4", flag())
                                        .takes("labelFreeText", text(0, 150)),
                                0,
                                20))
                .takes("splitTransportAndWaybillDocLabels", flag())
                .takes("splitInvoiceAndReceipt", flag());
    }

    /** Where and who, and nothing more. */
    static MyDhlForm.Thing host() {
        return thing().needs(
                        "postalAddress",
                        thing().needs("postalCode", text(0, 12))
                                .needs("cityName", text(1, 45))
                                .needs("countryCode", text(2, 2))
                                .takes("provinceCode", text(2, 35))
                                .needs("addressLine1", text(1, 45))
                                .takes("addressLine2", text(1, 45))
                                .takes("addressLine3", text(1, 45)))
                .needs(
                        "contactInformation",
                        thing().takes("email", text(1, 70))
                                .needs("phone", text(1, 70))
                                .needs("companyName", text(1, 100))
                                .needs("fullName", text(1, 255)));
    }

    private static MyDhlForm.Rule party() {
        return host().takes(
                        "registrationNumbers",
                        many(
                                thing().needs("typeCode", text(1, 3))
                                        .needs("number", text(1, 35))
                                        .needs("issuerCountryCode", text(2, 2)),
                                0,
                                50))
                .takes("typeCode", words("business", "direct_consumer", "government", "other", "private", "reseller"));
    }

    private static MyDhlForm.Rule content() {
        return thing().needs(
                        "packages",
                        many(
                                thing().takes("typeCode", PACKAGING)
                                        .needs("weight", number(SMALLEST))
                                        .takes("dimensions", SIZES)
                                        .takes("customerReferences", many(REFERENCE, 1, 99))
                                        .takes("description", text(1, 70))
                                        .takes("referenceNumber", whole()),
                                1,
                                999))
                .needs("isCustomsDeclarable", flag())
                .takes("declaredValue", number(NOTHING))
                .takes("declaredValueCurrency", text(3, 3))
                .takes("exportDeclaration", declaration())
                .needs("description", text(1, 70))
                .takes("USFilingTypeValue", text(1, 20))
                .needs("incoterm", INCOTERMS)
                .needs("unitOfMeasurement", UNITS);
    }

    private static MyDhlForm.Rule declaration() {
        return thing().needs("lineItems", many(line(), 1, 999))
                .takes(
                        "invoice",
                        thing().needs("number", text(1, 35))
                                .needs("date", text(10, 10))
                                .takes("signatureName", text(0, 35)))
                .takes("remarks", many(thing().needs("value", text(0, ANY)), 0, 3))
                .takes("placeOfIncoterm", text(1, 256))
                .takes("exportReasonType", REASON)
                .takes("shipmentType", words("personal", "commercial"));
    }

    static MyDhlForm.Rule line() {
        return thing().needs("number", whole())
                .needs("description", text(1, 512))
                .needs("price", number(NOTHING))
                .needs("quantity", thing().needs("value", whole()).needs("unitOfMeasurement", text(1, 8)))
                .takes(
                        "commodityCodes",
                        many(
                                thing().needs("typeCode", words("outbound", "inbound"))
                                        .needs("value", text(2, 18)),
                                0,
                                2))
                .takes("exportReasonType", REASON)
                .needs("manufacturerCountry", text(2, 2))
                .needs("weight", thing().takes("netValue", number(NOTHING)).takes("grossValue", number(NOTHING)))
                .takes(
                        "customerReferences",
                        many(thing().needs("typeCode", text(1, 3)).needs("value", text(1, 35)), 0, 100));
    }
}
