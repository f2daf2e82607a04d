package com.trackingmcp.spi;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.UploadedDocument;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes papers for customs. Safe for use by many threads; blocks none. What uploads, attaches or deletes is sent at most
 * once.
 *
 * <p>A carrier takes them in one of three ways, or more: it {@linkplain #uploads() holds} them for a shipment to come, it
 * {@linkplain #attaches() attaches} what it holds to a shipment that was bought, or it takes them
 * {@linkplain #uploadsToShipments() for a shipment} that was bought and attaches them at once. A paper it does not know,
 * or no longer, is {@link com.trackingmcp.error.ErrorCode#DOCUMENT_NOT_FOUND}.
 *
 * <p>Where papers are to go with a shipment that is being bought, the client uploads them before and attaches them after
 * it, as far as the carrier does these; the shipping capability finds what was uploaded before in
 * {@link ShipmentRequest#uploadedDocuments()}, and in {@link ShipmentRequest#tradeDocuments()} what the carrier does not
 * take but with the shipment.
 */
public interface DocumentCapability extends Capability {
    /**
     * Tells everything that keeps this carrier from taking the paper: kind, format, size, and what else it must know. The
     * paper is there; it may lack a format or content, which is told already. No shipment is, where the paper goes with one
     * that is being bought.
     */
    void check(DocumentUpload upload, RequestCheck check);

    /** Whether {@link #upload} can be asked. */
    default boolean uploads() {
        return false;
    }

    /** Hands a paper over for a shipment to come. */
    default CompletableFuture<UploadedDocument> upload(DocumentUpload upload, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("uploading papers before a shipment"));
    }

    /** Whether {@link #attach} can be asked. */
    default boolean attaches() {
        return false;
    }

    /** Tells everything that keeps this carrier from attaching these papers; that there are ids is told already. */
    default void checkAttach(List<String> documentIds, ShippedFor shipment, RequestCheck check) {}

    /** Attaches papers that were uploaded to a shipment that was bought; the same papers come back, attached. */
    default CompletableFuture<List<UploadedDocument>> attach(
            List<String> documentIds, ShippedFor shipment, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("attaching uploaded papers to a shipment"));
    }

    /** Whether {@link #uploadToShipment} can be asked. */
    default boolean uploadsToShipments() {
        return false;
    }

    /**
     * Whether papers that go with a shipment that is being bought are to be {@linkplain #uploadToShipment uploaded to it} once
     * it is bought: for a carrier that takes them neither before nor with the order.
     */
    default boolean uploadsAfterPurchase() {
        return false;
    }

    /** Hands a paper over for a shipment that was bought: {@link DocumentUpload#shipment()} is there. */
    default CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload upload, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("uploading papers to a shipment"));
    }

    /** Whether {@link #uploadInvoiceData} can be asked. */
    default boolean takesInvoiceData() {
        return false;
    }

    /** Tells everything that keeps this carrier from taking what the invoice says; goods and ship date are told already. */
    default void checkInvoiceData(Customs customs, ShippedFor shipment, RequestCheck check) {}

    /** Hands over what the invoice of a shipment that was bought says, as data instead of a paper. */
    default CompletableFuture<UploadedDocument> uploadInvoiceData(
            Customs customs, ShippedFor shipment, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("uploading an invoice's data"));
    }

    /** Whether {@link #generate} can be asked. */
    default boolean generates() {
        return false;
    }

    /** Makes a paper from a template. */
    default CompletableFuture<Document> generate(DocumentRequest request, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("making papers from templates"));
    }

    /** Whether {@link #delete} can be asked. */
    default boolean deletes() {
        return false;
    }

    /** Tells everything that keeps this carrier from forgetting the paper; that there is an id is told already. */
    default void checkDelete(String documentId, RequestCheck check) {}

    /** Has the carrier forget a paper. */
    default CompletableFuture<Boolean> delete(String documentId, CallContext call) {
        return CompletableFuture.failedFuture(NotOffered.of("deleting papers"));
    }
}
