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

/**
 * Gives the papers of a shipment that was found again: a carrier that attaches papers after the purchase may not have got
 * them; with the others they came along. Who was killed in the very moment of attaching gives one twice: a second copy is
 * better than a parcel that customs keep. For one thread.
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

    void give(ShipmentRequest order, Shipment shipment) {
        boolean attaches = client.carriers().stream()
                .filter(carrier -> carrier.connection().equals(shipment.connection()))
                .anyMatch(carrier -> carrier.capabilities().contains("documents.attach"));
        if (!attaches) {
            return;
        }
        for (TradeDocument paper : order.tradeDocuments()) {
            give(order, shipment, paper);
        }
    }

    private void give(ShipmentRequest order, Shipment shipment, TradeDocument paper) {
        String key = "paper " + paper.name();
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
