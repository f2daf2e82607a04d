package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Papers for customs, handed on to the carrier of a shipment: one record a shipment. Stateless but for its server. */
final class KarrioUploads implements KarrioResource {
    private static final String KIND = "uprec";
    private static final String DOCUMENTS = "documents";
    private static final int LARGEST = 5 * 1024 * 1024;
    private static final Set<String> READY = Set.of("created", "shipped", "in_transit");

    private final KarrioServer server;

    KarrioUploads(KarrioServer server) {
        this.server = server;
    }

    @Override
    public void enter(KarrioRoutes routes) {
        routes.on("uploads", "GET /v1/documents/uploads", this::list);
        routes.on("upload", "POST /v1/documents/uploads", this::upload);
        routes.on("uploads", "GET /v1/documents/uploads/{id}", ask -> broken());
    }

    /** The server looks for a class it does not have. */
    private static SandboxResponse broken() {
        ObjectNode body = Json.object();
        body.putArray("errors")
                .addObject()
                .put("message", "module 'karrio.server.manager.models' has no attribute 'UploadRecord'");
        return SandboxResponse.json(500, body);
    }

    private SandboxResponse list(KarrioAsk ask) {
        KarrioFilter filter = new KarrioFilter(ask);
        List<KarrioEntry> found = server.book().all(KIND, ask).stream()
                .filter(entry -> filter.isMade(entry) && filter.isOneOf(entry, "shipment_id", "shipment_id"))
                .toList();
        return KarrioPage.of(ask, found, KarrioUploads::shown);
    }

    private static ObjectNode shown(KarrioEntry entry) {
        ObjectNode record = entry.json().deepCopy();
        record.remove(List.of("shipment_id", "test_mode"));
        return record;
    }

    private SandboxResponse upload(KarrioAsk ask) {
        KarrioBody form = KarrioBody.of(ask);
        KarrioEntry shipment = server.book()
                .find(KarrioShipments.KIND, ask, form.text("shipment_id"))
                .filter(one -> !one.text("carrier_name").isEmpty())
                .orElseThrow(() -> KarrioRefusal.error(
                        400, "failure", "No purchased shipment found for trade document upload.", "error"));
        refuse(ask, shipment);
        form.need("shipment_id").needRows("document_files").most(50, "reference");
        form.rows("document_files").forEach(KarrioUploads::check);
        form.check();
        KarrioEntry entry = record(shipment, ask).orElseGet(() -> begun(ask, shipment));
        if (form.has("reference")) {
            entry.json().put("reference", form.text("reference"));
        }
        ArrayNode documents = (ArrayNode) entry.json().path(DOCUMENTS);
        form.rows("document_files").forEach(file -> documents.add(take(file, shipment)));
        return SandboxResponse.json(201, shown(entry));
    }

    private void refuse(KarrioAsk ask, KarrioEntry shipment) {
        String status = shipment.text("status");
        if (!READY.contains(status)) {
            String message = "The trade document upload is not enabled for shipment status: '" + status + "'.";
            throw KarrioRefusal.error(409, "failure", message, "error");
        }
        String label = shipment.text("carrier_id");
        boolean takes = server.able(ask, "paperless").stream()
                .anyMatch(one -> one.label().equals(label));
        if (!takes) {
            String message = "trade document upload is not supported by carrier: '" + label + "'";
            throw KarrioRefusal.error(406, "failure", message, "error");
        }
    }

    private static void check(KarrioBody file) {
        file.need("doc_file", "doc_name").most(50, "doc_type");
        if (file.has("doc_file")) {
            try {
                if (Base64.getDecoder().decode(file.text("doc_file")).length > LARGEST) {
                    file.complain("doc_file", "Error: file size exceeds " + LARGEST + " bytes.");
                }
            } catch (IllegalArgumentException notBase64) {
                file.complain("doc_file", "Invalid base64 file content");
            }
        }
    }

    private Optional<KarrioEntry> record(KarrioEntry shipment, KarrioAsk ask) {
        return server.book().all(KIND, ask).stream()
                .filter(one -> one.text("shipment_id").equals(shipment.id()))
                .findFirst();
    }

    private KarrioEntry begun(KarrioAsk ask, KarrioEntry shipment) {
        ObjectNode record = Json.object().put("shipment_id", shipment.id());
        record.put("carrier_name", shipment.text("carrier_name")).put("carrier_id", shipment.text("carrier_id"));
        record.putArray(DOCUMENTS);
        record.put("reference", shipment.text("tracking_number"));
        record.putArray("messages");
        return server.book().enter(KIND, ask, record);
    }

    private ObjectNode take(KarrioBody file, KarrioEntry shipment) {
        String kind = file.has("doc_type") ? file.text("doc_type") : "other";
        int size = Base64.getDecoder().decode(file.text("doc_file")).length;
        String id = "DOC" + (100_000 + server.desk().next());
        SandboxPaper paper = server.desk().enter("karrio", id, kind, file.text("doc_name"), size);
        paper.attach(shipment.text("tracking_number"));
        return Json.object().put("doc_id", id).put("file_name", file.text("doc_name"));
    }
}
