package com.trackingmcp.dhl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of MyDHL's papers for customs. */
final class DhlDocumentWire {
    private DhlDocumentWire() {}

    /**
     * Papers for a shipment that was bought. Its description calls the waybill a member too and forbids it in the same breath:
     * the path tells it.
     */
    record Upload(
            String originalPlannedShippingDate,
            List<DhlBody.Account> accounts,
            String productCode,
            List<Image> documentImages) {}

    /** What an invoice says. */
    record InvoiceData(String plannedShipDate, List<DhlBody.Account> accounts, InvoiceContent content) {}

    record InvoiceContent(List<Declared> exportDeclaration, String currency, String unitOfMeasurement) {}

    record Declared(
            List<DhlShipWire.Line> lineItems,
            InvoiceHead invoice,
            @Nullable List<DhlShipWire.Remark> remarks,
            String exportReasonType,
            String shipmentType,
            String incoterm) {}

    record InvoiceHead(String number, String date, String function) {}

    record Image(String typeCode, String imageFormat, String content) {}
}
