package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * MyDHL's paperless trade: everywhere but to Brazil, whose shipments are sold all the same where that is asked for. Papers
 * come with a purchase, or ten minutes after it and after each other; one that is none keeps the shipment from being sold. Safe
 * for use by many threads.
 */
final class MyDhlPaperless {
    private static final String WIRE = "mydhl";
    private static final String SERVICE = "WY";
    private static final String WITHOUT = "BR";
    private static final Duration LEAST = Duration.ofMinutes(10);

    private final DeskBook desk;
    private final ShipmentBook sold;
    private final Map<String, Sold> waybills = new ConcurrentHashMap<>();

    /** When something was last heard of a shipment that takes papers, and for which day it was bought. */
    private record Sold(Instant latest, String day) {}

    MyDhlPaperless(DeskBook desk, ShipmentBook sold) {
        this.desk = desk;
        this.sold = sold;
    }

    /** What keeps a shipment with papers from being sold. */
    Optional<String> complaint(SandboxRequest request, JsonNode body, MyDhlOrder order) {
        Optional<String> unreadable = MyDhlPaper.complaint(body);
        if (unreadable.isPresent()) {
            return unreadable;
        }
        boolean bypassed = request.parameter("bypassPLTError").orElse("").equals("true");
        return order.services().contains(SERVICE) && !isOffered(body) && !bypassed
                ? Optional.of("7008: The requested Special Service Code  #/valueAddedServices/0/serviceCode 'WY' is not"
                        + " available between this origin and destination.")
                : Optional.empty();
    }

    private static boolean isOffered(JsonNode body) {
        return !body.at("/customerDetails/receiverDetails/postalAddress/countryCode")
                .asText()
                .equals(WITHOUT);
    }

    /** A shipment was sold. */
    void sold(String waybill, JsonNode body, MyDhlOrder order, ObjectNode receipt) {
        if (!order.services().contains(SERVICE)) {
            return;
        }
        if (isOffered(body)) {
            waybills.put(
                    waybill,
                    new Sold(
                            desk.clock().instant(),
                            order.planned().toLocalDate().toString()));
            enter(waybill, body);
        } else {
            receipt.putArray("warnings").add("Paperless trade is not available between this origin and destination.");
        }
    }

    private void enter(String waybill, JsonNode body) {
        for (JsonNode paper : body.path("documentImages")) {
            String kind = paper.path("typeCode").asText("INV");
            desk.enter(WIRE, "paper-" + desk.next(), kind, kind, MyDhlPaper.size(paper))
                    .attach(waybill);
        }
    }

    /** What the invoice of a shipment that was bought says; the sandbox's account has the service for it. */
    SandboxResponse invoiceData(SandboxRequest request, String waybill) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> invalid = MyDhlShop.invalid(request, MyDhlDeskForms.INVOICE_DATA, body);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        if (sold.find(WIRE, waybill).isEmpty() || !MyDhlDesk.isBillable(body)) {
            return MyDhlShop.bad(request, "Operation not possible since shipment information not found");
        }
        JsonNode declared = body.at("/content/exportDeclaration/0");
        desk.enter(
                        WIRE,
                        "paper-" + desk.next(),
                        "invoice-data",
                        declared.at("/invoice/number").asText(),
                        declared.path("lineItems").size())
                .attach(waybill);
        return SandboxResponse.empty(200);
    }

    /** Papers for a shipment that was bought. */
    SandboxResponse upload(SandboxRequest request, String waybill) {
        JsonNode body = Json.read(request.body());
        Optional<SandboxResponse> invalid = MyDhlShop.invalid(request, MyDhlDeskForms.UPLOAD, body);
        if (invalid.isPresent()) {
            return invalid.get();
        }
        Sold sale = waybills.get(waybill);
        if (sale == null
                || !sale.day().equals(body.path("originalPlannedShippingDate").asText())
                || !MyDhlDesk.isBillable(body)) {
            return MyDhlWire.nothing(
                    request, "Not found", "Operation not possible since shipment information not found");
        }
        Instant now = desk.clock().instant();
        if (now.isBefore(sale.latest().plus(LEAST))) {
            return MyDhlShop.bad(request, "The shipment is being processed. Please wait ten minutes and try again.");
        }
        Optional<String> unreadable = MyDhlPaper.complaint(body);
        if (unreadable.isPresent()) {
            return MyDhlShop.bad(request, unreadable.get());
        }
        waybills.put(waybill, new Sold(now, sale.day()));
        enter(waybill, body);
        return SandboxResponse.empty(200);
    }
}
