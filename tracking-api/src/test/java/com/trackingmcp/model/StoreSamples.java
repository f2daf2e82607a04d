package com.trackingmcp.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What servers store, each sample saying everything its model can say. */
final class StoreSamples {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private StoreSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                storedShipment(),
                shipmentFilter(),
                order(),
                orderLine(),
                orderFilter(),
                webhookRequest(),
                webhookRegistration(),
                batchOperation(),
                batchItem(),
                documentRequest(),
                new SavedAddress("adr_1", Optional.of("warehouse"), ShippingSamples.address()),
                new SavedParcel("pcl_1", Optional.of("small box"), ShippingSamples.parcel()),
                ShipmentStatus.CREATED,
                OrderStatus.PARTIAL,
                BatchStatus.COMPLETED_WITH_ERRORS);
    }

    private static StoredShipment storedShipment() {
        return StoredShipment.builder()
                .carrier("gate:parcelpost")
                .connection("gate:parcelpost-eu")
                .id("shp_1")
                .status(ShipmentStatus.CREATED)
                .carrierStatusCode("created")
                .trackingNumber("PP0000000017")
                .carrierShipmentId("17")
                .service("parcelpost_ground")
                .sender(ShippingSamples.address())
                .recipient(ShippingSamples.address())
                .pieceCount(2)
                .addReferences(ModelSamples.reference())
                .orderId("7")
                .price(Money.of("12.50", "EUR"))
                .created(THEN)
                .addDocuments(ModelSamples.document())
                .putMetadata("desk", "3")
                .putDetails("tracker_id", "trk_1")
                .addAlerts(ModelSamples.alert())
                .test(true)
                .build();
    }

    private static ShipmentFilter shipmentFilter() {
        return ShipmentFilter.builder()
                .carrier("gate")
                .addStatuses(ShipmentStatus.CREATED)
                .trackingNumber("PP0000000017")
                .reference("order 7")
                .orderId("7")
                .service("parcelpost_ground")
                .createdFrom(THEN)
                .createdTo(THEN)
                .keyword("Memphis")
                .metadataKey("desk")
                .metadataValue("3")
                .build();
    }

    private static Order order() {
        return Order.builder()
                .connection("gate")
                .id("ord_1")
                .orderId("7")
                .status(OrderStatus.PARTIAL)
                .carrierStatusCode("partial")
                .source("shop")
                .date(LocalDate.parse("2026-03-01"))
                .recipient(ShippingSamples.address())
                .sender(ShippingSamples.address())
                .billing(ShippingSamples.address())
                .addLines(orderLine())
                .addShipmentIds("shp_1")
                .putMetadata("desk", "3")
                .created(THEN)
                .test(true)
                .build();
    }

    private static OrderLine orderLine() {
        return OrderLine.builder()
                .id("cdt_1")
                .goods(ShippingSamples.commodity())
                .title("Tea cup")
                .unfulfilled(new BigDecimal("2"))
                .build();
    }

    private static OrderFilter orderFilter() {
        return OrderFilter.builder()
                .carrier("gate")
                .addStatuses(OrderStatus.PARTIAL)
                .orderId("7")
                .source("shop")
                .createdFrom(THEN)
                .createdTo(THEN)
                .keyword("tea")
                .build();
    }

    private static WebhookRequest webhookRequest() {
        return WebhookRequest.builder()
                .carrier("gate")
                .url("https://shop.example/hook")
                .addEvents("tracker_updated")
                .description("the desk")
                .build();
    }

    private static WebhookRegistration webhookRegistration() {
        return WebhookRegistration.builder()
                .connection("gate")
                .id("wbh_1")
                .url("https://shop.example/hook")
                .addEvents("tracker_updated")
                .secret("test-secret")
                .description("the desk")
                .disabled(false)
                .lastEvent(THEN)
                .build();
    }

    private static BatchOperation batchOperation() {
        return BatchOperation.builder()
                .connection("gate")
                .id("batch_1")
                .status(BatchStatus.RUNNING)
                .carrierStatusCode("running")
                .kind("trackers")
                .addItems(batchItem())
                .created(THEN)
                .updated(THEN)
                .build();
    }

    private static BatchItem batchItem() {
        return BatchItem.builder()
                .id("trk_1")
                .status(BatchStatus.FAILED)
                .addErrors("no such number")
                .build();
    }

    private static DocumentRequest documentRequest() {
        return DocumentRequest.builder()
                .carrier("gate")
                .templateId("doc_1")
                .template("<p>{{ number }}</p>")
                .putData("number", "7")
                .putData("lines", List.of(Map.of("title", "Tea cup", "count", 2)))
                .name("slip.pdf")
                .build();
    }
}
