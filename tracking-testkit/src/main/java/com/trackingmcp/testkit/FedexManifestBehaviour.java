package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** What FedEx's Ground End of Day Close API answers: a manifest as plain text, and no OP-950, for nothing here is dangerous. */
final class FedexManifestBehaviour {
    static final String PATH = "/ship/v1/endofday/";

    private final ShipmentBook sold;
    private final DeskBook desk;

    FedexManifestBehaviour(ShipmentBook sold, DeskBook desk) {
        this.sold = sold;
        this.desk = desk;
    }

    ObjectNode close(JsonNode body) throws FedexRefusal {
        LocalDate day = day(body, "GCDR");
        desk.close("fedex", day);
        return papers(body, day);
    }

    ObjectNode reprint(JsonNode body) throws FedexRefusal {
        LocalDate day = day(body, "RGCDR");
        boolean byNumber = body.path("reprintOption").asText().equals("BY_TRACKING_NUMBER");
        if (byNumber && !numbers(day).contains(body.path("trackingNumber").asText())) {
            throw new FedexRefusal("TRACKINGNUMBER.ENTERED.INVALID", "The tracking number is not valid.");
        }
        if (!desk.isClosed("fedex", day)) {
            throw new FedexRefusal("AVAILABILITY.SHIP.DATE.INVALID", "Ship date is invalid.");
        }
        return papers(body, day);
    }

    private LocalDate day(JsonNode body, String type) throws FedexRefusal {
        FedexOrder order = new FedexOrder(body);
        order.account();
        if (!body.path("closeReqType").asText().equals(type)
                || !body.path("groundServiceCategory").asText().equals("GROUND")) {
            order.refuse("CLOSEREQTYPE.VALUE.INVALID", "The close request type does not go with the operation.");
        }
        order.text(body, "closeDate", "AVAILABILITY.SHIP.DATE.INVALID");
        if (!body.path("closeDocumentSpecification").path("closeDocumentTypes").has(0)) {
            order.refuse("CLOSEDOCUMENTTYPES.VALUE.REQUIRED", "A document type is required.");
        }
        order.conclude();
        LocalDate day = FedexAsk.day(body, "closeDate", LocalDate.MIN);
        if (day.isAfter(LocalDate.ofInstant(desk.clock().instant(), ZoneOffset.UTC))) {
            throw new FedexRefusal("AVAILABILITY.SHIP.DATE.INVALID", "Ship date is invalid.");
        }
        return day;
    }

    /** The numbers of Ground's shipments of a day that were not cancelled. */
    private List<String> numbers(LocalDate day) {
        return sold.all("fedex").stream()
                .filter(shipment -> FedexService.of(shipment.service())
                        .filter(FedexService::isGround)
                        .isPresent())
                .filter(shipment -> desk.isShippedOn(shipment, day))
                .flatMap(shipment -> shipment.numbers().stream()
                        .filter(number -> !shipment.cancelled().contains(number)))
                .toList();
    }

    private ObjectNode papers(JsonNode body, LocalDate day) {
        ObjectNode output = Json.object();
        ArrayNode papers = output.putArray("closeDocuments");
        if (body.path("closeDocumentSpecification")
                .path("closeDocumentTypes")
                .toString()
                .contains("MANIFEST")) {
            String text = "FedEx Ground manifest of " + day + "\n" + String.join("\n", numbers(day)) + "\n";
            ObjectNode paper = papers.addObject().put("type", "MANIFEST");
            paper.put("shippingDocumentDisposition", "RETURNED").put("copiesToPrint", 1);
            paper.putArray("parts")
                    .addObject()
                    .put("documentPartSequenceNumber", 1)
                    .put("image", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        return output;
    }
}
