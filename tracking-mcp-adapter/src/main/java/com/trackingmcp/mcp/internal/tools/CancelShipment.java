package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.ShipmentQuery;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cancels a shipment, once it is confirmed. */
final class CancelShipment implements Tool {
    private static final String VERB = "shipments.cancel";
    private static final int MOST = 50;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "cancel_shipment",
            "Cancel a shipment",
            "Cancels a bought shipment, or some of its parcels; the label is void then, which cannot be undone. Asks the"
                    + " person, or answers a confirmation_token first.",
            Hints.REMOVES,
            new Schema(inputs()),
            new Schema(outputs()),
            VERB);
    private static final FieldNames NAMES = new FieldNames(SPEC, Map.of("parcels", "tracking_numbers"));

    private final Workbench bench;

    CancelShipment(Workbench bench) {
        this.bench = bench;
    }

    private static List<Field> inputs() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("shipment_id", "Or its tracking number").required());
        fields.add(Field.text("carrier", "Where it was not bought here"));
        fields.add(Field.texts("tracking_numbers", "Only these parcels", MOST));
        fields.addAll(Confirmations.inputs());
        return fields;
    }

    private static List<Field> outputs() {
        List<Field> fields = new ArrayList<>(Confirmations.outputs());
        fields.add(Field.text("shipment_id", ""));
        fields.add(Field.text("carrier", ""));
        fields.add(Field.flag("cancelled", "All that was asked for"));
        fields.add(Field.texts("cancelled_parcels", "", MOST));
        fields.add(Field.texts("kept_parcels", "", MOST));
        fields.add(Field.flag("carrier_asked", "False: the gateway alone, the carrier may charge it"));
        fields.add(Field.text("note", ""));
        return fields;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        FoundShipment found = FoundShipment.of(bench, call, SPEC);
        TrackingClient client = bench.client().get();
        if (!Connected.offers(client, found.connection(), VERB)) {
            throw Connected.unable(client, found.connection(), VERB, "cancelling a shipment");
        }
        try {
            return bench.confirmations().decide(this, call, new Cancelling(call, found));
        } catch (OutcomeUnknownException lost) {
            return ErrorAnswers.of(
                    lost, "It may be cancelled. Ask track_package, or cancel it again without the token and any key.");
        }
    }

    /** One cancellation: after a failure it may be tried again, and after a success the carrier refuses it. */
    private final class Cancelling implements Deed {
        private final ToolCall call;
        private final FoundShipment found;

        Cancelling(ToolCall call, FoundShipment found) {
            this.call = call;
            this.found = found;
        }

        @Override
        public Terms terms() {
            String id = found.connection() + ":" + found.id();
            List<String> parcels = call.arguments().texts("tracking_numbers");
            StringBuilder question = new StringBuilder("Cancel ")
                    .append(
                            parcels.isEmpty()
                                    ? "shipment "
                                    : "parcels " + ForeignText.of(String.join(", ", parcels)) + " of shipment ")
                    .append(ForeignText.of(id))
                    .append(" at ")
                    .append(found.connection())
                    .append('?');
            found.entry()
                    .ifPresent(entry -> question.append("\nBought ")
                            .append(entry.boughtAt().truncatedTo(ChronoUnit.SECONDS))
                            .append(entry.shipment()
                                    .serviceName()
                                    .map(name -> ", " + ForeignText.of(name))
                                    .orElse(""))
                            .append(entry.shipment()
                                    .price()
                                    .map(price -> ", for " + price)
                                    .orElse(""))
                            .append(", tracking number ")
                            .append(entry.shipment().trackingNumber()));
            return new Terms(question + "\nThe label is void then. This cannot be undone.", id);
        }

        @Override
        public ToolAnswer act(Optional<String> basis) {
            ShipmentQuery query = ShipmentQuery.builder()
                    .from(found.query())
                    .parcels(call.arguments().texts("tracking_numbers"))
                    .build();
            Cancellation cancellation =
                    NAMES.told(() -> bench.client().get().shipments().cancel(query));
            if (cancellation.cancelled() && query.parcels().isEmpty()) {
                bench.shipments().cancelled(found.connection(), found.id());
            }
            return answer(cancellation);
        }

        private ToolAnswer answer(Cancellation cancellation) {
            String id = found.connection() + ":" + found.id();
            ObjectNode json = Confirmations.done()
                    .put("shipment_id", id)
                    .put("carrier", cancellation.connection())
                    .put("cancelled", cancellation.cancelled());
            putParcels(json, "cancelled_parcels", cancellation.cancelledParcels());
            putParcels(json, "kept_parcels", cancellation.keptParcels());
            cancellation.carrierAsked().ifPresent(asked -> json.put("carrier_asked", asked));
            Json.put(json, "note", cancellation.carrierText().map(ForeignText::of));
            String text = id + (cancellation.cancelled() ? " is cancelled." : " is not cancelled as a whole.");
            if (!cancellation.keptParcels().isEmpty()) {
                text += " Not cancelled: " + String.join(", ", cancellation.keptParcels()) + ".";
            }
            if (!cancellation.carrierAsked().orElse(true)) {
                text += " The carrier itself was not asked and may charge it.";
            }
            return ToolAnswer.of(json, text);
        }

        private void putParcels(ObjectNode json, String name, List<String> numbers) {
            if (!numbers.isEmpty()) {
                json.set(name, Json.texts(numbers.stream().limit(MOST).toList()));
            }
        }
    }
}
