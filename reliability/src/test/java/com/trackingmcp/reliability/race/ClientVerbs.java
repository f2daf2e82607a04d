package com.trackingmcp.reliability.race;

import com.trackingmcp.BatchOptions;
import com.trackingmcp.PreviewOptions;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.OrderFilter;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.RateRequest;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentFilter;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingReference;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.testkit.CarrierSandbox;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All verbs of the client, each asked of one carrier so that the sandbox answers. Used by one thread. */
public final class ClientVerbs {
    private final String carrier;
    private final String reference;
    private final String number;
    private final ShipmentRequest order;
    private final ShipmentRequest abroad;
    private final SandboxErrands errands;
    private final List<ClientVerb> verbs = new ArrayList<>();

    private ClientVerbs(CarrierSandbox sandbox, String carrier, String reference) {
        this.carrier = carrier;
        this.reference = reference;
        this.number = sandbox.parcel(carrier).number();
        this.order = ordered(carrier, reference);
        this.abroad = SandboxOrders.international(carrier).build();
        this.errands = SandboxErrands.of(carrier, sandbox.clock());
    }

    /**
     * All of them.
     *
     * @param reference what the shipment that is bought is to be found by, and with a suffix each row of a batch
     */
    public static List<ClientVerb> of(CarrierSandbox sandbox, String carrier, String reference) {
        return new ClientVerbs(sandbox, carrier, reference).all();
    }

    private static ShipmentRequest ordered(String carrier, String reference) {
        return SandboxOrders.domestic(carrier)
                .addReferences(Reference.of(reference))
                .build();
    }

    private List<ClientVerb> all() {
        tracking();
        shipping();
        afterTheSale();
        pickups();
        papers();
        places();
        stores();
        told();
        return List.copyOf(verbs);
    }

    private void add(String name, Object... arguments) {
        verbs.add(ClientVerb.of(name, arguments));
    }

    private void tracking() {
        TrackingNumber named = TrackingNumber.of(number, carrier);
        add("track", number);
        add("track", named);
        add("track", List.of(number, "1Z999AA10123456784", "no number", number));
        add("trackAll", List.of(named, named));
        add("stream", List.of(number, "122816215025810"));
        add("streamAll", List.of(named));
        add("trackByReference", TrackingReference.of("test-reference"));
        add("proofOfDelivery", number);
        add("proofOfDelivery", named);
        add("erase", named);
    }

    private void shipping() {
        add("rates", order);
        add("rates", RateRequest.of(abroad));
        add("transitTimes", order);
        add("check", order);
        add("ship", order);
        add("shipAll", rows(), BatchOptions.standard());
        add("previewAll", List.of(order));
        add("previewAll", List.of(abroad), PreviewOptions.standard());
    }

    /** The rows of a batch. */
    private List<ShipmentRequest> rows() {
        return List.of(ordered(carrier, reference + "-a"), ordered(carrier, reference + "-b"));
    }

    private void afterTheSale() {
        add("shipments.cancel", ShipmentQuery.byReference(carrier, "nobody-bought-it"));
        add("shipments.recover", ShipmentQuery.byReference(carrier, "nobody-bought-it"));
        add("shipments.list", ShipmentFilter.of(carrier));
        add("shipments.get", carrier, "shp_unknown");
        add("shipments.documents", carrier, "shp_unknown");
        ManifestRequest day = errands.manifest()
                .orElseGet(() -> ManifestRequest.builder().carrier(carrier).build());
        add("manifests.check", day);
        add("manifests.close", day);
        add("manifests.reprint", day);
        add("batches.list", carrier);
        add("batches.get", carrier, "batch_unknown");
    }

    private void pickups() {
        PickupRequest pickup = errands.pickup()
                .orElseGet(() -> PickupRequest.builder().carrier(carrier).build());
        PickupQuery nobodys = PickupQuery.of(carrier, "test-unknown");
        add("pickups.checkQuote", pickup);
        add("pickups.check", pickup);
        add("pickups.checkUpdate", nobodys, pickup);
        add("pickups.checkCancel", nobodys);
        add("pickups.quote", pickup);
        add("pickups.schedule", pickup);
        add("pickups.update", nobodys, pickup);
        add("pickups.suggest", List.of(order), List.of());
        add("pickups.cancel", nobodys);
        add("pickups.cancelAll", carrier);
        add("pickups.status", nobodys);
        add("pickups.pending", carrier);
    }

    private void papers() {
        DocumentUpload upload = errands.document()
                .orElseGet(() -> DocumentUpload.builder().carrier(carrier).build());
        ShippedFor shipment =
                ShippedFor.builder().id("1").trackingNumber(number).build();
        add("documents.check", upload);
        add("documents.checkAttach", carrier, List.of("doc_unknown"), shipment);
        add("documents.checkDelete", carrier, "doc_unknown");
        add("documents.upload", upload);
        add("documents.attach", carrier, List.of("doc_unknown"), shipment);
        add("documents.uploadAndAttach", upload);
        add("documents.uploadInvoiceData", carrier, abroad.customs().orElseThrow(), shipment);
        add("documents.delete", carrier, "doc_unknown");
        add(
                "documents.generate",
                DocumentRequest.builder()
                        .carrier(carrier)
                        .template("Hello")
                        .putData("name", "Example Books")
                        .putData("city", "Toronto")
                        .putData("amount", 12)
                        .build());
        add(
                "landedCosts.quote",
                errands.landedCost()
                        .orElseGet(() ->
                                LandedCostRequest.builder().carrier(carrier).build()));
        add(
                "subscriptions.subscribe",
                errands.subscription(number)
                        .orElseGet(() ->
                                SubscriptionRequest.builder().carrier(carrier).build()));
    }

    private void places() {
        Address address = order.recipient().orElseThrow();
        add("addresses.validate", address);
        add("addresses.validate", carrier, address);
        add("addresses.validatePostalCode", address);
        add("addresses.validatePostalCode", carrier, address);
        add(
                "locations.find",
                errands.locations()
                        .orElseGet(() -> LocationQuery.builder()
                                .carrier(carrier)
                                .address(address)
                                .build()));
        add("locations.politicalDivisions", "US");
        add("addressBook.addresses", carrier);
        add("addressBook.saveAddress", carrier, address);
        add("addressBook.updateAddress", carrier, "adr_unknown", address);
        add("addressBook.deleteAddress", carrier, "adr_unknown");
        add("addressBook.parcels", carrier);
        add("addressBook.saveParcel", carrier, order.parcels().get(0));
        add("addressBook.updateParcel", carrier, "pcl_unknown", order.parcels().get(0));
        add("addressBook.deleteParcel", carrier, "pcl_unknown");
    }

    private void stores() {
        add("orders.list", OrderFilter.all());
        add("orders.get", carrier, "ord_unknown");
        add("webhooks.list", carrier);
        add(
                "webhooks.register",
                WebhookRequest.builder()
                        .carrier(carrier)
                        .url("https://shop.example.com/hook")
                        .addEvents("tracker_updated", "shipment_purchased", "order_created")
                        .build());
        add("webhooks.test", carrier, "hook_unknown");
        add("webhooks.remove", carrier, "hook_unknown");
    }

    /** What nobody is asked for, or a gateway only. */
    private void told() {
        add("webhooks.parse", carrier, Map.of(), new byte[0]);
        add("detect", number);
        add("forget", number);
        add("forgetAll");
        add("cacheStats");
        add("carriers");
        add("unmappedCodes");
        add("quota", Optional.of(carrier).filter(name -> !name.contains(":")).orElse("karrio"));
        add("health");
        add("lanes");
    }
}
