package com.trackingmcp.mcp.internal.ucp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.book.QuoteBook.Quote;
import com.trackingmcp.mcp.internal.tool.ForeignText;
import com.trackingmcp.mcp.internal.tool.Json;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.DeliveryWindow;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ServicePoint;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Quotes as the options of one shipping method, and places as the destinations of one pickup method. All options are in
 * the currency of the first that can be told; the others are left out and named. Stateless.
 */
public final class UcpFulfillment {
    /** The tag of the protocol whose rules it keeps. */
    public static final String VERSION = "2026-04-08";

    private UcpFulfillment() {}

    /**
     * The fulfillment of these goods.
     *
     * @param quotes what can be bought, in the order to tell
     * @param to where it goes
     * @param lineItems the ids of the goods in the checkout
     * @param points where it can be fetched instead; no pickup method where empty
     * @param carriers the name of a connection's carrier for people
     */
    public static ObjectNode of(
            List<Quote> quotes,
            Address to,
            List<String> lineItems,
            List<ServicePoint> points,
            UnaryOperator<String> carriers) {
        ArrayNode leftOut = JsonNodeFactory.instance.arrayNode();
        List<Quote> told = expressible(quotes, leftOut);
        ArrayNode methods = JsonNodeFactory.instance.arrayNode();
        methods.add(shipping(to, lineItems, options(told, carriers)));
        if (!points.isEmpty()) {
            methods.add(pickup(points, lineItems));
        }
        ObjectNode fulfillment = Json.object();
        fulfillment.set("methods", methods);
        ObjectNode json = Json.object().put("version", VERSION);
        told.stream()
                .findFirst()
                .ifPresent(quote -> json.put("currency", currency(quote).getCurrencyCode()));
        json.set("fulfillment", fulfillment);
        json.set("left_out", leftOut);
        return json;
    }

    private static Currency currency(Quote quote) {
        return quote.rate().total().currency();
    }

    private static List<Quote> expressible(List<Quote> quotes, ArrayNode leftOut) {
        List<Quote> told = new ArrayList<>();
        for (Quote quote : quotes) {
            try {
                OptionTotals.of(quote.rate());
                if (!told.isEmpty() && !currency(quote).equals(currency(told.get(0)))) {
                    throw new InexpressibleException("it is in " + currency(quote) + ", the others are in "
                            + currency(told.get(0)) + ": a checkout has one currency");
                }
                told.add(quote);
            } catch (InexpressibleException e) {
                leftOut.add(Json.object()
                        .put("id", quote.id())
                        .put("title", name(quote.rate()))
                        .put("reason", e.reason()));
            }
        }
        return told;
    }

    private static ObjectNode shipping(Address to, List<String> lineItems, ArrayNode options) {
        ObjectNode destination = PostalAddress.put(Json.object().put("id", "destination_1"), to);
        ObjectNode group = Json.object().put("id", "group_1");
        group.set("line_item_ids", Json.texts(lineItems));
        group.putNull("selected_option_id");
        group.set("options", options);
        ObjectNode method = method("method_shipping", "shipping", lineItems);
        method.putArray("destinations").add(destination);
        method.put("selected_destination_id", "destination_1");
        method.putArray("groups").add(group);
        return method;
    }

    private static ObjectNode pickup(List<ServicePoint> points, List<String> lineItems) {
        ObjectNode method = method("method_pickup", "pickup", lineItems);
        ArrayNode destinations = method.putArray("destinations");
        Set<String> ids = new HashSet<>();
        for (ServicePoint point : points) {
            String id = point.connection() + ":" + point.id();
            if (ids.add(id)) {
                ObjectNode place = Json.object()
                        .put("id", id)
                        .put("name", ForeignText.of(point.name().orElse(point.id())));
                place.set("address", PostalAddress.put(Json.object(), point.address()));
                destinations.add(place);
            }
        }
        method.putNull("selected_destination_id");
        return method;
    }

    private static ObjectNode method(String id, String type, List<String> lineItems) {
        ObjectNode method = Json.object().put("id", id).put("type", type);
        method.set("line_item_ids", Json.texts(lineItems));
        return method;
    }

    private static ArrayNode options(List<Quote> quotes, UnaryOperator<String> carriers) {
        List<String> titles = titles(quotes, carriers);
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < quotes.size(); i++) {
            Quote quote = quotes.get(i);
            Rate rate = quote.rate();
            ObjectNode option = Json.object().put("id", quote.id()).put("title", titles.get(i));
            Json.put(option, "description", description(rate));
            option.put("carrier", carriers.apply(rate.connection()));
            time(rate, DeliveryWindow::from).ifPresent(time -> option.put("earliest_fulfillment_time", time));
            time(rate, DeliveryWindow::to).ifPresent(time -> option.put("latest_fulfillment_time", time));
            option.set("totals", OptionTotals.of(rate));
            options.add(option);
        }
        return options;
    }

    /** RFC 3339 takes an offset, and a carrier that tells none is not given one. */
    private static Optional<String> time(Rate rate, Function<DeliveryWindow, Optional<CarrierTime>> end) {
        return rate.delivery()
                .flatMap(end)
                .filter(time -> time.offsetTime().isPresent())
                .map(CarrierTime::toString);
    }

    private static String name(Rate rate) {
        return ForeignText.of(rate.serviceName().orElse(rate.service()));
    }

    /** The service, and no more of who offers it than tells it from the others. */
    private static List<String> titles(List<Quote> quotes, UnaryOperator<String> carriers) {
        List<Function<Rate, String>> ways = List.of(
                UcpFulfillment::name,
                rate -> carriers.apply(rate.connection()) + " " + name(rate),
                rate -> rate.connection() + " " + name(rate),
                rate -> rate.connection() + " " + name(rate) + " (" + rate.service() + ")");
        List<String> titles = List.of();
        for (Function<Rate, String> way : ways) {
            titles = quotes.stream().map(quote -> way.apply(quote.rate())).collect(Collectors.toList());
            if (new HashSet<>(titles).size() == titles.size()) {
                return titles;
            }
        }
        for (int i = 0; i < titles.size(); i++) {
            titles.set(i, titles.get(i) + " " + (i + 1));
        }
        return titles;
    }

    private static Optional<String> description(Rate rate) {
        return rate.delivery()
                .flatMap(DeliveryWindow::to)
                .map(time -> "Arrives "
                        + time.localTime()
                                .map(local -> local.toLocalDate() + " by " + local.toLocalTime() + ", local time")
                                .orElse(time.date().toString()))
                .or(() ->
                        rate.delivery().flatMap(DeliveryWindow::from).map(time -> "Arrives not before " + time.date()))
                .or(() -> rate.transitDays().map(days -> days == 1 ? "Takes 1 day" : "Takes " + days + " days"));
    }
}
