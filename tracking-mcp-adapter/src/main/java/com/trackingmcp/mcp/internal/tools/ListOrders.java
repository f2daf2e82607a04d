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
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderLine;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the orders that a server keeps. */
final class ListOrders implements Tool {
    private static final int LIMIT = 20;
    private static final int MOST = 100;

    private static final ToolSpec SPEC = ToolSpec.shipping(
                    "list_orders",
                    "List orders",
                    "The orders a connected server keeps, such as Karrio: what is to be shipped to whom. Newest first.",
                    Hints.ASKS,
                    Schema.of(
                            Field.text("carrier", "The connection that keeps them; needed where several do"),
                            Field.choice(
                                    "status",
                                    "",
                                    List.of("unfulfilled", "partial", "fulfilled", "delivered", "cancelled")),
                            Field.text("order_id", "As buyer and shop know it"),
                            Field.text("keyword", ""),
                            Field.date("created_from", "In UTC"),
                            Field.date("created_to", "In UTC, included"),
                            Paging.limit(LIMIT, MOST),
                            Paging.offset()),
                    Schema.of(
                            Field.objects(
                                            "orders",
                                            "",
                                            Schema.of(
                                                    Field.text("carrier", "").required(),
                                                    Field.text("id", "").required(),
                                                    Field.text("order_id", "").required(),
                                                    Field.text("status", "").required(),
                                                    Field.text("date", ""),
                                                    Field.text("source", ""),
                                                    Field.text("to_name", ""),
                                                    Field.text("to_company", ""),
                                                    Field.text("to_street", ""),
                                                    Field.text("to_street2", ""),
                                                    Field.text("to_city", ""),
                                                    Field.text("to_state", ""),
                                                    Field.text("to_postal_code", ""),
                                                    Field.text("to_country", ""),
                                                    Field.text("to_phone", ""),
                                                    Field.text("to_email", ""),
                                                    Field.flag("to_residential", ""),
                                                    Field.texts("items", ""),
                                                    Field.texts("shipment_ids", "")))
                                    .required(),
                            Paging.total(),
                            Paging.hasMore(),
                            Paging.nextOffset()),
                    "orders.list")
            // they are the whole server's, and nobody made them here
            .forAdmins();

    private final Workbench bench;

    ListOrders(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolAnswer call(ToolCall call) {
        Arguments arguments = call.arguments();
        Page<Order> page = bench.client()
                .get()
                .orders()
                .list(filter(arguments))
                .page(arguments.count("offset"), arguments.count("limit"));
        ObjectNode json = Json.object();
        json.set("orders", Json.list(page.items(), ListOrders::view));
        Paging.put(json, page);
        String of = page.total().map(total -> " of " + total).orElse("");
        String head = page.items().isEmpty() ? "No orders." : page.items().size() + of + " orders:";
        return ToolAnswer.of(json, head + Lines.of(page.items(), ListOrders::line) + Paging.more(page));
    }

    private static OrderFilter filter(Arguments arguments) {
        OrderFilter.Builder filter = OrderFilter.builder()
                .carrier(arguments.text("carrier"))
                .orderId(arguments.text("order_id"))
                .keyword(arguments.text("keyword"))
                .createdFrom(arguments
                        .date("created_from")
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .createdTo(arguments.date("created_to").map(day -> lastOf(day).toInstant(ZoneOffset.UTC)));
        arguments.word("status", OrderStatus.class).ifPresent(filter::addStatuses);
        return filter.build();
    }

    private static LocalDateTime lastOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().minusSeconds(1);
    }

    private static ObjectNode view(Order order) {
        ObjectNode json = Json.object()
                .put("carrier", order.connection())
                .put("id", ForeignText.of(order.id()))
                .put("order_id", ForeignText.of(order.orderId()))
                .put("status", order.status().word());
        Json.put(json, "date", order.date());
        Json.put(json, "source", order.source().map(ForeignText::of));
        order.recipient().ifPresent(recipient -> AddressView.put(json, "to_", recipient));
        json.set("items", Json.texts(items(order).toList()));
        json.set("shipment_ids", Json.texts(order.shipmentIds()));
        return json;
    }

    private static Stream<String> items(Order order) {
        return order.lines().stream().map(ListOrders::item);
    }

    private static String item(OrderLine line) {
        String what = line.title().or(() -> line.goods().description()).orElse("goods");
        String count = line.goods()
                .quantity()
                .map(quantity -> quantity.toPlainString() + " x ")
                .orElse("");
        return ForeignText.of(count + what);
    }

    private static String line(Order order) {
        return ForeignText.of(
                order.orderId() + " (id " + order.id() + ", " + order.status().word() + ")"
                        + order.recipient().map(ListOrders::town).orElse("") + ": "
                        + items(order).limit(3).collect(Collectors.joining(", ")));
    }

    private static String town(Address recipient) {
        return Stream.of(recipient.city(), recipient.country())
                .flatMap(part -> part.stream())
                .collect(Collectors.joining(", ", " to ", ""));
    }
}
