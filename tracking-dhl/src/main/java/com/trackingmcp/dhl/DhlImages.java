package com.trackingmcp.dhl;

import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be printed: the label, the commercial invoice of what is declared, and what the options ask for.
 * Stateless.
 *
 * <p>Invoices and receipts come as PDF always.
 */
final class DhlImages {
    static final String LABEL = "label";
    static final String INVOICE = "invoice";
    static final String WAYBILL = "waybillDoc";
    static final String RECEIPT = "shipmentReceipt";
    static final String QR_CODE = "qr-code";
    static final String USUAL_LABEL = "ECOM26_84_001";
    private static final String USUAL_INVOICE = "COMMERCIAL_INVOICE_P_10";
    private static final int COARSE = 200;
    private static final int FINE = 300;
    private static final int FINEST_COARSE = 203;

    private DhlImages() {}

    static DhlShipWire.Images of(ShipmentRequest request) {
        DhlOptions options = DhlOptions.of(request);
        boolean waybill = options.flag(DhlOptions.WAYBILL_DOCUMENT);
        boolean receipt = options.flag(DhlOptions.RECEIPT);
        boolean declarable = DhlGoods.isDeclarable(request);
        List<DhlShipWire.Image> images = new ArrayList<>();
        images.add(label(request, options));
        if (declarable) {
            images.add(invoice(request, options));
        }
        if (waybill) {
            images.add(waybill(options));
        }
        if (receipt) {
            images.add(DhlShipWire.Image.of(RECEIPT));
        }
        if (options.flag(DhlOptions.LABEL_FREE)) {
            images.add(new DhlShipWire.Image(QR_CODE, null, true, null, null, null, "png", null, null, null));
        }
        return new DhlShipWire.Images(
                request.label()
                        .flatMap(LabelSpec::dpi)
                        .map(DhlImages::resolution)
                        .orElse(null),
                encoding(request),
                images,
                orNull(waybill),
                orNull(receipt && declarable));
    }

    private static @Nullable Boolean orNull(boolean wanted) {
        return wanted ? true : null;
    }

    /** The printers' 203 dots an inch are 200 to DHL. */
    private static int resolution(int dpi) {
        return dpi <= FINEST_COARSE ? COARSE : FINE;
    }

    /** Whether DHL has a resolution for a printer. */
    static boolean isResolution(int dpi) {
        return dpi == COARSE || dpi == FINEST_COARSE || dpi == FINE;
    }

    static LabelFormat format(ShipmentRequest request) {
        return request.label().map(LabelSpec::format).orElse(LabelFormat.PDF);
    }

    private static String encoding(ShipmentRequest request) {
        return format(request).word();
    }

    /** The paper: DHL calls it a template. */
    static String stock(ShipmentRequest request) {
        return request.label().flatMap(LabelSpec::stock).orElse(USUAL_LABEL);
    }

    private static DhlShipWire.Image label(ShipmentRequest request, DhlOptions options) {
        return new DhlShipWire.Image(
                LABEL,
                stock(request),
                null,
                null,
                null,
                null,
                null,
                orNull(options.flag(DhlOptions.LABEL_LOGO)),
                orNull(options.flag(DhlOptions.FIT_TO_A4)),
                options.text(DhlOptions.LABEL_TEXT).orElse(null));
    }

    private static DhlShipWire.Image invoice(ShipmentRequest request, DhlOptions options) {
        Optional<String> type = options.text(DhlOptions.INVOICE_TYPE);
        return new DhlShipWire.Image(
                INVOICE,
                options.text(DhlOptions.INVOICE_TEMPLATE).orElse(USUAL_INVOICE),
                !isBrought(request, options),
                null,
                type.orElse(request.returnShipment() ? "returns" : "commercial"),
                "eng",
                null,
                null,
                null,
                null);
    }

    /** DHL makes no invoice where one comes with the order, but where an option says how to make it. */
    private static boolean isBrought(ShipmentRequest request, DhlOptions options) {
        boolean wished = options.has(DhlOptions.INVOICE_TYPE) || options.has(DhlOptions.INVOICE_TEMPLATE);
        return DhlTradeDocuments.hasInvoice(request.tradeDocuments()) && !wished;
    }

    private static DhlShipWire.Image waybill(DhlOptions options) {
        return new DhlShipWire.Image(
                WAYBILL,
                null,
                true,
                orNull(options.flag(DhlOptions.HIDE_ACCOUNT_NUMBER)),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
