package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.confirm.Deed;
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
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls a pickup off. */
final class CancelPickup implements Tool {
    private static final ToolSpec SPEC = ToolSpec.shipping(
            "cancel_pickup",
            "Cancel a pickup",
            "Calls off a pickup that was booked; asks for confirmation first. It cannot be undone, only booked anew.",
            Hints.REMOVES,
            Schema.ofAll(
                    PickupArguments.booked(),
                    PickupArguments.kept(),
                    List.of(Field.text("requestor", "Who calls it off"), Field.text("reason", "")),
                    Confirmations.inputs()),
            Schema.ofAll(
                    Confirmations.outputs(),
                    List.of(
                            Field.text("carrier", ""),
                            Field.text("confirmation_number", ""),
                            Field.flag("cancelled", ""),
                            Field.text("carrier_text", ""))),
            "pickups.cancel");
    private static final FieldNames NAMES = new FieldNames(SPEC, Map.of("details", "details"));

    private final Workbench bench;

    CancelPickup(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        PickupQuery pickup = PickupArguments.query(call.arguments(), check);
        NAMES.add(bench.client().get().pickups().checkCancel(pickup), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        return NAMES.told(() -> {
            PickupQuery pickup = NAMES.read(check -> PickupArguments.query(call.arguments(), check));
            Owners.require(bench, call.caller(), pickup);
            return bench.confirmations().decide(this, call, new CallingOff(pickup));
        });
    }

    /** One pickup that is about to be called off. */
    private final class CallingOff implements Deed {
        private final PickupQuery pickup;

        CallingOff(PickupQuery pickup) {
            this.pickup = pickup;
        }

        @Override
        public Terms terms() {
            String number = pickup.confirmationNumber().orElseThrow();
            return new Terms(
                    "Call off the pickup " + ForeignText.of(number) + " of "
                            + pickup.carrier().orElse("the carrier")
                            + pickup.date().map(day -> " on " + day).orElse("")
                            + ".\nNo driver comes then. It cannot be undone, only booked anew.",
                    "");
        }

        @Override
        public ToolAnswer act(Optional<String> basis) {
            Cancellation answer = bench.client().get().pickups().cancel(pickup);
            ObjectNode json = Confirmations.done()
                    .put("carrier", answer.connection())
                    .put("confirmation_number", answer.id())
                    .put("cancelled", answer.cancelled());
            Json.put(json, "carrier_text", answer.carrierText().map(ForeignText::of));
            String what = answer.connection() + " pickup " + ForeignText.of(answer.id());
            return ToolAnswer.of(
                    json,
                    (answer.cancelled() ? what + " is called off." : what + " is not called off.")
                            + answer.carrierText()
                                    .map(said -> " The carrier said: " + ForeignText.of(said))
                                    .orElse(""));
        }
    }
}
