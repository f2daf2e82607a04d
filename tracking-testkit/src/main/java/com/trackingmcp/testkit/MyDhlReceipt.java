package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** MyDHL's answer to a purchase: numbers, papers and what it cost. Immutable. */
final class MyDhlReceipt {
    private static final String CARRIER = "DHL EXPRESS";
    private static final String IMAGES = "/outputImageProperties/imageOptions";

    private final JsonNode body;
    private final MyDhlOrder order;
    private final MyDhlProduct product;
    private final SandboxParcel parcel;

    MyDhlReceipt(JsonNode body, MyDhlOrder order, MyDhlProduct product, SandboxParcel parcel) {
        this.body = body;
        this.order = order;
        this.product = product;
        this.parcel = parcel;
    }

    ObjectNode render() {
        String waybill = parcel.number();
        String tracking = "https://expressapi.dhl.com/mydhlapi/shipments/" + waybill + "/tracking";
        ObjectNode answer = Json.object().put("shipmentTrackingNumber", waybill).put("trackingUrl", tracking);
        ArrayNode packages = answer.putArray("packages");
        for (int i = 1; i <= order.pieces(); i++) {
            String piece = MyDhlBody.pieceNumber(parcel, i);
            ObjectNode one = packages.addObject()
                    .put("referenceNumber", i)
                    .put("trackingNumber", piece)
                    .put("trackingUrl", tracking + "?pieceTrackingNumber=" + piece);
            if (order.asksFor(IMAGES, "qr-code")) {
                one.putArray("documents").add(paper("qr-code", "png", LabelPrinter.png(CARRIER, piece)));
            }
        }
        papers(answer.putArray("documents"));
        if (body.path("getRateEstimates").asBoolean()) {
            charges(answer.putArray("shipmentCharges"));
        }
        if (body.path("estimatedDeliveryDate").path("isRequested").asBoolean()) {
            // the Z is DHL's own: the time is local to the destination
            answer.putObject("estimatedDeliveryDate")
                    .put(
                            "estimatedDeliveryDate",
                            order.planned().toLocalDate().plusDays(product.days()) + "T" + product.deliveredBy() + "Z")
                    .put("estimatedDeliveryType", "QDDC");
        }
        return answer;
    }

    /** As in DHL's samples: the copy of the waybill is one more label, but where labels tell their parcels. */
    private void papers(ArrayNode documents) {
        String format =
                body.at("/outputImageProperties/encodingFormat").asText("pdf").toLowerCase(Locale.ROOT);
        boolean linked = order.asksFor("/getAdditionalInformation", "linkLabelsByPieces");
        for (int i = 1; i <= (linked ? order.pieces() : 1); i++) {
            ObjectNode label = paper("label", format.toUpperCase(Locale.ROOT), print(format, i));
            if (linked) {
                label.put("packageReferenceNumber", i);
            }
            documents.add(label);
        }
        if (order.asksFor(IMAGES, "waybillDoc")) {
            documents.add(paper(linked ? "waybillDoc" : "label", format.toUpperCase(Locale.ROOT), print(format, 1)));
        }
        if (order.asksFor(IMAGES, "invoice")) {
            documents.add(paper("invoice", "PDF", LabelPrinter.pdf("Commercial invoice", parcel.number())));
        }
        if (order.asksFor(IMAGES, "shipmentReceipt")) {
            documents.add(paper("receipt", "PDF", LabelPrinter.pdf("Receipt", parcel.number())));
        }
    }

    /** Both numbers are on a label: the waybill's and the piece's. */
    private String print(String format, int piece) {
        String title = CARRIER + " " + parcel.number();
        String number = MyDhlBody.pieceNumber(parcel, piece);
        return switch (format) {
            case "zpl" -> LabelPrinter.zpl(title, number);
            case "epl" -> LabelPrinter.epl(title, number);
            default -> LabelPrinter.pdf(title, number);
        };
    }

    private static ObjectNode paper(String typeCode, String format, String content) {
        return Json.object().put("imageFormat", format).put("content", content).put("typeCode", typeCode);
    }

    private void charges(ArrayNode charges) {
        MyDhlPrice price = MyDhlPrice.of(product, order);
        ObjectNode billed = charges.addObject()
                .put("currencyType", "BILLC")
                .put("priceCurrency", "EUR")
                .put("price", price.total());
        ArrayNode parts = billed.putArray("serviceBreakdown");
        parts.addObject().put("name", product.title()).put("price", price.product());
        price.services()
                .forEach((code, amount) -> parts.addObject()
                        .put("name", MyDhlPrice.NAMES.getOrDefault(code, code))
                        .put("price", amount)
                        .put("typeCode", code));
    }
}
