package com.trackingmcp.fedex;

import com.trackingmcp.fedex.FedexShipAnswer.Paper;
import com.trackingmcp.fedex.FedexShipWire.Label;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.spi.RequestCheck;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Labels and papers: what can be asked for, and what came. Stateless.
 *
 * <p>Printer commands come on thermal stock ({@code STOCK_…}), PDF and PNG on plain paper ({@code PAPER_…}).
 */
final class FedexLabels {
    private static final String PAPER = "PAPER_";
    private static final String STOCK = "STOCK_";

    /** The dots of thermal printers an inch; the finer ones are for ZPL only. */
    private static final Set<Integer> DPI = Set.of(203, 300);

    private static final int FINE = 300;

    /** How much of a paper tells what it is: a multiple of four characters. */
    private static final int HEAD = 16;

    private FedexLabels() {}

    static Label label(LabelSpec spec) {
        LabelFormat format = spec.format();
        return new Label(
                "COMMON2D",
                imageType(format),
                stock(spec),
                format == LabelFormat.ZPL ? spec.dpi().orElse(null) : null);
    }

    private static String imageType(LabelFormat format) {
        return switch (format) {
            case ZPL -> "ZPLII";
            case EPL -> "EPL2";
            case PNG -> "PNG";
            // FedEx has no GIF: the client refuses it by the catalogue
            case PDF, GIF -> "PDF";
        };
    }

    /** The paper: four by six inches where none is asked for. */
    static String stock(LabelSpec spec) {
        return spec.stock()
                .map(stock -> stock.strip().toUpperCase(Locale.ROOT))
                .orElse((isThermal(spec.format()) ? STOCK : PAPER) + "4X6");
    }

    private static boolean isThermal(LabelFormat format) {
        return format == LabelFormat.ZPL || format == LabelFormat.EPL;
    }

    static void check(LabelSpec spec, List<String> stocks, RequestCheck check) {
        String stock = stock(spec);
        if (!stocks.contains(stock)) {
            check.wrong("label.stock", "is none of " + String.join(", ", stocks));
        } else if (isThermal(spec.format()) == stock.startsWith(PAPER)) {
            check.wrong(
                    "label.stock",
                    "is " + stock + ", on which FedEx prints no "
                            + spec.format().word() + ": that takes " + (isThermal(spec.format()) ? STOCK : PAPER)
                            + "…");
        }
        spec.dpi()
                .filter(dpi -> !DPI.contains(dpi) || dpi == FINE && spec.format() != LabelFormat.ZPL)
                .ifPresent(dpi -> check.wrong("label.dpi", "is neither 203 nor, for ZPL, 300"));
    }

    /** A paper as it came: its content, or where it is to be had for a day; empty for one without either. */
    static Optional<Document> document(Paper paper, LabelSpec asked) {
        Optional<String> content = WireText.text(paper.encodedLabel());
        Optional<URI> url = WireText.text(paper.url()).flatMap(FedexLabels::uri);
        if (content.isEmpty() && url.isEmpty()) {
            return Optional.empty();
        }
        String kind = WireText.text(paper.contentType()).orElse("LABEL").toLowerCase(Locale.ROOT);
        Optional<LabelFormat> told = WireText.text(paper.docType()).flatMap(FedexLabels::format);
        Optional<LabelFormat> format = content.flatMap(FedexLabels::sniffed).or(() -> told);
        boolean label = kind.equals(Document.LABEL);
        return Optional.of(Document.builder()
                .kind(kind)
                .format(format)
                .mediaType(format.map(FedexLabels::mediaType))
                .pageFormat(label ? Optional.of(stock(asked)) : Optional.empty())
                .base64(content)
                .url(url)
                .build());
    }

    /** A paper of which nothing is told but its content: what that begins with tells what it is. */
    static Document document(String kind, String base64) {
        Optional<LabelFormat> format = sniffed(base64);
        return Document.builder()
                .kind(kind)
                .format(format)
                .mediaType(format.map(FedexLabels::mediaType))
                .base64(base64)
                .build();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LabelFormat> format(String docType) {
        return switch (docType.toUpperCase(Locale.ROOT)) {
            case "PDF" -> Optional.of(LabelFormat.PDF);
            case "PNG" -> Optional.of(LabelFormat.PNG);
            case "ZPL", "ZPLII" -> Optional.of(LabelFormat.ZPL);
            case "EPL", "EPL2" -> Optional.of(LabelFormat.EPL);
            default -> Optional.empty();
        };
    }

    /** What it begins with beats what it is said to be. */
    private static Optional<LabelFormat> sniffed(String base64) {
        try {
            String start = base64.length() > HEAD ? base64.substring(0, HEAD) : base64;
            String head = new String(Base64.getDecoder().decode(start), StandardCharsets.ISO_8859_1);
            if (head.startsWith("%PDF")) {
                return Optional.of(LabelFormat.PDF);
            }
            if (head.startsWith("\u0089PNG")) {
                return Optional.of(LabelFormat.PNG);
            }
            return head.startsWith("^XA") ? Optional.of(LabelFormat.ZPL) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String mediaType(LabelFormat format) {
        return switch (format) {
            case PDF -> "application/pdf";
            case PNG -> "image/png";
            case GIF -> "image/gif";
            case ZPL -> "application/zpl";
            case EPL -> "application/epl";
        };
    }
}
