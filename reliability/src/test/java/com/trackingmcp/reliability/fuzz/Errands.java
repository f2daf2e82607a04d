package com.trackingmcp.reliability.fuzz;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Every verb of the client's, asked of one carrier so that it works. For one thread. */
final class Errands {
    /** DHL Express takes papers of a shipment once its own systems know it. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    private final String carrier;
    private final List<Errand> errands = new ArrayList<>();

    private Errands(String carrier) {
        this.carrier = carrier;
    }

    /**
     * Those of a carrier, and the ways of parcels with these numbers.
     *
     * @param carrier as the sandbox knows it, such as {@code fedex} or {@code karrio:canadapost}
     */
    static List<Errand> of(String carrier, List<String> numbers) {
        Errands all = new Errands(carrier);
        all.tracking(numbers);
        all.sale();
        all.afterSale();
        all.pickups();
        all.papers();
        all.desk();
        return all.errands;
    }

    private void add(String name, Errand.Preparation preparation) {
        errands.add(new Errand(carrier + " " + name, preparation));
    }

    private void tracking(List<String> numbers) {
        for (String number : numbers) {
            add("track " + number, bed -> client -> client.track(TrackingNumber.of(number, carrier)));
        }
        List<TrackingNumber> all = numbers.stream()
                .map(number -> TrackingNumber.of(number, carrier))
                .toList();
        add("track all", bed -> client -> client.trackAll(all));
        add("proof", bed -> client -> client.proofOfDelivery(all.get(0)));
        add("by reference", bed -> {
            buy(bed, SandboxOrders.domestic(carrier).addReferences(Reference.of("order-7")));
            TrackingReference reference = TrackingReference.builder()
                    .value("order-7")
                    .carrier(carrier)
                    .build();
            return client -> client.trackByReference(reference);
        });
    }

    private static Shipment buy(Errand.Bed bed, ShipmentRequest.Builder order) {
        return bed.client().ship(order.build());
    }

    private void sale() {
        ShipmentRequest home = SandboxOrders.domestic(carrier).build();
        ShipmentRequest abroad = SandboxOrders.international(carrier).build();
        for (ShipmentRequest order : List.of(home, abroad)) {
            String where = order == home ? " at home" : " abroad";
            add("rates" + where, bed -> client -> client.rates(RateRequest.of(order)));
            add("transit times" + where, bed -> client -> client.transitTimes(order));
            add("ship" + where, bed -> client -> client.ship(order));
            Address recipient = order.recipient().orElseThrow();
            add("address" + where, bed -> client -> client.addresses().validate(carrier, recipient));
            add("postal code" + where, bed -> client -> client.addresses().validatePostalCode(carrier, recipient));
        }
    }

    private void afterSale() {
        add("cancel", bed -> {
            Shipment shipment = buy(bed, SandboxOrders.domestic(carrier));
            return client -> client.shipments().cancel(shipment);
        });
        add("recover", bed -> {
            ShipmentQuery query = ShipmentQuery.of(buy(bed, SandboxOrders.domestic(carrier)));
            return client -> client.shipments().recover(query);
        });
        add("recover by reference", bed -> {
            buy(bed, SandboxOrders.domestic(carrier).references(List.of(Reference.of("order-8"))));
            return client -> client.shipments().recover(ShipmentQuery.byReference(carrier, "order-8"));
        });
    }

    private PickupRequest pickup(Errand.Bed bed) {
        return PickupRequest.builder()
                .from(SandboxErrands.of(carrier, bed.sandbox().clock()).pickup().orElseThrow())
                .carrier(carrier)
                .build();
    }

    private PickupQuery booked(Errand.Bed bed) {
        PickupQuery booked = PickupQuery.of(bed.client().pickups().schedule(pickup(bed)));
        // UPS tells of pickups from the day before on
        bed.sandbox().advance(Duration.ofDays(1));
        return booked;
    }

    private void pickups() {
        add("pickup quote", bed -> {
            PickupRequest pickup = pickup(bed);
            return client -> client.pickups().quote(pickup);
        });
        add("pickup", bed -> {
            PickupRequest pickup = pickup(bed);
            return client -> client.pickups().schedule(pickup);
        });
        add("pickup update", bed -> {
            PickupQuery booked = booked(bed);
            PickupRequest pickup = pickup(bed);
            return client -> client.pickups().update(booked, pickup);
        });
        add("pickup cancel", bed -> {
            PickupQuery booked = booked(bed);
            return client -> client.pickups().cancel(booked);
        });
        add("pickup cancel all", bed -> {
            booked(bed);
            return client -> client.pickups().cancelAll(carrier);
        });
        add("pickups pending", bed -> {
            booked(bed);
            return client -> client.pickups().pending(carrier);
        });
        add("pickup status", bed -> {
            PickupQuery booked = booked(bed);
            return client -> client.pickups().status(booked);
        });
    }

    private ShippedFor bought(Errand.Bed bed) {
        LocalDate today = LocalDate.ofInstant(bed.sandbox().clock().instant(), ZoneOffset.UTC);
        ShipmentRequest.Builder order = SandboxOrders.international(carrier).shipDate(today);
        if (carrier.equals("dhl")) {
            order.putOptions("dhl_paperless", "true");
        }
        Shipment shipment = buy(bed, order);
        bed.sandbox().advance(A_WHILE);
        return ShippedFor.of(shipment, today);
    }

    private DocumentUpload paper(Errand.Bed bed) {
        return SandboxErrands.of(carrier, bed.sandbox().clock()).document().orElseThrow();
    }

    private void papers() {
        add("upload", bed -> {
            DocumentUpload paper = paper(bed);
            return client -> client.documents().upload(paper);
        });
        add("attach", bed -> {
            UploadedDocument held = bed.client().documents().upload(paper(bed));
            ShippedFor shipment = bought(bed);
            List<String> ids = List.of(held.id().orElseThrow());
            return client -> client.documents().attach(carrier, ids, shipment);
        });
        add("upload and attach", bed -> {
            DocumentUpload paper = DocumentUpload.builder()
                    .from(paper(bed))
                    .shipment(bought(bed))
                    .build();
            return client -> client.documents().uploadAndAttach(paper);
        });
        add("invoice data", bed -> {
            Customs customs =
                    SandboxOrders.international(carrier).build().customs().orElseThrow();
            ShippedFor shipment = bought(bed);
            return client -> client.documents().uploadInvoiceData(carrier, customs, shipment);
        });
        add("delete document", bed -> {
            UploadedDocument held = bed.client().documents().upload(paper(bed));
            return client -> client.documents().delete(carrier, held.id().orElseThrow());
        });
    }

    private void desk() {
        add("landed cost", bed -> {
            LandedCostRequest request = SandboxErrands.of(carrier, bed.sandbox().clock())
                    .landedCost()
                    .orElseThrow();
            return client -> client.landedCosts().quote(request);
        });
        add("locations", bed -> {
            LocationQuery query = SandboxErrands.of(carrier, bed.sandbox().clock())
                    .locations()
                    .orElseThrow();
            return client -> client.locations().find(query);
        });
        add("divisions", bed -> client -> client.locations().politicalDivisions("US"));
        add("manifest", bed -> {
            bought(bed);
            ManifestRequest day =
                    SandboxErrands.of(carrier, bed.sandbox().clock()).manifest().orElseThrow();
            return client -> client.manifests().close(day);
        });
        add("manifest reprint", bed -> {
            bought(bed);
            ManifestRequest day =
                    SandboxErrands.of(carrier, bed.sandbox().clock()).manifest().orElseThrow();
            bed.client().manifests().close(day);
            return client -> client.manifests().reprint(day);
        });
        add("subscribe", bed -> {
            SubscriptionRequest wish = SandboxErrands.of(carrier, bed.sandbox().clock())
                    .subscription(bed.sandbox().parcel(carrier).number())
                    .orElseThrow();
            return client -> client.subscriptions().subscribe(wish);
        });
        add("carriers", bed -> TrackingClient::carriers);
    }
}
