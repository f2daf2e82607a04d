package com.trackingmcp.dhl;

import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the papers of a purchase. Stateless.
 *
 * <p>All of them stand in one list, named by free text. A label that says which parcel it is of is that parcel's; so is the
 * one of a shipment with one parcel. DHL's samples show the copy of the waybill that was asked for as one more
 * {@code label} at the end of the list: where there is a label too many and no waybill, the last one is it.
 */
final class DhlSoldPapers {
    static final String WAYBILL = "waybill";
    private static final Map<String, String> KINDS = Map.of(
            "label",
            Document.LABEL,
            "waybilldoc",
            WAYBILL,
            "waybill",
            WAYBILL,
            "invoice",
            Document.COMMERCIAL_INVOICE,
            "commercial-invoice",
            Document.COMMERCIAL_INVOICE,
            "proforma",
            "proforma_invoice",
            "receipt",
            "receipt",
            "shipmentreceipt",
            "receipt",
            "qr-code",
            "qr_code");

    private DhlSoldPapers() {}

    /**
     * A document, and which parcel it is of.
     *
     * @param parcel the parcel's number in the order of the request, from 1; empty for all of them
     */
    record Printed(Document document, Optional<Integer> parcel) {}

    /** The papers of the whole list, in its order. */
    static List<Printed> of(@Nullable List<DhlSoldWire.@Nullable Paper> papers, ShipmentRequest request) {
        Optional<String> stock = Optional.of(DhlImages.stock(request));
        List<Printed> printed = new ArrayList<>();
        for (DhlSoldWire.Paper paper : WireJson.list(papers)) {
            document(paper, stock)
                    .ifPresent(document ->
                            printed.add(new Printed(document, WireText.integer(paper.packageReferenceNumber()))));
        }
        if (DhlOptions.of(request).flag(DhlOptions.WAYBILL_DOCUMENT)) {
            tellWaybill(printed);
        }
        return printed;
    }

    private static void tellWaybill(List<Printed> printed) {
        boolean told = printed.stream().anyMatch(one -> one.document().kind().equals(WAYBILL));
        List<Printed> labels = printed.stream()
                .filter(one -> one.document().kind().equals(Document.LABEL)
                        && one.parcel().isEmpty())
                .toList();
        boolean linked = printed.stream().anyMatch(one -> one.parcel().isPresent());
        if (!told && labels.size() > (linked ? 0 : 1)) {
            Printed last = labels.get(labels.size() - 1);
            Document waybill = Document.builder()
                    .from(last.document())
                    .kind(WAYBILL)
                    .pageFormat(Optional.empty())
                    .format(Optional.empty())
                    .build();
            printed.set(printed.lastIndexOf(last), new Printed(waybill, Optional.empty()));
        }
    }

    /**
     * One document; empty for one without content.
     *
     * @param stock what a label is printed on
     */
    static Optional<Document> document(DhlSoldWire.Paper paper, Optional<String> stock) {
        return WireText.text(paper.content()).map(content -> {
            String kind = kind(paper.typeCode());
            Optional<String> told = WireText.first(paper.imageFormat(), paper.encodingFormat());
            Document.Builder document = Document.builder()
                    .kind(kind)
                    .mediaType(DhlPapers.mediaType(content, told).or(() -> told.flatMap(DhlSoldPapers::commands)))
                    .base64(content);
            if (kind.equals(Document.LABEL)) {
                document.pageFormat(stock).format(told.flatMap(DhlSoldPapers::format));
            }
            return document.build();
        });
    }

    private static String kind(@Nullable String typeCode) {
        String word = WireText.text(typeCode).orElse("document").toLowerCase(Locale.ROOT);
        return KINDS.getOrDefault(word, word.replace('-', '_'));
    }

    private static Optional<LabelFormat> format(String word) {
        try {
            return Optional.of(LabelFormat.ofWord(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commands(String format) {
        return format(format).flatMap(known -> switch (known) {
            case ZPL -> Optional.of("application/zpl");
            case EPL -> Optional.of("application/epl");
            default -> Optional.empty();
        });
    }
}
