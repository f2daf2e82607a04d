package com.trackingmcp.karrio;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Cancellation;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Labels, and after each the papers for customs that were given with it: Karrio takes them for bought shipments only. Safe for
 * use by many threads; never blocks.
 *
 * <p>They go one after the other, in half of the time that is left: whatever becomes of them, the shipment is bought, and told
 * with an alert of each paper that was not uploaded.
 */
final class KarrioShippingWithPapers implements ShippingCapability {
    private final ShippingCapability shipping;
    private final DocumentCapability taker;
    private final Clock clock;

    KarrioShippingWithPapers(ShippingCapability shipping, DocumentCapability taker, Clock clock) {
        this.shipping = shipping;
        this.taker = taker;
        this.clock = clock;
    }

    @Override
    public void check(ShipmentRequest request, RequestCheck check) {
        shipping.check(request, check);
    }

    @Override
    public CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        return shipping.ship(request, call).thenCompose(shipment -> {
            if (request.tradeDocuments().isEmpty()) {
                return CompletableFuture.completedFuture(shipment);
            }
            List<Alert> alerts = new ArrayList<>();
            return upload(request, shipment, 0, alerts, own(call))
                    .thenApply(done -> alerts.isEmpty()
                            ? shipment
                            : Shipment.builder()
                                    .from(shipment)
                                    .addAllAlerts(alerts)
                                    .build());
        });
    }

    private CallContext own(CallContext call) {
        Instant now = clock.instant();
        Duration half = Duration.between(now, call.deadline()).dividedBy(2);
        CallContext own = new CallContext(call.correlationId(), now.plus(half), false);
        call.onCancel(own::cancel);
        return own;
    }

    /** The papers from this one on. */
    private CompletableFuture<Void> upload(
            ShipmentRequest request, Shipment shipment, int index, List<Alert> alerts, CallContext call) {
        if (index == request.tradeDocuments().size()) {
            return CompletableFuture.completedFuture(null);
        }
        TradeDocument document = request.tradeDocuments().get(index);
        LocalDate day = request.shipDate().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        DocumentUpload paper = DocumentUpload.builder()
                .document(document)
                .originCountry(request.sender().flatMap(Address::country))
                .destinationCountry(request.recipient().flatMap(Address::country))
                .service(request.service())
                .shipment(ShippedFor.of(shipment, day))
                .build();
        CompletableFuture<UploadedDocument> uploaded =
                CompletableFuture.completedFuture(paper).thenCompose(upload -> taker.uploadToShipment(upload, call));
        return Outcomes.settle(uploaded).thenCompose(outcome -> {
            String what = "paper " + (index + 1) + " (" + document.kind().word() + ") was not uploaded";
            outcome.failure().ifPresent(failure -> alerts.add(alert(what, failure)));
            return upload(request, shipment, index + 1, alerts, call);
        });
    }

    private static Alert alert(String what, CarrierException failure) {
        return Alert.builder()
                .code(failure.code().id())
                .text(what + ": " + failure.getMessage())
                .build();
    }

    @Override
    public boolean cancels() {
        return shipping.cancels();
    }

    @Override
    public CompletableFuture<Cancellation> cancel(ShipmentQuery query, CallContext call) {
        return shipping.cancel(query, call);
    }

    @Override
    public boolean recovers() {
        return shipping.recovers();
    }

    @Override
    public CompletableFuture<List<Shipment>> recover(ShipmentQuery query, CallContext call) {
        return shipping.recover(query, call);
    }
}
