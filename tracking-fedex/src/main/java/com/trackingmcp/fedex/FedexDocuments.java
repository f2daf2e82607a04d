package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexDocumentWire.Answer;
import com.trackingmcp.fedex.FedexDocumentWire.Described;
import com.trackingmcp.fedex.FedexDocumentWire.Held;
import com.trackingmcp.fedex.FedexDocumentWire.Meta;
import com.trackingmcp.fedex.FedexDocumentWire.Output;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * FedEx's Trade Documents Upload API, on a host of its own. Safe for use by many threads.
 *
 * <p>A paper goes up before the shipment, which then names its id, or after it with the shipment's number; for the latter
 * the shipment has to be bought with the option {@code fedex_post_shipment_upload}. FedEx takes papers up to ten days
 * before the shipment and of 5 MB each, says its developer portal; it deletes none when asked, and does not say until when
 * it keeps one.
 */
final class FedexDocuments implements DocumentCapability {
    static final String UPLOAD = "upload_document";
    static final String UPLOAD_AND_ATTACH = "upload_and_attach_document";

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final String USMCA = "USMCA";

    private final FedexSales sales;
    private final FedexSales.Door documents;

    FedexDocuments(FedexSales sales) {
        this.sales = sales;
        this.documents = sales.documents();
    }

    /** What FedEx calls a kind of paper; what it has no name for is another. */
    static String type(TradeDocumentKind kind) {
        return switch (kind) {
            case COMMERCIAL_INVOICE, PRO_FORMA_INVOICE, CERTIFICATE_OF_ORIGIN -> kind.name();
            case USMCA_CERTIFICATE_OF_ORIGIN -> "USMCA_CERTIFICATION_OF_ORIGIN";
            default -> "OTHER";
        };
    }

    @Override
    public void check(DocumentUpload upload, RequestCheck check) {
        check.required("origin_country", upload.originCountry());
        check.required("destination_country", upload.destinationCountry());
        upload.document()
                .filter(paper -> paper.size() > MOST_BYTES)
                .ifPresent(paper -> check.wrong(
                        "document.base64", "has " + paper.size() + " bytes; FedEx takes " + MOST_BYTES + " at most"));
    }

    @Override
    public boolean uploads() {
        return true;
    }

    @Override
    public CompletableFuture<UploadedDocument> upload(DocumentUpload upload, CallContext call) {
        return send(UPLOAD, "ETDPreshipment", upload, Optional.empty(), call);
    }

    @Override
    public boolean uploadsToShipments() {
        return true;
    }

    @Override
    public CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload upload, CallContext call) {
        return send(UPLOAD_AND_ATTACH, "ETDPostshipment", upload, upload.shipment(), call);
    }

    private CompletableFuture<UploadedDocument> send(
            String operation, String workflow, DocumentUpload upload, Optional<ShippedFor> shipment, CallContext call) {
        sales.requireCredentials(operation);
        TradeDocument paper = upload.document().orElseThrow();
        String mediaType = paper.format().map(DocumentFormat::mediaType).orElseThrow();
        byte[] described = WireJson.write(described(workflow, upload, paper, mediaType, shipment));
        // FedEx refuses them in the other order
        List<CarrierRequest.Part> parts = List.of(
                new CarrierRequest.Part("document", Optional.empty(), "application/json", described),
                new CarrierRequest.Part("attachment", Optional.of(paper.name()), mediaType, paper.content()));
        CarrierRequest request =
                sales.request(CarrierRequest.post(operation), "/documents/v1/etds/upload", parts, call.correlationId());
        return documents
                .http()
                .send(request, call)
                .thenApply(response -> held(response, paper.kind(), shipment.isPresent()));
    }

    private static Described described(
            String workflow,
            DocumentUpload upload,
            TradeDocument paper,
            String mediaType,
            Optional<ShippedFor> shipment) {
        Meta meta = new Meta(
                type(paper.kind()),
                paper.kind() == TradeDocumentKind.USMCA_CERTIFICATE_OF_ORIGIN ? USMCA : null,
                shipment.map(ShippedFor::trackingNumber).orElse(null),
                shipment.flatMap(ShippedFor::shipDate)
                        .map(day -> day + "T00:00:00")
                        .orElse(null),
                upload.originCountry().orElseThrow(),
                upload.destinationCountry().orElseThrow());
        return new Described(
                workflow,
                upload.service()
                        .or(() -> shipment.flatMap(ShippedFor::service))
                        .map(service -> FedexCompany.of(service).code())
                        .orElse(null),
                paper.name(),
                mediaType,
                meta);
    }

    private UploadedDocument held(CarrierResponse response, TradeDocumentKind kind, boolean attached) {
        Answer answer = WireJson.read(response, Answer.class);
        Output output = FedexSellingErrors.output(response, answer.output(), answer.transactionId(), answer.errors());
        Held held = output.meta();
        Optional<String> id = WireText.text(held == null ? null : held.docId());
        if (id.isEmpty()) {
            FedexSellingErrors.unlessRefused(response, answer.transactionId(), answer.errors());
        }
        if (id.isEmpty() && !attached) {
            throw FedexSellingErrors.silent(response, answer.transactionId(), "it has no id of the paper")
                    .toException();
        }
        Optional<String> folder = WireJson.list(held == null ? null : held.folderId()).stream()
                .flatMap(text -> WireText.text(text).stream())
                .findFirst();
        return UploadedDocument.builder()
                .carrier(sales.profile().carrier())
                .connection(sales.profile().connection())
                .id(id)
                .kind(kind)
                .attached(attached)
                .details(folder.map(name -> Map.of("folder_id", name)).orElse(Map.of()))
                .alerts(FedexAlerts.ofValues(output.alerts()))
                .build();
    }
}
