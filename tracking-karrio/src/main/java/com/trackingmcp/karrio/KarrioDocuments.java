package com.trackingmcp.karrio;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Papers for customs, for shipments that were bought with one connection. Safe for use by many threads.
 *
 * <p>Karrio hands a paper to the carrier at once, and holds none for shipments to come. It knows five kinds: every other paper
 * goes as {@code other}. The shipment is found by its number where its id is not Karrio's. Karrio does not store whose call
 * brought a paper: an upload whose answer was lost is not looked up, and may have been made.
 *
 * <p>Source of kinds and size: Karrio's OpenAPI description 2026.1.32 (DocumentFileData), and its server.
 */
final class KarrioDocuments implements DocumentCapability {
    private static final String UPLOAD = "upload_and_attach_document";
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final String RECORD = "karrio_upload_id";

    private static final Map<TradeDocumentKind, String> KINDS = Map.of(
            TradeDocumentKind.COMMERCIAL_INVOICE, "commercial_invoice",
            TradeDocumentKind.PRO_FORMA_INVOICE, "pro_forma_invoice",
            TradeDocumentKind.CERTIFICATE_OF_ORIGIN, "certificate_of_origin",
            TradeDocumentKind.USMCA_CERTIFICATE_OF_ORIGIN, "certificate_of_origin",
            TradeDocumentKind.PACKING_LIST, "packing_list");

    private final KarrioDoor door;
    private final KarrioFinder finder;

    KarrioDocuments(KarrioDoor door, KarrioConnection connection) {
        this.door = door;
        this.finder = new KarrioFinder(door, connection);
    }

    record Upload(String shipment_id, List<File> document_files) {}

    record File(String doc_file, String doc_name, @Nullable String doc_format, String doc_type) {}

    record Uploads(
            @Nullable String id,
            @Nullable List<@Nullable Held> documents,
            @Nullable List<@Nullable Note> messages) {}

    record Held(@Nullable String doc_id, @Nullable String file_name) {}

    record Note(@Nullable String code, @Nullable String message) {
        Optional<Alert> alert() {
            return WireText.first(message, code)
                    .map(text ->
                            Alert.builder().code(WireText.text(code)).text(text).build());
        }
    }

    @Override
    public void check(DocumentUpload upload, RequestCheck check) {
        upload.document()
                .filter(document -> document.size() > MOST_BYTES)
                .ifPresent(document -> check.wrong(
                        "document.base64", "has " + document.size() + " bytes; " + MOST_BYTES + " are the most"));
    }

    @Override
    public boolean uploadsToShipments() {
        return true;
    }

    @Override
    public boolean uploadsAfterPurchase() {
        return true;
    }

    @Override
    public CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload upload, CallContext call) {
        TradeDocument document = upload.document().orElseThrow();
        return shipmentId(upload.shipment().orElseThrow(), call).thenCompose(id -> {
            Upload body = new Upload(id, List.of(file(document)));
            CarrierRequest.Builder request =
                    CarrierRequest.post(UPLOAD).path("/v1/documents/uploads").json(WireJson.write(body));
            return door.send(request, call)
                    .thenApply(response -> uploaded(response, document))
                    .exceptionallyCompose(failure -> CompletableFuture.failedFuture(KarrioErrors.ofDeed(failure)));
        });
    }

    private static File file(TradeDocument document) {
        return new File(
                document.base64(),
                document.name(),
                document.format().map(DocumentFormat::word).orElse(null),
                KINDS.getOrDefault(document.kind(), "other"));
    }

    private CompletableFuture<String> shipmentId(ShippedFor shipment, CallContext call) {
        if (KarrioFinder.isId(shipment.id())) {
            return CompletableFuture.completedFuture(shipment.id());
        }
        String number = shipment.trackingNumber();
        return finder.find(List.of(number), request -> request, call)
                .thenApply(found -> Optional.ofNullable(found.get(number))
                        .map(KarrioFinder.Found::shipmentId)
                        .orElseThrow(() -> KarrioAnswers.unknown(
                                        door.fault(ErrorCode.OBJECT_NOT_FOUND, UPLOAD), "bought shipment", number)
                                .toException()));
    }

    /** Karrio tells all papers of the shipment: the last of that name is the one, else the last. */
    private UploadedDocument uploaded(CarrierResponse response, TradeDocument document) {
        Uploads told = WireJson.read(response, Uploads.class);
        List<Alert> notes = WireJson.list(told.messages()).stream()
                .flatMap(note -> note.alert().stream())
                .toList();
        List<Held> held = WireJson.list(told.documents());
        if (held.isEmpty() && !notes.isEmpty()) {
            throw response.fault(ErrorCode.REQUEST_REFUSED)
                    .carrierCode(notes.get(0).code().orElse(null))
                    .carrierText(notes.get(0).text())
                    .toException();
        }
        CarrierProfile profile = door.profile();
        UploadedDocument.Builder uploaded = UploadedDocument.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(held.stream()
                        .filter(one -> document.name().equals(one.file_name()))
                        .reduce((first, later) -> later)
                        .or(() -> held.stream().reduce((first, later) -> later))
                        .flatMap(one -> WireText.text(one.doc_id())))
                .kind(document.kind())
                .attached(true)
                .alerts(notes);
        WireText.text(told.id()).ifPresent(id -> uploaded.putDetails(RECORD, id));
        return uploaded.build();
    }
}
