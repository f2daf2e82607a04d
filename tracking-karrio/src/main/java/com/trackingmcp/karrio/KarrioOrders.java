package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderLine;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Page;
import com.trackingmcp.spi.OrderCapability;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The orders that Karrio keeps. Safe for use by many threads.
 *
 * <p>A filter's order number and source are compared as a whole. Karrio tells no archived orders. A server may have its orders
 * turned off: it refuses access then.
 */
final class KarrioOrders implements OrderCapability {
    private static final String LIST = "list_orders";
    private static final String ORDERS = "/v1/orders";

    /** Source: Karrio's OpenAPI description 2026.1.32, Order.status. */
    private static final Map<String, OrderStatus> STATUSES = Map.of(
            "unfulfilled", OrderStatus.UNFULFILLED,
            "partial", OrderStatus.PARTIAL,
            "fulfilled", OrderStatus.FULFILLED,
            "delivered", OrderStatus.DELIVERED,
            "cancelled", OrderStatus.CANCELLED);

    private final KarrioDoor door;

    KarrioOrders(KarrioDoor door) {
        this.door = door;
    }

    record OrderWire(
            @Nullable String id,
            @Nullable String order_id,
            @Nullable String order_date,
            @Nullable String source,
            @Nullable String status,
            @Nullable KarrioAddressWire shipping_to,
            @Nullable KarrioAddressWire shipping_from,
            @Nullable KarrioAddressWire billing_address,
            @Nullable List<@Nullable KarrioCommodityWire> line_items,
            @Nullable List<@Nullable Named> shipments,
            @Nullable Object metadata,
            @Nullable Boolean test_mode,
            @Nullable String created_at) {}

    record Named(@Nullable String id) {}

    record Orders(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable OrderWire> results) implements KarrioListing<OrderWire> {}

    @Override
    public CompletableFuture<Page<Order>> list(OrderFilter filter, int offset, int limit, CallContext call) {
        if (filter.statuses().contains(OrderStatus.UNKNOWN)) {
            return CompletableFuture.failedFuture(door.fault(ErrorCode.MALFORMED_REQUEST, LIST)
                    .argument("reason", "orders of unknown status cannot be asked for")
                    .toException());
        }
        CarrierRequest.Builder request = CarrierRequest.get(LIST)
                .path(ORDERS)
                .query("order_id", filter.orderId())
                .query("source", filter.source())
                .query("created_after", filter.createdFrom().map(Instant::toString))
                .query("created_before", filter.createdTo().map(Instant::toString))
                .query("keyword", filter.keyword());
        filter.statuses().stream().sorted().forEach(status -> request.query("status", status.word()));
        return door.page(request, offset, limit, Orders.class, this::order, call);
    }

    @Override
    public CompletableFuture<Order> read(String id, CallContext call) {
        return KarrioAnswers.known(
                "order",
                id,
                door.ask(
                        CarrierRequest.get("read_order").path(ORDERS).segment("id", id),
                        OrderWire.class,
                        this::order,
                        call));
    }

    private Order order(OrderWire told) {
        return Order.builder()
                .connection(door.profile().connection())
                .id(WireText.text(told.id()).orElse(""))
                .orderId(WireText.text(told.order_id()).orElse(""))
                .status(status(told.status()))
                .carrierStatusCode(WireText.text(told.status()))
                .source(WireText.text(told.source()))
                .date(WireTime.dateOf(told.order_date()).map(CarrierTime::date))
                .recipient(KarrioAddresses.decode(told.shipping_to()))
                .sender(KarrioAddresses.decode(told.shipping_from()))
                .billing(KarrioAddresses.decode(told.billing_address()))
                .lines(WireJson.list(told.line_items()).stream()
                        .map(KarrioOrders::line)
                        .toList())
                .shipmentIds(WireJson.list(told.shipments()).stream()
                        .flatMap(shipment -> WireText.text(shipment.id()).stream())
                        .toList())
                .metadata(KarrioMaps.texts(told.metadata()))
                .created(KarrioAnswers.instant(told.created_at()))
                .test(Optional.ofNullable(told.test_mode()))
                .build();
    }

    private static OrderLine line(KarrioCommodityWire told) {
        return OrderLine.builder()
                .id(WireText.text(told.id()))
                .goods(told.goods())
                .title(WireText.text(told.title()))
                .unfulfilled(Optional.ofNullable(told.unfulfilled_quantity()))
                .build();
    }

    private OrderStatus status(@Nullable String word) {
        Optional<String> told = WireText.text(word).map(text -> text.toLowerCase(Locale.ROOT));
        told.filter(text -> !STATUSES.containsKey(text)).ifPresent(text -> door.unmapped("order:" + text));
        return told.map(text -> STATUSES.getOrDefault(text, OrderStatus.UNKNOWN))
                .orElse(OrderStatus.UNKNOWN);
    }
}
