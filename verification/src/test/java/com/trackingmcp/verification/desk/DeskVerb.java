package com.trackingmcp.verification.desk;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.testkit.SandboxErrands;
import com.trackingmcp.testkit.SandboxOrders;
import java.util.List;
import java.util.function.Function;

/** A verb of the desk: how it is asked so that it works, and so that everything is missing. */
enum DeskVerb {
    PICKUP_QUOTE(
            "pickups.quote",
            "pickup-quote",
            false,
            desk -> desk.client().pickups().quote(desk.errands().pickup().orElseThrow()),
            desk -> desk.client().pickups().quote(emptyPickup(desk))),
    PICKUP_SCHEDULE(
            "pickups.schedule",
            "pickup",
            true,
            desk -> desk.client().pickups().schedule(desk.errands().pickup().orElseThrow()),
            desk -> desk.client().pickups().schedule(emptyPickup(desk))),
    PICKUP_UPDATE(
            "pickups.update",
            "pickup-update",
            true,
            desk -> desk.client()
                    .pickups()
                    .update(desk.bookedPickup(), desk.errands().pickup().orElseThrow()),
            desk -> desk.client().pickups().update(PickupQuery.of(desk.carrier(), ""), emptyPickup(desk))),
    PICKUP_CANCEL(
            "pickups.cancel",
            "pickup-cancel",
            true,
            desk -> desk.client().pickups().cancel(desk.bookedPickup()),
            desk -> desk.client().pickups().cancel(PickupQuery.of(desk.carrier(), ""))),
    PICKUP_CANCEL_ALL(
            "pickups.cancelAll",
            "pickup-cancel",
            true,
            desk -> {
                desk.bookedPickup();
                return desk.client().pickups().cancelAll(desk.carrier());
            },
            desk -> desk.clientWithoutAccount().pickups().cancelAll(desk.carrier())),
    PICKUP_PENDING(
            "pickups.pending",
            "pickup-status",
            false,
            desk -> {
                desk.bookedPickup();
                return desk.client().pickups().pending(desk.carrier()).get(0);
            },
            desk -> desk.clientWithoutAccount().pickups().pending(desk.carrier())),
    PICKUP_STATUS(
            "pickups.status",
            "pickup-status",
            false,
            desk -> desk.client().pickups().status(desk.bookedPickup()).orElseThrow(),
            desk -> desk.client().pickups().status(PickupQuery.of(desk.carrier(), ""))),
    LANDED_COST(
            "landedCosts.quote",
            "landed-cost",
            false,
            desk -> desk.client()
                    .landedCosts()
                    .quote(desk.errands().landedCost().orElseThrow()),
            desk -> desk.client()
                    .landedCosts()
                    .quote(LandedCostRequest.builder().carrier(desk.carrier()).build())),
    DOCUMENT_UPLOAD(
            "documents.upload",
            "upload",
            true,
            desk -> desk.client().documents().upload(desk.errands().document().orElseThrow()),
            desk -> desk.client()
                    .documents()
                    .upload(DocumentUpload.builder().carrier(desk.carrier()).build())),
    DOCUMENT_ATTACH(
            "documents.attach",
            "attach",
            true,
            desk -> {
                UploadedDocument held = desk.client()
                        .documents()
                        .upload(desk.errands().document().orElseThrow());
                return desk.client()
                        .documents()
                        .attach(desk.carrier(), List.of(held.id().orElseThrow()), desk.boughtShipment());
            },
            desk -> desk.client()
                    .documents()
                    .attach(
                            desk.carrier(),
                            List.of(),
                            ShippedFor.builder().id("1").trackingNumber("1").build())),
    DOCUMENT_UPLOAD_AND_ATTACH(
            "documents.uploadAndAttach",
            "upload",
            true,
            desk -> desk.client()
                    .documents()
                    .uploadAndAttach(DocumentUpload.builder()
                            .from(desk.errands().document().orElseThrow())
                            .shipment(desk.boughtShipment())
                            .build()),
            desk -> desk.client()
                    .documents()
                    .uploadAndAttach(
                            DocumentUpload.builder().carrier(desk.carrier()).build())),
    DOCUMENT_INVOICE_DATA(
            "documents.uploadInvoiceData",
            "invoice-data",
            true,
            desk -> {
                Customs customs = SandboxOrders.international(desk.carrier())
                        .build()
                        .customs()
                        .orElseThrow();
                return desk.client().documents().uploadInvoiceData(desk.carrier(), customs, desk.boughtShipment());
            },
            desk -> desk.client()
                    .documents()
                    .uploadInvoiceData(
                            desk.carrier(),
                            Customs.builder().build(),
                            ShippedFor.builder().id("1").trackingNumber("1").build())),
    DOCUMENT_DELETE(
            "documents.delete",
            "delete-document",
            true,
            desk -> {
                UploadedDocument held = desk.client()
                        .documents()
                        .upload(desk.errands().document().orElseThrow());
                return desk.client()
                        .documents()
                        .delete(desk.carrier(), held.id().orElseThrow());
            },
            desk -> desk.client().documents().delete(desk.carrier(), "")),
    LOCATIONS(
            "locations.find",
            "locations",
            false,
            desk -> desk.client().locations().find(desk.errands().locations().orElseThrow()),
            desk -> desk.client()
                    .locations()
                    .find(LocationQuery.builder().carrier(desk.carrier()).build())),
    MANIFEST_CLOSE(
            "manifests.close",
            "manifest",
            true,
            desk -> {
                desk.boughtShipment();
                return desk.client().manifests().close(desk.errands().manifest().orElseThrow());
            },
            desk -> desk.client()
                    .manifests()
                    .close(ManifestRequest.builder().carrier(desk.carrier()).build())),
    MANIFEST_REPRINT(
            "manifests.reprint",
            "manifest-reprint",
            false,
            desk -> {
                desk.boughtShipment();
                ManifestRequest day = desk.errands().manifest().orElseThrow();
                desk.client().manifests().close(day);
                return desk.client().manifests().reprint(day);
            },
            desk -> desk.client()
                    .manifests()
                    .reprint(ManifestRequest.builder().carrier(desk.carrier()).build())),
    SUBSCRIBE(
            "subscriptions.subscribe",
            "subscribe",
            true,
            desk -> desk.client()
                    .subscriptions()
                    .subscribe(desk.errands().subscription(desk.knownNumber()).orElseThrow())
                    .get(0)
                    .orElseThrow(),
            desk -> desk.client()
                    .subscriptions()
                    .subscribe(SubscriptionRequest.builder()
                            .carrier(desk.carrier())
                            .build()));

    private final String capability;
    private final String operation;
    private final boolean deed;
    private final Function<Desk, Object> good;
    private final Function<Desk, Object> bad;

    DeskVerb(
            String capability,
            String operation,
            boolean deed,
            Function<Desk, Object> good,
            Function<Desk, Object> bad) {
        this.capability = capability;
        this.operation = operation;
        this.deed = deed;
        this.good = good;
        this.bad = bad;
    }

    /** Its name in {@code ConnectedCarrier.capabilities()}. */
    String capability() {
        return capability;
    }

    /** Its name in the sandbox's record of calls. */
    String operation() {
        return operation;
    }

    /** Whether it does something, and so is sent once. */
    boolean isDeed() {
        return deed;
    }

    /** Asks what the sandbox answers as it is. */
    Object good(Desk desk) {
        return good.apply(desk);
    }

    /** Whether it asks for nothing but the connection's own account, so that only the settings can lack something. */
    boolean isOfTheAccount() {
        return this == PICKUP_CANCEL_ALL || this == PICKUP_PENDING;
    }

    /** Asks with all missing but the carrier. */
    Object bad(Desk desk) {
        return bad.apply(desk);
    }

    private static PickupRequest emptyPickup(Desk desk) {
        return PickupRequest.builder().carrier(desk.carrier()).build();
    }

    /** A client at a carrier's counter, and what it asks there. */
    interface Desk {
        String carrier();

        TrackingClient client();

        /** One whose settings name no account. */
        TrackingClient clientWithoutAccount();

        SandboxErrands errands();

        /** A pickup that was booked just now. */
        PickupQuery bookedPickup();

        /** A shipment abroad that was bought just now. */
        ShippedFor boughtShipment();

        /** The number of a parcel the carrier knows. */
        String knownNumber();
    }
}
