package com.trackingmcp.verification.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.dhl.DhlCarrierProvider;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Coordinates;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.LocationService;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ServicePointKind;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** All that a shipping desk asks of DHL besides prices and labels, against DHL's own descriptions. */
class DhlDeskConformanceTest extends Conversation {
    private final DhlDeskSamples samples = new DhlDeskSamples(SandboxErrands.of("dhl", sandbox.clock()));
    private final TrackingClient keyOnly =
            client(Map.of("DHL_EXPRESS_USERNAME", "", "DHL_EXPRESS_PASSWORD", "", "DHL_EXPRESS_ACCOUNT_NUMBER", ""));
    private final TrackingClient myDhlOnly = client(Map.of("DHL_API_KEY", ""));

    DhlDeskConformanceTest() throws Exception {
        super(new DhlCarrierProvider(), DhlDeskDeviations.ALL);
    }

    @Override
    void say() {
        pickups();
        landedCosts();
        papers();
        invoiceData();
        locations();
    }

    /** What the carrier must not agree to. */
    private static void refused(int status, Runnable call) {
        assertThat(refusal(call).httpStatus()).hasValue(status);
    }

    private void pickups() {
        PickupRequest rich = samples.richPickup();
        PickupConfirmation booked = client.pickups().schedule(rich);
        for (CatalogOption option : client.carriers().get(0).catalog().pickupOptions()) {
            String value = option.type() == CatalogOption.Type.FLAG ? "true" : "by bike";
            client.pickups()
                    .schedule(samples.pickup().putOptions(option.name(), value).build());
        }
        client.pickups()
                .schedule(samples.pickup().date(LocalDate.parse("2026-02-15")).build());
        client.pickups().update(PickupQuery.of(booked), rich);
        client.pickups()
                .update(
                        PickupQuery.of(booked),
                        samples.pickup().date(LocalDate.parse("2026-02-15")).build());
        client.pickups().cancel(PickupQuery.of(booked));
        refused(400, () -> client.pickups().cancel(PickupQuery.of(booked)));
        refused(404, () -> client.pickups().update(PickupQuery.of(booked), rich));
        refused(
                404,
                () -> client.pickups()
                        .cancel(PickupQuery.builder()
                                .from(PickupQuery.of(booked))
                                .confirmationNumber("PRG999999999999")
                                .reason("sold out")
                                .build()));
        LocalDate today = LocalDate.parse("2026-02-10");
        refused(
                400,
                () -> client.pickups().schedule(samples.pickup().date(today).build()));
    }

    private void landedCosts() {
        client.landedCosts().quote(samples.landedCost().build());
        client.landedCosts().quote(samples.richLandedCost());
        client.landedCosts().quote(samples.unclassified());
        refused(
                400,
                () -> client.landedCosts()
                        .quote(samples.landedCost()
                                .recipient(Address.builder()
                                        .country("AQ")
                                        .city("Base")
                                        .build())
                                .build()));
    }

    private void papers() {
        ShipmentRequest.Builder order = samples.order();
        order.addAllTradeDocuments(DhlDeskSamples.PAPERS);
        Shipment shipment = client.ship(order.build());
        DocumentUpload upload = DhlDeskSamples.upload(shipment, DhlDeskSamples.PAPERS.get(0));
        refused(400, () -> client.documents().uploadAndAttach(upload));
        for (int i = 0; i < DhlDeskSamples.PAPERS.size(); i++) {
            sandbox.advance(Duration.ofMinutes(10));
            client.documents().uploadAndAttach(DhlDeskSamples.upload(shipment, DhlDeskSamples.PAPERS.get(i)));
        }
        Shipment without = client.ship(samples.order().build());
        sandbox.advance(Duration.ofMinutes(10));
        refused(
                404,
                () -> client.documents().uploadAndAttach(DhlDeskSamples.upload(without, DhlDeskSamples.PAPERS.get(0))));
    }

    /** Where something is declared, also with all that may be. */
    private void invoiceData() {
        Shipment shipment = client.ship(samples.order().build());
        Customs customs = SandboxOrders.international("dhl").build().customs().orElseThrow();
        ShippedFor target = ShippedFor.of(shipment, LocalDate.parse("2026-02-10"));
        client.documents().uploadInvoiceData("dhl", customs, target);
        for (ContentType contents : ContentType.values()) {
            if (contents != ContentType.DOCUMENTS) {
                Customs rich = Customs.builder()
                        .from(customs)
                        .contentType(contents)
                        .invoice(Invoice.builder()
                                .number("4711")
                                .remarks("thank you")
                                .build())
                        .build();
                client.documents().uploadInvoiceData("dhl", rich, target);
            }
        }
        refused(
                400,
                () -> client.documents()
                        .uploadInvoiceData(
                                "dhl",
                                customs,
                                ShippedFor.builder()
                                        .from(target)
                                        .trackingNumber("1234567891")
                                        .build()));
    }

    private void locations() {
        for (TrackingClient asked : List.of(client, keyOnly, myDhlOnly)) {
            find(asked, samples.places());
            find(asked, samples.places().limit(3).radius(Distance.of("2", Distance.Unit.MI)));
            find(
                    asked,
                    LocationQuery.builder()
                            .coordinates(Coordinates.of("50.7374", "7.0982"))
                            .radius(Distance.of("25", Distance.Unit.KM)));
            for (ServicePointKind kind : ServicePointKind.values()) {
                find(asked, samples.places().addKinds(kind));
            }
            find(asked, samples.places().addKinds(ServicePointKind.LOCKER, ServicePointKind.SERVICE_POINT));
            for (LocationService service : LocationService.values()) {
                find(asked, samples.places().addServices(service));
            }
            find(asked, samples.places().addServices(LocationService.PARKING, LocationService.PACKING));
            find(
                    asked,
                    samples.places()
                            .address(
                                    Address.builder().country("AQ").city("Base").build()));
        }
    }

    /** What finds nothing was a question all the same. */
    private static void find(TrackingClient asked, LocationQuery.Builder query) {
        try {
            asked.locations().find(query.build());
        } catch (CarrierException nothing) {
            assertThat(nothing.code().id()).isEqualTo("E-3008");
        }
    }

    @Override
    void failures(int status) {
        sandbox.advance(Duration.ofDays(1));
        failing(
                "mydhl",
                "pickup",
                2,
                status,
                () -> client.pickups().schedule(samples.pickup().build()));
        PickupQuery booked = PickupQuery.builder()
                .carrier("dhl")
                .confirmationNumber("PRG999999999999")
                .requestor("Ada Example")
                .build();
        failing(
                "mydhl",
                "pickup-update",
                2,
                status,
                () -> client.pickups().update(booked, samples.pickup().build()));
        failing("mydhl", "pickup-cancel", 2, status, () -> client.pickups().cancel(booked));
        failing(
                "mydhl",
                "landed-cost",
                2,
                status,
                () -> client.landedCosts().quote(samples.landedCost().build()));
        Shipment shipment = client.ship(samples.order().build());
        DocumentUpload upload = DhlDeskSamples.upload(shipment, DhlDeskSamples.PAPERS.get(0));
        failing("mydhl", "upload", 2, status, () -> client.documents().uploadAndAttach(upload));
        Customs customs = SandboxOrders.international("dhl").build().customs().orElseThrow();
        ShippedFor target = ShippedFor.of(shipment, LocalDate.parse("2026-02-10"));
        failing("mydhl", "invoice-data", 2, status, () -> client.documents().uploadInvoiceData("dhl", customs, target));
        failing("mydhl", "locations", 2, status, () -> places(myDhlOnly));
        failing("dhl-locations", "locations", 2, status, () -> places(keyOnly));
    }

    private void places(TrackingClient asked) {
        try {
            asked.locations().find(samples.places().build());
        } catch (CarrierException e) {
            // a 404 says that there are none
            if (e.code() != ErrorCode.NO_LOCATIONS_FOUND) {
                throw e;
            }
        }
    }
}
