package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.PickupQuote;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;

/** Tells when a carrier would come, and what that costs; books nothing. */
final class GetPickupRates implements Tool {
    private static final int MOST = 10;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_pickup_rates",
            "Get pickup rates",
            "Tells in which windows a carrier would fetch parcels, and the price. Books nothing.",
            Hints.ASKS,
            new Schema(PickupArguments.forQuote()),
            Schema.of(
                    Field.text("carrier", "").required(),
                    Field.objects(
                                    "windows",
                                    "",
                                    MOST,
                                    Schema.of(
                                            Field.flag("available", "").required(),
                                            Field.text("date", ""),
                                            Field.text("ready_from", ""),
                                            Field.text("cutoff", ""),
                                            Field.text("close_until", ""),
                                            Field.text("service", ""),
                                            Field.text("price", ""),
                                            Field.text("currency", "")))
                            .required(),
                    Field.flag("has_more", "").required(),
                    Notes.field()),
            "pickups.quote");
    private static final FieldNames NAMES = PickupArguments.names(SPEC);

    private final Workbench bench;

    GetPickupRates(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        PickupRequest request = PickupArguments.read(call.arguments(), check);
        NAMES.add(bench.client().get().pickups().checkQuote(request), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        String carrier = call.arguments().required("carrier");
        List<PickupQuote> all = NAMES.told(() -> bench.client()
                .get()
                .pickups()
                .quote(NAMES.read(check -> PickupArguments.read(call.arguments(), check))));
        List<PickupQuote> quotes = all.stream().limit(MOST).toList();
        List<Alert> alerts = all.stream()
                .flatMap(quote -> quote.alerts().stream())
                .distinct()
                .toList();
        ObjectNode json = Json.object().put("carrier", carrier);
        json.set("windows", Json.list(quotes, GetPickupRates::view));
        json.put("has_more", all.size() > MOST);
        Notes.put(json, alerts);
        String text = quotes.isEmpty()
                ? carrier + " does not fetch parcels there then. Try another date or carrier."
                : carrier + " tells of pickups, times local to the address:"
                        + Lines.of(quotes, GetPickupRates::line)
                        + (all.size() > MOST ? "\nThere are more: narrow the date or name the service." : "");
        return ToolAnswer.of(json, text + Notes.lines(alerts));
    }

    private static ObjectNode view(PickupQuote quote) {
        ObjectNode json = Json.object().put("available", quote.available());
        Json.put(json, "date", quote.date());
        Json.put(json, "ready_from", quote.readyFrom());
        Json.put(json, "cutoff", quote.cutoff());
        Json.put(json, "close_until", quote.closeUntil());
        Json.put(json, "service", quote.service().map(ForeignText::of));
        Amounts.putPrice(json, quote.price());
        return json;
    }

    private static String line(PickupQuote quote) {
        return quote.date().map(Object::toString).orElse("no day told")
                + quote.service().map(code -> ", " + ForeignText.of(code)).orElse("")
                + (quote.available() ? ", available" : ", not available")
                + quote.readyFrom().map(time -> ", ready from " + time).orElse("")
                + quote.cutoff().map(time -> ", cutoff " + time).orElse("")
                + quote.closeUntil().map(time -> ", close until " + time).orElse("")
                + ", " + quote.price().map(Object::toString).orElse("no price told");
    }
}
