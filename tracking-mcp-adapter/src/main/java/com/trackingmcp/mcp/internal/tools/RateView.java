package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.mcp.internal.tool.Schema;
import com.trackingmcp.model.Charge;
import com.trackingmcp.model.Rate;
import java.util.ArrayList;
import java.util.List;

/** A price as agents see it. Stateless. */
final class RateView {
    private static final int MOST_CHARGES = 15;

    private RateView() {}

    static Schema schema() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("quote_id", "For create_shipment").required(),
                Field.text("carrier", "").required(),
                Field.text("service", "").required(),
                Field.text("service_name", ""),
                Field.text("total", "").required(),
                Field.text("currency", "").required(),
                Field.text("list_price", ""),
                Field.count("transit_days", "")));
        fields.addAll(Delivery.fields());
        fields.add(Field.flag("guaranteed", ""));
        fields.add(Field.text("expires_at", "").required());
        fields.add(Field.objects(
                "charges",
                "",
                MOST_CHARGES,
                Schema.of(
                        Field.text("type", "").required(),
                        Field.text("description", ""),
                        Field.text("amount", "").required(),
                        Field.text("currency", ""))));
        fields.add(Notes.field());
        return new Schema(fields);
    }

    static ObjectNode json(Quote quote) {
        Rate rate = quote.rate();
        ObjectNode json = Json.object()
                .put("quote_id", quote.id())
                .put("carrier", rate.connection())
                .put("service", rate.service());
        Json.put(json, "service_name", rate.serviceName().map(ForeignText::of));
        json.put("total", rate.total().amount().toPlainString())
                .put("currency", rate.total().currency().getCurrencyCode());
        rate.listPrice()
                .filter(price -> !price.equals(rate.total()))
                .ifPresent(price -> json.put("list_price", price.toString()));
        rate.transitDays().ifPresent(days -> json.put("transit_days", days));
        Delivery.put(json, rate.delivery());
        rate.guaranteed().ifPresent(is -> json.put("guaranteed", is));
        json.put("expires_at", quote.expires().toString());
        List<Charge> charges = rate.charges();
        if (!charges.isEmpty()) {
            json.set(
                    "charges",
                    Json.list(
                            charges.stream().limit(MOST_CHARGES).toList(),
                            charge -> charge(charge, rate.total().currency().getCurrencyCode())));
        }
        Notes.put(json, rate.alerts());
        return json;
    }

    private static ObjectNode charge(Charge charge, String currency) {
        ObjectNode json = Json.object().put("type", charge.type().word());
        Json.put(json, "description", charge.description().map(ForeignText::of));
        json.put("amount", charge.amount().amount().toPlainString());
        if (!charge.amount().currency().getCurrencyCode().equals(currency)) {
            json.put("currency", charge.amount().currency().getCurrencyCode());
        }
        return json;
    }

    /** The service by its name, with its connection. */
    static String service(Rate rate) {
        return rate.connection() + " " + ForeignText.of(rate.serviceName().orElse(rate.service()));
    }

    /** In one line. */
    static String line(Quote quote) {
        Rate rate = quote.rate();
        return service(rate) + ": " + rate.total()
                + Delivery.words(rate.delivery(), rate.transitDays())
                        .map(when -> ", " + when)
                        .orElse("")
                + ", quote_id " + quote.id();
    }
}
