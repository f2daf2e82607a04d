package com.trackingmcp.testcarrier;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Holds papers without a network, as a test tells it to. Keeps what it was asked to do, in its order. */
public final class Drawer implements DocumentCapability {
    private final String connection;
    private final List<String> done = new CopyOnWriteArrayList<>();
    private boolean holds = true;
    private BooleanSupplier attaches = () -> true;
    private boolean takesAfterwards;
    private boolean afterPurchase;
    private BiFunction<DocumentUpload, CallContext, CompletableFuture<UploadedDocument>> upload =
            (paper, call) -> CompletableFuture.completedFuture(held("1"));
    private BiFunction<List<String>, CallContext, CompletableFuture<List<UploadedDocument>>> attachment =
            (ids, call) -> CompletableFuture.completedFuture(ids.stream()
                    .map(id -> UploadedDocument.builder()
                            .from(held(id))
                            .attached(true)
                            .build())
                    .toList());

    public Drawer(String connection) {
        this.connection = connection;
    }

    /** Holds nothing: takes papers with a shipment or after it. */
    public Drawer holdingNothing() {
        this.holds = false;
        this.attaches = () -> false;
        this.takesAfterwards = true;
        return this;
    }

    /** Holds nothing, and takes papers only once the shipment is bought. */
    public Drawer takingPapersAfterThePurchase() {
        this.afterPurchase = true;
        return holdingNothing();
    }

    /** Holds papers for a shipment that names them, and attaches none. */
    public Drawer attachingNothing() {
        this.attaches = () -> false;
        return this;
    }

    /** Tells whether it attaches papers as this does. */
    public Drawer attachingWhere(BooleanSupplier attaches) {
        this.attaches = attaches;
        return this;
    }

    public Drawer uploading(BiFunction<DocumentUpload, CallContext, CompletableFuture<UploadedDocument>> answer) {
        this.upload = answer;
        return this;
    }

    public Drawer attaching(BiFunction<List<String>, CallContext, CompletableFuture<List<UploadedDocument>>> answer) {
        this.attachment = answer;
        return this;
    }

    /** What it was asked to do, such as {@code upload invoice.pdf} and {@code attach [1] to 1Z}. */
    public List<String> done() {
        return done;
    }

    public UploadedDocument held(String id) {
        return UploadedDocument.builder()
                .carrier(connection)
                .connection(connection)
                .id(id)
                .kind(TradeDocumentKind.COMMERCIAL_INVOICE)
                .attached(false)
                .build();
    }

    @Override
    public void check(DocumentUpload paper, RequestCheck check) {
        TradeDocument document = paper.document().orElseThrow();
        if (document.content().length > 10) {
            check.wrong("document.base64", "has more than 10 bytes");
        }
        check.required("destination_country", paper.destinationCountry());
    }

    @Override
    public boolean uploads() {
        return holds;
    }

    @Override
    public CompletableFuture<UploadedDocument> upload(DocumentUpload paper, CallContext call) {
        done.add("upload " + paper.document().orElseThrow().name());
        return upload.apply(paper, call);
    }

    @Override
    public boolean attaches() {
        return attaches.getAsBoolean();
    }

    @Override
    public CompletableFuture<List<UploadedDocument>> attach(List<String> ids, ShippedFor shipment, CallContext call) {
        done.add("attach " + ids + " to " + shipment.trackingNumber());
        return attachment.apply(ids, call);
    }

    @Override
    public boolean uploadsToShipments() {
        return takesAfterwards;
    }

    @Override
    public boolean uploadsAfterPurchase() {
        return afterPurchase;
    }

    @Override
    public CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload paper, CallContext call) {
        done.add("upload to " + paper.shipment().orElseThrow().trackingNumber());
        return upload.apply(paper, call);
    }

    @Override
    public boolean deletes() {
        return true;
    }

    @Override
    public CompletableFuture<Boolean> delete(String documentId, CallContext call) {
        done.add("delete " + documentId);
        return CompletableFuture.completedFuture(true);
    }
}
