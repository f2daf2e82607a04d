package com.trackingmcp.internal.engine;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.DocumentRequest;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Gives carriers papers for customs, each once. Safe for use by many threads. */
public final class DocumentDesk {
    private static final Verb<DocumentCapability> UPLOAD =
            verb("upload_document", "uploading papers before a shipment", DocumentCapability::uploads);
    private static final Verb<DocumentCapability> ATTACH =
            verb("attach_document", "attaching uploaded papers to a shipment", DocumentCapability::attaches);
    private static final Verb<DocumentCapability> UPLOAD_AND_ATTACH = verb(
            "upload_and_attach_document", "giving papers to a shipment that was bought", DocumentDesk::attachesSomehow);
    private static final Verb<DocumentCapability> INVOICE_DATA =
            verb("upload_invoice_data", "uploading an invoice's data", DocumentCapability::takesInvoiceData);
    private static final Verb<DocumentCapability> GENERATE =
            verb("generate_document", "making papers from templates", DocumentCapability::generates);
    private static final Verb<DocumentCapability> DELETE =
            verb("delete_document", "deleting papers", DocumentCapability::deletes);

    private final Connections connections;
    private final HttpTransport transport;

    public DocumentDesk(Connections connections, HttpTransport transport) {
        this.connections = connections;
        this.transport = transport;
    }

    private static Verb<DocumentCapability> verb(
            String operation, String words, Predicate<DocumentCapability> offered) {
        return new Verb<>(DocumentCapability.class, operation, words, offered);
    }

    /** Whether it gives papers to shipments that were bought: in one step or in two. */
    static boolean attachesSomehow(DocumentCapability papers) {
        return papers.uploadsToShipments() || papers.uploads() && papers.attaches();
    }

    /** Hands a paper over for a shipment to come. */
    public Pending<UploadedDocument> upload(DocumentUpload upload, CallContext call) {
        return uploader(UPLOAD, upload, check -> {}, call)
                .accepted()
                .once(reference(upload), papers -> papers.upload(upload, call));
    }

    /** Everything that keeps {@link #upload} from being sent; or {@link #uploadAndAttach}, where it names a shipment. */
    public List<FieldProblem> problems(DocumentUpload upload, CallContext call) {
        Errand<DocumentCapability> errand =
                upload.shipment().isPresent() ? attacher(upload, call) : uploader(UPLOAD, upload, check -> {}, call);
        return errand.problems();
    }

    private Errand<DocumentCapability> uploader(
            Verb<DocumentCapability> verb, DocumentUpload upload, Consumer<RequestCheck> more, CallContext call) {
        return verb.errand(
                connections,
                transport,
                upload.carrier(),
                call,
                check -> {
                    general(upload, check);
                    more.accept(check);
                },
                (papers, check) -> own(papers, upload, check));
    }

    /** What the carrier needs of a paper; it is shown none whose content cannot be read. */
    static void own(DocumentCapability papers, DocumentUpload upload, RequestCheck check) {
        upload.document()
                .map(paper -> isBase64(paper)
                        ? paper
                        : TradeDocument.builder().from(paper).base64("").build())
                .ifPresent(paper -> papers.check(
                        DocumentUpload.builder().from(upload).document(paper).build(), check));
    }

    private static boolean isBase64(TradeDocument paper) {
        try {
            paper.content();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What every carrier needs. */
    static void general(DocumentUpload upload, RequestCheck check) {
        Optional<TradeDocument> document = check.required("document", upload.document());
        document.ifPresent(paper -> {
            check.required("document.name", Optional.of(paper.name()));
            if (paper.format().isEmpty()) {
                check.missing("document.format", "where the end of the name does not tell it");
            }
            if (paper.size() == 0) {
                check.missing("document.base64");
            } else if (!isBase64(paper)) {
                check.wrong("document.base64", "is no base64");
            }
        });
        PlaceChecks.country("origin_country", upload.originCountry(), check);
        PlaceChecks.country("destination_country", upload.destinationCountry(), check);
    }

    private static void shipment(Optional<ShippedFor> shipment, RequestCheck check) {
        check.required("shipment", shipment).ifPresent(given -> check.required("shipment.ship_date", given.shipDate()));
    }

    /** What to look for, should the answer be lost: not the name of the file, which may be private. */
    static String reference(DocumentUpload upload) {
        return upload.shipment()
                .map(ShippedFor::trackingNumber)
                .orElseGet(() -> upload.document().orElseThrow().kind().word());
    }

    /** Attaches papers that the carrier holds to a shipment that was bought. */
    public Pending<List<UploadedDocument>> attach(
            String carrier, List<String> documentIds, ShippedFor shipment, CallContext call) {
        List<String> ids = ids(documentIds);
        return attachment(carrier, ids, shipment, call)
                .accepted()
                .once(
                        shipment.trackingNumber(),
                        papers -> papers.attach(ids, shipment, call).thenApply(List::copyOf));
    }

    /** Everything that keeps {@link #attach} from being sent. */
    public List<FieldProblem> problems(
            String carrier, List<String> documentIds, ShippedFor shipment, CallContext call) {
        return attachment(carrier, ids(documentIds), shipment, call).problems();
    }

    private static List<String> ids(List<String> given) {
        return given.stream().map(id -> Objects.requireNonNullElse(id, "")).toList();
    }

    private Errand<DocumentCapability> attachment(
            String carrier, List<String> ids, ShippedFor shipment, CallContext call) {
        return ATTACH.errand(
                connections,
                transport,
                Optional.of(carrier),
                call,
                check -> {
                    if (ids.isEmpty()) {
                        check.missing("document_ids");
                    }
                    for (int i = 0; i < ids.size(); i++) {
                        check.required("document_ids[" + i + "]", Optional.of(ids.get(i)));
                    }
                    shipment(Optional.of(shipment), check);
                },
                (papers, check) -> papers.checkAttach(ids, shipment, check));
    }

    /**
     * Gives a paper to a shipment that was bought: at once where the carrier does that, else in two steps. Where the second
     * fails, the error's reference is the id of the paper, which the carrier holds then.
     */
    public Pending<UploadedDocument> uploadAndAttach(DocumentUpload upload, CallContext call) {
        return attacher(upload, call).accepted().once(reference(upload), papers -> handOver(papers, upload, call));
    }

    private Errand<DocumentCapability> attacher(DocumentUpload upload, CallContext call) {
        return uploader(UPLOAD_AND_ATTACH, upload, check -> shipment(upload.shipment(), check), call);
    }

    private static CompletableFuture<UploadedDocument> handOver(
            DocumentCapability papers, DocumentUpload upload, CallContext call) {
        if (papers.uploadsToShipments()) {
            return papers.uploadToShipment(upload, call);
        }
        ShippedFor shipment = upload.shipment().orElseThrow();
        return papers.upload(upload, call).thenCompose(held -> {
            String id = held.id().orElseThrow();
            return CompletableFuture.completedFuture(List.of(id))
                    .thenCompose(ids -> papers.attach(ids, shipment, call))
                    .thenApply(attached -> together(held, attached.get(0)))
                    .exceptionally(failure -> {
                        throw Papers.named(failure, id);
                    });
        });
    }

    /** The paper as it was uploaded, for carriers do not say what it is when they attach it. */
    private static UploadedDocument together(UploadedDocument held, UploadedDocument attached) {
        return UploadedDocument.builder()
                .from(held)
                .attached(attached.attached())
                .putAllDetails(attached.details())
                .addAllAlerts(attached.alerts())
                .build();
    }

    /** Hands over what the invoice of a shipment that was bought says. */
    public Pending<UploadedDocument> uploadInvoiceData(
            String carrier, Customs customs, ShippedFor shipment, CallContext call) {
        return INVOICE_DATA
                .only(
                        connections,
                        transport,
                        Optional.of(carrier),
                        call,
                        check -> {
                            if (customs.commodities().isEmpty()) {
                                check.missing("customs.commodities");
                            }
                            GoodsChecks.forShipping("customs.commodities", customs.commodities(), check);
                            shipment(Optional.of(shipment), check);
                        },
                        (papers, check) -> papers.checkInvoiceData(customs, shipment, check))
                .once(shipment.trackingNumber(), papers -> papers.uploadInvoiceData(customs, shipment, call));
    }

    /** Makes a paper from a template. */
    public Pending<Document> generate(DocumentRequest request, CallContext call) {
        return GENERATE.only(
                        connections,
                        transport,
                        request.carrier(),
                        call,
                        check -> {
                            if (request.templateId().isEmpty()
                                    && request.template().isEmpty()) {
                                check.missing("template_id", "unless a template is given");
                            }
                        },
                        (documents, check) -> {})
                .once(request.name().orElse("a paper"), documents -> documents.generate(request, call));
    }

    /** Has the carrier forget a paper. */
    public Pending<Boolean> delete(String carrier, String documentId, CallContext call) {
        return deletion(carrier, documentId, call)
                .accepted()
                .once(documentId, papers -> papers.delete(documentId, call));
    }

    /** Everything that keeps {@link #delete} from being sent. */
    public List<FieldProblem> deleteProblems(String carrier, String documentId, CallContext call) {
        return deletion(carrier, documentId, call).problems();
    }

    private Errand<DocumentCapability> deletion(String carrier, String documentId, CallContext call) {
        return DELETE.errand(
                connections,
                transport,
                Optional.of(carrier),
                call,
                check -> check.required("document_id", Optional.of(documentId)),
                (papers, check) -> papers.checkDelete(documentId, check));
    }
}
