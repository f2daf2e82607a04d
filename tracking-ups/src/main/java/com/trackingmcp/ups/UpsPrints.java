package com.trackingmcp.ups;

import com.trackingmcp.model.Document;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.ups.UpsLabelWire.Form;
import com.trackingmcp.ups.UpsLabelWire.Image;
import com.trackingmcp.ups.UpsLabelWire.Page;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents of UPS's labels and papers. Immutable.
 *
 * <p>Pictures of labels lie on their side, as UPS sends them.
 *
 * @param pageFormat the size of labels; empty where there are none
 */
record UpsPrints(String pageFormat) {
    /** UPS's codes of the forms it makes for customs. */
    private static final List<String> INVOICES = List.of("01", "1", "05", "5");

    List<Document> label(@Nullable Image image) {
        return document(Document.LABEL, image, true);
    }

    List<Document> paper(String kind, @Nullable Image image) {
        return document(kind, image, false);
    }

    List<Document> page(String kind, @Nullable Page page) {
        return page == null ? List.of() : paper(kind, page.Image());
    }

    /** Customs forms; one that does not say which it is, is an invoice. */
    List<Document> forms(List<Form> forms) {
        return forms.stream()
                .flatMap(form -> paper(
                        UpsText.clean(form.Code())
                                .filter(code -> !INVOICES.contains(code))
                                .map(code -> "customs_form_" + code.toLowerCase(Locale.ROOT))
                                .orElse(Document.COMMERCIAL_INVOICE),
                        form.Image())
                        .stream())
                .toList();
    }

    List<Document> link(String kind, @Nullable String url) {
        return url(url).map(link -> Document.builder().kind(kind).url(link).build()).stream()
                .toList();
    }

    private List<Document> document(String kind, @Nullable Image image, boolean label) {
        Optional<String> content = image == null ? Optional.empty() : UpsText.clean(image.GraphicImage());
        Optional<URI> link = image == null ? Optional.empty() : url(image.URL());
        if (image == null || content.isEmpty() && link.isEmpty()) {
            return List.of();
        }
        Optional<String> told = Optional.ofNullable(image.anyFormat())
                .flatMap(format -> UpsText.clean(format.Code()))
                .map(code -> code.toUpperCase(Locale.ROOT));
        return List.of(Document.builder()
                .kind(kind)
                .format(label ? told.flatMap(UpsPrints::format) : Optional.empty())
                .mediaType(told.flatMap(UpsPrints::mediaType))
                .pageFormat(label && !pageFormat.isEmpty() ? Optional.of(pageFormat) : Optional.empty())
                .base64(content)
                .url(link)
                .build());
    }

    private static Optional<URI> url(@Nullable String text) {
        try {
            return UpsText.clean(text).map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LabelFormat> format(String code) {
        return switch (code) {
            case "GIF" -> Optional.of(LabelFormat.GIF);
            case "PNG" -> Optional.of(LabelFormat.PNG);
            case "ZPL" -> Optional.of(LabelFormat.ZPL);
            case "EPL", "EPL2" -> Optional.of(LabelFormat.EPL);
            case "PDF" -> Optional.of(LabelFormat.PDF);
            default -> Optional.empty();
        };
    }

    private static Optional<String> mediaType(String code) {
        return switch (code) {
            case "GIF" -> Optional.of("image/gif");
            case "PNG" -> Optional.of("image/png");
            case "PDF" -> Optional.of("application/pdf");
            case "ZPL" -> Optional.of("application/x-zpl");
            case "EPL", "EPL2" -> Optional.of("application/x-epl");
            case "HTML" -> Optional.of("text/html");
            default -> Optional.empty();
        };
    }
}
