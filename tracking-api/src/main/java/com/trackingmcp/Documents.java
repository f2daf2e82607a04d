package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.internal.engine.DocumentDesk;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.UploadedDocument;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Gives carriers papers for customs. Safe for use by many threads; lives as long as its client.
 *
 * <p>Carriers take papers in different ways. UPS holds what is uploaded and attaches it when asked. FedEx holds it for a
 * shipment to come, which names it ({@code ShipmentRequest.uploadedDocuments}), or takes it for a shipment that was bought. DHL Express
 * takes it with the shipment ({@code ShipmentRequest.tradeDocuments}) or for one that was bought.
 */
public final class Documents {
    private final DocumentDesk desk;
    private final Calls calls;

    Documents(DocumentDesk desk, Calls calls) {
        this.desk = desk;
        this.calls = calls;
    }

    /**
     * Hands a paper over for a shipment to come. Sent once.
     *
     * @return the paper, whose id a shipment names
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent;
     *     kind, format and size too
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier holds none
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the carrier may hold it, which costs nothing
     * @throws CarrierException for whatever else went wrong
     */
    public UploadedDocument upload(DocumentUpload upload) {
        return uploading(upload).await();
    }

    /** The twin of {@link #upload(DocumentUpload)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<UploadedDocument> uploadAsync(DocumentUpload upload) {
        return Async.attempt(() -> uploading(upload).handedOver());
    }

    private Pending<UploadedDocument> uploading(DocumentUpload upload) {
        Async.required("upload", upload);
        return calls.have(upload.carrier(), call -> desk.upload(upload, call));
    }

    /**
     * Everything that keeps {@link #upload} from being sent as it is, or {@link #uploadAndAttach} where it names a
     * shipment, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> check(DocumentUpload upload) {
        return checking(upload).await();
    }

    /** The twin of {@link #check(DocumentUpload)}. */
    public CompletableFuture<List<FieldProblem>> checkAsync(DocumentUpload upload) {
        return Async.attempt(() -> checking(upload).handedOver());
    }

    private Pending<List<FieldProblem>> checking(DocumentUpload upload) {
        Async.required("upload", upload);
        return calls.check(upload.carrier(), call -> desk.problems(upload, call));
    }

    /**
     * Attaches papers the carrier holds to a shipment that was bought. Sent once.
     *
     * @return the papers, attached
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier attaches none it holds: only UPS does
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#DOCUMENT_NOT_FOUND} where the carrier does not know one, or no
     *     longer; and for whatever else went wrong
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: they may be attached
     */
    public List<UploadedDocument> attach(String carrier, List<String> documentIds, ShippedFor shipment) {
        return attaching(carrier, documentIds, shipment).await();
    }

    /** The twin of {@link #attach(String, List, ShippedFor)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<List<UploadedDocument>> attachAsync(
            String carrier, List<String> documentIds, ShippedFor shipment) {
        return Async.attempt(() -> attaching(carrier, documentIds, shipment).handedOver());
    }

    private Pending<List<UploadedDocument>> attaching(String carrier, List<String> documentIds, ShippedFor shipment) {
        Async.required("carrier", carrier);
        Async.required("documentIds", documentIds);
        Async.required("shipment", shipment);
        return calls.have(Optional.of(carrier), call -> desk.attach(carrier, documentIds, shipment, call));
    }

    /**
     * Everything that keeps {@link #attach} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> checkAttach(String carrier, List<String> documentIds, ShippedFor shipment) {
        return checkingAttach(carrier, documentIds, shipment).await();
    }

    /** The twin of {@link #checkAttach(String, List, ShippedFor)}. */
    public CompletableFuture<List<FieldProblem>> checkAttachAsync(
            String carrier, List<String> documentIds, ShippedFor shipment) {
        return Async.attempt(
                () -> checkingAttach(carrier, documentIds, shipment).handedOver());
    }

    private Pending<List<FieldProblem>> checkingAttach(String carrier, List<String> documentIds, ShippedFor shipment) {
        Async.required("carrier", carrier);
        Async.required("documentIds", documentIds);
        Async.required("shipment", shipment);
        return calls.check(Optional.of(carrier), call -> desk.problems(carrier, documentIds, shipment, call));
    }

    /**
     * Gives a paper to a shipment that was bought: {@link DocumentUpload#shipment()}. Each step is sent once. FedEx takes papers only
     * of what was bought with {@code fedex_post_shipment_upload}, DHL Express of what was bought with papers that it took, or with
     * {@code dhl_paperless}, some minutes after the purchase.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier takes none for a shipment that was bought
     * @throws com.trackingmcp.error.OutcomeUnknownException where an answer was lost: the paper may be attached
     * @throws CarrierException for whatever went wrong; where the paper was uploaded but not attached, its {@code reference()} is the id of
     *     the paper
     */
    public UploadedDocument uploadAndAttach(DocumentUpload upload) {
        return uploadingAndAttaching(upload).await();
    }

    /** The twin of {@link #uploadAndAttach(DocumentUpload)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<UploadedDocument> uploadAndAttachAsync(DocumentUpload upload) {
        return Async.attempt(() -> uploadingAndAttaching(upload).handedOver());
    }

    private Pending<UploadedDocument> uploadingAndAttaching(DocumentUpload upload) {
        Async.required("upload", upload);
        return calls.have(upload.carrier(), call -> desk.uploadAndAttach(upload, call));
    }

    /**
     * Hands over what the invoice of a shipment that was bought says, as data instead of a paper. Sent once.
     *
     * @param customs the goods, each with its weight, the number of the invoice, and the terms of sale
     * @return what was handed over, attached
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier takes papers alone: only DHL Express takes data,
     *     of the carriers that are asked directly
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: the carrier may have it
     * @throws CarrierException for whatever else went wrong
     */
    public UploadedDocument uploadInvoiceData(String carrier, Customs customs, ShippedFor shipment) {
        return uploadingInvoiceData(carrier, customs, shipment).await();
    }

    /**
     * The twin of {@link #uploadInvoiceData(String, Customs, ShippedFor)}; cancelling the future withdraws only what was not
     * sent yet.
     */
    public CompletableFuture<UploadedDocument> uploadInvoiceDataAsync(
            String carrier, Customs customs, ShippedFor shipment) {
        return Async.attempt(
                () -> uploadingInvoiceData(carrier, customs, shipment).handedOver());
    }

    private Pending<UploadedDocument> uploadingInvoiceData(String carrier, Customs customs, ShippedFor shipment) {
        Async.required("carrier", carrier);
        Async.required("customs", customs);
        Async.required("shipment", shipment);
        return calls.have(Optional.of(carrier), call -> desk.uploadInvoiceData(carrier, customs, shipment, call));
    }

    /**
     * Has the carrier forget a paper. Sent once.
     *
     * @return whether it has
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier forgets none: only UPS does
     * @throws com.trackingmcp.error.OutcomeUnknownException where the answer was lost: asking again tells
     * @throws CarrierException with {@link com.trackingmcp.error.ErrorCode#DOCUMENT_NOT_FOUND} where the carrier does not know it; and for
     *     whatever else went wrong
     */
    public boolean delete(String carrier, String documentId) {
        return deleting(carrier, documentId).await();
    }

    /** The twin of {@link #delete(String, String)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Boolean> deleteAsync(String carrier, String documentId) {
        return Async.attempt(() -> deleting(carrier, documentId).handedOver());
    }

    private Pending<Boolean> deleting(String carrier, String documentId) {
        Async.required("carrier", carrier);
        Async.required("documentId", documentId);
        return calls.have(Optional.of(carrier), call -> desk.delete(carrier, documentId, call));
    }

    /**
     * Everything that keeps {@link #delete} from being sent as it is, told beforehand: every missing or wrong field, those of the carrier's own included. Asks the carrier nothing.
     *
     * @return none where nothing does: the carrier may still refuse it
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where the carrier has no such thing
     */
    public List<FieldProblem> checkDelete(String carrier, String documentId) {
        return checkingDelete(carrier, documentId).await();
    }

    /** The twin of {@link #checkDelete(String, String)}. */
    public CompletableFuture<List<FieldProblem>> checkDeleteAsync(String carrier, String documentId) {
        return Async.attempt(() -> checkingDelete(carrier, documentId).handedOver());
    }

    private Pending<List<FieldProblem>> checkingDelete(String carrier, String documentId) {
        Async.required("carrier", carrier);
        Async.required("documentId", documentId);
        return calls.check(Optional.of(carrier), call -> desk.deleteProblems(carrier, documentId, call));
    }

    /**
     * Has a server make a paper from a template, such as a packing slip. Sent once.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming every missing or wrong field, before anything is sent
     * @throws com.trackingmcp.error.CapabilityNotSupportedException where no connection asked makes papers
     * @throws CarrierException for whatever else went wrong
     */
    public Document generate(DocumentRequest request) {
        return generating(request).await();
    }

    /** The twin of {@link #generate(DocumentRequest)}; cancelling the future withdraws only what was not sent yet. */
    public CompletableFuture<Document> generateAsync(DocumentRequest request) {
        return Async.attempt(() -> generating(request).handedOver());
    }

    private Pending<Document> generating(DocumentRequest request) {
        Async.required("request", request);
        return calls.have(request.carrier(), call -> desk.generate(request, call));
    }
}
