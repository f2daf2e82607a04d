package com.trackingmcp.dhl;

import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Document;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers that prove a delivery. Stateless. */
final class DhlPapers {
    private DhlPapers() {}

    /** The papers unified tracking links to. */
    static List<Document> linked(DhlUnifiedWire.Shipment shipment) {
        DhlUnifiedWire.ProofOfDelivery proof =
                shipment.details() == null ? null : shipment.details().proofOfDelivery();
        List<Document> documents = new ArrayList<>();
        if (proof != null) {
            document("proof_of_delivery", proof.documentUrl()).ifPresent(documents::add);
            document("signature", proof.signatureUrl()).ifPresent(documents::add);
        }
        return documents;
    }

    private static Optional<Document> document(String kind, @Nullable String url) {
        return WireText.text(url).flatMap(text -> {
            try {
                return Optional.of(
                        Document.builder().kind(kind).url(URI.create(text)).build());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** A paper of the proof of delivery; what it is, its first bytes tell better than DHL's word. */
    static Optional<Document> sent(DhlExpressWire.Paper paper) {
        return WireText.text(paper.content())
                .map(content -> Document.builder()
                        .kind("proof_of_delivery")
                        .mediaType(mediaType(content, WireText.first(paper.encodingFormat(), paper.format())))
                        .base64(content)
                        .build());
    }

    /** What the first bytes say, else the word of DHL. */
    static Optional<String> mediaType(String base64, Optional<String> format) {
        if (base64.startsWith("JVBERi")) {
            return Optional.of("application/pdf");
        }
        if (base64.startsWith("iVBORw0KGgo")) {
            return Optional.of("image/png");
        }
        if (base64.startsWith("R0lGOD")) {
            return Optional.of("image/gif");
        }
        return format.filter("pdf"::equalsIgnoreCase).map(pdf -> "application/pdf");
    }
}
