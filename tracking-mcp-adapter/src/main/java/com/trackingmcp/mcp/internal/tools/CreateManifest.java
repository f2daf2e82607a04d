package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.ConnectedCarrier;
import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.internal.book.PaperBook;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
import com.trackingmcp.mcp.internal.resource.PaperShelf;
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
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes a day at a carrier's counter. */
final class CreateManifest implements Tool {
    private static final int MOST_NUMBERS = 1_000;
    private static final int MOST_PAPERS = 20;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "create_manifest",
            "Close a day (manifest)",
            "Declares what was labelled that day as handed over, which cannot be undone: asks for confirmation first. With"
                    + " reprint: the papers of a closed day once more, nothing is changed.",
            Hints.SPENDS,
            Schema.ofAll(
                    List.of(
                            Field.text("carrier", "").required(),
                            Field.date("date", "").required(),
                            Field.texts("tracking_numbers", "All where left out", MOST_NUMBERS),
                            Field.flag("reprint", "")),
                    AddressArguments.site(),
                    Confirmations.inputs()),
            Schema.ofAll(
                    Confirmations.outputs(),
                    List.of(
                            Field.text("carrier", ""),
                            Field.text("manifest_id", ""),
                            Field.text("date", ""),
                            Field.objects(
                                    "documents",
                                    "",
                                    MOST_PAPERS,
                                    Schema.of(
                                            Field.text("kind", "").required(),
                                            Field.text("uri", "").required(),
                                            Field.text("expires_at", "").required())),
                            Notes.field())),
            "manifests.close");
    private static final FieldNames NAMES = new FieldNames(SPEC, names());

    private final Workbench bench;

    CreateManifest(Workbench bench) {
        this.bench = bench;
    }

    private static Map<String, String> names() {
        return AddressArguments.names("address", "");
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        if (!call.arguments().flag("reprint")) {
            NAMES.add(bench.client().get().manifests().check(request(call.arguments())), check);
        }
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        ManifestRequest request = request(call.arguments());
        return NAMES.told(() -> {
            if (call.arguments().flag("reprint")) {
                Owners.requireDay(bench, call.caller(), request);
                return answer(bench.client().get().manifests().reprint(request), call.caller());
            }
            requireOwn(request, call.caller());
            return bench.confirmations().decide(this, call, new Closing(call, request));
        });
    }

    private static ManifestRequest request(Arguments arguments) {
        return ManifestRequest.builder()
                .carrier(arguments.text("carrier"))
                .date(arguments.date("date"))
                .trackingNumbers(arguments.texts("tracking_numbers"))
                .address(
                        AddressArguments.isGiven(arguments)
                                ? Optional.of(AddressArguments.read(arguments, ""))
                                : Optional.empty())
                .build();
    }

    /** What others bought here is not handed over by this caller: neither by its number nor with the whole day. */
    private void requireOwn(ManifestRequest request, Caller caller) {
        String carrier = request.carrier().orElseThrow();
        if (request.trackingNumbers().stream()
                .anyMatch(number -> bench.shipments().isAnothers(caller, number))) {
            throw FoundShipment.unknown(carrier);
        }
        ConnectedCarrier counter = Connected.named(bench.client().get(), carrier);
        if (request.trackingNumbers().isEmpty()
                && bench.shipments()
                        .hasOthers(caller, shipment -> shipment.carrier().equals(counter.carrier()))) {
            throw FieldNames.wrong(
                    "tracking_numbers", "is needed: others bought labels too, so only an admin closes the whole day");
        }
    }

    private ToolAnswer answer(Manifest manifest, Caller caller) {
        List<PaperBook.Entry> papers = manifest.documents().stream()
                .limit(MOST_PAPERS)
                .map(paper -> bench.papers().put(caller, paper))
                .toList();
        ObjectNode json = Confirmations.done().put("carrier", manifest.connection());
        Json.put(json, "manifest_id", manifest.id());
        json.put("date", manifest.date().toString());
        json.set("documents", Json.list(papers, CreateManifest::view));
        Notes.put(json, manifest.alerts());
        ToolAnswer answer = ToolAnswer.of(
                json,
                manifest.connection() + " has closed " + manifest.date()
                        + manifest.id()
                                .map(id -> ", manifest " + ForeignText.of(id))
                                .orElse("")
                        + ". Papers to read as resources: " + papers.size() + "."
                        + Notes.lines(manifest.alerts()));
        for (PaperBook.Entry paper : papers) {
            answer = answer.with(PaperShelf.link(paper));
        }
        return answer;
    }

    private static ObjectNode view(PaperBook.Entry paper) {
        return Json.object()
                .put("kind", ForeignText.of(paper.paper().kind()))
                .put("uri", PaperShelf.uri(paper))
                .put("expires_at", paper.until().toString());
    }

    /** One day that is about to be closed. */
    private final class Closing implements Deed {
        private final ToolCall call;
        private final ManifestRequest request;

        Closing(ToolCall call, ManifestRequest request) {
            this.call = call;
            this.request = request;
        }

        @Override
        public Terms terms() {
            int numbers = request.trackingNumbers().size();
            String day = request.date().orElseThrow().toString();
            return new Terms(
                    "Close " + day + " with " + request.carrier().orElse("the carrier") + ": "
                            + (numbers == 0 ? "all that was labelled" : numbers + " parcels")
                            + " is declared as handed over"
                            + request.address()
                                    .map(address -> " at " + AddressView.line(address))
                                    .orElse("")
                            + ".\nIt cannot be undone: a day that is closed stays closed.",
                    "");
        }

        @Override
        public ToolAnswer act(Optional<String> basis) {
            Manifest manifest = bench.client().get().manifests().close(request);
            Owners.closed(bench, call.caller(), request);
            return answer(manifest, call.caller());
        }
    }
}
