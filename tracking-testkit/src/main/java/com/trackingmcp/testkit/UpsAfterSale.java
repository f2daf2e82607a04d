package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What UPS does in the sandbox with what it sold: voids it once, and prints its labels again. */
final class UpsAfterSale {
    static final String VOID = "/api/shipments/v2409/void/cancel/";
    static final String RECOVERY = "/api/labels/v1/recovery";

    /** How UPS garbles the values of this API at times: before each text. */
    private static final String GARBAGE = "&#xD;";

    private static final Set<String> FORMATS = Set.of("GIF", "PDF", "ZPL", "EPL", "SPL");
    private final ShipmentBook sold;

    UpsAfterSale(ShipmentBook sold) {
        this.sold = sold;
    }

    SandboxResponse cancel(SandboxRequest request) {
        String id = request.path().substring(VOID.length());
        SandboxShipment shipment = sold.all("ups").stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(UpsAfterSale::notVoided);
        List<String> asked = packages(request.parameter("trackingnumber").orElse(""));
        List<String> meant = asked.isEmpty() ? open(shipment) : asked;
        List<String> voided = new ArrayList<>();
        for (String number : meant) {
            if (shipment.cancel(List.of(number))) {
                voided.add(number);
            }
        }
        if (voided.isEmpty()) {
            throw notVoided();
        }
        boolean all = voided.size() == meant.size();
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("VoidShipmentResponse");
        answer.putObject("Response").set("ResponseStatus", UpsJson.status(GARBAGE + "1", GARBAGE + "Success"));
        answer.putObject("SummaryResult")
                .set("Status", UpsJson.status(GARBAGE + "1", GARBAGE + (all ? "Voided" : "Partially Voided")));
        ArrayNode results = answer.putArray("PackageLevelResults");
        for (String number : meant) {
            boolean gone = voided.contains(number);
            results.addObject()
                    .put("TrackingNumber", GARBAGE + number)
                    .set("Status", UpsJson.status(GARBAGE + (gone ? "1" : "0"), gone ? "Voided" : "Not Voided"));
        }
        return SandboxResponse.json(200, body);
    }

    private static List<String> open(SandboxShipment shipment) {
        List<String> open = new ArrayList<>(shipment.numbers());
        open.removeAll(shipment.cancelled());
        return open;
    }

    private static UpsRefusal notVoided() {
        return new UpsRefusal("190102", "No shipment found within the allowed void period");
    }

    /** One plain number, or what looks like a list in JSON. */
    private static List<String> packages(String asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        return asked.startsWith("[")
                ? UpsJson.many(Json.read(asked)).stream().map(JsonNode::asText).toList()
                : List.of(asked);
    }

    SandboxResponse recover(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("LabelRecoveryRequest");
        String format = UpsJson.text(asked, "LabelSpecification", "LabelImageFormat", "Code")
                .toUpperCase(Locale.ROOT);
        String printed = format.isEmpty() ? "GIF" : format;
        if (!FORMATS.contains(printed)) {
            throw new UpsRefusal(UpsRefusal.UNPUBLISHED, "Invalid label image format code.");
        }
        String number = UpsJson.text(asked, "TrackingNumber");
        if (!number.isEmpty()) {
            SandboxShipment shipment = sold.find("ups", number).orElseThrow(UpsAfterSale::notFound);
            return labels(asked, shipment, number.equals(shipment.id()) ? open(shipment) : List.of(number), printed);
        }
        JsonNode values = asked.path("ReferenceValues");
        if (!UpsJson.text(values, "ShipperNumber").equals(SandboxSettings.UPS_ACCOUNT)) {
            throw new UpsRefusal("120100", "Missing or invalid shipper number");
        }
        List<SandboxShipment> found = sold.findReference("ups", UpsJson.text(values, "ReferenceNumber", "Value"));
        List<SandboxShipment> valid =
                found.stream().filter(shipment -> !open(shipment).isEmpty()).toList();
        if (valid.isEmpty()) {
            throw notFound();
        }
        return valid.size() == 1 ? labels(asked, valid.get(0), open(valid.get(0)), printed) : candidates(asked, valid);
    }

    /** UPS does not publish which code it has for it: one of those its tracking uses. */
    private static UpsRefusal notFound() {
        return new UpsRefusal("151018", "Tracking number or reference not found");
    }

    private static SandboxResponse labels(
            JsonNode asked, SandboxShipment shipment, List<String> numbers, String format) {
        List<String> open = open(shipment);
        List<String> printed = numbers.stream().filter(open::contains).toList();
        if (printed.isEmpty()) {
            throw notFound();
        }
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("LabelRecoveryResponse");
        answer.set("Response", UpsJson.head(asked));
        answer.put("ShipmentIdentificationNumber", shipment.id());
        ArrayNode results = Json.array();
        for (String number : printed) {
            ObjectNode result = Json.object().put("TrackingNumber", number);
            ObjectNode image = result.putObject("LabelImage");
            image.putObject("LabelImageFormat").put("Code", format);
            image.put("GraphicImage", UpsShipBehaviour.print(format, number));
            results.add(result);
        }
        // real answers hold one label as it is, several as a list
        answer.set("LabelResults", results.size() == 1 ? results.get(0) : results);
        return SandboxResponse.json(200, body);
    }

    private static SandboxResponse candidates(JsonNode asked, List<SandboxShipment> shipments) {
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("LabelRecoveryResponse");
        answer.set("Response", UpsJson.head(asked));
        answer.putArray("LabelResults");
        ArrayNode candidates = answer.putArray("TrackingCandidate");
        shipments.forEach(shipment -> candidates.addObject().put("TrackingNumber", shipment.id()));
        return SandboxResponse.json(200, body);
    }
}
