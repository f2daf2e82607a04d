package com.trackingmcp.examples.desk;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.UploadedDocument;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/**
 * Gives papers to carriers that attach them after the purchase, a step of its own in the journal each: who is killed in the
 * middle of a purchase could not tell whether they were attached. With the others they go along with the order. For one
 * thread.
 */
final class LatePapers {
    private final TrackingClient client;
    private final Journal journal;
    private final Clock clock;
    private final PrintStream out;

    LatePapers(TrackingClient client, Journal journal, Clock clock, PrintStream out) {
        this.client = client;
        this.journal = journal;
        this.clock = clock;
        this.out = out;
    }

    /** The order as it is bought: without the papers that come later. */
    ShipmentRequest without(ShipmentRequest order) {
        return areLate(order.carrier().orElseThrow())
                ? ShipmentRequest.builder()
                        .from(order)
                        .tradeDocuments(List.of())
                        .build()
                : order;
    }

    private boolean areLate(String connection) {
        return client.carriers().stream()
                .filter(carrier -> carrier.connection().equals(connection))
                .anyMatch(carrier -> carrier.capabilities().contains("documents.attach"));
    }

    /** Gives those that were not given. */
    void give(ShipmentRequest order, Shipment shipment) {
        if (!areLate(shipment.connection())) {
            return;
        }
        for (TradeDocument paper : order.tradeDocuments()) {
            give(order, shipment, paper);
        }
    }

    /** How many the carrier has. */
    long given(ShipmentRequest order, Shipment shipment) {
        return order.tradeDocuments().stream()
                .filter(paper -> !areLate(shipment.connection())
                        || journal.result(key(paper), UploadedDocument.class).isPresent())
                .count();
    }

    private static String key(TradeDocument paper) {
        return "paper " + paper.name();
    }

    private void give(ShipmentRequest order, Shipment shipment, TradeDocument paper) {
        String key = key(paper);
        if (journal.result(key, UploadedDocument.class).isPresent()) {
            return;
        }
        if (journal.unclearSince(key).isPresent()) {
            out.println(key + " may be attached already: ask the carrier");
            return;
        }
        journal.begins(key, clock.instant());
        try {
            journal.ended(
                    key,
                    client.documents()
                            .uploadAndAttach(DocumentUpload.builder()
                                    .carrier(shipment.connection())
                                    .document(paper)
                                    .shipment(ShippedFor.of(
                                            shipment, order.shipDate().orElseThrow()))
                                    .build()));
        } catch (CarrierException e) {
            if (e.code() != ErrorCode.OUTCOME_UNKNOWN) {
                journal.cameToNothing(key, String.valueOf(e.getMessage()));
            }
            out.println(key + " was not attached: " + e.getMessage());
        }
    }
}
