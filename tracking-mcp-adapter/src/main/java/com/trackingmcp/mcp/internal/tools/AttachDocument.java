package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;

/** Attaches papers that a carrier holds to a shipment that was bought. */
final class AttachDocument implements Tool {
    private static final int MOST = 20;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "attach_document",
            "Attach documents to a shipment",
            "Attaches papers that upload_document gave a carrier to a shipment that was bought.",
            Hints.ADDS,
            Schema.ofAll(
                    List.of(
                            Field.text("carrier", "").required(),
                            Field.texts("document_ids", "", MOST).required().shortest(1)),
                    ShippedArguments.fields(Field.text("shipment_id", "").required())),
            Schema.ofAll(List.of(
                    Field.text("carrier", "").required(),
                    Field.text("shipment_id", "").required(),
                    Field.texts("attached_ids", "", MOST).required(),
                    Notes.field())),
            "documents.attach");
    private static final FieldNames NAMES = ShippedArguments.names(SPEC, Map.of("document_ids", "document_ids"));

    private final Workbench bench;

    AttachDocument(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        String carrier = call.arguments().text("carrier").orElse("");
        List<String> ids = call.arguments().texts("document_ids");
        NAMES.add(
                bench.client().get().documents().checkAttach(carrier, ids, ShippedArguments.read(call, bench)), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String carrier = call.arguments().required("carrier");
        List<String> ids = call.arguments().texts("document_ids");
        ids.forEach(id -> Owners.requirePaper(bench, call.caller(), carrier, id));
        List<UploadedDocument> papers = NAMES.told(
                () -> bench.client().get().documents().attach(carrier, ids, ShippedArguments.read(call, bench)));
        List<String> attached = papers.stream()
                .filter(UploadedDocument::attached)
                .flatMap(paper -> paper.id().stream())
                .toList();
        List<Alert> alerts = papers.stream()
                .flatMap(paper -> paper.alerts().stream())
                .distinct()
                .toList();
        String shipment = call.arguments().required("shipment_id");
        ObjectNode json = Json.object().put("carrier", carrier).put("shipment_id", shipment);
        json.set("attached_ids", Json.texts(attached));
        Notes.put(json, alerts);
        return ToolAnswer.of(
                json,
                carrier + " attached " + attached.size() + " of " + ids.size() + " papers to the shipment " + shipment
                        + "." + Notes.lines(alerts));
    }
}
