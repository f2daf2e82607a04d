package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.fedex.FedexCarrierProvider;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionEvent;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** All that a shipping desk asks of FedEx, against FedEx's own descriptions. */
class FedexDeskConformanceTest extends Conversation {
    /** What the options of pickups take that have no list of values. */
    private static final Map<String, String> VALUES = Map.of(
            "fedex_commodity_description", "books",
            "fedex_early_pickup", "true",
            "fedex_oversize_packages", "1",
            "fedex_pickup_email", "ada@example.com",
            "fedex_supplies", "ten boxes");

    private final SandboxErrands errands = SandboxErrands.of("fedex", sandbox.clock());
    private final LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);

    FedexDeskConformanceTest() throws Exception {
        super(new FedexCarrierProvider(), FedexDeskDeviations.ALL);
    }

    @Override
    void say() {
        pickups();
        landedCosts();
        documents();
        locations();
        manifests();
        subscriptions();
    }

    private PickupRequest.Builder pickup() {
        return PickupRequest.builder().from(errands.pickup().orElseThrow());
    }

    private void pickups() {
        client.pickups().quote(pickup().build());
        client.pickups().quote(pickup().pieces(List.of()).date(today).build());
        refusal(() -> client.pickups()
                .quote(pickup().address(Address.builder()
                                .country("US")
                                .postalCode("00000")
                                .build())
                        .build()));
        PickupRequest.Builder bookable = pickup().placeAtAddress("dock 3").trackingNumbers(List.of("794953555571"));
        for (CatalogOption option : client.carriers().get(0).catalog().pickupOptions()) {
            for (String value : option.values().isEmpty() ? List.of(VALUES.get(option.name())) : option.values()) {
                PickupConfirmation booked = client.pickups()
                        .schedule(bookable.options(Map.of("fedex_package_location", "FRONT"))
                                .putOptions(option.name(), value)
                                .build());
                client.pickups().cancel(PickupQuery.of(booked));
                refusal(() -> client.pickups().cancel(PickupQuery.of(booked)));
            }
        }
        refusal(() -> client.pickups().schedule(pickup().date(today).build()));
    }

    private void landedCosts() {
        LandedCostRequest request = errands.landedCost().orElseThrow();
        client.landedCosts().quote(request);
        client.landedCosts()
                .quote(LandedCostRequest.builder().from(request).currency("EUR").build());
        refusal(() -> client.landedCosts()
                .quote(LandedCostRequest.builder()
                        .from(request)
                        .recipient(
                                Address.builder().country("AQ").city("McMurdo").build())
                        .build()));
    }

    private DocumentUpload.Builder paper(TradeDocumentKind kind) {
        DocumentUpload upload = errands.document().orElseThrow();
        TradeDocument document = TradeDocument.builder()
                .from(upload.document().orElseThrow())
                .kind(kind)
                .build();
        return DocumentUpload.builder().from(upload).document(document);
    }

    private void documents() {
        for (TradeDocumentKind kind : TradeDocumentKind.values()) {
            UploadedDocument held = client.documents().upload(paper(kind).build());
            client.ship(abroad().addUploadedDocuments(held).build());
        }
        Shipment bought = client.ship(
                abroad().options(Map.of("fedex_post_shipment_upload", "true")).build());
        client.documents()
                .uploadAndAttach(paper(TradeDocumentKind.COMMERCIAL_INVOICE)
                        .service(bought.service())
                        .shipment(ShippedFor.of(bought, today))
                        .build());
        refusal(() -> client.documents()
                .uploadAndAttach(paper(TradeDocumentKind.COMMERCIAL_INVOICE)
                        .shipment(ShippedFor.builder()
                                .id("1")
                                .trackingNumber("1")
                                .shipDate(today)
                                .build())
                        .build()));
    }

    private static ShipmentRequest.Builder abroad() {
        return SandboxOrders.international("fedex");
    }

    private void locations() {
        LocationQuery query = errands.locations().orElseThrow();
        client.locations().find(query);
        client.locations()
                .find(LocationQuery.builder()
                        .coordinates(Coordinates.of("50.7374", "7.0982"))
                        .address(Address.builder().country("DE").build())
                        .radius(Distance.of("25", Distance.Unit.KM))
                        .build());
        for (ServicePointKind kind : ServicePointKind.values()) {
            maybe(() -> client.locations()
                    .find(LocationQuery.builder()
                            .from(query)
                            .addKinds(kind)
                            .limit(3)
                            .build()));
        }
        for (LocationService service : LocationService.values()) {
            maybe(() -> client.locations()
                    .find(LocationQuery.builder()
                            .from(query)
                            .addServices(service)
                            .build()));
        }
    }

    private void manifests() {
        client.ship(SandboxOrders.domestic("fedex").service("FEDEX_GROUND").build());
        client.manifests().close(errands.manifest().orElseThrow());
        client.manifests().reprint(errands.manifest().orElseThrow());
        refusal(() -> client.manifests().close(ManifestRequest.of("fedex", today.plusDays(1))));
        refusal(() -> client.manifests()
                .reprint(ManifestRequest.builder()
                        .date(today)
                        .addTrackingNumbers("1")
                        .build()));
    }

    private void subscriptions() {
        String number = sandbox.parcel("fedex").number();
        SubscriptionRequest wish = errands.subscription(number).orElseThrow();
        assertThat(client.subscriptions().subscribe(wish).get(0).isSuccess()).isTrue();
        client.subscriptions()
                .subscribe(SubscriptionRequest.builder()
                        .from(wish)
                        .language("fr-CA")
                        .addEvents(SubscriptionEvent.DELIVERED)
                        .addTrackingNumbers("794953555571")
                        .build());
    }

    @Override
    void failures(int status) {
        PickupQuery booked = PickupQuery.builder()
                .confirmationNumber("1")
                .date(today)
                .details(Map.of("carrier_code", "FDXG"))
                .build();
        ManifestRequest day = errands.manifest().orElseThrow();
        failing("pickup-quote", status, () -> client.pickups().quote(pickup().build()));
        failing("pickup", status, () -> client.pickups().schedule(pickup().build()));
        failing("pickup-cancel", status, () -> client.pickups().cancel(booked));
        failing(
                "landed-cost",
                status,
                () -> client.landedCosts().quote(errands.landedCost().orElseThrow()));
        failing(
                "upload",
                status,
                () -> client.documents().upload(errands.document().orElseThrow()));
        failing(
                "locations",
                status,
                () -> client.locations().find(errands.locations().orElseThrow()));
        failing("manifest", status, () -> client.manifests().close(day));
        failing("manifest-reprint", status, () -> client.manifests().reprint(day));
        failing(
                "subscribe",
                status,
                () -> client.subscriptions()
                        .subscribe(errands.subscription("794953555571").orElseThrow()));
    }

    private void failing(String operation, int status, Runnable call) {
        failing("fedex", operation, 2, status, call);
    }

    /** Asks what may be refused. */
    private static void maybe(Runnable call) {
        catchThrowableOfType(CarrierException.class, call::run);
    }
}
