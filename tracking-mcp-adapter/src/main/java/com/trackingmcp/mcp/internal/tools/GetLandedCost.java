package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Estimates duties, taxes and fees of goods that cross a border. */
final class GetLandedCost implements Tool {
    private static final int MOST_LINES = 50;
    private static final int MOST_IN_TEXT = 3;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_landed_cost",
            "Estimate duties and taxes",
            "Estimates duties, taxes and fees for goods that cross a border. Buys nothing. An estimate binds no customs"
                    + " office.",
            Hints.ASKS,
            new Schema(inputs()),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.text("currency", "").required(),
                    Field.text("total", "Without goods and carriage").required(),
                    Field.text("duties", ""),
                    Field.text("taxes", ""),
                    Field.text("brokerage", ""),
                    Field.text("other_fees", ""),
                    Field.text("grand_total", "Goods and carriage perhaps included"),
                    Field.flag("partial", "").required(),
                    Field.text("valid_until", ""),
                    Field.objects(
                                    "items",
                                    "",
                                    MOST_LINES,
                                    Schema.of(
                                            Field.flag("calculated", "").required(),
                                            Field.text("reason", ""),
                                            Field.text("duties", ""),
                                            Field.text("taxes", ""),
                                            Field.text("total", "")))
                            .required(),
                    Notes.field()),
            "landedCosts.quote");
    private static final FieldNames NAMES = new FieldNames(SPEC, names());

    private final Workbench bench;

    GetLandedCost(Workbench bench) {
        this.bench = bench;
    }

    private static List<Field> inputs() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.country("from_country", "Such as US").required(),
                Field.country("to_country", "").required(),
                Field.objects("items", "", MOST_LINES, item()).required().shortest(1),
                Field.text("currency", "ISO 4217, of all prices").required(),
                Field.text("carrier", "Id of list_carriers"),
                Field.text("service", ""),
                Field.text("incoterm", "Such as DAP or DDP"),
                Field.choice("content_type", "", ContentType.class),
                Field.decimal("shipping_cost", ""),
                Field.decimal("insurance_cost", ""),
                Field.decimal("weight", "Of the parcel"),
                ParcelArguments.weightUnit(),
                Field.text("from_city", ""),
                Field.text("from_postal_code", ""),
                Field.text("to_city", ""),
                Field.text("to_postal_code", "")));
        fields.addAll(AddressArguments.beside("from_", fields));
        fields.addAll(AddressArguments.beside("to_", fields));
        return fields;
    }

    private static Schema item() {
        return Schema.of(
                Field.text("description", ""),
                Field.text("hs_code", "Advised"),
                Field.country("origin_country", "").required(),
                Field.decimal("quantity", "").required(),
                Field.decimal("unit_price", "").required(),
                Field.decimal("weight", "Of all units"),
                ParcelArguments.weightUnit());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(AddressArguments.names("sender", "from_"));
        names.putAll(AddressArguments.names("recipient", "to_"));
        names.put("commodities", "items");
        names.put("freight", "shipping_cost");
        names.put("insurance", "insurance_cost");
        names.put("parcels", "weight");
        return names;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        request(call.arguments(), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        LandedCost cost = NAMES.told(() ->
                bench.client().get().landedCosts().quote(NAMES.read(check -> request(call.arguments(), check))));
        ObjectNode json = Json.object().put("carrier", cost.connection()).put("currency", cost.currency());
        json.put("total", cost.total().amount().toPlainString());
        Amounts.put(json, "duties", cost.duties());
        Amounts.put(json, "taxes", cost.taxes());
        Amounts.put(json, "brokerage", cost.brokerage());
        Amounts.put(json, "other_fees", cost.otherFees());
        Amounts.put(json, "grand_total", cost.grandTotal());
        json.put("partial", cost.partial());
        Json.put(json, "valid_until", cost.validUntil());
        json.set(
                "items", Json.list(cost.commodities().stream().limit(MOST_LINES).toList(), GetLandedCost::view));
        Notes.put(json, cost.alerts());
        return ToolAnswer.of(json, text(cost));
    }

    private static LandedCostRequest request(Arguments arguments, RequestCheck check) {
        Optional<Currency> currency = Amounts.currency(arguments, check);
        LandedCostRequest.Builder request = LandedCostRequest.builder()
                .carrier(arguments.text("carrier"))
                .sender(AddressArguments.read(arguments, "from_"))
                .recipient(AddressArguments.read(arguments, "to_"))
                .commodities(GoodsArguments.commodities(arguments, currency, check))
                .incoterm(GoodsArguments.incoterm(arguments, check))
                .contentType(arguments.word("content_type", ContentType.class))
                .service(arguments.text("service"))
                .freight(Amounts.read(arguments, "shipping_cost", currency, check))
                .insurance(Amounts.read(arguments, "insurance_cost", currency, check))
                .addAllParcels(ParcelArguments.weight(arguments, "", check).stream()
                        .map(Parcel::of)
                        .toList());
        return request.build();
    }

    private static ObjectNode view(LandedCommodity line) {
        ObjectNode json = Json.object().put("calculated", line.calculated());
        Json.put(json, "reason", line.reason().map(ForeignText::of));
        Amounts.put(json, "duties", line.duties());
        Amounts.put(json, "taxes", line.taxes());
        Amounts.put(json, "total", line.total());
        return json;
    }

    private static String text(LandedCost cost) {
        StringBuilder text = new StringBuilder(cost.connection())
                .append(" estimates ")
                .append(cost.total())
                .append(" of duties, taxes and fees, without goods and carriage.");
        part(text, "Duties", cost.duties());
        part(text, "Taxes", cost.taxes());
        part(text, "Brokerage", cost.brokerage());
        part(text, "Other fees", cost.otherFees());
        part(text, "The carrier's own grand total", cost.grandTotal());
        List<LandedCommodity> failed =
                cost.commodities().stream().filter(line -> !line.calculated()).toList();
        failed.stream()
                .limit(MOST_IN_TEXT)
                .forEach(line -> text.append("\nNot calculated: items[")
                        .append(line.index())
                        .append("]")
                        .append(line.reason()
                                .map(why -> ", " + ForeignText.of(why))
                                .orElse("")));
        cost.validUntil().ifPresent(until -> text.append("\nHolds until ").append(until));
        return text.append(Notes.lines(cost.alerts())).toString();
    }

    private static void part(StringBuilder text, String name, Optional<Money> amount) {
        amount.ifPresent(money -> text.append('\n').append(name).append(": ").append(money));
    }
}
