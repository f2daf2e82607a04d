package com.trackingmcp.dhl;

import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.TradeDocument;
import com.trackingmcp.model.TradeDocumentKind;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes papers for customs as MyDHL takes them. Stateless.
 *
 * <p>Source of kinds and formats: MyDHL API 3.1.1, documentImages. It names no limit to their size.
 */
final class DhlTradeDocuments {
    private static final String INVOICE = "CIN";
    private static final String PRO_FORMA = "PNV";

    private static final Map<TradeDocumentKind, String> KINDS = new TreeMap<>(Map.of(
            TradeDocumentKind.COMMERCIAL_INVOICE, INVOICE,
            TradeDocumentKind.PRO_FORMA_INVOICE, PRO_FORMA,
            TradeDocumentKind.CERTIFICATE_OF_ORIGIN, "COO",
            TradeDocumentKind.USMCA_CERTIFICATE_OF_ORIGIN, "NAF",
            TradeDocumentKind.DECLARATION, "DCL"));

    private static final Map<DocumentFormat, String> FORMATS = new TreeMap<>(Map.of(
            DocumentFormat.PDF, "PDF",
            DocumentFormat.PNG, "PNG",
            DocumentFormat.GIF, "GIF",
            DocumentFormat.JPG, "JPEG",
            DocumentFormat.TIF, "TIFF"));

    private static final Set<String> INVOICES = Set.of(INVOICE, PRO_FORMA);

    private DhlTradeDocuments() {}

    static void check(TradeDocument document, RequestCheck check) {
        if (!KINDS.containsKey(document.kind())) {
            check.wrong(
                    "document.kind",
                    "is " + document.kind().word() + "; DHL takes "
                            + KINDS.keySet().stream()
                                    .map(TradeDocumentKind::word)
                                    .collect(Collectors.joining(", ")));
        }
        document.format()
                .filter(format -> !FORMATS.containsKey(format))
                .ifPresent(format -> check.wrong(
                        "document.format",
                        "is " + format.word() + "; DHL takes "
                                + FORMATS.keySet().stream()
                                        .map(DocumentFormat::word)
                                        .collect(Collectors.joining(", "))));
    }

    /** Papers that were checked. */
    static List<DhlDocumentWire.Image> images(List<TradeDocument> documents) {
        return documents.stream().map(DhlTradeDocuments::image).toList();
    }

    private static DhlDocumentWire.Image image(TradeDocument document) {
        return new DhlDocumentWire.Image(
                code(document), FORMATS.getOrDefault(document.format().orElseThrow(), ""), document.base64());
    }

    private static String code(TradeDocument document) {
        return KINDS.getOrDefault(document.kind(), "");
    }

    /** Whether an invoice is among them, so that DHL need make none. */
    static boolean hasInvoice(List<TradeDocument> documents) {
        return documents.stream().anyMatch(document -> INVOICES.contains(code(document)));
    }
}
