package com.trackingmcp.dhl;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.model.UploadedDocument;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.DocumentCapability;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * MyDHL's papers for customs. Safe for use by many threads.
 *
 * <p>MyDHL holds none for shipments to come, and forgets none: papers go with the purchase, or to a shipment that was bought.
 * The latter must have been bought for paperless trade, with papers or with the option {@code dhl_paperless}, and no sooner
 * than ten minutes ago, also after the last papers; else DHL refuses them, as it does those of a shipment that had to be bought
 * without its papers. It gives papers no name: what is uploaded is attached.
 *
 * <p>The data of an invoice are taken besides, of accounts to which DHL has opened that service of its own (PM).
 */
final class DhlDocuments implements DocumentCapability {
    static final String UPLOAD = "upload_and_attach_document";
    private static final String INVOICE_DATA = "upload_invoice_data";

    private final CarrierHttp http;
    private final CarrierProfile profile;
    private final Optional<String> account;

    DhlDocuments(CarrierHttp http, CarrierProfile profile, Optional<String> account) {
        this.http = http;
        this.profile = profile;
        this.account = account;
    }

    @Override
    public void check(DocumentUpload upload, RequestCheck check) {
        upload.document().ifPresent(document -> DhlTradeDocuments.check(document, check));
        upload.shipment().ifPresent(shipment -> {
            check.required("shipment.service", shipment.service());
            check.atMost(DhlShipmentCheck.LONGEST_PRODUCT, "shipment.service", shipment.service());
            DhlShipmentCheck.account(payer(shipment), check);
        });
    }

    /** The account it was bought with, where that is not the connection's own. */
    private Optional<String> payer(ShippedFor shipment) {
        return Optional.ofNullable(shipment.details().get(DhlShipMapper.ACCOUNT))
                .or(() -> account);
    }

    @Override
    public boolean uploadsToShipments() {
        return true;
    }

    @Override
    public CompletableFuture<UploadedDocument> uploadToShipment(DocumentUpload upload, CallContext call) {
        TradeDocument document = upload.document().orElseThrow();
        ShippedFor shipment = upload.shipment().orElseThrow();
        DhlDocumentWire.Upload body = new DhlDocumentWire.Upload(
                day(shipment),
                List.of(new DhlBody.Account("shipper", payer(shipment).orElseThrow())),
                shipment.service().orElseThrow(),
                DhlTradeDocuments.images(List.of(document)));
        CarrierRequest request = DhlExpressDoor.headed(CarrierRequest.patch(UPLOAD), call)
                .path("/shipments")
                .segment("shipment.tracking_number", shipment.trackingNumber())
                .path("/upload-image")
                .json(WireJson.write(body))
                .build();
        return http.send(request, call).thenApply(response -> attached(document.kind()));
    }

    @Override
    public boolean takesInvoiceData() {
        return true;
    }

    @Override
    public void checkInvoiceData(Customs customs, ShippedFor shipment, RequestCheck check) {
        DhlInvoiceData.check(customs, check);
        DhlShipmentCheck.account(payer(shipment), check);
    }

    @Override
    public CompletableFuture<UploadedDocument> uploadInvoiceData(
            Customs customs, ShippedFor shipment, CallContext call) {
        DhlDocumentWire.InvoiceData body = new DhlDocumentWire.InvoiceData(
                day(shipment),
                List.of(new DhlBody.Account("shipper", payer(shipment).orElseThrow())),
                DhlInvoiceData.of(customs, LocalDate.parse(day(shipment))));
        CarrierRequest request = DhlExpressDoor.headed(CarrierRequest.patch(INVOICE_DATA), call)
                .path("/shipments")
                .segment("shipment.tracking_number", shipment.trackingNumber())
                .path("/upload-invoice-data")
                .json(WireJson.write(body))
                .build();
        return http.send(request, call).thenApply(response -> attached(TradeDocumentKind.COMMERCIAL_INVOICE));
    }

    private UploadedDocument attached(TradeDocumentKind kind) {
        return UploadedDocument.builder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .kind(kind)
                .attached(true)
                .build();
    }

    /** The day DHL files it under is the one the purchase told, where the shipment remembers it. */
    private static String day(ShippedFor shipment) {
        return Optional.ofNullable(shipment.details().get(DhlShipMapper.SHIP_DATE))
                .orElseGet(() -> shipment.shipDate().orElseThrow().toString());
    }
}
