package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Paper;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.spi.Outcomes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Labels and papers of shipments that were bought. Safe for use by many threads; never blocks.
 *
 * <p>Karrio sends their bytes with the answer to a purchase, and tells only where they are afterwards: then they are fetched.
 */
final class KarrioPapers {
    private static final String OPERATION = "shipment_documents";
    private static final String LABEL = "label";
    private static final String INVOICE = "invoice";
    private static final String PDF = "PDF";

    private final KarrioDoor door;

    /** What could be had of the labels and papers, and what could not. */
    record Prints(List<Document> documents, List<Alert> alerts) {}

    KarrioPapers(KarrioDoor door) {
        this.door = door;
    }

    /** All of them, with their bytes where they can be had: never fails, for what was bought must not be lost with a paper. */
    CompletableFuture<Prints> of(Stored stored, CallContext call) {
        List<Paper> papers = papers(stored);
        return Outcomes.gather(papers.stream()
                        .map(paper -> fetched(stored, paper, call))
                        .toList())
                .thenApply(outcomes -> prints(papers, outcomes));
    }

    private Prints prints(List<Paper> papers, List<Outcome<Document>> outcomes) {
        List<Document> documents = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            documents.add(outcomes.get(i).value().orElseGet(() -> linked(paper)));
            outcomes.get(i)
                    .failure()
                    .ifPresent(error -> alerts.add(Alert.builder()
                            .code(error.details().carrierCode())
                            .text("It was bought, but its " + kind(paper).replace('_', ' ') + " could not be fetched: "
                                    + error.getMessage())
                            .build()));
        }
        return new Prints(List.copyOf(documents), List.copyOf(alerts));
    }

    /** All of them with their bytes; fails where one cannot be had. */
    CompletableFuture<List<Document>> all(Stored stored, CallContext call) {
        List<Paper> papers = KarrioShipmentStatus.isBought(stored) ? papers(stored) : list(stored.shipping_documents());
        return Outcomes.gather(papers.stream()
                        .map(paper -> fetched(stored, paper, call))
                        .toList())
                .thenApply(
                        outcomes -> outcomes.stream().map(Outcome::orElseThrow).toList());
    }

    /** Where they are, and their bytes as far as they came along. */
    List<Document> linked(Stored stored) {
        List<Paper> papers = KarrioShipmentStatus.isBought(stored) ? papers(stored) : list(stored.shipping_documents());
        return papers.stream()
                .map(this::linked)
                .filter(document ->
                        document.url().isPresent() || document.base64().isPresent())
                .toList();
    }

    /** A label there is in any case, and an invoice where it is told of. */
    private static List<Paper> papers(Stored stored) {
        List<Paper> papers = new ArrayList<>(list(stored.shipping_documents()));
        if (papers.stream().noneMatch(paper -> is(paper, LABEL))) {
            papers.add(0, new Paper(LABEL, stored.label_type(), null, stored.label_url(), null));
        }
        boolean invoiced = WireText.text(stored.invoice_url()).isPresent();
        if (invoiced && papers.stream().noneMatch(paper -> is(paper, INVOICE))) {
            papers.add(new Paper(INVOICE, PDF, null, stored.invoice_url(), null));
        }
        return papers;
    }

    private static boolean is(Paper paper, String category) {
        return WireText.text(paper.category())
                .filter(category::equalsIgnoreCase)
                .isPresent();
    }

    private CompletableFuture<Document> fetched(Stored stored, Paper paper, CallContext call) {
        if (WireText.text(paper.base64()).isPresent()) {
            return CompletableFuture.completedFuture(linked(paper));
        }
        return is(paper, LABEL) || is(paper, INVOICE)
                ? asked(stored, paper, call)
                : downloaded(paper, call).thenApply(bytes -> document(paper, bytes));
    }

    /** Karrio gives labels and invoices this way, and refuses all other papers. */
    private CompletableFuture<Document> asked(Stored stored, Paper paper, CallContext call) {
        CarrierRequest.Builder question = CarrierRequest.postToRead(OPERATION)
                .path("/v1/shipments")
                .segment(WireText.text(stored.id()).orElse(""))
                .path("/documents")
                .segment(is(paper, LABEL) ? LABEL : INVOICE);
        return door.send(question, call)
                .thenApply(response -> door.read(response, Paper.class, told -> {
                    String bytes = WireText.text(told.base64())
                            .orElseThrow(() ->
                                    response.fault(ErrorCode.DOCUMENT_NOT_FOUND).toException());
                    return document(
                            new Paper(
                                    paper.category(),
                                    WireText.first(told.format(), paper.format())
                                            .orElse(null),
                                    WireText.first(told.print_format(), paper.print_format())
                                            .orElse(null),
                                    WireText.first(paper.url(), told.url()).orElse(null),
                                    null),
                            bytes);
                }));
    }

    private CompletableFuture<String> downloaded(Paper paper, CallContext call) {
        String url = WireText.text(paper.url()).orElse("");
        return door.file(OPERATION, url, "*/*", call)
                .thenApply(CarrierResponse::body)
                .thenApply(body -> Base64.getEncoder().encodeToString(body.bytes()));
    }

    private Document linked(Paper paper) {
        return document(paper, WireText.text(paper.base64()).orElse(null));
    }

    private Document document(Paper paper, @Nullable String base64) {
        Optional<String> format = WireText.text(paper.format()).map(text -> text.toUpperCase(Locale.ROOT));
        boolean label = is(paper, LABEL);
        return Document.builder()
                .kind(kind(paper))
                .mediaType(format.flatMap(KarrioPapers::mediaType))
                .format(label ? format.flatMap(KarrioPapers::labelFormat) : Optional.empty())
                .pageFormat(WireText.text(paper.print_format()))
                .base64(Optional.ofNullable(base64))
                .url(WireText.text(paper.url()).flatMap(door::link))
                .build();
    }

    private static String kind(Paper paper) {
        if (is(paper, LABEL)) {
            return Document.LABEL;
        }
        return is(paper, INVOICE)
                ? Document.COMMERCIAL_INVOICE
                : WireText.text(paper.category())
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .orElse("document");
    }

    private static Optional<String> mediaType(String format) {
        return switch (format) {
            case PDF -> Optional.of("application/pdf");
            case "PNG" -> Optional.of("image/png");
            case "GIF" -> Optional.of("image/gif");
            case "ZPL" -> Optional.of("application/x-zpl");
            case "EPL" -> Optional.of("application/x-epl");
            default -> Optional.empty();
        };
    }

    private static Optional<LabelFormat> labelFormat(String format) {
        return switch (format) {
            case PDF -> Optional.of(LabelFormat.PDF);
            case "PNG" -> Optional.of(LabelFormat.PNG);
            case "GIF" -> Optional.of(LabelFormat.GIF);
            case "ZPL" -> Optional.of(LabelFormat.ZPL);
            case "EPL" -> Optional.of(LabelFormat.EPL);
            default -> Optional.empty();
        };
    }
}
