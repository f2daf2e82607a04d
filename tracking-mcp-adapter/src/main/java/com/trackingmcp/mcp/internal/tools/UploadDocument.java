package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a carrier a paper for customs. */
final class UploadDocument implements Tool {
    private static final ToolSpec SPEC = ToolSpec.shipping(
            "upload_document",
            "Upload a customs document",
            "Gives a carrier a paper for customs: for a shipment to come, or with shipment_id for one that was bought.",
            Hints.ADDS,
            Schema.ofAll(
                    List.of(
                            Field.text("carrier", "").required(),
                            Field.choice("document_type", "", TradeDocumentKind.class)
                                    .required()),
                    PaperSource.fields(),
                    List.of(
                            Field.country("origin_country", "Such as US"),
                            Field.country("destination_country", ""),
                            Field.text("service", "")),
                    ShippedArguments.fields(Field.text("shipment_id", "Attaches it to this shipment"))),
            Schema.ofAll(List.of(
                    Field.text("carrier", "").required(),
                    Field.text("document_id", ""),
                    Field.text("document_type", "").required(),
                    Field.flag("attached", "").required(),
                    Field.text("expires_at", ""),
                    Notes.field())),
            "documents.upload",
            "documents.uploadAndAttach");
    private static final FieldNames NAMES = ShippedArguments.names(
            SPEC,
            Map.of(
                    "document", "file_path",
                    "document.name", "file_name",
                    "document.kind", "document_type",
                    "document.format", "file_name",
                    "document.base64", "file_path"));

    private final Workbench bench;
    private final PaperSource source;

    UploadDocument(Workbench bench) {
        this.bench = bench;
        this.source = new PaperSource(bench);
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        Optional<TradeDocument> paper = paper(call, check);
        DocumentUpload.Builder upload = upload(call.arguments()).document(paper);
        if (call.arguments().has("shipment_id")) {
            upload.shipment(ShippedArguments.read(call, bench));
        }
        // what is wrong with a paper that cannot be read is told already
        List<FieldProblem> problems = bench.client().get().documents().check(upload.build()).stream()
                .filter(problem -> paper.isPresent() || !problem.path().startsWith("document"))
                .toList();
        NAMES.add(problems, check);
    }

    private Optional<TradeDocument> paper(ToolCall call, RequestCheck check) {
        try {
            PaperFile file = source.read(call);
            return call.arguments()
                    .text("document_type")
                    .map(word -> TradeDocument.of(file.name(), TradeDocumentKind.ofWord(word), file.bytes()));
        } catch (InvalidRequestException e) {
            NAMES.add(e.fields(), check);
            return Optional.empty();
        }
    }

    private static DocumentUpload.Builder upload(Arguments arguments) {
        return DocumentUpload.builder()
                .carrier(arguments.text("carrier"))
                .originCountry(AddressArguments.country(arguments, "origin_country"))
                .destinationCountry(AddressArguments.country(arguments, "destination_country"))
                .service(arguments.text("service"));
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        UploadedDocument held = NAMES.told(() -> upload(call));
        held.id().ifPresent(id -> Owners.uploaded(bench, call.caller(), held.connection(), id));
        ObjectNode json = Json.object().put("carrier", held.connection());
        Json.put(json, "document_id", held.id());
        json.put("document_type", held.kind().word()).put("attached", held.attached());
        Json.put(json, "expires_at", held.expires());
        Notes.put(json, held.alerts());
        String name = held.id().map(ForeignText::of).orElse("without a name of its own");
        String text = held.attached()
                ? held.connection() + " has the paper " + name + ", attached to the shipment."
                : held.connection() + " holds the paper " + name + ", attached to nothing yet.";
        return ToolAnswer.of(
                json,
                text + held.expires().map(until -> " Until " + until + ".").orElse("") + Notes.lines(held.alerts()));
    }

    private UploadedDocument upload(ToolCall call) {
        Arguments arguments = call.arguments();
        PaperFile file = source.read(call);
        TradeDocumentKind kind = TradeDocumentKind.ofWord(arguments.required("document_type"));
        DocumentUpload.Builder upload = upload(arguments).document(TradeDocument.of(file.name(), kind, file.bytes()));
        TrackingClient client = bench.client().get();
        return arguments.has("shipment_id")
                ? client.documents()
                        .uploadAndAttach(upload.shipment(ShippedArguments.read(call, bench))
                                .build())
                : client.documents().upload(upload.build());
    }
}
