package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.Rates;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.Hints;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.mcp.internal.tool.Tool;
import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.mcp.internal.tool.ToolSpec;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.RateOrder;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks carriers what a shipment costs; each price can be bought by its quote. */
final class GetShippingRates implements Tool {
    private static final int LINES = 6;
    private static final int MOST = 50;

    private static final ToolSpec SPEC = ToolSpec.shipping(
            "get_shipping_rates",
            "Compare shipping rates",
            "Prices and delivery times of all carriers. Needs countries, postal codes or cities, and the weight; across borders"
                    + " items too. Buys nothing: create_shipment buys a quote_id.",
            Hints.ASKS,
            new Schema(inputs()),
            Schema.of(
                    Field.objects("rates", "", MOST, RateView.schema()).required(),
                    Paging.total(),
                    Paging.hasMore(),
                    Paging.nextOffset(),
                    FailureView.field(),
                    Field.foreignObject("ucp", "Where format is ucp: fulfillment of UCP 2026-04-08")),
            "rates");

    private final Workbench bench;

    GetShippingRates(Workbench bench) {
        this.bench = bench;
    }

    private static List<Field> inputs() {
        List<Field> fields = new ArrayList<>(ShipmentArguments.forPrices());
        fields.add(Field.texts("carriers", "All where absent", 20));
        fields.add(Field.text("service", "Only this one"));
        fields.add(Field.choice("sort_by", "", List.of("price", "speed")).standard("price"));
        fields.add(Paging.limit(5, MOST));
        fields.add(Paging.offset());
        fields.addAll(UcpAnswer.inputs());
        return fields;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public void check(ToolCall call, RequestCheck check) {
        shipment(call.arguments(), check);
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        FieldNames names = ShipmentArguments.names(SPEC, arguments.has("packages"));
        ShipmentRequest shipment = names.read(check -> shipment(arguments, check));
        Rates found = rates(shipment, arguments, names);
        if (found.rates().isEmpty() && found.failures().size() == 1) {
            throw names.asked(found.failures().values().iterator().next());
        }
        return answer(call, shipment, found);
    }

    private static ShipmentRequest shipment(Arguments arguments, RequestCheck check) {
        ShipmentRequest shipment = ShipmentRequest.builder()
                .from(ShipmentArguments.read(arguments, check))
                .service(arguments.text("service"))
                .build();
        ShipmentArguments.checkPriced(shipment, check);
        return shipment;
    }

    private Rates rates(ShipmentRequest shipment, Arguments arguments, FieldNames names) {
        boolean fast = arguments.required("sort_by").equals("speed");
        try {
            Rates found = bench.client()
                    .get()
                    .rates(RateRequest.builder()
                            .shipment(shipment)
                            .carriers(arguments.texts("carriers"))
                            .services(shipment.service().map(List::of).orElse(List.of()))
                            .order(fast ? RateOrder.FASTEST_FIRST : RateOrder.CHEAPEST_FIRST)
                            .build());
            Map<String, CarrierException> failures = new LinkedHashMap<>();
            found.failures().forEach((carrier, error) -> failures.put(carrier, names.renamed(error)));
            return new Rates(found.rates(), failures);
        } catch (CarrierException e) {
            throw names.asked(e);
        }
    }

    private ToolAnswer answer(ToolCall call, ShipmentRequest shipment, Rates found) {
        Page<Rate> page = Paging.cut(found.rates(), call.arguments());
        List<Quote> quotes = page.items().stream()
                .map(rate -> bench.quotes().put(call.caller(), rate, shipment))
                .toList();
        ObjectNode json = Json.object();
        json.set("rates", Json.list(quotes, RateView::json));
        Paging.put(json, page);
        FailureView.put(json, found.failures());
        String ucp = UcpAnswer.put(json, bench, call.arguments(), shipment, quotes);
        return ToolAnswer.of(json, text(quotes, found, page) + ucp);
    }

    private static String text(List<Quote> quotes, Rates found, Page<Rate> page) {
        int all = found.rates().size();
        List<String> answered =
                found.rates().stream().map(Rate::connection).distinct().toList();
        String failed = FailureView.lines(answered, found.failures());
        if (quotes.isEmpty()) {
            String why = all > 0 ? " there: offset is past the last of " + all + "." : ":";
            String nobody = all == 0 && failed.isEmpty() ? " no connected carrier serves this lane." : "";
            return "No price" + why + failed + nobody;
        }
        int first = page.offset() + 1;
        return "Prices " + first + " to " + (page.offset() + quotes.size()) + " of " + all + ":"
                + Lines.of(quotes, LINES, RateView::line)
                + failed
                + Paging.more(page)
                + "\nBuy one with create_shipment and its quote_id until "
                + quotes.get(0).expires() + ".";
    }
}
