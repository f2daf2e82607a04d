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
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Weight;
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
            Schema.of(
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
                    DeskFields.weightUnit(),
                    Field.text("from_city", ""),
                    Field.text("from_postal_code", ""),
                    Field.text("to_city", ""),
                    Field.text("to_postal_code", "")),
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
                    DeskFields.notes()),
            "landedCosts.quote");
    private static final FieldNames NAMES = new FieldNames(SPEC, names());

    private final Workbench bench;

    GetLandedCost(Workbench bench) {
        this.bench = bench;
    }

    private static Schema item() {
        return Schema.of(
                Field.text("description", ""),
                Field.text("hs_code", "Advised"),
                Field.country("origin_country", "").required(),
                Field.decimal("quantity", "").required(),
                Field.decimal("unit_price", "").required(),
                Field.decimal("weight", "Of all units"),
                DeskFields.weightUnit());
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
    public ToolAnswer call(ToolCall call) {
        LandedCost cost = NAMES.told(() -> bench.client().get().landedCosts().quote(request(call.arguments())));
        ObjectNode json = Json.object().put("carrier", cost.connection()).put("currency", cost.currency());
        json.put("total", cost.total().amount().toPlainString());
        DeskFields.putAmount(json, "duties", cost.duties());
        DeskFields.putAmount(json, "taxes", cost.taxes());
        DeskFields.putAmount(json, "brokerage", cost.brokerage());
        DeskFields.putAmount(json, "other_fees", cost.otherFees());
        DeskFields.putAmount(json, "grand_total", cost.grandTotal());
        json.put("partial", cost.partial());
        Json.put(json, "valid_until", cost.validUntil());
        json.set(
                "items", Json.list(cost.commodities().stream().limit(MOST_LINES).toList(), GetLandedCost::view));
        DeskFields.putNotes(json, cost.alerts());
        return ToolAnswer.of(json, text(cost));
    }

    private static LandedCostRequest request(Arguments arguments) {
        Currency currency = DeskFields.currency(arguments.required("currency"));
        List<Arguments> items = arguments.objects("items");
        List<Commodity> goods = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            goods.add(commodity(items.get(i), "items[" + i + "].", currency));
        }
        return LandedCostRequest.builder()
                .carrier(arguments.text("carrier"))
                .sender(AddressArguments.read(arguments, "from_"))
                .recipient(AddressArguments.read(arguments, "to_"))
                .commodities(goods)
                .incoterm(incoterm(arguments))
                .contentType(arguments.word("content_type", ContentType.class))
                .service(arguments.text("service"))
                .freight(arguments.decimal("shipping_cost").map(cost -> new Money(cost, currency)))
                .insurance(arguments.decimal("insurance_cost").map(cost -> new Money(cost, currency)))
                .addAllParcels(DeskFields.weight(arguments, "").stream()
                        .map(Parcel::of)
                        .toList())
                .build();
    }

    private static Optional<Incoterm> incoterm(Arguments arguments) {
        try {
            return arguments.text("incoterm").map(Incoterm::ofWord);
        } catch (IllegalArgumentException e) {
            throw FieldNames.wrong("incoterm", "is none of the Incoterms such as DAP or DDP");
        }
    }

    private static Commodity commodity(Arguments line, String path, Currency currency) {
        Optional<Weight> weight = DeskFields.weight(line, path);
        return Commodity.builder()
                .description(line.text("description"))
                .hsCode(line.text("hs_code").map(code -> code.replace(".", "")))
                .originCountry(AddressArguments.country(line, "origin_country"))
                .quantity(line.decimal("quantity"))
                .unitPrice(line.decimal("unit_price").map(price -> new Money(price, currency)))
                .weight(weight)
                .build();
    }

    private static ObjectNode view(LandedCommodity line) {
        ObjectNode json = Json.object().put("calculated", line.calculated());
        Json.put(json, "reason", line.reason().map(ForeignText::of));
        DeskFields.putAmount(json, "duties", line.duties());
        DeskFields.putAmount(json, "taxes", line.taxes());
        DeskFields.putAmount(json, "total", line.total());
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
        return text.append(DeskFields.noted(cost.alerts())).toString();
    }

    private static void part(StringBuilder text, String name, Optional<Money> amount) {
        amount.ifPresent(money -> text.append('\n').append(name).append(": ").append(money));
    }
}
