package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.ShippingCapability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one shipment that is being bought: uploaded before it, attached after it, as far as the carrier does these.
 * A paper that fails is an alert on the shipment, and costs no label. For one purchase.
 */
final class Papers {
    private static final Verb<DocumentCapability> UPLOAD =
            Verb.of(DocumentCapability.class, "upload_document", "papers for customs");
    private static final Verb<DocumentCapability> ATTACH =
            Verb.of(DocumentCapability.class, "attach_document", "papers for customs");

    private final HttpTransport transport;
    private final Carrier carrier;
    private final ShipmentRequest request;
    private final CallContext call;
    private final List<Alert> alerts = new ArrayList<>();
    private volatile boolean begun;
    private volatile @Nullable Shipment bought;

    Papers(HttpTransport transport, Carrier carrier, ShipmentRequest request, CallContext call) {
        this.transport = transport;
        this.carrier = carrier;
        this.request = request;
        this.call = call;
    }

    /** Tells what is wrong with the papers of a request. */
    static void check(ShipmentRequest request, Carrier carrier, RequestCheck check) {
        Optional<DocumentCapability> taker = carrier.capability(DocumentCapability.class);
        String name = carrier.profile().name();
        List<UploadedDocument> held = request.uploadedDocuments();
        if (!held.isEmpty() && taker.filter(DocumentCapability::uploads).isEmpty()) {
            check.wrong("uploaded_documents", "are given, but " + name + " holds no papers for shipments to come");
        } else {
            for (int i = 0; i < held.size(); i++) {
                String holder = held.get(i).connection();
                if (!holder.equals(Connections.id(carrier))) {
                    check.wrong(
                            "uploaded_documents[" + i + "].connection", "is " + holder + ", which does not ship it");
                }
            }
        }
        if (!request.tradeDocuments().isEmpty()) {
            taker.ifPresentOrElse(
                    papers -> check(request, papers, check),
                    () -> check.wrong("trade_documents", "are given, but " + name + " takes no papers"));
        }
    }

    private static void check(ShipmentRequest request, DocumentCapability taker, RequestCheck check) {
        for (int i = 0; i < request.tradeDocuments().size(); i++) {
            DocumentUpload upload = upload(request, request.tradeDocuments().get(i));
            RequestCheck own = new RequestCheck();
            DocumentDesk.general(upload, own);
            DocumentDesk.own(taker, upload, own);
            String row = "trade_documents[" + i + "]";
            own.problems().stream()
                    .map(problem -> new FieldProblem(pathIn(row, problem.path()), problem.problem()))
                    .filter(problem -> !check.problems().contains(problem))
                    .forEach(problem -> check.wrong(problem.path(), problem.problem()));
        }
    }

    /** Where the shipment's request says what the paper's would. */
    private static String pathIn(String row, String path) {
        return switch (path) {
            case "origin_country" -> "sender.country";
            case "destination_country" -> "recipient.country";
            default -> path.startsWith("document") ? row + path.substring("document".length()) : path;
        };
    }

    private static DocumentUpload upload(ShipmentRequest request, TradeDocument document) {
        return DocumentUpload.builder()
                .document(document)
                .originCountry(request.sender().flatMap(Address::country))
                .destinationCountry(request.recipient().flatMap(Address::country))
                .service(request.service())
                .build();
    }

    /** A call of its own: whether the purchase was sent is told from the purchase's. */
    private CallContext own(Instant deadline) {
        CallContext own = new CallContext(call.correlationId(), deadline, false);
        call.onCancel(own::cancel);
        return own;
    }

    /** Papers wait no longer than half of the time there is: the purchase has the rest, whatever becomes of them. */
    private Instant halfway() {
        Instant now = transport.clock().instant();
        return now.plus(Duration.between(now, call.deadline()).dividedBy(2));
    }

    /**
     * Buys, with papers before and after. Who stops waiting before the purchase has begun is told that it was withdrawn; who
     * does when only papers are under way gets the shipment.
     *
     * @param settled told what the purchase came to, before anybody else is
     */
    Pending<Shipment> around(
            Clerk<ShippingCapability> clerk,
            String reference,
            BiConsumer<? super Shipment, ? super Throwable> settled) {
        CompletableFuture<Shipment> answer = CompletableFuture.completedFuture(request)
                .thenCompose(given -> before())
                .thenCompose(sent -> {
                    begun = true;
                    if (call.isCancelled()) {
                        throw withdrawn(clerk, reference);
                    }
                    return clerk.once(reference, shipping -> shipping.ship(sent, call))
                            .answer()
                            .thenCompose(shipment -> after(sent, shipment));
                })
                .whenComplete(settled);
        Pending<Shipment> pending = clerk.underWay(answer, reference);
        return new Pending<>(answer, pending.cancel(), () -> {
            Shipment shipment = bought;
            if (shipment != null && !answer.isDone()) {
                failed(
                        "whether the papers were attached is not known",
                        clerk.fault(ErrorCode.OUTCOME_UNKNOWN).toException());
                return told(shipment);
            }
            if (!begun) {
                throw withdrawn(clerk, reference);
            }
            return pending.givenUp().get();
        });
    }

    private CarrierException withdrawn(Clerk<ShippingCapability> clerk, String reference) {
        return clerk.fault(ErrorCode.CALL_CANCELLED)
                .correlationId(call.correlationId())
                .reference(reference)
                .toException();
    }

    private Optional<DocumentCapability> taker() {
        return carrier.capability(DocumentCapability.class);
    }

    /** The request as it is to be sent: with the papers that the carrier holds now. */
    private CompletableFuture<ShipmentRequest> before() {
        List<TradeDocument> documents = request.tradeDocuments();
        if (documents.isEmpty() || taker().filter(DocumentCapability::uploads).isEmpty()) {
            return CompletableFuture.completedFuture(request);
        }
        Instant deadline = halfway();
        List<CompletableFuture<UploadedDocument>> uploads = documents.stream()
                .map(document -> upload(upload(request, document), own(deadline)))
                .toList();
        return Outcomes.gather(uploads).thenApply(outcomes -> {
            ShipmentRequest.Builder with =
                    ShipmentRequest.builder().from(request).tradeDocuments(List.of());
            for (int i = 0; i < outcomes.size(); i++) {
                Outcome<UploadedDocument> outcome = outcomes.get(i);
                outcome.value().ifPresent(with::addUploadedDocuments);
                String what = notUploaded(i, documents.get(i));
                outcome.failure().ifPresent(failure -> failed(what, failure));
            }
            return with.build();
        });
    }

    private CompletableFuture<UploadedDocument> upload(DocumentUpload paper, CallContext own) {
        return new Clerk<>(UPLOAD, carrier, transport, own)
                .once(DocumentDesk.reference(paper), papers -> papers.upload(paper, own))
                .answer();
    }

    private static String notUploaded(int index, TradeDocument document) {
        return "paper " + (index + 1) + " (" + document.kind().word() + ") was not uploaded";
    }

    private synchronized void failed(String what, CarrierException failure) {
        alerts.add(Alert.builder()
                .code(failure.code().id())
                .text(what + ": " + failure.getMessage())
                .build());
    }

    /** The shipment with what became of its papers: whatever fails now, it is bought. */
    private CompletableFuture<Shipment> after(ShipmentRequest sent, Shipment shipment) {
        List<String> ids = sent.uploadedDocuments().stream()
                .flatMap(document -> document.id().stream())
                .toList();
        if (taker().filter(DocumentCapability::uploadsAfterPurchase).isPresent()) {
            bought = shipment;
            return uploadToShipment(sent, shipment, 0).thenApply(done -> told(shipment));
        }
        if (ids.isEmpty()) {
            return CompletableFuture.completedFuture(told(shipment));
        }
        bought = shipment;
        CompletableFuture<List<UploadedDocument>> attached =
                CompletableFuture.completedFuture(ids).thenCompose(papers -> attach(papers, sent, shipment));
        return Outcomes.settle(attached).thenApply(outcome -> {
            outcome.failure()
                    .ifPresent(
                            failure -> failed("the papers " + String.join(", ", ids) + " were not attached", failure));
            return told(shipment);
        });
    }

    /** The papers from this one on, one after the other: some servers keep one record of them all. */
    private CompletableFuture<Void> uploadToShipment(ShipmentRequest sent, Shipment shipment, int index) {
        List<TradeDocument> documents = sent.tradeDocuments();
        if (index == documents.size()) {
            return CompletableFuture.completedFuture(null);
        }
        TradeDocument document = documents.get(index);
        CompletableFuture<UploadedDocument> uploaded = CompletableFuture.completedFuture(document)
                .thenCompose(given -> uploadToShipment(DocumentUpload.builder()
                        .from(upload(sent, given))
                        .shipment(target(sent, shipment))
                        .build()));
        return Outcomes.settle(uploaded).thenCompose(outcome -> {
            outcome.failure().ifPresent(failure -> failed(notUploaded(index, document), failure));
            return uploadToShipment(sent, shipment, index + 1);
        });
    }

    private CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload paper) {
        CallContext own = own(call.deadline());
        return new Clerk<>(UPLOAD, carrier, transport, own)
                .once(DocumentDesk.reference(paper), papers -> papers.uploadToShipment(paper, own))
                .answer();
    }

    private ShippedFor target(ShipmentRequest sent, Shipment shipment) {
        LocalDate day = sent.shipDate()
                .orElseGet(() -> LocalDate.ofInstant(transport.clock().instant(), ZoneOffset.UTC));
        return ShippedFor.of(shipment, day);
    }

    private CompletableFuture<List<UploadedDocument>> attach(
            List<String> ids, ShipmentRequest sent, Shipment shipment) {
        if (taker().filter(DocumentCapability::attaches).isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        ShippedFor target = target(sent, shipment);
        CallContext own = own(call.deadline());
        return new Clerk<>(ATTACH, carrier, transport, own)
                .once(shipment.trackingNumber(), papers -> papers.attach(ids, target, own))
                .answer();
    }

    private synchronized Shipment told(Shipment shipment) {
        return alerts.isEmpty()
                ? shipment
                : Shipment.builder().from(shipment).addAllAlerts(alerts).build();
    }

    /** The failure to attach, with the id of the paper that the carrier holds. */
    static CarrierException named(Throwable failure, String documentId) {
        CarrierException error = Outcomes.carrierException(failure);
        return CarrierException.of(
                error.details().toBuilder().reference(documentId).build(),
                error.getCause() == null ? error : error.getCause());
    }
}
