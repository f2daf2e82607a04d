package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a carrier forget a paper. */
final class DeleteDocument implements Tool {
    private static final ToolSpec SPEC = ToolSpec.shipping(
            "delete_document",
            "Delete a customs document",
            "Has a carrier forget a paper that was uploaded; asks for confirmation first. It cannot be undone.",
            Hints.REMOVES,
            Schema.ofAll(
                    List.of(
                            Field.text("carrier", "").required(),
                            Field.text("document_id", "").required()),
                    Confirmations.inputs()),
            Schema.ofAll(
                    Confirmations.outputs(),
                    List.of(Field.text("carrier", ""), Field.text("document_id", ""), Field.flag("deleted", ""))),
            "documents.delete");
    private static final FieldNames NAMES = new FieldNames(SPEC, Map.of());

    private final Workbench bench;

    DeleteDocument(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        String carrier = call.arguments().text("carrier").orElse("");
        String id = call.arguments().text("document_id").orElse("");
        NAMES.add(bench.client().get().documents().checkDelete(carrier, id), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Forgetting deed = new Forgetting(call);
        Owners.requirePaper(bench, call.caller(), deed.carrier, deed.id);
        return NAMES.told(() -> bench.confirmations().decide(this, call, deed));
    }

    /** One paper that is about to be forgotten. */
    private final class Forgetting implements Deed {
        private final String carrier;
        private final String id;

        Forgetting(ToolCall call) {
            this.carrier = call.arguments().required("carrier");
            this.id = call.arguments().required("document_id");
        }

        @Override
        public Terms terms() {
            return new Terms(
                    "Have " + carrier + " forget the paper " + ForeignText.of(id)
                            + ".\nIt cannot be undone; the paper would have to be uploaded again.",
                    "");
        }

        @Override
        public ToolAnswer act(Optional<String> basis) {
            boolean deleted = bench.client().get().documents().delete(carrier, id);
            ObjectNode json = Confirmations.done()
                    .put("carrier", carrier)
                    .put("document_id", id)
                    .put("deleted", deleted);
            return ToolAnswer.of(
                    json,
                    carrier + (deleted ? " has forgotten" : " has not forgotten") + " the paper " + ForeignText.of(id)
                            + ".");
        }
    }
}
