package com.trackingmcp.dhl;

import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.RequestCheck;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an invoice says, as DHL takes it for a shipment that was bought. Stateless.
 *
 * <p>It is told to be for import and export alike, and weights are net, in kilograms. Its goods are those of a declaration.
 */
final class DhlInvoiceData {
    private static final String IMPORT_AND_EXPORT = "both";
    private static final DhlMeasures METRIC = new DhlMeasures(false);

    private DhlInvoiceData() {}

    static void check(Customs customs, RequestCheck check) {
        ShipmentRequest order = order(customs);
        if (!customs.commodities().isEmpty() && !DhlGoods.isDeclarable(order)) {
            check.wrong("customs.content_type", "is documents, which are not declared");
        }
        check.required("customs.invoice.number", customs.invoice().flatMap(Invoice::number));
        DhlCustomsCheck.check(order, check);
        List<Commodity> goods = customs.commodities();
        for (int i = 0; i < goods.size(); i++) {
            check.required("customs.commodities[" + i + "].weight", goods.get(i).weight());
        }
    }

    /** What was checked. */
    static DhlDocumentWire.InvoiceContent of(Customs customs, LocalDate shipped) {
        ShipmentRequest order = order(customs);
        DhlShipWire.Declaration told = Optional.ofNullable(DhlExport.declaration(order, METRIC, shipped))
                .orElseThrow();
        DhlDocumentWire.Declared declared = new DhlDocumentWire.Declared(
                told.lineItems().stream().map(DhlInvoiceData::ofNetWeight).toList(),
                new DhlDocumentWire.InvoiceHead(
                        told.invoice().number(), told.invoice().date(), IMPORT_AND_EXPORT),
                told.remarks(),
                told.exportReasonType(),
                told.shipmentType(),
                DhlExport.incoterm(order));
        String currency = DhlGoods.value(order).orElseThrow().currency().getCurrencyCode();
        return new DhlDocumentWire.InvoiceContent(List.of(declared), currency, METRIC.word());
    }

    /** Of the two weights DHL takes either here, and both with an order. */
    private static DhlShipWire.Line ofNetWeight(DhlShipWire.Line line) {
        return new DhlShipWire.Line(
                line.number(),
                line.description(),
                line.price(),
                line.quantity(),
                line.commodityCodes(),
                line.exportReasonType(),
                line.manufacturerCountry(),
                new DhlShipWire.LineWeight(line.weight().netValue(), null),
                line.customerReferences());
    }

    /** A declaration is part of an order. */
    private static ShipmentRequest order(Customs customs) {
        return ShipmentRequest.builder().customs(customs).build();
    }
}
