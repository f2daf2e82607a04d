package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** UPS's Shipping API in the sandbox: it sells, and what it sold is known to all of the sandbox. */
final class UpsShipBehaviour {
    static final String PATH = "/api/shipments/v2409/ship";
    private static final Set<String> FORMATS = Set.of("GIF", "PNG", "ZPL", "EPL", "SPL");
    private static final Set<String> NOT_IN_THE_ANSWER = Set.of("2", "8");
    private final ShipmentBook sold;

    UpsShipBehaviour(ShipmentBook sold) {
        this.sold = sold;
    }

    SandboxResponse answer(SandboxRequest request) {
        JsonNode order = Json.read(request.body()).path("ShipmentRequest");
        JsonNode shipment = order.path("Shipment");
        UpsCounter.checkToSell(order);
        String service = UpsJson.text(shipment, "Service", "Code");
        checkService(shipment, service);
        String format = UpsJson.text(order, "LabelSpecification", "LabelImageFormat", "Code")
                .toUpperCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw new UpsRefusal(UpsRefusal.UNPUBLISHED, "Missing or invalid label image format code.");
        }
        List<JsonNode> packages = UpsJson.many(shipment.path("Package"));
        SandboxShipment bought =
                sold.sell("ups", Family.UPS, packages.size(), service, List.copyOf(references(shipment)));
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("ShipmentResponse");
        answer.set("Response", head(order, shipment));
        answer.set("ShipmentResults", results(shipment, service, bought, format));
        return SandboxResponse.json(200, body);
    }

    private static void checkService(JsonNode shipment, String service) {
        List<String> services = UpsTariff.services(
                UpsCounter.origin(shipment), UpsCounter.country(shipment, "ShipTo"), shipment.has("ReturnService"));
        if (!services.contains(service)) {
            throw new UpsRefusal("121100", "The requested service is invalid for the shipment origin");
        }
        String dcis = UpsJson.text(shipment, "ShipmentServiceOptions", "DeliveryConfirmation", "DCISType");
        boolean unknown = !dcis.isEmpty() && !Set.of("1", "2").contains(dcis);
        for (JsonNode one : UpsJson.many(shipment.path("Package"))) {
            String own = UpsJson.text(one, "PackageServiceOptions", "DeliveryConfirmation", "DCISType");
            unknown |= !own.isEmpty() && !Set.of("2", "3").contains(own);
        }
        if (unknown) {
            throw new UpsRefusal(
                    "121211", "The requested accessory option is unavailable between the selected locations.");
        }
    }

    private static Set<String> references(JsonNode shipment) {
        Set<String> references = new LinkedHashSet<>();
        UpsJson.many(shipment.path("ReferenceNumber"))
                .forEach(reference -> references.add(UpsJson.text(reference, "Value")));
        for (JsonNode one : UpsJson.many(shipment.path("Package"))) {
            UpsJson.many(one.path("ReferenceNumber"))
                    .forEach(reference -> references.add(UpsJson.text(reference, "Value")));
        }
        references.remove("");
        return references;
    }

    private static ObjectNode head(JsonNode order, JsonNode shipment) {
        ObjectNode head = UpsJson.head(order);
        ArrayNode alerts = head.putArray("Alert");
        boolean customs =
                UpsBorders.customsBetween(UpsCounter.origin(shipment), UpsCounter.country(shipment, "ShipTo"));
        boolean papers = shipment.path("ShipmentServiceOptions").has("InternationalForms")
                || shipment.has("DocumentsOnlyIndicator");
        if (customs && !papers) {
            alerts.add(UpsJson.status("120016", "A Customs Invoice is required for this shipment."));
        }
        return head;
    }

    private static ObjectNode results(JsonNode shipment, String service, SandboxShipment bought, String format) {
        UpsTariff tariff = new UpsTariff(shipment, service);
        ObjectNode results = Json.object();
        results.putArray("Disclaimer").add(UpsJson.status("01", "Taxes are included in the shipping cost."));
        ObjectNode charges = results.putObject("ShipmentCharges");
        tariff.published(charges);
        tariff.negotiated(results, false);
        results.put("RatingMethod", "01").put("BillableWeightCalculationMethod", "02");
        results.set("BillingWeight", tariff.billingWeight());
        results.put("ShipmentIdentificationNumber", bought.id());
        boolean elsewhere = NOT_IN_THE_ANSWER.contains(UpsJson.text(shipment, "ReturnService", "Code"));
        ArrayNode packages = results.putArray("PackageResults");
        for (String number : bought.numbers()) {
            ObjectNode one = packages.addObject().put("TrackingNumber", number);
            one.set("ServiceOptionsCharges", UpsJson.amount(BigDecimal.ZERO, tariff.currency()));
            if (!elsewhere) {
                one.set("ShippingLabel", label(format, number));
            }
        }
        if (shipment.path("ShipmentServiceOptions").has("InternationalForms")) {
            results.set("Form", form(bought.id()));
        }
        return results;
    }

    /** All papers that were asked for come as one. */
    private static ObjectNode form(String id) {
        ObjectNode form = UpsJson.status("01", "All Requested International Forms");
        ObjectNode image = form.putObject("Image");
        image.set("ImageFormat", UpsJson.status("PDF", "PDF"));
        image.put("GraphicImage", LabelPrinter.pdf("UPS invoice", id));
        return form;
    }

    static ObjectNode label(String format, String number) {
        ObjectNode label = Json.object();
        label.set("ImageFormat", UpsJson.status(format, format));
        label.put("GraphicImage", print(format, number));
        if (format.equals("GIF") || format.equals("PNG")) {
            label.put("HTMLImage", Papers.html("UPS " + number));
        }
        return label;
    }

    static String print(String format, String number) {
        return switch (format) {
            case "PDF" -> LabelPrinter.pdf("UPS", number);
            case "PNG" -> LabelPrinter.png("UPS", number);
            case "ZPL" -> LabelPrinter.zpl("UPS", number);
            case "EPL", "SPL" -> LabelPrinter.epl("UPS", number);
            default -> LabelPrinter.gif("UPS", number);
        };
    }
}
