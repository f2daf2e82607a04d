package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.karrio.KarrioCarrierProvider;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.BatchOperation;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Order;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.OrderStatus;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.SavedAddress;
import com.trackingmcp.model.SavedParcel;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that a shipping desk asks of a Karrio server, and what it stores, against Karrio's own description. */
class KarrioDeskConformanceTest extends Conversation {
    private static final String CANADA = "karrio:canada-east";
    private static final String EXPRESS = "karrio:express";
    private static final String GATEWAY = "karrio";
    private static final String BOUGHT = "/v1/shipments";

    private final LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
    private final PickupRequest pickup =
            SandboxErrands.of("karrio:canadapost", sandbox.clock()).pickup().orElseThrow();

    KarrioDeskConformanceTest() throws Exception {
        super(new KarrioCarrierProvider(), KarrioDeskDeviations.ALL);
    }

    /** What is bought is held to it where sales are. */
    @Override
    Stream<Exchange> told(List<Exchange> recorded) {
        return recorded.stream()
                .filter(exchange ->
                        !exchange.method().equals("POST") || !exchange.path().startsWith(BOUGHT));
    }

    @Override
    void say() {
        pickups();
        manifests();
        documents();
        orders();
        addresses();
        parcels();
        batches();
    }

    private PickupRequest.Builder pickup() {
        return PickupRequest.builder().from(pickup).carrier(CANADA).date(today.plusDays(2));
    }

    private Shipment buy(String carrier, String connection) {
        return client.ship(SandboxOrders.domestic(carrier).carrier(connection).build());
    }

    private void pickups() {
        PickupConfirmation counted = client.pickups()
                .schedule(pickup().reference("tour-7").placeAtAddress("dock 3").build());
        client.pickups().status(PickupQuery.of(counted));
        client.pickups()
                .update(
                        PickupQuery.of(counted),
                        pickup().readyTime(LocalTime.of(11, 0)).build());
        client.pickups()
                .cancel(PickupQuery.builder()
                        .from(PickupQuery.of(CANADA, counted.confirmationNumber()))
                        .reason("Nothing to fetch")
                        .build());
        client.pickups().cancel(PickupQuery.of(counted));
        refusal(() -> client.pickups().update(PickupQuery.of(counted), pickup().build()));

        PickupRequest bought = pickup().addTrackingNumbers(
                        buy("karrio:canadapost", CANADA).trackingNumber())
                .build();
        PickupConfirmation booked = client.pickups().schedule(bought);
        refusal(() -> client.pickups().schedule(bought));
        client.pickups().pending(CANADA);
        client.pickups().cancel(PickupQuery.of(booked));
        refusal(() -> client.pickups().schedule(pickup().addTrackingNumbers("1").build()));
        refusal(() -> client.pickups().cancel(PickupQuery.of(CANADA, "pck_unknown")));
        // a carrier that does not come for parcels of which nobody tells it the weight
        refusal(() -> client.pickups()
                .schedule(pickup().carrier(EXPRESS)
                        .address(SandboxOrders.domestic("karrio:mydhl")
                                .build()
                                .sender()
                                .orElseThrow())
                        .build()));
    }

    private ManifestRequest.Builder day() {
        return ManifestRequest.builder()
                .carrier(CANADA)
                .date(today)
                .address(pickup.address().orElseThrow());
    }

    private void manifests() {
        Shipment one = buy("karrio:canadapost", CANADA);
        Shipment other = buy("karrio:canadapost", CANADA);
        client.manifests()
                .close(day().addTrackingNumbers(one.trackingNumber(), other.id())
                        .build());
        buy("karrio:canadapost", CANADA);
        client.manifests().close(day().build());
        client.manifests().reprint(day().build());
        refusal(() -> client.manifests().close(day().build()));
        refusal(() -> client.manifests().reprint(day().date(today.plusDays(1)).build()));
    }

    private static DocumentUpload paper(TradeDocumentKind kind, ShippedFor shipment) {
        return DocumentUpload.builder()
                .carrier(EXPRESS)
                .document(TradeDocument.of(kind.word() + ".pdf", kind, "%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                .shipment(shipment)
                .build();
    }

    private void documents() {
        ShippedFor shipment = ShippedFor.of(buy("karrio:mydhl", EXPRESS), today);
        for (TradeDocumentKind kind : TradeDocumentKind.values()) {
            client.documents().uploadAndAttach(paper(kind, shipment));
        }
        client.documents()
                .uploadAndAttach(paper(
                        TradeDocumentKind.OTHER,
                        ShippedFor.builder()
                                .from(shipment)
                                .id(shipment.trackingNumber())
                                .build()));
        refusal(() -> client.documents()
                .uploadAndAttach(paper(
                        TradeDocumentKind.OTHER,
                        ShippedFor.builder().from(shipment).id("shp_unknown").build())));
        client.documents()
                .generate(DocumentRequest.builder()
                        .carrier(GATEWAY)
                        .template("<p>{{ order_id }}</p>")
                        .name("slip.pdf")
                        .data(Map.of("order_id", "4711", "lines", List.of(Map.of("sku", "B-1", "count", 2))))
                        .build());
        refusal(() -> client.documents()
                .generate(DocumentRequest.builder()
                        .carrier(GATEWAY)
                        .templateId("doc_unknown")
                        .build()));
    }

    private void orders() {
        List<String> ids = sandbox.karrioOrders(30);
        assertThat(client.orders().list(OrderFilter.all())).hasSize(ids.size());
        client.orders().list(OrderFilter.all()).page(7, 3);
        Order order = client.orders().get(GATEWAY, ids.get(0));
        client.orders()
                .list(OrderFilter.builder()
                        .addStatuses(OrderStatus.UNFULFILLED)
                        .orderId(order.orderId())
                        .source(order.source())
                        .createdFrom(Instant.EPOCH)
                        .createdTo(sandbox.clock().instant().plusSeconds(60))
                        .keyword("Person")
                        .build())
                .page(0, 10);
        refusal(() -> client.orders().get(GATEWAY, "ord_unknown"));
    }

    private void addresses() {
        Address address = Address.builder()
                .from(pickup.address().orElseThrow())
                .email("desk@example.com")
                .residential(false)
                .addLines("Floor 3")
                .addTaxIds(
                        new TaxId(TaxId.Kind.GST, "123456789RT0001", "CA"), new TaxId(TaxId.Kind.BUSINESS, "7", "CA"))
                .build();
        SavedAddress saved = client.addressBook().saveAddress(GATEWAY, address);
        client.addressBook()
                .updateAddress(
                        GATEWAY, saved.id(), Address.builder().country("CA").build());
        assertThat(client.addressBook().addresses(GATEWAY)).isNotEmpty();
        client.addressBook().deleteAddress(GATEWAY, saved.id());
        refusal(() -> client.addressBook().deleteAddress(GATEWAY, saved.id()));
    }

    private void parcels() {
        Parcel parcel = Parcel.builder()
                .from(SandboxOrders.domestic("karrio:canadapost")
                        .build()
                        .parcels()
                        .get(0))
                .packaging("small_box")
                .contents("Books")
                .declaredValue(Money.of("49.90", "CAD"))
                .addReferences(Reference.of("order-7"))
                .build();
        SavedParcel saved = client.addressBook().saveParcel(GATEWAY, parcel);
        client.addressBook()
                .updateParcel(GATEWAY, saved.id(), Parcel.of(parcel.weight().orElseThrow()));
        assertThat(client.addressBook().parcels(GATEWAY)).isNotEmpty();
        client.addressBook().deleteParcel(GATEWAY, saved.id());
        refusal(() -> client.addressBook().deleteParcel(GATEWAY, saved.id()));
    }

    private void batches() {
        for (BatchOperation operation : client.batches().list(GATEWAY)) {
            client.batches().get(GATEWAY, operation.id());
        }
        refusal(() -> client.batches().get(GATEWAY, "batch_unknown"));
    }

    @Override
    void failures(int status) {
        Address address = Address.builder().country("CA").build();
        PickupQuery meant = PickupQuery.of(CANADA, "pck_1");
        failing("pickup", status, () -> client.pickups().schedule(pickup().build()));
        failing("pickups", status, () -> client.pickups().pending(CANADA));
        failing("pickup-cancel", status, () -> client.pickups().cancel(meant));
        failing("manifests", status, () -> client.manifests().reprint(day().build()));
        failing(
                "generate",
                status,
                () -> client.documents()
                        .generate(DocumentRequest.builder()
                                .carrier(GATEWAY)
                                .template("x")
                                .build()));
        failing("orders", status, () -> client.orders().list(OrderFilter.all()).page(0, 1));
        failing("addresses", status, () -> client.addressBook().saveAddress(GATEWAY, address));
        failing("parcels", status, () -> client.addressBook().parcels(GATEWAY).page(0, 1));
        failing("batches", status, () -> client.batches().list(GATEWAY).page(0, 1));
    }

    private void failing(String operation, int status, Runnable call) {
        failing("karrio", operation, 2, status, call);
    }
}
