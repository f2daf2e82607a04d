package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What FedEx's Trade Documents Upload API answers: 201, and errors whose codes are numbers and that have no transaction id.
 *
 * <p>A paper for a shipment that was bought without {@code POST_SHIPMENT_UPLOAD_REQUESTED} is taken: FedEx's description has
 * the attribute, and does not say how a paper is refused without it.
 */
final class FedexDocumentBehaviour {
    static final String PATH = "/documents/v1/etds/upload";

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final String BEFORE = "ETDPreshipment";
    private static final String AFTER = "ETDPostshipment";

    /** What each type is called in an answer. */
    private static final Map<String, String> TYPES = Map.of(
            "CERTIFICATE_OF_ORIGIN", "CO",
            "COMMERCIAL_INVOICE", "CI",
            "ETD_LABEL", "AWB",
            "USMCA_CERTIFICATION_OF_ORIGIN", "CO",
            "USMCA_COMMERCIAL_INVOICE_CERTIFICATION_OF_ORIGIN", "CI",
            "OTHER", "OTHER",
            "PRO_FORMA_INVOICE", "PRO");

    private static final Set<String> AMERICAN =
            Set.of("USMCA_CERTIFICATION_OF_ORIGIN", "USMCA_COMMERCIAL_INVOICE_CERTIFICATION_OF_ORIGIN");

    private final ShipmentBook sold;
    private final DeskBook desk;

    FedexDocumentBehaviour(ShipmentBook sold, DeskBook desk) {
        this.sold = sold;
        this.desk = desk;
    }

    SandboxResponse answer(SandboxRequest request) {
        try {
            return SandboxResponse.json(201, upload(request));
        } catch (FedexRefusal refusal) {
            ObjectNode body = Json.object();
            body.putArray("errors").addObject().put("code", refusal.code()).put("message", refusal.explanation());
            return SandboxResponse.json(400, body);
        }
    }

    private ObjectNode upload(SandboxRequest request) throws FedexRefusal {
        List<FormPart> parts = FormPart.read(request);
        boolean inOrder = parts.size() == 2
                && parts.get(0).name().equals("document")
                && parts.get(1).name().equals("attachment");
        if (!inOrder) {
            throw invalid("Invalid document details");
        }
        JsonNode document = Json.read(parts.get(0).text());
        JsonNode meta = document.path("meta");
        String type = meta.path("shipDocumentType").asText();
        String workflow = document.path("workflowName").asText();
        boolean complete = TYPES.containsKey(type)
                && (workflow.equals(BEFORE) || workflow.equals(AFTER))
                && document.path("name").isTextual()
                && document.path("contentType").asText().equals(parts.get(1).contentType())
                && meta.path("originCountryCode").asText().length() == 2
                && meta.path("destinationCountryCode").asText().length() == 2
                && (!AMERICAN.contains(type) || meta.path("formCode").asText().equals("USMCA"));
        if (!complete) {
            throw invalid("Invalid document details");
        }
        int size = parts.get(1).size();
        if (size == 0 || size > MOST_BYTES) {
            throw invalid("Invalid attachment size");
        }
        Optional<SandboxShipment> shipment = shipment(workflow, meta);
        String id = String.format("090493e18%07x", desk.next());
        SandboxPaper paper = desk.enter("fedex", id, type, document.path("name").asText(), size);
        shipment.ifPresent(bought -> paper.attach(bought.id()));
        ObjectNode answer = Json.object();
        ObjectNode told = answer.putObject("output").putObject("meta");
        told.put("documentType", TYPES.get(type)).put("docId", id);
        told.putArray("folderId").add("0b0493e1812f8921");
        request.header("x-customer-transaction-id").ifPresent(name -> answer.put("customerTransactionId", name));
        return answer;
    }

    private Optional<SandboxShipment> shipment(String workflow, JsonNode meta) throws FedexRefusal {
        if (workflow.equals(BEFORE)) {
            return Optional.empty();
        }
        Optional<SandboxShipment> shipment =
                sold.find("fedex", meta.path("trackingNumber").asText());
        if (shipment.isEmpty() || !meta.path("shipmentDate").asText().matches("\\d{4}-\\d{2}-\\d{2}T00:00:00")) {
            throw invalid("Invalid shipment details");
        }
        return shipment;
    }

    private static FedexRefusal invalid(String what) {
        return new FedexRefusal("1001", "Invalid request: invalid input : " + what);
    }
}
