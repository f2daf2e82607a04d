package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.mcp.internal.book.ShipmentBook.Entry;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds shipments that were bought, and their labels again. */
final class RecoverLabel implements Tool {
    private static final String VERB = "shipments.recover";
    private static final int MOST = 20;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "recover_label",
            "Recover a label",
            "Finds a bought shipment again, with its label where the carrier gives it. After a purchase whose answer was lost,"
                    + " look for its reference here instead of buying anew.",
            Hints.ASKS,
            Schema.of(
                    Field.text("shipment_id", "Or tracking number"),
                    Field.text("reference", "Instead of shipment_id"),
                    Field.text("carrier", "Where it was not bought here"),
                    Field.choice("label_format", "", LabelFormat.class)),
            Schema.of(Field.objects("shipments", "", MOST, new Schema(ShipmentView.shortFields()))
                    .required()),
            VERB);

    private final Workbench bench;

    RecoverLabel(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        if (arguments.has("shipment_id") == arguments.has("reference")) {
            throw FieldNames.wrong("shipment_id", "or reference is required, one of the two");
        }
        if (arguments.has("shipment_id")) {
            FoundShipment found = FoundShipment.of(bench, call, SPEC);
            Optional<Entry> here =
                    found.entry().filter(entry -> ShipmentView.link(entry).isPresent());
            return here.isPresent() && !arguments.has("label_format")
                    ? answer(found.connection(), found.id(), List.of(here.get()))
                    : recovered(call, found.connection(), found.id(), found.query());
        }
        RequestCheck check = new RequestCheck();
        check.required("carrier", arguments.text("carrier"));
        new FieldNames(SPEC, Map.of()).refuse(check);
        String carrier = Connected.named(bench.client().get(), arguments.required("carrier"))
                .connection();
        String reference = arguments.required("reference");
        return recovered(call, carrier, reference, ShipmentQuery.byReference(carrier, reference));
    }

    private ToolAnswer recovered(ToolCall call, String connection, String what, ShipmentQuery query) {
        TrackingClient client = bench.client().get();
        if (!Connected.offers(client, connection, VERB)) {
            throw Connected.unable(client, connection, VERB, "recovering a shipment");
        }
        List<Shipment> found = client.shipments()
                .recover(ShipmentQuery.builder()
                        .from(query)
                        .label(call.arguments()
                                .text("label_format")
                                .map(LabelFormat::ofWord)
                                .map(LabelSpec::of))
                        .build());
        List<Entry> entries = found.stream()
                .filter(shipment -> !bench.shipments().isAnothers(call.caller(), shipment))
                .limit(MOST)
                .map(shipment -> bench.shipments().put(call.caller(), shipment))
                .toList();
        return answer(connection, what, entries);
    }

    private static ToolAnswer answer(String connection, String what, List<Entry> entries) {
        ObjectNode json = Json.object();
        json.set("shipments", Json.list(entries, entry -> (JsonNode) ShipmentView.putShort(Json.object(), entry)));
        if (entries.isEmpty()) {
            return ToolAnswer.of(
                    json,
                    connection + " knows no shipment " + what + ". A purchase of this minute may not be known yet: ask"
                            + " once more, some minutes later, before buying anew.");
        }
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            ObjectNode view = ShipmentView.putShort(Json.object(), entry);
            text.append(ShipmentView.line(view))
                    .append("\n")
                    .append(ShipmentView.labelWords(entry))
                    .append("\n");
        }
        ToolAnswer answer = ToolAnswer.of(json, text.toString().strip());
        for (Entry entry : entries) {
            answer = ShipmentView.linked(answer, entry);
        }
        return answer;
    }
}
