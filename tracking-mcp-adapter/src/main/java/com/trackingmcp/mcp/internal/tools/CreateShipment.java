package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.mcp.internal.confirm.Confirmations;
import com.trackingmcp.mcp.internal.tool.ErrorAnswers;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.List;

/** Buys a label, once it is confirmed, and once only. */
final class CreateShipment implements Tool {
    private static final ToolSpec SPEC = ToolSpec.shipping(
            "create_shipment",
            "Buy a shipping label",
            "Buys a label: costs money. Takes a quote_id of get_shipping_rates and what that lacks, such as names, phones,"
                    + " streets; or carrier and service with all that get_shipping_rates takes. Asks the person, or"
                    + " answers a confirmation_token first. Repeated, it answers the first shipment.",
            Hints.SPENDS,
            new Schema(inputs()),
            new Schema(outputs()),
            "ship");

    private final Workbench bench;

    CreateShipment(Workbench bench) {
        this.bench = bench;
    }

    private static List<Field> inputs() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("quote_id", ""));
        fields.add(Field.text("carrier", "Without quote_id"));
        fields.add(Field.text("service", "Without quote_id: its code"));
        fields.addAll(ShipmentArguments.forLabels());
        fields.addAll(Confirmations.inputs());
        return fields;
    }

    private static List<Field> outputs() {
        List<Field> fields = new ArrayList<>(Confirmations.outputs());
        fields.addAll(ShipmentView.fields());
        return fields;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        new PurchaseDeed(bench, call, SPEC).check(check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        PurchaseDeed deed = new PurchaseDeed(bench, call, SPEC);
        deed.requireOffer();
        try {
            return bench.confirmations().decide(this, call, deed);
        } catch (OutcomeUnknownException lost) {
            return ErrorAnswers.of(lost, lookFor(lost));
        }
    }

    private static String lookFor(OutcomeUnknownException lost) {
        return "Do not buy it again: it may be bought. Call recover_label with carrier="
                + lost.details().connection().or(lost::carrier).orElse("that of the quote")
                + lost.reference()
                        .map(known -> " and reference=" + known)
                        .orElse(" and its reference, or list_shipments,")
                + " to see; only where that finds nothing, ask for rates anew.";
    }
}
