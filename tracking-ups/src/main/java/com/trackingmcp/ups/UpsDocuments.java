package com.trackingmcp.ups;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.ups.UpsDocumentWire.DeleteResponse;
import com.trackingmcp.ups.UpsDocumentWire.Deleted;
import com.trackingmcp.ups.UpsDocumentWire.Form;
import com.trackingmcp.ups.UpsDocumentWire.Papers;
import com.trackingmcp.ups.UpsDocumentWire.Push;
import com.trackingmcp.ups.UpsDocumentWire.PushRequest;
import com.trackingmcp.ups.UpsDocumentWire.PushResponse;
import com.trackingmcp.ups.UpsDocumentWire.Pushed;
import com.trackingmcp.ups.UpsDocumentWire.Upload;
import com.trackingmcp.ups.UpsDocumentWire.UploadRequest;
import com.trackingmcp.ups.UpsDocumentWire.UploadResponse;
import com.trackingmcp.ups.UpsDocumentWire.Uploaded;
import com.trackingmcp.ups.UpsParts.Request;
import com.trackingmcp.ups.UpsParts.Response;
import com.trackingmcp.ups.UpsParts.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Papers for customs that UPS holds, and attaches to shipments it sold. Safe for use by many threads; never blocks.
 *
 * <p>UPS keeps papers for the account of the settings, which it must have enabled for them. It holds them in its "Forms
 * History" for a time it does not tell, and has one id for each; attached, they get one id together: {@code forms_group_id}
 * of the details. UPS does not tell what a paper is when it attaches it: it comes back as
 * {@link TradeDocumentKind#OTHER}. Whether UPS takes the time of a shipment in some zone is not told: it is sent in UTC where
 * it is known, else as the start of the day of shipping.
 */
final class UpsDocuments implements DocumentCapability {
    private static final String API = "/api/paperlessdocuments/v2";

    /** As it is: what names the paper goes in headers. */
    private static final String DELETE = API + "/DocumentId/ShipperNumber";

    private static final String ATTACH_OPERATION = "attach_document";
    private static final String DELETE_OPERATION = "delete_document";
    static final int MOST_PAPERS = 13;
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_SHIPMENT = 19;
    private static final int LENGTH_OF_AN_ID = 26;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_MEGABYTES = 10;
    private static final String SMALL_PACKAGE = "1";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH.mm.ss");
    private final CarrierHttp http;
    private final CarrierProfile profile;
    private final Clock clock;
    private final Optional<String> accountNumber;
    private final int mostMegabytes;

    UpsDocuments(UpsDoors doors, CarrierProfile profile) {
        this.http = doors.open("paperless", new UpsDocumentErrors());
        this.profile = profile;
        this.clock = doors.clock();
        this.accountNumber = doors.accountNumber();
        this.mostMegabytes = doors.isSandbox() ? 1 : MOST_MEGABYTES;
    }

    @Override
    public void check(DocumentUpload upload, RequestCheck check) {
        account(check);
        TradeDocument document = upload.document().orElseThrow();
        check.atMost(LONGEST_NAME, "document.name", Optional.of(document.name()));
        upload.shipment().ifPresent(shipment -> shipment(shipment, check));
        if (document.size() > mostMegabytes * MEGABYTE) {
            check.wrong(
                    "document.base64",
                    "has " + document.size() + " bytes; UPS takes " + mostMegabytes + " MB"
                            + (mostMegabytes == MOST_MEGABYTES ? "" : " in its test environment"));
        }
    }

    private void account(RequestCheck check) {
        if (accountNumber.isEmpty()) {
            check.missing("UPS_ACCOUNT_NUMBER", "among the settings: UPS keeps papers for an account");
        }
    }

    @Override
    public boolean uploads() {
        return true;
    }

    @Override
    public CompletableFuture<UploadedDocument> upload(DocumentUpload upload, CallContext call) {
        TradeDocument document = upload.document().orElseThrow();
        Form form = new Form(
                document.name(), document.format().orElseThrow().word(), code(document.kind()), document.base64());
        Upload body = new Upload(new UploadRequest(head(call), accountNumber.orElseThrow(), List.of(form)));
        return send(CarrierRequest.post("upload_document").path(API + "/upload").json(WireJson.write(body)), call)
                .thenApply(response -> uploaded(response, document.kind()));
    }

    /** UPS's codes; a pro forma invoice has none, so it is an "other document". */
    private static String code(TradeDocumentKind kind) {
        return switch (kind) {
            case AUTHORIZATION_FORM -> "001";
            case COMMERCIAL_INVOICE -> "002";
            case CERTIFICATE_OF_ORIGIN -> "003";
            case EXPORT_ACCOMPANYING_DOCUMENT -> "004";
            case EXPORT_LICENSE -> "005";
            case IMPORT_PERMIT -> "006";
            case USMCA_CERTIFICATE_OF_ORIGIN -> "007";
            case PRO_FORMA_INVOICE, OTHER -> "008";
            case POWER_OF_ATTORNEY -> "009";
            case PACKING_LIST -> "010";
            case SHIPPERS_EXPORT_DECLARATION -> "011";
            case SHIPPERS_LETTER_OF_INSTRUCTION -> "012";
            case DECLARATION -> "013";
        };
    }

    private UploadedDocument uploaded(CarrierResponse response, TradeDocumentKind kind) {
        UploadResponse answer = UpsAnswers.read(response, Uploaded.class, Uploaded::UploadResponse);
        done(response, answer.Response());
        Papers papers = answer.FormsHistoryDocumentID();
        String id = (papers == null ? List.<String>of() : list(papers.DocumentID()))
                .stream()
                        .flatMap(text -> UpsText.clean(text).stream())
                        .findFirst()
                        .orElseThrow(() -> UpsAnswers.malformed(response, "it does not name the paper"));
        return paper(id, kind, answer.Response()).build();
    }

    private UploadedDocument.Builder paper(String id, TradeDocumentKind kind, @Nullable Response head) {
        return UploadedDocument.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .id(id)
                .kind(kind)
                .attached(false)
                .alerts(UpsAnswers.alerts(head, List.of()));
    }

    @Override
    public boolean attaches() {
        return true;
    }

    @Override
    public void checkAttach(List<String> documentIds, ShippedFor shipment, RequestCheck check) {
        account(check);
        for (int i = 0; i < documentIds.size(); i++) {
            id("document_ids[" + i + "]", documentIds.get(i), check);
        }
        if (documentIds.size() > MOST_PAPERS) {
            check.wrong("document_ids", "are " + documentIds.size() + "; UPS takes " + MOST_PAPERS + " a shipment");
        }
        shipment(shipment, check);
    }

    private static void shipment(ShippedFor shipment, RequestCheck check) {
        check.atMost(LONGEST_SHIPMENT, "shipment.id", Optional.of(shipment.id()));
    }

    @Override
    public CompletableFuture<List<UploadedDocument>> attach(List<String> given, ShippedFor shipment, CallContext call) {
        List<String> documentIds = given.stream().map(String::strip).toList();
        Push body = new Push(new PushRequest(
                head(call),
                accountNumber.orElseThrow(),
                new Papers(List.copyOf(documentIds)),
                shipment.id(),
                TIME.format(time(shipment)),
                SMALL_PACKAGE,
                shipment.parcels().isEmpty() ? List.of(shipment.trackingNumber()) : shipment.parcels()));
        return send(CarrierRequest.post(ATTACH_OPERATION).path(API + "/image").json(WireJson.write(body)), call)
                .thenApply(response -> attached(response, documentIds));
    }

    private LocalDateTime time(ShippedFor shipment) {
        return shipment.created()
                .map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElseGet(() -> shipment.shipDate()
                        .orElseGet(() -> LocalDate.now(clock))
                        .atStartOfDay());
    }

    private List<UploadedDocument> attached(CarrierResponse response, List<String> ids) {
        PushResponse answer = UpsAnswers.read(response, Pushed.class, Pushed::PushToImageRepositoryResponse);
        done(response, answer.Response());
        Map<String, String> group = UpsText.clean(answer.FormsGroupID())
                .map(id -> Map.of("forms_group_id", id))
                .orElse(Map.of());
        return ids.stream()
                .map(id -> paper(id, TradeDocumentKind.OTHER, answer.Response())
                        .attached(true)
                        .details(group)
                        .build())
                .toList();
    }

    @Override
    public boolean deletes() {
        return true;
    }

    @Override
    public void checkDelete(String documentId, RequestCheck check) {
        account(check);
        id("document_id", documentId, check);
    }

    @Override
    public CompletableFuture<Boolean> delete(String documentId, CallContext call) {
        CarrierRequest.Builder request =
                CarrierRequest.delete(DELETE_OPERATION).path(DELETE).header("DocumentId", documentId.strip());
        return send(request, call).thenApply(UpsDocuments::deleted);
    }

    private static boolean deleted(CarrierResponse response) {
        DeleteResponse answer = UpsAnswers.read(response, Deleted.class, Deleted::DeleteResponse);
        return UpsAnswers.isDone(answer.Response());
    }

    private static void id(String path, String id, RequestCheck check) {
        if (id.strip().length() != LENGTH_OF_AN_ID) {
            check.wrong(path, "is no id of a paper of UPS's, which have " + LENGTH_OF_AN_ID + " characters");
        }
    }

    private static Request head(CallContext call) {
        return new Request(null, null, new Transaction(call.correlationId()));
    }

    private CompletableFuture<CarrierResponse> send(CarrierRequest.Builder request, CallContext call) {
        return http.send(
                UpsTracking.identified(request.header("ShipperNumber", accountNumber.orElseThrow()), call), call);
    }

    /** A failure with a good status is one all the same. */
    private static void done(CarrierResponse response, @Nullable Response head) {
        if (!UpsAnswers.isDone(head)) {
            throw response.fault(ErrorCode.REQUEST_REFUSED)
                    .carrierText(UpsAnswers.alerts(head, List.of()).stream()
                            .findFirst()
                            .map(alert -> alert.text())
                            .orElse(null))
                    .toException();
        }
    }
}
