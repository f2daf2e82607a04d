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

/** A verb of the desk: how it is asked so that it works, and so that everything is missing. */
enum Verb {
    PICKUP_QUOTE("pickups.quote", "pickup-quote", false) {
        @Override
        Object good(Desk desk) {
            return desk.client().pickups().quote(desk.errands().pickup().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().pickups().quote(emptyPickup(desk));
        }
    },
    PICKUP_SCHEDULE("pickups.schedule", "pickup", true) {
        @Override
        Object good(Desk desk) {
            return desk.client().pickups().schedule(desk.errands().pickup().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().pickups().schedule(emptyPickup(desk));
        }
    },
    PICKUP_UPDATE("pickups.update", "pickup-update", true) {
        @Override
        Object good(Desk desk) {
            return desk.client()
                    .pickups()
                    .update(desk.bookedPickup(), desk.errands().pickup().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().pickups().update(PickupQuery.of(desk.carrier(), ""), emptyPickup(desk));
        }
    },
    PICKUP_CANCEL("pickups.cancel", "pickup-cancel", true) {
        @Override
        Object good(Desk desk) {
            return desk.client().pickups().cancel(desk.bookedPickup());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().pickups().cancel(PickupQuery.of(desk.carrier(), ""));
        }
    },
    PICKUP_STATUS("pickups.status", "pickup-status", false) {
        @Override
        Object good(Desk desk) {
            return desk.client().pickups().status(desk.bookedPickup()).orElseThrow();
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().pickups().status(PickupQuery.of(desk.carrier(), ""));
        }
    },
    LANDED_COST("landedCosts.quote", "landed-cost", false) {
        @Override
        Object good(Desk desk) {
            return desk.client().landedCosts().quote(desk.errands().landedCost().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .landedCosts()
                    .quote(LandedCostRequest.builder().carrier(desk.carrier()).build());
        }
    },
    DOCUMENT_UPLOAD("documents.upload", "upload", true) {
        @Override
        Object good(Desk desk) {
            return desk.client().documents().upload(desk.errands().document().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .documents()
                    .upload(DocumentUpload.builder().carrier(desk.carrier()).build());
        }
    },
    DOCUMENT_ATTACH("documents.attach", "attach", true) {
        @Override
        Object good(Desk desk) {
            UploadedDocument held =
                    desk.client().documents().upload(desk.errands().document().orElseThrow());
            return desk.client()
                    .documents()
                    .attach(desk.carrier(), List.of(held.id().orElseThrow()), desk.boughtShipment());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .documents()
                    .attach(
                            desk.carrier(),
                            List.of(),
                            ShippedFor.builder().id("1").trackingNumber("1").build());
        }
    },
    DOCUMENT_UPLOAD_AND_ATTACH("documents.uploadAndAttach", "upload", true) {
        @Override
        Object good(Desk desk) {
            return desk.client()
                    .documents()
                    .uploadAndAttach(DocumentUpload.builder()
                            .from(desk.errands().document().orElseThrow())
                            .shipment(desk.boughtShipment())
                            .build());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .documents()
                    .uploadAndAttach(
                            DocumentUpload.builder().carrier(desk.carrier()).build());
        }
    },
    DOCUMENT_INVOICE_DATA("documents.uploadInvoiceData", "invoice-data", true) {
        @Override
        Object good(Desk desk) {
            Customs customs = SandboxOrders.international(desk.carrier())
                    .build()
                    .customs()
                    .orElseThrow();
            return desk.client().documents().uploadInvoiceData(desk.carrier(), customs, desk.boughtShipment());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .documents()
                    .uploadInvoiceData(
                            desk.carrier(),
                            Customs.builder().build(),
                            ShippedFor.builder().id("1").trackingNumber("1").build());
        }
    },
    DOCUMENT_DELETE("documents.delete", "delete-document", true) {
        @Override
        Object good(Desk desk) {
            UploadedDocument held =
                    desk.client().documents().upload(desk.errands().document().orElseThrow());
            return desk.client().documents().delete(desk.carrier(), held.id().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client().documents().delete(desk.carrier(), "");
        }
    },
    LOCATIONS("locations.find", "locations", false) {
        @Override
        Object good(Desk desk) {
            return desk.client().locations().find(desk.errands().locations().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .locations()
                    .find(LocationQuery.builder().carrier(desk.carrier()).build());
        }
    },
    MANIFEST_CLOSE("manifests.close", "manifest", true) {
        @Override
        Object good(Desk desk) {
            desk.boughtShipment();
            return desk.client().manifests().close(desk.errands().manifest().orElseThrow());
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .manifests()
                    .close(ManifestRequest.builder().carrier(desk.carrier()).build());
        }
    },
    MANIFEST_REPRINT("manifests.reprint", "manifest-reprint", false) {
        @Override
        Object good(Desk desk) {
            desk.boughtShipment();
            ManifestRequest day = desk.errands().manifest().orElseThrow();
            desk.client().manifests().close(day);
            return desk.client().manifests().reprint(day);
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .manifests()
                    .reprint(ManifestRequest.builder().carrier(desk.carrier()).build());
        }
    },
    SUBSCRIBE("subscriptions.subscribe", "subscribe", true) {
        @Override
        Object good(Desk desk) {
            return desk.client()
                    .subscriptions()
                    .subscribe(desk.errands().subscription(desk.knownNumber()).orElseThrow())
                    .get(0)
                    .orElseThrow();
        }

        @Override
        Object bad(Desk desk) {
            return desk.client()
                    .subscriptions()
                    .subscribe(SubscriptionRequest.builder()
                            .carrier(desk.carrier())
                            .build());
        }
    };

    private final String capability;
    private final String operation;
    private final boolean deed;

    Verb(String capability, String operation, boolean deed) {
        this.capability = capability;
        this.operation = operation;
        this.deed = deed;
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
    abstract Object good(Desk desk);

    /** Asks with all missing but the carrier. */
    abstract Object bad(Desk desk);

    private static PickupRequest emptyPickup(Desk desk) {
        return PickupRequest.builder().carrier(desk.carrier()).build();
    }

    /** A client at a carrier's counter, and what it asks there. */
    interface Desk {
        String carrier();

        TrackingClient client();

        SandboxErrands errands();

        /** A pickup that was booked just now. */
        PickupQuery bookedPickup();

        /** A shipment abroad that was bought just now. */
        ShippedFor boughtShipment();

        /** The number of a parcel the carrier knows. */
        String knownNumber();
    }
}
